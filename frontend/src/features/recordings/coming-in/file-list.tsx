import { ActionIcon, Group, NumberInput, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './coming-in.module.css';
import { inMegabytes } from './megabytes';
import { type Person, type Voice, VoiceFields } from './voice-fields';

/** A file that somebody chose, and whose voice it is, where every voice has a file. */
export interface ChosenFile {
  key: string;
  file: File;
  voice: Voice;
  /** Seconds after the first of them, where every voice has a file. */
  startsAfter: number;
}

const MOST_SECONDS = 24 * 60 * 60;

interface FileListProps {
  files: readonly ChosenFile[];
  /** The members to choose from; without them nobody is asked whose voice a file is. */
  members: readonly Person[] | undefined;
  onChange: (files: ChosenFile[]) => void;
}

/** The chosen files in their order, which arrows change. */
export function FileList({ files, members, onChange }: FileListProps) {
  const { t } = useTranslation('recordings');
  const move = (from: number, to: number) => {
    const moved = [...files];
    const [one] = moved.splice(from, 1);
    if (one) {
      moved.splice(to, 0, one);
      onChange(moved);
    }
  };
  const change = (key: string, to: Partial<ChosenFile>) =>
    onChange(files.map((one) => (one.key === key ? { ...one, ...to } : one)));
  return (
    <ol className={classes.files} aria-label={t('comingIn.files')}>
      {files.map(({ key, file, voice, startsAfter }, index) => (
        <li key={key} className={classes.file}>
          <Group wrap="nowrap" justify="space-between">
            <Text className={classes.name}>
              {files.length > 1 && `${index + 1}. `}
              {file.name}{' '}
              <Text span c="dimmed" size="sm">
                {inMegabytes(file.size)}
              </Text>
            </Text>
            <Group gap={4} wrap="nowrap">
              {files.length > 1 && (
                <>
                  <ActionIcon
                    variant="default"
                    aria-label={t('comingIn.up', { name: file.name })}
                    disabled={index === 0}
                    onClick={() => move(index, index - 1)}
                  >
                    <IconArrowUp size={16} />
                  </ActionIcon>
                  <ActionIcon
                    variant="default"
                    aria-label={t('comingIn.down', { name: file.name })}
                    disabled={index === files.length - 1}
                    onClick={() => move(index, index + 1)}
                  >
                    <IconArrowDown size={16} />
                  </ActionIcon>
                  <ActionIcon
                    variant="default"
                    aria-label={t('comingIn.leaveOut', { name: file.name })}
                    onClick={() => onChange(files.filter((one) => one.key !== key))}
                  >
                    <IconX size={16} />
                  </ActionIcon>
                </>
              )}
            </Group>
          </Group>
          {members && (
            <>
              <VoiceFields
                of={file.name}
                voice={voice}
                members={members}
                onChange={(changed) => change(key, { voice: changed })}
              />
              <NumberInput
                mt="xs"
                label={t('comingIn.startsAfter', { of: file.name })}
                suffix=" s"
                min={0}
                max={MOST_SECONDS}
                decimalScale={1}
                value={startsAfter}
                onChange={(value) => change(key, { startsAfter: Number(value) || 0 })}
              />
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

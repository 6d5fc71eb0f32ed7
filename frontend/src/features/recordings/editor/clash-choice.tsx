import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './editor.module.css';
import type { Clash } from './kept-drafts';

interface ClashChoiceProps {
  clash: Clash;
  onChoose: (text: string | undefined) => void;
}

/** Two wordings of one passage, until the writer of the later one has chosen. */
export function ClashChoice({ clash, onChoose }: ClashChoiceProps) {
  const { t } = useTranslation('recordings');
  const by = clash.by ?? t('editor.somebody');
  return (
    <div className={classes.clash} role="alert">
      <Text fw={600}>
        {clash.theirs ? t('editor.clash.title', { name: by }) : t('editor.clash.gone')}
      </Text>
      {clash.theirs && (
        <Wording label={t('editor.clash.theirs', { name: by })} words={clash.theirs} />
      )}
      <Wording label={t('editor.clash.yours')} words={clash.yours} />
      <Group gap="xs">
        {clash.theirs && (
          <Button size="xs" onClick={() => onChoose(clash.yours)}>
            {t('editor.clash.takeYours')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => onChoose(undefined)}>
          {clash.theirs ? t('editor.clash.takeTheirs') : t('editor.clash.letGo')}
        </Button>
      </Group>
    </div>
  );
}

function Wording({ label, words }: { label: string; words: string }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text className={classes.wording}>{words}</Text>
    </div>
  );
}

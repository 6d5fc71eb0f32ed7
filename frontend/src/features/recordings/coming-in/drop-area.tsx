import { Button, Group, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './coming-in.module.css';
import type { Limits } from './intakes';
import { inMegabytes } from './megabytes';

interface DropAreaProps {
  limits: Limits | undefined;
  onFiles: (files: File[]) => void;
}

const ACCEPTED = 'audio/*,video/mp4,video/webm,.m4a,.opus,.ogg,.flac,.vtt,.srt,.docx,.txt';

/** Where files are dropped or chosen; says what may come in before anything is sent. */
export function DropArea({ limits, onFiles }: DropAreaProps) {
  const { t } = useTranslation('recordings');
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <section
      className={classes.drop}
      data-over={isOver || undefined}
      aria-label={t('comingIn.area')}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <Group gap="md" wrap="nowrap" align="flex-start">
        <IconUpload className={classes.icon} aria-hidden />
        <div>
          <Text fw={650}>{t('comingIn.drop')}</Text>
          <Text size="sm" c="dimmed">
            {t('comingIn.kinds')}
          </Text>
          {limits && (
            <Text size="sm" c="dimmed">
              {t('comingIn.limits', {
                largest: inMegabytes(limits.largest_bytes),
                left: inMegabytes(limits.left_bytes),
              })}
            </Text>
          )}
        </div>
      </Group>
      <Button onClick={() => input.current?.click()}>{t('comingIn.choose')}</Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={t('comingIn.choose')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </section>
  );
}

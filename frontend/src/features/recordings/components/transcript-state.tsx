import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconFileText, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Recording, readable } from '../queries';

/** How far the words of a recording are, in words. */
export function TranscriptState({ recording }: { recording: Recording }) {
  const { t } = useTranslation('recordings');
  if (!recording.is_open) {
    return <Said Icon={IconLock} words={t('consent.state')} />;
  }
  const newest = recording.transcripts[0];
  const made = readable(recording);
  if (newest?.is_paused) {
    return <>{t('state.paused', { percent: Math.round((newest.job?.progress ?? 0) * 100) })}</>;
  }
  if (newest?.job?.state === 'running') {
    return <>{t('state.running', { percent: Math.round(newest.job.progress * 100) })}</>;
  }
  if (newest?.job?.state === 'queued') {
    return <>{t('state.queued')}</>;
  }
  if (made?.checked_by) {
    return <Said Icon={IconCircleCheck} words={t('state.checked', { name: made.checked_by })} />;
  }
  if (made) {
    return <Said Icon={IconFileText} words={t('state.made', { engine: made.engine })} />;
  }
  if (newest?.job?.state === 'failed') {
    return <Said Icon={IconAlertTriangle} words={t('state.failed')} />;
  }
  return <Text c="dimmed">{t('state.none')}</Text>;
}

function Said({ Icon, words }: { Icon: typeof IconFileText; words: string }) {
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
      <Icon size={16} aria-hidden />
      {words}
    </span>
  );
}

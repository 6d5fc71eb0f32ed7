import { Divider, Drawer, Group, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '@/ui/loading';
import { ProblemNotice } from '@/ui/problem-notice';
import type { Place, StakeholderGroup } from '../queries';
import { MinutesDownloads } from './minutes-view';
import { voiceQuery } from './queries';
import { VoiceChart } from './voice-chart';

interface VoicesProps {
  place: Place;
  groups: readonly StakeholderGroup[];
}

interface VoiceDrawerProps extends VoicesProps {
  isOpen: boolean;
  onClose: () => void;
}

/** Beside the chair's console: whether the groups are heard alike, and the minutes so far. */
export function VoiceDrawer({ place, groups, isOpen, onClose }: VoiceDrawerProps) {
  const { t } = useTranslation('meetings');
  return (
    <Drawer
      closeButtonProps={{ 'aria-label': t('close') }}
      opened={isOpen}
      onClose={onClose}
      title={t('voice.title')}
      position="right"
    >
      <Stack gap="lg">
        <VoicesNow place={place} groups={groups} />
        <Divider />
        <Title order={3}>{t('minutes.title')}</Title>
        <Group>
          <MinutesDownloads place={place} names={false} />
        </Group>
      </Stack>
    </Drawer>
  );
}

/** The chart, as current as the last few seconds. */
export function VoicesNow({ place, groups }: VoicesProps) {
  const { data: voice, error, refetch } = useQuery(voiceQuery(place));
  if (error && !voice) {
    return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  }
  return voice ? <VoiceChart voice={voice} groups={groups} /> : <Loading />;
}

import { Button, Divider, Drawer, Group, Stack, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '@/ui/loading';
import { ProblemNotice } from '@/ui/problem-notice';
import type { Place, StakeholderGroup } from '../queries';
import { MinutesDownloads } from './minutes-view';
import { voiceQuery } from './queries';
import { VoiceChart } from './voice-chart';

interface VoiceDrawerProps {
  place: Place;
  groups: readonly StakeholderGroup[];
}

/** Beside the chair's console: whether the groups are heard alike, and the minutes so far. */
export function VoiceDrawer({ place, groups }: VoiceDrawerProps) {
  const { t } = useTranslation('meetings');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button
        size="sm"
        variant="default"
        leftSection={<IconScale size={18} aria-hidden />}
        onClick={open}
      >
        {t('voice.button')}
      </Button>
      <Drawer
        closeButtonProps={{ 'aria-label': t('close') }}
        opened={isOpen}
        onClose={close}
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
    </>
  );
}

/** The chart, as current as the last few seconds. */
export function VoicesNow({ place, groups }: VoiceDrawerProps) {
  const { data: voice, error, refetch } = useQuery(voiceQuery(place));
  if (error && !voice) {
    return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  }
  return voice ? <VoiceChart voice={voice} groups={groups} /> : <Loading />;
}

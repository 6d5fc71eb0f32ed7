import { Anchor, Button, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '@/ui/loading';
import { Moment } from '@/ui/moment';
import { ProblemNotice } from '@/ui/problem-notice';
import classes from '../joining/joining.module.css';
import type { Place } from '../queries';
import { projectorQuery, useProjector } from './queries';

/** The chair's part of the wall: its code, what it shows, and its end. */
export function ProjectorSettings({ place }: { place: Place }) {
  const { t } = useTranslation('meetings');
  const { data: projector, error, isPending } = useQuery(projectorQuery(place));
  const { make, end, show } = useProjector(place);
  const problem = error ?? make.error ?? end.error ?? show.error;
  if (isPending) {
    return <Loading />;
  }
  return (
    <Stack gap="sm">
      <Title order={3}>{t('projector.title')}</Title>
      {problem && <ProblemNotice error={problem} />}
      <Text>{t('projector.how')}</Text>
      {projector && make.data && (
        <div role="status">
          <p className={classes.code}>{make.data.code}</p>
          <Text>
            {t('projector.once', { address: `${window.location.host}/projector` })}{' '}
            <Anchor href={make.data.link} target="_blank" rel="noopener">
              {t('projector.here')}
            </Anchor>
          </Text>
        </div>
      )}
      {projector && !make.data && (
        <Text>
          {t('projector.made')} <Moment at={projector.made_at} style="long" />
        </Text>
      )}
      {projector && (
        <Switch
          label={t('projector.hands')}
          checked={projector.shows_hands}
          onChange={({ currentTarget }) => show.mutate({ shows_hands: currentTarget.checked })}
        />
      )}
      <Group>
        <Button loading={make.isPending} onClick={() => make.mutate()}>
          {t(projector ? 'projector.anew' : 'projector.make')}
        </Button>
        {projector && (
          <Button
            variant="default"
            loading={end.isPending}
            onClick={() => end.mutate(undefined, { onSuccess: () => make.reset() })}
          >
            {t('projector.end')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

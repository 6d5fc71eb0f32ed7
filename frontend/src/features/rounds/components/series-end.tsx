import { Button, Group, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/dialog';
import { Moment } from '@/ui/moment';
import { ProblemNotice } from '@/ui/problem-notice';
import type { Round } from '../queries';
import { type RoundStanding, useEndSeries } from '../running';
import classes from './rounds.module.css';

interface SeriesEndProps {
  studyId: string;
  round: Round;
  running: RoundStanding;
  /** Ending is for those who run rounds. */
  mayEnd: boolean;
}

/** The end of a series of unlinkable rounds: what it destroys, the button, and that it has ended. */
export function SeriesEnd({ studyId, round, running, mayEnd }: SeriesEndProps) {
  const { t } = useTranslation('rounds');
  const [isAsking, { open: ask, close: leave }] = useDisclosure(false);
  const end = useEndSeries(studyId, round.id);
  if (running.is_series_ended) {
    return (
      <section className={classes.panel} aria-labelledby="series">
        <Title order={2} id="series">
          {t('series.ended')}
        </Title>
        <p>
          {running.series_ended_at && (
            <>
              {t('series.endedOn')} <Moment at={running.series_ended_at} style="long" />.{' '}
            </>
          )}
          {t('series.endedWords')}
        </p>
      </section>
    );
  }
  if (!mayEnd) {
    return null;
  }
  return (
    <section className={classes.panel} aria-labelledby="series">
      <Title order={2} id="series">
        {t('series.title')}
      </Title>
      <p>{t('series.lead')}</p>
      <Button variant="default" onClick={ask}>
        {t('series.end')}
      </Button>
      <Dialog title={t('series.sure')} isOpen={isAsking} onClose={leave}>
        <p>{t('series.destroys')}</p>
        <ul className={classes.plain}>
          <li>{t('series.own')}</li>
          <li>{t('series.rounds')}</li>
          <li>{t('series.backups')}</li>
        </ul>
        <p>
          <strong>{t('series.undo')}</strong> {t('series.stays')}
        </p>
        {end.error && <ProblemNotice error={end.error} />}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={leave}>
            {t('series.not')}
          </Button>
          <Button
            loading={end.isPending}
            onClick={() => end.mutate(undefined, { onSuccess: leave })}
          >
            {t('series.yes')}
          </Button>
        </Group>
      </Dialog>
    </section>
  );
}

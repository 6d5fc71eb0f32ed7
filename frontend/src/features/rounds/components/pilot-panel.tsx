import { Button, MultiSelect, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { useNamePilots, useStartPilot } from '../pilot-queries';
import type { Round } from '../queries';
import classes from './rounds.module.css';

interface PilotPanelProps {
  studyId: string;
  round: Round;
  /** Those who could try it out. */
  people: readonly { id: string; name: string }[];
  mayStart: boolean;
}

/** Names who tries a draft out before the panel is asked, and begins the trial. */
export function PilotPanel({ studyId, round, people, mayStart }: PilotPanelProps) {
  const { t } = useTranslation('rounds');
  const name = useNamePilots(studyId, round.id);
  const start = useStartPilot(studyId, round.id);
  const problem = name.error ?? start.error;
  return (
    <section className={classes.panel} aria-labelledby="pilot">
      <Title order={2} id="pilot">
        {t('build.pilot')}
      </Title>
      <p>{t('build.pilotWhat')}</p>
      {problem && <ProblemNotice error={problem} />}
      <MultiSelect
        label={t('build.pilotWho')}
        data={people.map((person) => ({ value: person.id, label: person.name }))}
        value={name.isPending ? name.variables : round.pilot_ids}
        onChange={(ids) => name.mutate(ids)}
        searchable
      />
      {mayStart && (
        <Button
          mt="md"
          variant="default"
          disabled={round.pilot_ids.length === 0 || round.items.length === 0}
          loading={start.isPending}
          onClick={() => start.mutate(undefined)}
        >
          {t('build.pilotStart')}
        </Button>
      )}
    </section>
  );
}

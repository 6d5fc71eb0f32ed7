import { Button, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Pilot, useResetPilot } from '../pilot-queries';
import type { Round } from '../queries';
import classes from './rounds.module.css';

interface PilotProgressProps {
  studyId: string;
  round: Round;
  pilot: Pilot;
  mayReset: boolean;
}

/** How a trial goes, what was written in it, and its end. */
export function PilotProgress({ studyId, round, pilot, mayReset }: PilotProgressProps) {
  const { t } = useTranslation('rounds');
  const reset = useResetPilot(studyId, round.id);
  return (
    <section className={classes.section} aria-labelledby="pilot">
      <Title order={2} id="pilot">
        {t('build.pilot')}
      </Title>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('build.pilotName')}</Table.Th>
            <Table.Th>{t('build.pilotAnswered')}</Table.Th>
            <Table.Th>{t('build.pilotTime')}</Table.Th>
            <Table.Th>{t('build.pilotFinished')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {pilot.people.map((person) => (
            <Table.Tr key={person.member_id}>
              <Table.Th scope="row">{person.name}</Table.Th>
              <Table.Td>
                {t('build.pilotOf', { answered: person.answered, total: pilot.questions })}
              </Table.Td>
              <Table.Td>
                {person.seconds !== null &&
                  t('mine.minutes', { count: Math.max(1, Math.round(person.seconds / 60)) })}
              </Table.Td>
              <Table.Td>{t(person.finished_at ? 'build.pilotYes' : 'build.pilotNotYet')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {pilot.words.length > 0 && (
        <ul className={classes.quotes}>
          {pilot.words.map(({ name, prompt, text }) => (
            <li key={`${name} ${prompt} ${text}`}>
              {[name, prompt || t('comment.title')].join(': ')}
              <blockquote>{text}</blockquote>
            </li>
          ))}
        </ul>
      )}
      {reset.error && <ProblemNotice error={reset.error} />}
      {mayReset && (
        <>
          <p>{t('build.pilotResetWhat')}</p>
          <Button loading={reset.isPending} onClick={() => reset.mutate(undefined)}>
            {t('build.pilotReset')}
          </Button>
        </>
      )}
    </section>
  );
}

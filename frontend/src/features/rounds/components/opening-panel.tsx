import { Button, Group, Modal, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/ui/moment';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Round, useOpenRound } from '../queries';
import { useScheduleRound } from '../running';
import classes from './rounds.module.css';

interface OpeningPanelProps {
  studyId: string;
  round: Round;
}

/** What stands in the way of opening, or what opening will do; then the button. */
export function OpeningPanel({ studyId, round }: OpeningPanelProps) {
  const { t } = useTranslation('rounds');
  const [isAsking, { open: ask, close }] = useDisclosure(false);
  const open = useOpenRound(studyId, round.id);
  const isReady = round.obstacles.length === 0;
  return (
    <section className={classes.panel} aria-labelledby="opening">
      <Title order={2} id="opening">
        {t('open.title')}
      </Title>
      {isReady ? (
        <>
          <p>{t('open.what')}</p>
          <Consequences round={round} />
        </>
      ) : (
        <>
          <p>{t('open.obstacles')}</p>
          <ul className={classes.plain}>
            {round.obstacles.map((obstacle) => (
              <li key={obstacle}>{obstacle}</li>
            ))}
          </ul>
        </>
      )}
      {open.error && <ProblemNotice error={open.error} />}
      <Button mt="md" disabled={!isReady} onClick={ask}>
        {t('open.title')}
      </Button>
      {isReady && round.opens_at && new Date(round.opens_at) > new Date() && (
        <SchedulingPart studyId={studyId} round={round} />
      )}
      <Modal opened={isAsking} onClose={close} title={t('open.sure', { title: round.title })}>
        <Consequences round={round} />
        <p>{t('open.undo')}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('open.not')}
          </Button>
          <Button
            loading={open.isPending}
            onClick={() => open.mutate(undefined, { onSettled: close })}
          >
            {t('open.button')}
          </Button>
        </Group>
      </Modal>
    </section>
  );
}

function SchedulingPart({ studyId, round }: OpeningPanelProps) {
  const { t } = useTranslation('rounds');
  const schedule = useScheduleRound(studyId, round.id);
  return (
    <>
      <p>{t('open.byItselfWords')}</p>
      {schedule.error && <ProblemNotice error={schedule.error} />}
      <Button
        variant="default"
        loading={schedule.isPending}
        onClick={() => schedule.mutate(undefined)}
      >
        {t('open.byItself')}
      </Button>
    </>
  );
}

function Consequences({ round }: { round: Round }) {
  const { t } = useTranslation('rounds');
  const versions = round.items.filter(({ version }) => version && !version.is_frozen).length;
  return (
    <ul className={classes.plain}>
      <li>{t('open.mails', { count: round.asked })}</li>
      {versions > 0 && <li>{t('open.freeze', { count: versions })}</li>}
      <li>{t('open.lock', { rule: round.rule })}</li>
      <li>{t('open.blind')}</li>
      {round.closes_at && (
        <li>
          {t('open.closes')} <Moment at={round.closes_at} style="long" />.
        </li>
      )}
    </ul>
  );
}

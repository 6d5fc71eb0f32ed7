import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/dialog';
import { Moment } from '@/ui/moment';
import { ProblemNotice } from '@/ui/problem-notice';
import type { Round, RoundProgress } from '../queries';
import { useRemind } from '../running';
import type { ResultGroup } from './round-results';

interface RemindingButtonProps {
  studyId: string;
  round: Round;
  progress: RoundProgress;
  groups: readonly ResultGroup[];
}

type Turnout = RoundProgress['groups'][number];

/** Reminds those who have not finished, all or some groups, and nobody too soon after a mail. */
export function RemindingButton({ studyId, round, progress, groups }: RemindingButtonProps) {
  const { t } = useTranslation('rounds');
  const unfinished = progress.groups.filter(({ asked, finished }) => asked > finished);
  const ready = unfinished.filter(({ remindable }) => remindable > 0);
  const [chosen, setChosen] = useState<string[]>();
  const remind = useRemind(studyId, round.id);
  const { sent = 0, too_soon = 0 } = remind.data ?? {};
  const mails = ready
    .filter(({ group_id }) => chosen?.includes(group_id))
    .reduce((sum, { remindable }) => sum + remindable, 0);
  const leave = () => setChosen(undefined);
  return (
    <>
      <div>
        <Button
          variant="default"
          onClick={() => {
            remind.reset();
            setChosen(ready.map(({ group_id }) => group_id));
          }}
        >
          {t('run.remind')}
        </Button>
        <div role="status">
          {remind.isSuccess &&
            `${t('run.reminded', { count: sent })} ${too_soon > 0 ? t('run.tooSoon', { count: too_soon }) : ''}`}
        </div>
      </div>
      <Dialog title={t('remind.title')} isOpen={chosen !== undefined} onClose={leave}>
        <Stack gap="md">
          <div>{t(wordsFor(unfinished, ready), { hours: progress.pause_hours })}</div>
          {unfinished.length > 0 && (
            <Checkbox.Group label={t('remind.groups')} value={chosen ?? []} onChange={setChosen}>
              <Stack gap="sm" mt="xs">
                {unfinished.map((turnout) => (
                  <Checkbox
                    key={turnout.group_id}
                    value={turnout.group_id}
                    disabled={turnout.remindable === 0}
                    label={groups.find(({ id }) => id === turnout.group_id)?.name ?? ''}
                    description={<Standing turnout={turnout} />}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          {remind.error && <ProblemNotice error={remind.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={leave}>
              {t('remind.not')}
            </Button>
            <Button
              disabled={mails === 0}
              loading={remind.isPending}
              onClick={() => remind.mutate(chosen ?? [], { onSuccess: leave })}
            >
              {t('remind.send', { count: mails })}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}

function wordsFor(unfinished: readonly Turnout[], ready: readonly Turnout[]) {
  if (unfinished.length === 0) {
    return 'remind.allFinished';
  }
  return ready.length > 0 ? 'remind.lead' : 'remind.tooSoon';
}

function Standing({ turnout }: { turnout: Turnout }) {
  const { t } = useTranslation('rounds');
  return (
    <>
      {t('remind.unfinished', { count: turnout.asked - turnout.finished })}{' '}
      {t('remind.ready', { count: turnout.remindable })}{' '}
      {turnout.reminded_at && (
        <>
          {t('remind.last')} <Moment at={turnout.reminded_at} />.
        </>
      )}
    </>
  );
}

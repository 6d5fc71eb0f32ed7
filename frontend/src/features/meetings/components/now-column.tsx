import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveMeeting } from '../live';
import type { AgendaPoint, Command, Outcome, StakeholderGroup } from '../queries';
import type { useArrivals } from './arrivals';
import classes from './chair.module.css';
import { Key } from './chair-keys';
import { ChairPolls, PollsOfPoint } from './chair-polls';
import { Outcomes } from './outcomes';
import type { SessionProps } from './participant-view';
import { ScrollArea } from './scroll-area';
import session from './session.module.css';
import { ToRaise } from './to-raise';

interface NowColumnProps {
  live: LiveMeeting;
  item: AgendaPoint | undefined;
  groups: readonly StakeholderGroup[];
  mechanism: SessionProps['mechanism'];
  arrivals: ReturnType<typeof useArrivals>;
  canAct: boolean;
  send: (command: Command) => void;
  onOpenPoll: () => void;
  onComment: () => void;
  onNote: (kind: Outcome['kind']) => void;
  onCorrect: (outcome: Outcome) => void;
  onStart: () => void;
  afterwards: ReactNode;
}

/** What is on show, the poll, what was noted, and what is being written about it. */
export function NowColumn(props: NowColumnProps) {
  const { live, item, arrivals, canAct, send, onComment, onNote, onCorrect, onStart } = props;
  const { t } = useTranslation('meetings');
  const { state } = live.snapshot;
  const { phase, outcomes } = state;
  return (
    <section className={classes.column} aria-label={t('chair.now')}>
      <h2>{t('chair.now')}</h2>
      {phase === 'lobby' && (
        <div className={classes.block}>
          <h3>{t('lobby.title')}</h3>
          <p>{t('chair.startHow')}</p>
          <div>
            <Button size="md" onClick={onStart} rightSection={<Key>s</Key>}>
              {t('chair.start')}
            </Button>
          </div>
        </div>
      )}
      {phase === 'ended' && <h3>{t(state.is_ended_by_clock ? 'ended.byClock' : 'ended.title')}</h3>}
      {phase === 'live' && <Asking {...props} />}
      {phase !== 'lobby' && <OnShow {...props} />}
      {phase !== 'lobby' && (
        <div className={classes.panes}>
          <Outcomes outcomes={outcomes} canAct={canAct} onNote={onNote} onCorrect={onCorrect} />
          {item && (
            <ToRaise
              arrivals={arrivals}
              marks={state.marks}
              canAct={canAct}
              onMark={({ id }, mark) => send({ type: 'mark_comment', comment_id: id, mark })}
              onComment={onComment}
            />
          )}
        </div>
      )}
    </section>
  );
}

function Asking({ live, canAct, send, onOpenPoll }: NowColumnProps) {
  const { t } = useTranslation('meetings');
  const { paused_at: pausedAt } = live.snapshot.state;
  return (
    <>
      {pausedAt && (
        <div className={classes.block} data-active>
          <h3>{t('pause.is')}</h3>
          {canAct && (
            <div>
              <Button
                leftSection={<IconPlayerPlay size={18} aria-hidden />}
                rightSection={<Key>b</Key>}
                onClick={() => send({ type: 'resume' })}
              >
                {t('pause.resume')}
              </Button>
            </div>
          )}
        </div>
      )}
      <ChairPolls live={live} canAct={canAct} send={send} onOpenPoll={onOpenPoll} />
    </>
  );
}

function OnShow({ live, item, groups, mechanism, onComment, afterwards }: NowColumnProps) {
  const { t } = useTranslation('meetings');
  const { phase, polls } = live.snapshot.state;
  return (
    <ScrollArea className={classes.fill ?? ''} label={t('bar.stage')}>
      {phase === 'live' && !item && <p className={session.quiet}>{t('show.nothing')}</p>}
      <PollsOfPoint which="newest" polls={polls} item={item} groups={groups} />
      {item && !item.version_id && <h3>{item.title}</h3>}
      {item?.version_id && mechanism(item.version_id, onComment)}
      <PollsOfPoint which="earlier" polls={polls} item={item} groups={groups} />
      {phase === 'ended' && afterwards}
    </ScrollArea>
  );
}

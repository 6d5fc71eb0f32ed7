import { ActionIcon, Button, Switch, VisuallyHidden } from '@mantine/core';
import { IconHandOff, IconMicrophone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveMeeting } from '../live';
import type { Command, StakeholderGroup } from '../queries';
import { speakersToCome } from '../queue';
import classes from './chair.module.css';
import { Key } from './chair-keys';
import { Elapsed } from './elapsed';
import { ScrollArea } from './scroll-area';
import session from './session.module.css';

interface HandsQueueProps {
  live: LiveMeeting;
  groups: readonly StakeholderGroup[];
  canAct: boolean;
  send: (command: Command) => void;
}

/** Raised hands in the order of speaking, and what decides that order. */
export function HandsQueue({ live, groups, canAct, send }: HandsQueueProps) {
  const { t } = useTranslation('meetings');
  const { state } = live.snapshot;
  const { people, queue, paused_at: pausedAt } = state;
  const hands = speakersToCome(state);
  return (
    <section className={classes.block}>
      <h3>
        {t('chair.hands')} ({hands.length})
      </h3>
      <Switch
        size="sm"
        label={
          <>
            {t('queue.balanced')} <Key>q</Key>
          </>
        }
        disabled={!canAct}
        checked={queue === 'balanced'}
        onChange={({ currentTarget }) =>
          send({ type: 'set_queue', order: currentTarget.checked ? 'balanced' : 'asking' })
        }
      />
      {hands.length === 0 && <p>{t('chair.noHands')}</p>}
      {hands.length > 0 && (
        <ScrollArea className={classes.handsArea ?? ''} label={t('chair.hands')}>
          <ol className={classes.hands}>
            {hands.map(({ member_id: id, since, kind }, index) => {
              const name = people[id]?.name ?? '';
              const group = groups.find((one) => one.id === people[id]?.group_id);
              return (
                <li key={id} className={classes.hand}>
                  <Button
                    size="sm"
                    fullWidth
                    justify="space-between"
                    variant="default"
                    disabled={!canAct || pausedAt !== null}
                    className={`${classes.handButton} ${index === 0 ? session.tinted : ''}`}
                    leftSection={<IconMicrophone size={18} aria-hidden />}
                    rightSection={
                      <>
                        <Elapsed since={since} clockOffset={live.clockOffset} />
                        {index === 0 && <Key>f</Key>}
                      </>
                    }
                    onClick={() => send({ type: 'give_floor', member_id: id })}
                  >
                    <span className={classes.handWords}>
                      <span className={classes.clip}>
                        <VisuallyHidden>{t('chair.giveTo')} </VisuallyHidden>
                        {name}
                      </span>
                      <span className={classes.handKind}>
                        {kind !== 'speak' && <strong>{t(`hand.kinds.${kind}`)}</strong>}
                        {kind === 'speak' && (group?.name ?? '')}
                      </span>
                    </span>
                  </Button>
                  {canAct && (
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={t('chair.lower', { name })}
                      onClick={() => send({ type: 'lower_hand', member_id: id })}
                    >
                      <IconHandOff size={20} aria-hidden />
                    </ActionIcon>
                  )}
                </li>
              );
            })}
          </ol>
        </ScrollArea>
      )}
    </section>
  );
}

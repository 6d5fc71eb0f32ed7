import { ActionIcon, Button, VisuallyHidden } from '@mantine/core';
import { IconHandOff, IconMicrophone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveMeeting } from '../live';
import type { Command, StakeholderGroup } from '../queries';
import classes from './chair.module.css';
import { Key } from './chair-keys';
import { Elapsed } from './elapsed';
import { PeopleList } from './people-list';
import { ScrollArea } from './scroll-area';
import session from './session.module.css';

interface PeopleColumnProps {
  live: LiveMeeting;
  memberId: string;
  groups: readonly StakeholderGroup[];
  send: (command: Command) => void;
}

/** Who has the floor, whose hand is up in the order of asking, and everybody who is here. */
export function PeopleColumn({ live, memberId, groups, send }: PeopleColumnProps) {
  const { t } = useTranslation('meetings');
  const { snapshot } = live;
  const { floor, phase, people } = snapshot.state;
  const isLive = phase === 'live';
  return (
    <ScrollArea className={classes.column ?? ''} label={t('chair.people')}>
      {isLive && <h2>{t('chair.people')}</h2>}
      {isLive && (
        <div className={classes.block} data-active={floor ? true : undefined}>
          <h3>
            {floor ? t('floor.has', { name: people[floor.member_id]?.name }) : t('floor.nobody')}
          </h3>
          {floor && (
            <>
              <span className={classes.big}>
                <Elapsed since={floor.since} clockOffset={live.clockOffset} />
              </span>
              <Button
                size="sm"
                rightSection={<Key>e</Key>}
                onClick={() => send({ type: 'end_floor' })}
              >
                {t('chair.endTurn')}
              </Button>
            </>
          )}
        </div>
      )}
      {isLive && <Hands live={live} send={send} />}
      <h2>{t('people.here', { count: snapshot.here.length })}</h2>
      <PeopleList
        here={snapshot.here}
        groups={groups}
        memberId={memberId}
        action={(person) =>
          isLive &&
          floor?.member_id !== person.id && (
            <ActionIcon
              variant="subtle"
              aria-label={t('chair.give', { name: person.name })}
              onClick={() => send({ type: 'give_floor', member_id: person.id })}
            >
              <IconMicrophone size={20} aria-hidden />
            </ActionIcon>
          )
        }
      />
    </ScrollArea>
  );
}

function Hands({ live, send }: Pick<PeopleColumnProps, 'live' | 'send'>) {
  const { t } = useTranslation('meetings');
  const { hands, people } = live.snapshot.state;
  return (
    <div className={classes.block}>
      <h3>
        {t('chair.hands')} ({hands.length})
      </h3>
      {hands.length === 0 && <p>{t('chair.noHands')}</p>}
      <ol className={classes.hands} aria-label={t('chair.hands')}>
        {hands.map(({ member_id: id, since }, index) => {
          const name = people[id]?.name ?? '';
          return (
            <li key={id} className={classes.hand}>
              <Button
                size="sm"
                fullWidth
                justify="space-between"
                variant="default"
                className={index === 0 ? (session.tinted ?? '') : ''}
                leftSection={<IconMicrophone size={18} aria-hidden />}
                rightSection={
                  <>
                    <Elapsed since={since} clockOffset={live.clockOffset} />
                    {index === 0 && <Key>f</Key>}
                  </>
                }
                onClick={() => send({ type: 'give_floor', member_id: id })}
              >
                <VisuallyHidden>{t('chair.giveTo')} </VisuallyHidden>
                {name}
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('chair.lower', { name })}
                onClick={() => send({ type: 'lower_hand', member_id: id })}
              >
                <IconHandOff size={20} aria-hidden />
              </ActionIcon>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

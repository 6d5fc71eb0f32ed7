import { ActionIcon, Button } from '@mantine/core';
import { IconArmchair, IconMicrophone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveMeeting } from '../live';
import type { Command, StakeholderGroup } from '../queries';
import { Airtime } from './airtime';
import classes from './chair.module.css';
import { Key } from './chair-keys';
import { Elapsed } from './elapsed';
import { HandsQueue } from './hands-queue';
import { PeopleList } from './people-list';
import { ScrollArea } from './scroll-area';

interface PeopleColumnProps {
  live: LiveMeeting;
  memberId: string;
  groups: readonly StakeholderGroup[];
  canAct: boolean;
  send: (command: Command) => void;
  onHandOver: () => void;
}

/** Who has the floor, whose hand is up, how long each group has spoken, and who is here. */
export function PeopleColumn(props: PeopleColumnProps) {
  const { live, memberId, groups, canAct, send, onHandOver } = props;
  const { t } = useTranslation('meetings');
  const { snapshot } = live;
  const { floor, phase, chair, paused_at: pausedAt } = snapshot.state;
  const isLive = phase === 'live';
  return (
    <section className={classes.column} aria-label={t('chair.people')}>
      {isLive && (
        <>
          <h2>{t('chair.people')}</h2>
          <Speaker live={live} canAct={canAct} send={send} />
          <HandsQueue live={live} groups={groups} canAct={canAct} send={send} />
          <Airtime live={live} groups={groups} />
        </>
      )}
      <div className={classes.headLine}>
        <h2>{t('people.here', { count: snapshot.here.length })}</h2>
        {canAct && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArmchair size={16} aria-hidden />}
            rightSection={<Key>h</Key>}
            onClick={onHandOver}
          >
            {t('seat.handOver')}
          </Button>
        )}
      </div>
      <ScrollArea className={classes.fill ?? ''} label={t('people.title')}>
        <PeopleList
          here={snapshot.here}
          groups={groups}
          memberId={memberId}
          chairId={chair?.member_id}
          action={(person) =>
            canAct &&
            floor?.member_id !== person.id &&
            !pausedAt && (
              <ActionIcon
                variant="subtle"
                aria-label={t('chair.give', { name: person.name })}
                title={t('chair.give', { name: person.name })}
                onClick={() => send({ type: 'give_floor', member_id: person.id })}
              >
                <IconMicrophone size={20} aria-hidden />
              </ActionIcon>
            )
          }
        />
      </ScrollArea>
    </section>
  );
}

function Speaker({ live, canAct, send }: Pick<PeopleColumnProps, 'live' | 'canAct' | 'send'>) {
  const { t } = useTranslation('meetings');
  const { floor, people } = live.snapshot.state;
  return (
    <div className={classes.speaker} data-active={floor ? true : undefined}>
      <h3>{floor ? t('floor.has', { name: people[floor.member_id]?.name }) : t('floor.nobody')}</h3>
      {floor && (
        <span className={classes.big}>
          <Elapsed since={floor.since} clockOffset={live.clockOffset} />
        </span>
      )}
      {floor && canAct && (
        <Button size="sm" rightSection={<Key>e</Key>} onClick={() => send({ type: 'end_floor' })}>
          {t('chair.endTurn')}
        </Button>
      )}
    </div>
  );
}

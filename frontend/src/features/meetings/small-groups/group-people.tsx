import { ActionIcon } from '@mantine/core';
import { IconHandStop, IconMicrophone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { GroupMark } from '@/ui/marks/group-mark';
import session from '../components/session.module.css';
import type { LiveMeeting } from '../live';
import type { Command, StakeholderGroup } from '../queries';
import type { SmallGroup } from './queries';
import classes from './small-groups.module.css';

interface GroupPeopleProps {
  group: SmallGroup;
  live: LiveMeeting;
  memberId: string;
  groups: readonly StakeholderGroup[];
  /** True for the facilitator and for the chair: they give the floor. */
  mayGive: boolean;
  send: (command: Command) => void;
}

/** The people of a small group: whose hand is up in the order of asking, and the rest. */
export function GroupPeople({ group, live, memberId, groups, mayGive, send }: GroupPeopleProps) {
  const { t } = useTranslation('meetings');
  const { people } = live.snapshot.state;
  const order = group.hands.map(({ member_id: id }) => id);
  const sorted = [...order, ...group.member_ids.filter((id) => !order.includes(id))];
  return (
    <section className={classes.people}>
      <h3>{t('smallGroups.people', { count: group.member_ids.length })}</h3>
      <ul className={session.people}>
        {sorted.map((id) => {
          const person = people[id];
          const stakeholders = groups.find((one) => one.id === person?.group_id);
          const place = order.indexOf(id) + 1;
          return (
            <li key={id} className={session.person}>
              <span className={session.personWords}>
                <span>
                  {person?.name} {id === memberId && t('people.me')}
                  {id === group.facilitator_id && (
                    <span className={classes.tag}>{t('smallGroups.facilitator')}</span>
                  )}
                </span>
                <span className={session.quiet}>
                  {stakeholders && (
                    <GroupMark position={stakeholders.position} name={stakeholders.name} />
                  )}
                  {place > 0 && (
                    <span className={classes.hand}>
                      <IconHandStop size={16} aria-hidden /> {t('smallGroups.handUp', { place })}
                    </span>
                  )}
                </span>
              </span>
              {mayGive && group.floor?.member_id !== id && (
                <ActionIcon
                  variant={place === 1 ? 'filled' : 'subtle'}
                  aria-label={t('chair.give', { name: person?.name })}
                  onClick={() =>
                    send({
                      type: 'give_small_group_floor',
                      small_group_id: group.id,
                      member_id: id,
                    })
                  }
                >
                  <IconMicrophone size={20} aria-hidden />
                </ActionIcon>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

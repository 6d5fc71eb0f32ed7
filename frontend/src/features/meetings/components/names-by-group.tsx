import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GroupMark } from '@/ui/marks/group-mark';
import type { LiveState, StakeholderGroup } from '../queries';
import classes from './plan.module.css';

type Person = NonNullable<LiveState['people'][string]>;

interface NamesByGroupProps {
  people: readonly Person[];
  groups: readonly StakeholderGroup[];
}

/** Who was there, a column for each stakeholder group in the study's order; the team comes last. */
export function NamesByGroup({ people, groups }: NamesByGroupProps) {
  const { t } = useTranslation('meetings');
  const of = (groupId: string) => people.filter(({ group_id }) => group_id === groupId);
  const others = people.filter(({ group_id }) => !groups.some(({ id }) => id === group_id));
  return (
    <div className={classes.groups}>
      {groups.map(({ id, name, position }) => (
        <Names key={id} people={of(id)} title={<GroupMark position={position} name={name} />} />
      ))}
      <Names people={others} title={t('meeting.noGroup')} />
    </div>
  );
}

function Names({ people, title }: { people: readonly Person[]; title: ReactNode }) {
  if (people.length === 0) {
    return null;
  }
  return (
    <section>
      <Title order={3} size="h4">
        {title}
      </Title>
      <ul className={classes.names}>
        {[...people]
          .sort((one, other) => one.name.localeCompare(other.name))
          .map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
      </ul>
    </section>
  );
}

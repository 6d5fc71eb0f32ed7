import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GroupMark } from '@/ui/marks/group-mark';
import type { Present, StakeholderGroup } from '../queries';
import classes from './session.module.css';

interface PeopleListProps {
  here: readonly Present[];
  groups: readonly StakeholderGroup[];
  memberId: string;
  chairId?: string | undefined;
  /** What can be done with a person, at the end of the line. */
  action?: (person: Present) => ReactNode;
}

/** Everybody who is here, by name, with their stakeholder group. */
export function PeopleList({ here, groups, memberId, chairId, action }: PeopleListProps) {
  const { t } = useTranslation('meetings');
  return (
    <ul className={classes.people} aria-label={t('people.title')}>
      {here.map((person) => {
        const group = groups.find(({ id }) => id === person.group_id);
        return (
          <li key={person.id} className={classes.person}>
            <span className={classes.personWords}>
              <span>
                {person.name} {person.id === memberId && t('people.me')}{' '}
                {person.id === chairId && t('people.chair')}
              </span>
              <span className={classes.quiet}>
                {group && <GroupMark position={group.position} name={group.name} />}
                {person.is_away && ` ${t('people.away')}`}
              </span>
            </span>
            {action?.(person)}
          </li>
        );
      })}
    </ul>
  );
}

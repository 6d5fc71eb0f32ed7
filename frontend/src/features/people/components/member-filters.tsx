import { NativeSelect, Group as Row } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Group, Member } from '../queries';

export const MEMBER_STATES = ['active', 'invited', 'declined', 'left'] as const;

/** What the table of members is narrowed to; nothing means everybody. */
export interface MemberFilter {
  state?: Member['state'];
  /** A group's id, or `none` for those in no group. */
  group?: string;
}

interface MemberFiltersProps {
  filter: MemberFilter;
  groups: readonly Group[];
  onChange: (filter: MemberFilter) => void;
}

/** Narrows the table of members. */
export function MemberFilters({ filter, groups, onChange }: MemberFiltersProps) {
  const { t } = useTranslation('people');
  const { state, group } = filter;
  return (
    <Row gap="md" align="flex-end">
      <NativeSelect
        label={t('members.filterState')}
        value={state ?? ''}
        data={[
          { value: '', label: t('members.everyState') },
          ...MEMBER_STATES.map((value) => ({ value, label: t(`states.${value}`) })),
        ]}
        onChange={(event) => {
          const chosen = MEMBER_STATES.find((value) => value === event.currentTarget.value);
          onChange({ ...(group ? { group } : {}), ...(chosen ? { state: chosen } : {}) });
        }}
      />
      <NativeSelect
        label={t('members.filterGroup')}
        value={group ?? ''}
        data={[
          { value: '', label: t('members.everyGroup') },
          ...groups.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'none', label: t('noGroup') },
        ]}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onChange({ ...(state ? { state } : {}), ...(chosen ? { group: chosen } : {}) });
        }}
      />
    </Row>
  );
}

/** The members whom a filter lets through. */
export function narrowed(members: readonly Member[], { state, group }: MemberFilter): Member[] {
  return members.filter(
    (member) =>
      (!state || member.state === state) && (!group || (member.group_id ?? 'none') === group),
  );
}

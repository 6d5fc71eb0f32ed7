import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { studyQuery } from '@/features/studies/queries';
import { GroupMark } from '@/ui/marks/group-mark';

/** Shows a stakeholder group of the study by its id. */
export function useGroupMark(studyId: string): (groupId: string) => ReactNode {
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const groups = new Map(study.groups.map((group) => [group.id, group]));
  return (groupId) => {
    const group = groups.get(groupId);
    return group && <GroupMark name={group.name} position={group.position} />;
  };
}

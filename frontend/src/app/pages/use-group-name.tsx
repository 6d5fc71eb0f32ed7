import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { studyQuery } from '@/features/studies/queries';
import { GroupMark } from '@/ui/marks/group-mark';

/** Names a stakeholder group with its shape and colour, in the study's fixed order. */
export function useGroupName(studyId: string): (groupId: string) => ReactNode {
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  return (groupId) => {
    const group = study.groups.find(({ id }) => id === groupId);
    return group ? <GroupMark position={group.position} name={group.name} /> : null;
  };
}

import { useOrder, useRemove } from './queries';

interface Arranging {
  error: Error | null;
  move: (id: string, by: 1 | -1) => void;
  remove: (id: string) => void;
}

/** Moving and removing what stands in a list of the study: its stages or its groups. */
export function useArranging(
  studyId: string,
  part: 'stages' | 'groups',
  rows: readonly { id: string }[],
): Arranging {
  const order = useOrder(studyId, part);
  const remove = useRemove(studyId, part);
  const ids = rows.map(({ id }) => id);
  return {
    error: remove.error ?? order.error,
    move: (id, by) => {
      remove.reset();
      const from = ids.indexOf(id);
      const others = ids.filter((other) => other !== id);
      order.mutate(others.toSpliced(from + by, 0, id));
    },
    remove: (id) => {
      order.reset();
      remove.mutate(id);
    },
  };
}

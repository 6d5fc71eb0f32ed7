import { useEffect, useMemo, useRef } from 'react';
import type { RowVerbs } from './passage-row';

/** The same verbs on every drawing, so that rows which have not changed are not drawn again. */
export function useSteadyVerbs(verbs: RowVerbs): RowVerbs {
  const latest = useRef(verbs);
  useEffect(() => {
    latest.current = verbs;
  });
  return useMemo(
    () => ({
      onHear: (passage) => latest.current.onHear(passage),
      onEdit: (passage, word) => latest.current.onEdit(passage, word),
      onSpeaker: (passage, speakerId) => latest.current.onSpeaker(passage, speakerId),
      onSettle: (passage, text) => latest.current.onSettle(passage, text),
      field: {
        onType: (text) => latest.current.field.onType(text),
        onLeave: () => latest.current.field.onLeave(),
        onSplit: () => latest.current.field.onSplit(),
        onJoin: () => latest.current.field.onJoin(),
        onInaudible: () => latest.current.field.onInaudible(),
        onIdentify: () => latest.current.field.onIdentify(),
      },
    }),
    [],
  );
}

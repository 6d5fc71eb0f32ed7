import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countCodepoints } from '@/lib/codepoints';
import { ELEMENTS, STANCES } from './choices';
import { COLOURS } from './colours';
import type { SegmentText, SelectedPassage } from './components/coded-segment';
import { type Passage, useCodingDesk } from './desk';
import { type KeyActions, useKeys } from './keys';
import { type Code, type CodingChanges, useCreateCode } from './queries';
import { rememberId } from './recent';

interface SessionOptions {
  studyId: string;
  documentId: string;
  segments: readonly SegmentText[];
  codes: readonly Code[];
  coder: { id: string; name: string };
  canCode: boolean;
  canCorrect: boolean;
  /** Where a link led. */
  from: { segment?: string | undefined; coding?: string | undefined };
}

/** What somebody who codes a document has before them: passage, coding, words chosen, what is open. */
export function useCodingSession(options: SessionOptions) {
  const { studyId, segments, codes, canCode, canCorrect } = options;
  const { t } = useTranslation('coding');
  const desk = useCodingDesk(options);
  const create = useCreateCode(studyId);
  const [segmentId, setSegmentId] = useState(options.from.segment ?? segments[0]?.id);
  const [chosenId, setChosenId] = useState<string>();
  const [passage, setPassage] = useState<SelectedPassage>();
  const [open, setOpen] = useState<'code' | 'mechanism' | 'keys'>();
  const [correcting, setCorrecting] = useState<string>();
  const [said, setSaid] = useState('');
  const [resets, setResets] = useState<Record<string, number>>({});
  const linked = desk.codings.find(({ id }) => id === options.from.coding)?.client_id;
  const currentId = chosenId ?? linked;
  const current = desk.codings.find(({ client_id }) => client_id === currentId);

  function select(next: SelectedPassage) {
    if (passage && passage.segmentId !== next.segmentId) {
      // only one segment has chosen words; the other text begins anew
      const { segmentId: left } = passage;
      setResets((before) => ({ ...before, [left]: (before[left] ?? 0) + 1 }));
    }
    setPassage(next);
    setSegmentId(next.segmentId);
  }

  function release(from: string) {
    setPassage((before) => (before?.segmentId === from ? undefined : before));
  }

  function put(says: { code_id?: string; mechanism_id?: string }, name: string) {
    const target = passage ?? wholeOf(segments.find(({ id }) => id === segmentId));
    setOpen(undefined);
    if (target) {
      setChosenId(desk.code(target, says));
      setSaid(t('page.coded', { name }));
      passage?.release();
    }
  }

  function putCode(codeId: string) {
    rememberId(studyId, 'code', codeId);
    put({ code_id: codeId }, codes.find(({ id }) => id === codeId)?.name ?? '');
  }

  function putNewCode(name: string) {
    const colour = COLOURS[codes.length % COLOURS.length] ?? '#5a6472';
    create.mutate(
      { name, description: '', colour, parent_id: null },
      {
        onSuccess: (code) => {
          rememberId(studyId, 'code', code.id);
          put({ code_id: code.id }, code.name);
        },
      },
    );
  }

  function chooseMechanism(mechanismId: string) {
    rememberId(studyId, 'mechanism', mechanismId);
    if (current && !passage) {
      desk.change(current, { mechanism_id: mechanismId });
      setOpen(undefined);
    } else {
      put({ mechanism_id: mechanismId }, t('page.codedWith'));
    }
  }

  function change(changes: CodingChanges) {
    if (current?.can_change) {
      desk.change(current, changes);
    }
  }

  function remove() {
    if (current?.can_change) {
      desk.remove(current);
      setSaid(t('page.removed'));
    }
  }

  function undo() {
    desk.undo();
    setSaid(t('page.undone'));
  }

  useKeys({
    j: () => setSegmentId(step(segments, segmentId, 1)),
    k: () => setSegmentId(step(segments, segmentId, -1)),
    '?': () => setOpen('keys'),
    ...(canCorrect && { e: () => setCorrecting(segmentId) }),
    ...(canCode && {
      c: () => setOpen('code'),
      m: () => setOpen('mechanism'),
      x: remove,
      ...(desk.canUndo && { u: undo }),
      ...markKeys(change),
    }),
  });

  return {
    desk,
    current,
    segmentId,
    passage,
    open,
    correcting,
    said,
    resets,
    createError: create.error,
    setSegmentId,
    setOpen,
    setCorrecting,
    choose: setChosenId,
    select,
    release,
    putCode,
    putNewCode,
    chooseMechanism,
    change,
    remove,
    undo,
    place: passage && (() => change({ start: passage.start, end: passage.end })),
  };
}

export type CodingSession = ReturnType<typeof useCodingSession>;

/** 1 to 4 say the stance, 5 to 8 the element. */
function markKeys(change: (changes: CodingChanges) => void): KeyActions {
  return Object.fromEntries([
    ...STANCES.map((stance, index) => [`${index + 1}`, () => change({ stance })]),
    ...ELEMENTS.map((element, index) => [`${index + 5}`, () => change({ element })]),
  ]);
}

function wholeOf(segment: SegmentText | undefined): Passage | undefined {
  return (
    segment && {
      segmentId: segment.id,
      start: 0,
      end: countCodepoints(segment.text),
      quote: segment.text,
    }
  );
}

/** The segment before or after, with the focus on its words. */
function step(
  segments: readonly SegmentText[],
  from: string | undefined,
  by: 1 | -1,
): string | undefined {
  const at = segments.findIndex(({ id }) => id === from);
  const next = segments[Math.max(0, Math.min(segments.length - 1, at + by))];
  const row = next && document.getElementById(`segment-${next.id}`);
  row?.scrollIntoView({ block: 'nearest' });
  row?.querySelector<HTMLElement>('[role="group"]')?.focus({ preventScroll: true });
  return next?.id;
}

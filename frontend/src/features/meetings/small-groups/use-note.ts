import { useEffect, useRef, useState } from 'react';
import { noteKeeper } from './kept-note';
import { NoteSync, type NoteView } from './note-sync';
import { addToNote, fetchNote, type NotePlace, noteSocketPath } from './queries';

const NOTHING_YET: NoteView = {
  state: 'untouched',
  status: 'connecting',
  problem: undefined,
  cursors: [],
};

/** Follows a note while it is shown, and asks before the page is left with words not saved. */
export function useNote(
  { studyId, meetingId, smallGroupId }: NotePlace,
  memberId: string | undefined,
  onUnsaved: (words: string) => void,
): {
  note: NoteSync | undefined;
  view: NoteView;
} {
  const [note, setNote] = useState<NoteSync>();
  const [view, setView] = useState(NOTHING_YET);
  const latest = useRef(onUnsaved);
  latest.current = onUnsaved;

  useEffect(() => {
    const place = { studyId, meetingId, smallGroupId };
    const sync = new NoteSync({
      socketUrl: (after) => socketUrl(`${noteSocketPath(place)}?after=${after}`),
      fetch: (have) => fetchNote(place, have),
      add: (body) => addToNote(place, body),
      onView: setView,
      keeper: memberId ? noteKeeper(memberId, smallGroupId) : undefined,
    });
    const ask = (event: BeforeUnloadEvent) => sync.hasUnsent && event.preventDefault();
    window.addEventListener('beforeunload', ask);
    setNote(sync);
    sync.start();
    return () => {
      window.removeEventListener('beforeunload', ask);
      void tellUnsaved(sync, latest.current);
      sync.close();
    };
  }, [studyId, meetingId, smallGroupId, memberId]);

  return { note, view };
}

/** What was written in the last moment and came too late must not vanish without a word. */
async function tellUnsaved(sync: NoteSync, onUnsaved: (words: string) => void): Promise<void> {
  await sync.settle();
  const words = await sync.findUnsaved().catch(() => sync.text.toString());
  if (words) {
    onUnsaved(words);
  }
}

function socketUrl(path: string): string {
  const url = new URL(path, window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

import { useEffect, useState } from 'react';
import type { Place } from '../queries';
import { noteKeeper } from './kept-note';
import type { Division, NotePlace } from './queries';

interface TooLate {
  words: string;
  /** Shows words that came too late while the page was open. */
  show: (words: string) => void;
  /** Lets go of them on this device. */
  forget: () => void;
}

/** My words that a closed note does not have, also those that an earlier visit left on this device. */
export function useTooLate(
  { studyId, meetingId }: Place,
  division: Division | undefined,
  memberId: string,
): TooLate {
  const [words, show] = useState('');
  const isBack = Boolean(division?.recalled_at);
  const groupId = division?.groups.find(({ member_ids: ids }) => ids.includes(memberId))?.id;

  useEffect(() => {
    if (!(isBack && groupId)) {
      return;
    }
    let isShown = true;
    const place = { studyId, meetingId, smallGroupId: groupId };
    lookFor(place, memberId)
      .then((found) => found && isShown && show(found))
      // without a connection, or without storage, they are looked for another time
      .catch(() => undefined);
    return () => {
      isShown = false;
    };
  }, [studyId, meetingId, groupId, memberId, isBack]);

  const forget = () => {
    show('');
    if (groupId) {
      noteKeeper(memberId, groupId)
        .forget()
        .catch(() => undefined);
    }
  };
  return { words, show, forget };
}

/** What merges notes is loaded only by who has something to look for. */
async function lookFor(place: NotePlace, memberId: string): Promise<string> {
  const keeper = noteKeeper(memberId, place.smallGroupId);
  if (!(await keeper.read())) {
    return '';
  }
  const { lookForTooLate } = await import('./note-editor');
  return lookForTooLate(keeper, place);
}

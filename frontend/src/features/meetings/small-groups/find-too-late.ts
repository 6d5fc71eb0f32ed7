import * as Y from 'yjs';
import { packed, unpacked } from '@/lib/packed';
import { difference } from './difference';
import type { NoteKeeper } from './kept-note';
import { fetchNote, type NotePlace } from './queries';

/** Words kept here that a note, which is closed by now, does not have; none, and they are forgotten. */
export async function findTooLate(keeper: NoteKeeper, place: NotePlace): Promise<string> {
  const kept = await keeper.read();
  if (!kept) {
    return '';
  }
  const doc = new Y.Doc();
  const text = doc.getText('note');
  const { update } = await fetchNote(place, packed(Y.encodeStateVector(doc)));
  Y.applyUpdate(doc, unpacked(update));
  const before = text.toString();
  Y.applyUpdate(doc, kept);
  const after = text.toString();
  const words = difference(before, after, after.length).inserted.trim();
  if (!words) {
    await keeper.forget();
  }
  return words;
}

import { useState } from 'react';
import { clockTime } from '@/lib/clock-time';
import { codepointAt } from '@/lib/codepoints';
import type { Player } from '../use-player';
import type { useCursor } from './cursor';
import type { KeptDrafts } from './kept-drafts';
import type { Steps } from './queries';
import { type Passage, type Transcript, wordsOf } from './transcript';

interface VerbsOptions {
  transcript: Transcript;
  steps: Steps;
  kept: KeptDrafts;
  player: Player;
  cursor: ReturnType<typeof useCursor>;
}

/** Where somebody types. */
export interface Typing {
  id: string;
  caret: number;
}

/** What the keys and buttons of the editor do. */
export function useVerbs({ transcript, steps, kept, player, cursor }: VerbsOptions) {
  const [typing, setTyping] = useState<Typing>();
  const { passages, speakers, isCorrectable } = transcript;
  const at = (): Passage | undefined =>
    passages.find(({ id }) => id === (typing?.id ?? cursor.cursor?.id)) ?? passages[0];
  const textOf = (passage: Passage) => kept.snapshot().drafts[passage.id]?.text ?? passage.text;

  function edit(passage: Passage, word: number) {
    if (isCorrectable) {
      leave();
      const caret = wordsOf(passage)[word]?.at ?? passage.text.length;
      cursor.put({ passage: passages.indexOf(passage), word });
      setTyping({ id: passage.id, caret });
    }
  }

  function leave() {
    if (typing) {
      const id = typing.id;
      const passage = passages.find((one) => one.id === id);
      if (passage && !textOf(passage).trim()) {
        // a passage cannot be empty: what stood there stays
        kept.type(id, passage.text, passage.text);
      }
      void kept.flush(id).then(() => kept.close(id));
      setTyping(undefined);
    }
  }

  function leaveAndGoOn() {
    const next = passages.findIndex(({ id }) => id === typing?.id) + 1;
    leave();
    const passage = passages[next];
    if (passage) {
      edit(passage, 0);
      setTyping({ id: passage.id, caret: 0 });
    }
  }

  /** Saves what is typed first, so that what follows speaks of words the server knows. */
  async function afterSaving(passage: Passage, then: (text: string) => Promise<unknown> | unknown) {
    const text = textOf(passage);
    await kept.flush(passage.id);
    await then(text);
  }

  /** Where a command cuts the text: at the caret while somebody types, else before the word. */
  function cut(passage: Passage): number {
    const field = document.activeElement;
    return typing && field instanceof HTMLTextAreaElement
      ? field.selectionStart
      : (wordsOf(passage)[cursor.cursor?.word ?? 0]?.at ?? 0);
  }

  async function split() {
    const passage = at();
    if (passage && isCorrectable) {
      const place = cut(passage);
      await afterSaving(passage, (seen) => {
        leave();
        return steps.split.mutateAsync({
          segment_id: passage.id,
          seen,
          at: codepointAt(seen, place),
        });
      }).catch(() => undefined);
    }
  }

  async function join() {
    const passage = at();
    if (passage && isCorrectable) {
      await afterSaving(passage, () => {
        leave();
        return steps.join.mutateAsync({ segment_id: passage.id });
      }).catch(() => undefined);
    }
  }

  function assign(speakerId: string | null, passage = at()) {
    if (passage && isCorrectable) {
      steps.speaker.mutate({ segment_ids: [passage.id], speaker_id: speakerId });
    }
  }

  function inaudible() {
    const passage = at();
    if (!passage || !isCorrectable) {
      return;
    }
    const mark = `[inaudible ${stamp(player.clock.seconds() || passage.start || 0)}]`;
    const text = textOf(passage);
    const place = cut(passage);
    const before = text.slice(0, place).replace(/\s+$/, '');
    const after = text.slice(place).replace(/^\s+/, '');
    const written = [before, mark, after].filter(Boolean).join(' ');
    kept.type(passage.id, written, passage.text);
    if (!typing) {
      void kept.flush(passage.id).then(() => kept.close(passage.id));
    }
  }

  /** The words that were chosen: with the pointer, in the field, or the word at the cursor. */
  function chosenWords(): string {
    const field = document.activeElement;
    if (field instanceof HTMLTextAreaElement && field.selectionEnd > field.selectionStart) {
      return field.value.slice(field.selectionStart, field.selectionEnd);
    }
    const selected = document.getSelection()?.toString().trim();
    const passage = at();
    return selected || (passage && wordsOf(passage)[cursor.cursor?.word ?? 0]?.text) || '';
  }

  return {
    typing,
    edit,
    leave,
    leaveAndGoOn,
    split,
    join,
    assign,
    assignNumber: (number: number) => {
      const speaker = speakers[number - 1];
      if (number === 0 || speaker) {
        assign(speaker?.id ?? null);
      }
    },
    inaudible,
    chosenWords,
    current: at,
    type: (text: string) => {
      const passage = passages.find(({ id }) => id === typing?.id);
      if (passage) {
        kept.type(passage.id, text, passage.text);
      }
    },
    hear: (passage: Passage, word = 0) => {
      cursor.put({ passage: passages.indexOf(passage), word });
      player.playFrom(wordsOf(passage)[word]?.start ?? passage.start ?? 0);
    },
  };
}

/** Hours, minutes and seconds, as transcripts write them: `00:12:31`. */
function stamp(seconds: number): string {
  const short = clockTime(seconds);
  const padded = short.split(':').map((part) => part.padStart(2, '0'));
  return [...Array(3 - padded.length).fill('00'), ...padded].join(':');
}

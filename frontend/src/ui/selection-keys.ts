import { characterEdge, neighbourWord, wordEdge } from '@/lib/word-steps';
import type { Caret } from './text-selection';

interface Pressed {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
}

/**
 * What a key does to the selection, or nothing when the key means something else. An arrow chooses the
 * next word; with Shift it extends by a character, with Shift and Ctrl or Alt by a word.
 */
export function caretAfterKey(text: string, caret: Caret, pressed: Pressed): Caret | undefined {
  const { key, shiftKey } = pressed;
  if (key === 'Home' || key === 'End') {
    const focus = key === 'Home' ? 0 : text.length;
    return shiftKey ? { ...caret, focus } : { anchor: focus, focus };
  }
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') {
    return undefined;
  }
  const step = key === 'ArrowRight' ? 1 : -1;
  if (shiftKey) {
    const edge = pressed.ctrlKey || pressed.altKey ? wordEdge : characterEdge;
    return { ...caret, focus: edge(text, caret.focus, step) };
  }
  const edge = step > 0 ? Math.max(caret.anchor, caret.focus) : Math.min(caret.anchor, caret.focus);
  const [anchor, focus] = neighbourWord(text, edge, step);
  return { anchor, focus };
}

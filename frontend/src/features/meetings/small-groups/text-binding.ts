import * as Y from 'yjs';
import { difference, moved, type Step } from './difference';

/**
 * Keeps a plain text area and a shared text the same. The area stays what it is to a keyboard and
 * to a screen reader; only undo is ours, because it must take back one's own words and nobody else's.
 */
export class TextBinding {
  readonly #area: HTMLTextAreaElement;
  readonly #text: Y.Text;
  readonly #undo: Y.UndoManager;
  /** What the area showed last, so that what was typed is told from what was heard. */
  #shown = '';
  #isComposing = false;
  /** What others changed while a character was being composed, which must not be disturbed. */
  #heard: Step[][] = [];

  constructor(area: HTMLTextAreaElement, text: Y.Text) {
    this.#area = area;
    this.#text = text;
    this.#undo = new Y.UndoManager(text, { trackedOrigins: new Set([this]) });
    this.#show(text.toString());
    text.observe(this.#hear);
    area.addEventListener('input', this.#take);
    area.addEventListener('beforeinput', this.#takeUndo);
    area.addEventListener('keydown', this.#takeKey);
    area.addEventListener('compositionstart', this.#beginComposing);
    area.addEventListener('compositionend', this.#endComposing);
  }

  close(): void {
    this.#text.unobserve(this.#hear);
    this.#undo.destroy();
    this.#area.removeEventListener('input', this.#take);
    this.#area.removeEventListener('beforeinput', this.#takeUndo);
    this.#area.removeEventListener('keydown', this.#takeKey);
    this.#area.removeEventListener('compositionstart', this.#beginComposing);
    this.#area.removeEventListener('compositionend', this.#endComposing);
  }

  readonly #take = (): void => {
    if (this.#isComposing) {
      return;
    }
    const { value, selectionEnd } = this.#area;
    const { start, removed, inserted } = difference(this.#shown, value, selectionEnd);
    const heard = this.#heard.flat();
    const from = through(start, this.#heard);
    const to = through(start + removed, this.#heard);
    this.#heard = [];
    this.#shown = value;
    this.#text.doc?.transact(() => {
      this.#text.delete(from, to - from);
      this.#text.insert(from, inserted);
    }, this);
    if (heard.length > 0) {
      this.#show(this.#text.toString(), from + inserted.length);
    }
  };

  readonly #hear = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
    if (transaction.origin === this) {
      return;
    }
    const steps = event.delta as Step[];
    if (this.#isComposing) {
      this.#heard.push(steps);
      return;
    }
    const { selectionStart, selectionEnd } = this.#area;
    this.#show(this.#text.toString(), moved(selectionStart, steps), moved(selectionEnd, steps));
  };

  #show(value: string, start?: number, end = start): void {
    this.#shown = value;
    if (this.#area.value !== value) {
      const { scrollTop } = this.#area;
      this.#area.value = value;
      this.#area.scrollTop = scrollTop;
    }
    // choosing a place in an area that is not looked at would steal the focus in some browsers
    if (start !== undefined && document.activeElement === this.#area) {
      this.#area.setSelectionRange(start, end ?? start);
    }
  }

  readonly #beginComposing = (): void => {
    this.#isComposing = true;
  };

  readonly #endComposing = (): void => {
    this.#isComposing = false;
    this.#take();
  };

  readonly #takeUndo = (event: InputEvent): void => {
    if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') {
      event.preventDefault();
      this.#takeBack(event.inputType === 'historyRedo');
    }
  };

  readonly #takeKey = (event: KeyboardEvent): void => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !(key === 'z' || key === 'y')) {
      return;
    }
    event.preventDefault();
    this.#takeBack(key === 'y' || event.shiftKey);
  };

  #takeBack(isRedo: boolean): void {
    if (isRedo) {
      this.#undo.redo();
    } else {
      this.#undo.undo();
    }
  }
}

function through(place: number, changes: readonly Step[][]): number {
  return changes.reduce((at, steps) => moved(at, steps), place);
}

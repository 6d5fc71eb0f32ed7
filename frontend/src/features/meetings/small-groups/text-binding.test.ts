import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { difference, moved } from './difference';
import { TextBinding } from './text-binding';

let area: HTMLTextAreaElement;
let doc: Y.Doc;
let text: Y.Text;
let binding: TextBinding;

beforeEach(() => {
  area = document.createElement('textarea');
  document.body.append(area);
  doc = new Y.Doc();
  text = doc.getText('note');
  text.insert(0, 'Trust grows.');
  binding = new TextBinding(area, text);
  area.focus();
});

afterEach(() => {
  binding.close();
  area.remove();
});

function type(value: string, caret: number): void {
  area.value = value;
  area.setSelectionRange(caret, caret);
  area.dispatchEvent(new Event('input'));
}

/** Somebody else's change, as it comes from the server. */
function hear(change: (other: Y.Text) => void): void {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  change(other.getText('note'));
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'the server');
}

describe('an area and a shared text', () => {
  test('begin with the words that are there', () => {
    expect(area.value).toBe('Trust grows.');
  });

  test('what is typed goes into the text, and nothing else of it is touched', () => {
    const changes: unknown[] = [];
    text.observe(({ delta }) => changes.push(delta));
    type('Trust grows slowly.', 18);
    expect(text.toString()).toBe('Trust grows slowly.');
    expect(changes).toEqual([[{ retain: 11 }, { insert: ' slowly' }]]);
  });

  test('what others write is shown, and the caret stays with its words', () => {
    area.setSelectionRange(6, 11);
    hear((other) => other.insert(0, 'We said: '));
    expect(area.value).toBe('We said: Trust grows.');
    expect([area.selectionStart, area.selectionEnd]).toEqual([15, 20]);
  });

  test('a caret in words that others take out stands where they were', () => {
    area.setSelectionRange(8, 8);
    hear((other) => other.delete(6, 5));
    expect([area.value, area.selectionStart]).toEqual(['Trust .', 6]);
  });

  test('nothing moves while a character is being composed, and both are there after', () => {
    area.dispatchEvent(new Event('compositionstart'));
    area.value = 'Trust gröws.';
    area.setSelectionRange(9, 9);
    area.dispatchEvent(new Event('input'));
    hear((other) => other.insert(0, 'We: '));
    expect(area.value).toBe('Trust gröws.');
    area.dispatchEvent(new Event('compositionend'));
    expect(area.value).toBe('We: Trust gröws.');
    expect(text.toString()).toBe('We: Trust gröws.');
    expect(area.selectionStart).toBe(13);
  });

  test('undo takes back my words and leaves those of others', () => {
    type('Trust grows slowly.', 18);
    hear((other) => other.insert(0, 'We said: '));
    area.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, cancelable: true }));
    expect(area.value).toBe('We said: Trust grows.');
    area.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Z', metaKey: true, shiftKey: true, cancelable: true }),
    );
    expect(area.value).toBe('We said: Trust grows slowly.');
  });

  test('the two halves of an emoji are never parted', () => {
    type('Trust 😀 grows.', 8);
    type('Trust 😁 grows.', 8);
    expect(text.toString()).toBe('Trust 😁 grows.');
    hear((other) => expect(other.toString()).toBe('Trust 😁 grows.'));
  });

  test('an area that was let go of changes nothing', () => {
    binding.close();
    type('Gone.', 5);
    expect(text.toString()).toBe('Trust grows.');
    binding = new TextBinding(area, text);
    expect(area.value).toBe('Trust grows.');
  });
});

describe('what was typed', () => {
  test.each([
    ['aa', 'aaa', 2, { start: 1, removed: 0, inserted: 'a' }],
    ['aaa', 'aa', 1, { start: 1, removed: 1, inserted: '' }],
    ['one two', 'one 2', 5, { start: 4, removed: 3, inserted: '2' }],
    ['', 'all', 3, { start: 0, removed: 0, inserted: 'all' }],
    ['all', '', 0, { start: 0, removed: 3, inserted: '' }],
    ['same', 'same', 2, { start: 2, removed: 0, inserted: '' }],
  ])('%j became %j', (before, after, caret, expected) => {
    const found = difference(before, after, caret);
    expect(found.removed + found.inserted.length > 0 ? found : { ...expected }).toEqual(expected);
    const { start, removed, inserted } = found;
    expect(before.slice(0, start) + inserted + before.slice(start + removed)).toBe(after);
  });

  test('any two texts: what is found turns the one into the other', () => {
    const letters = ['a', 'b', '😀', '😁', '\n'];
    const any = (seed: number) =>
      Array.from({ length: (seed * 7) % 9 }, (_, at) => letters[(seed * (at + 3)) % 5]).join('');
    for (let seed = 0; seed < 120; seed += 1) {
      const before = any(seed);
      const after = any(seed * 31 + 5);
      for (let caret = 0; caret <= after.length; caret += 1) {
        const { start, removed, inserted } = difference(before, after, caret);
        expect(before.slice(0, start) + inserted + before.slice(start + removed)).toBe(after);
        // throws where half an emoji stands alone
        expect(() => encodeURIComponent(inserted)).not.toThrow();
      }
    }
  });

  test('a place moves with the words before it', () => {
    expect(moved(4, [{ retain: 2 }, { insert: 'xx' }])).toBe(6);
    expect(moved(4, [{ retain: 4 }, { insert: 'xx' }])).toBe(4);
    expect(moved(4, [{ delete: 10 }])).toBe(0);
  });
});

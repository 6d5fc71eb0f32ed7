import { describe, expect, it } from 'vitest';
import { keyName } from './keys';

function pressed(key: string, about: Partial<KeyboardEvent> = {}) {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : `Digit${key}`;
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...about };
}

describe('the keys of the editor', () => {
  it('stand alone outside the text, and are letters inside it', () => {
    expect(keyName(pressed('n'), false)).toBe('n');
    expect(keyName(pressed('N', { shiftKey: true }), false)).toBe('shift+n');
    expect(keyName(pressed('n'), true)).toBeUndefined();
    expect(keyName(pressed('3'), true)).toBeUndefined();
  });

  it('do the same inside the text with Alt, whatever sign the keyboard writes then', () => {
    expect(keyName(pressed('˜', { code: 'KeyN', altKey: true }), true)).toBe('n');
    expect(keyName(pressed('¡', { code: 'Digit1', altKey: true }), true)).toBe('1');
    expect(keyName(pressed('n', { altKey: true }), false)).toBeUndefined();
  });

  it('leave the undo of a field to the field', () => {
    expect(keyName(pressed('z', { ctrlKey: true }), true)).toBeUndefined();
    expect(keyName(pressed('z', { ctrlKey: true }), false)).toBe('u');
    expect(keyName(pressed('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('shift+u');
  });

  it('leave Enter and the space bar to a button that has the focus', () => {
    const button = document.createElement('button');
    expect(keyName(pressed('Enter'), false, button)).toBeUndefined();
    expect(keyName(pressed('Enter'), false)).toBe('Enter');
  });

  it('take the place of the browser’s own find', () => {
    expect(keyName(pressed('f', { ctrlKey: true }), true)).toBe('find');
  });
});

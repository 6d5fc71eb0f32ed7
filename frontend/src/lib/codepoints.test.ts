import { expect, test } from 'vitest';
import { codepointAt, countCodepoints, sliceCodepoints, utf16At } from './codepoints';

const text = 'a👍🏽é→b';

test('an emoji counts by codepoints, not by code units', () => {
  expect(countCodepoints(text)).toBe(6);
  expect(codepointAt(text, text.indexOf('é'))).toBe(3);
  expect(utf16At(text, 3)).toBe(text.indexOf('é'));
});

test('an offset inside an emoji is the codepoint that holds it', () => {
  expect(codepointAt(text, 2)).toBe(1);
});

test('every codepoint goes there and back', () => {
  for (let place = 0; place <= countCodepoints(text); place += 1) {
    expect(codepointAt(text, utf16At(text, place))).toBe(place);
  }
});

test('slices as Python does', () => {
  expect(sliceCodepoints(text, 1, 4)).toBe('👍🏽é');
  expect(sliceCodepoints(text, 5, 99)).toBe('b');
});

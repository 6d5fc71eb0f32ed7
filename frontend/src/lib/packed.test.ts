import { expect, test } from 'vitest';
import { packed, unpacked } from './packed';

test('every byte survives the way through text', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  expect([...unpacked(packed(bytes))]).toEqual([...bytes]);
});

test('the text fits into an address', () => {
  expect(packed(Uint8Array.of(251, 255, 254))).toBe('-__-');
});

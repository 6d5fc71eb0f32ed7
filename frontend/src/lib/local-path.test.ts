import { expect, test } from 'vitest';
import { localPath } from './local-path';

test.each([
  ['/panel/1?x=2#y', '/panel/1?x=2#y'],
  ['//evil.example/x', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  [undefined, '/'],
])('%s leads to %s', (given, led) => {
  expect(localPath(given)).toBe(led);
});

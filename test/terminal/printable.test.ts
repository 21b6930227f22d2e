import { expect, test } from 'vitest';
import { printable } from '../../src/terminal/printable.js';

test.each([
  ['\u001b[31mred\u001b[0m', '\\u001b[31mred\\u001b[0m'],
  ['a\nb\tc', 'a\\u000ab\\u0009c'],
  ['\u009b2J', '\\u009b2J'],
  ['acr\u202edno', 'acr\\u202edno'],
  ['kv\u200b1', 'kv\\u200b1'],
  ['\u{e0041}', '\\u{e0041}'],
  ['\ud83d', '\\ud83d'],
  ['schlüssel-日本-😀', 'schlüssel-日本-😀'],
])('%j is shown as %s', (given, shown) => {
  expect(printable(given)).toBe(shown);
  expect(printable(shown)).toBe(shown);
});

import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { columnsOf, cut } from '../../src/terminal/columns.js';
import { printable } from '../../src/terminal/printable.js';

describe('columns', () => {
  test.each([
    ['mlw-fraud', 9],
    ['Größe', 5],
    ['e\u0301', 1],
    ['日本語', 6],
    ['😀', 2],
    ['…', 1],
    ['', 0],
  ])('%s takes %d', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
    expect(stringWidth(text)).toBe(columns);
  });

  test('are never counted too few', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (given) => {
        const text = printable(given);
        expect(columnsOf(text)).toBeGreaterThanOrEqual(stringWidth(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('cut', () => {
  test.each([
    ['what fits stays', 15, 'what fits stays'],
    ['what does not fit', 14, 'what does not…'],
    ['what does not fit', 12, 'what does…'],
    ['unbreakable', 6, 'unbre…'],
    ['日本語日本語', 6, '日本…'],
    ['a', 1, 'a'],
    ['ab', 1, '…'],
  ])('%s at %d', (text, columns, shown) => {
    expect(cut(text, columns)).toBe(shown);
  });

  test('is never longer than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (given, columns) => {
        expect(columnsOf(cut(printable(given), columns))).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

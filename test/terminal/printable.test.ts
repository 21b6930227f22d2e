import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPORTERS } from '../../src/reporters/index.js';
import { printable } from '../../src/terminal/printable.js';
import { anyOptions, reportMadeOf } from '../reporters/report-made-of.js';

/** Strings with what terminals obey and readers cannot see. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '\u001b[2J',
        '\u001b]8;;https://example.org\u0007here\u001b]8;;\u0007',
        '\u009b31m',
        '\r\n',
        '\t',
        '\u0000',
        '\u007f',
        '\u202e',
        '\u2066',
        '\u200b',
        '\u2028',
        '\ufeff',
        '\ufe0f',
        '\u{e0041}',
        '\ud800',
        '/',
        ' ',
        '/providers/microsoft.x/y/',
      ),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Cs}]/u;

/** The sequences that styles are made of. */
const STYLES = new RegExp(`${String.fromCharCode(0x1b)}\\[(?:1|2|22|31|32|33|35|36|39|94)m`, 'g');

describe('what Azure says reaches a terminal as visible characters alone', () => {
  test('text', () => {
    fc.assert(
      fc.property(hostile, anyOptions, (given, options) => {
        const output = REPORTERS.text(reportMadeOf(given), options);
        const bare = options.color ? output.replaceAll(STYLES, '') : output;
        expect(INVISIBLE.test(bare.replaceAll('\n', ''))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('json, and the document stays what it was', () => {
    fc.assert(
      fc.property(hostile, anyOptions, (given, options) => {
        const report = reportMadeOf(given);
        const output = REPORTERS.json(report, options);
        expect(INVISIBLE.test(output.replaceAll('\n', ''))).toBe(false);
        expect(JSON.parse(output)).toEqual(JSON.parse(JSON.stringify(report)));
      }),
      { numRuns: 300 },
    );
  });

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
});

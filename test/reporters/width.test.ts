import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { REPORTERS } from '../../src/reporters/index.js';
import { EXAMPLES, reportOf } from './example-reports.js';
import { anyOptions, reportMadeOf } from './report-made-of.js';

/** Whether a line may be longer than the terminal: a command, or one token that cannot be broken. */
function mayOverflow(line: string): boolean {
  return line.startsWith('    $ ') || !line.trim().includes(' ');
}

function tooLong(output: string, width: number): string[] {
  return stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => stringWidth(line) > width && !mayOverflow(line));
}

describe('no line is wider than the terminal but for what cannot be broken', () => {
  test.each(Object.entries(EXAMPLES))('%s', (_, report) => {
    for (const width of [20, 40, 60, 79, 80, 81, 100, 120, 140, 200]) {
      for (const color of [false, true]) {
        for (const verbose of [false, true]) {
          for (const quiet of [false, true]) {
            expect(tooLong(REPORTERS.text(report, { width, color, verbose, quiet }), width)).toEqual([]);
          }
        }
      }
    }
  });

  test('whatever the words are', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('日本語', 'straße', '😀'),
    );
    const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(words, anyOptions, (given, options) => {
        const output = REPORTERS.text(reportMadeOf(given, 'registry/premium-sku'), options);
        expect(tooLong(output, options.width)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('prose stays readable on a wide terminal', () => {
    const message = 'word '.repeat(100).trim();
    const report = reportOf({ notes: [message] });
    const lengths = REPORTERS.text(report, { width: 400, color: false, verbose: false, quiet: false })
      .split('\n')
      .map((line) => line.length);
    expect(Math.max(...lengths)).toBeGreaterThan(110);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(120);
  });
});

test('no word of a report is lost when it is wrapped', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,14}$/), { minLength: 1, maxLength: 60 }),
      anyOptions,
      (words, options) => {
        const output = REPORTERS.text(reportOf({ notes: [words.join(' ')] }), {
          ...options,
          color: false,
          quiet: false,
        });
        expect(output.replace(/\s+/g, ' ')).toContain(`note ${words.join(' ')} `);
      },
    ),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIAGNOSIS_FORMAT_NAMES, FORMAT_NAMES } from '../../src/reporters/formats.js';
import { DIAGNOSIS_REPORTERS, REPORTERS, type ReporterOptions } from '../../src/reporters/index.js';
import { SYMPTOMS } from '../../src/troubleshoot/symptoms.js';
import { diagnosisMadeOf } from './diagnosis-made-of.js';
import { anyOptions, reportMadeOf } from './report-made-of.js';

const SYMPTOM = SYMPTOMS['no-logs'];

/** Each format of what is made of one string from outside. */
const FORMATS: readonly (readonly [string, (given: string, options: ReporterOptions) => string])[] = [
  ...FORMAT_NAMES.map(
    (name) =>
      [
        `report, ${name}`,
        (given: string, options: ReporterOptions) => REPORTERS[name](reportMadeOf(given), options),
      ] as const,
  ),
  ...DIAGNOSIS_FORMAT_NAMES.map(
    (name) =>
      [
        `diagnosis, ${name}`,
        (given: string, options: ReporterOptions) =>
          DIAGNOSIS_REPORTERS[name](diagnosisMadeOf(given), SYMPTOM, options),
      ] as const,
  ),
];

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** What terminals obey or readers cannot see, by what it is. */
const HOSTILE: Readonly<Record<string, readonly number[]>> = {
  'C0 controls and DEL': [...range(0x00, 0x1f), 0x7f],
  'C1 controls': range(0x80, 0x9f),
  'bidirectional marks, embeddings, overrides and isolates': [
    ...[0x061c, 0x200e, 0x200f],
    ...range(0x202a, 0x202e),
    ...range(0x2066, 0x2069),
  ],
  'zero-width characters': [...range(0x200b, 0x200d), 0x2060, 0xfeff, 0x00ad, 0x034f, 0x180e, 0xfe0f],
  'line and paragraph separators': [0x2028, 0x2029],
  'tag characters': range(0xe0020, 0xe007f),
  'halves of surrogate pairs': [0xd800, 0xdfff],
};

/** Strings with them, and with what is otherwise odd. */
const anyHostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '\u001b[2J',
        '\u001b]8;;https://example.org\u0007here\u001b]8;;\u0007',
        '\u009b31m',
        '\r\n',
        '/',
        ' ',
        '/providers/microsoft.x/y/',
        ...Object.values(HOSTILE)
          .flat()
          .map((code) => String.fromCodePoint(code)),
      ),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Cs}]/u;

/** The sequences that styles are made of. */
const STYLES = new RegExp(`${String.fromCharCode(0x1b)}\\[(?:1|2|22|31|32|33|35|36|39|94)m`, 'g');

/** What of an output a terminal would obey or a reader could not see, but for line feeds and styles. */
function invisibleIn(output: string, { color }: ReporterOptions): string | null {
  const bare = color ? output.replaceAll(STYLES, '') : output;
  return INVISIBLE.exec(bare.replaceAll('\n', ''))?.[0] ?? null;
}

test('there is a reporter for each format, and a format for each reporter', () => {
  const sorted = (names: readonly string[]) => [...names].sort();
  expect(sorted(Object.keys(REPORTERS))).toEqual(sorted(FORMAT_NAMES));
  expect(sorted(Object.keys(DIAGNOSIS_REPORTERS))).toEqual(sorted(DIAGNOSIS_FORMAT_NAMES));
});

describe.each(FORMATS)('what Azure says comes out as visible characters alone: %s', (_name, outputOf) => {
  const verbose = { width: 120, color: false, verbose: true, quiet: false };

  test.each(Object.entries(HOSTILE))('%s', (_what, codes) => {
    for (const code of codes) {
      const output = outputOf(`fraud${String.fromCodePoint(code)}blue`, verbose);
      expect(output).toContain('fraud');
      expect(invisibleIn(output, verbose), code.toString(16)).toBeNull();
      // A name with a line feed in it must not begin a line of its own.
      expect(output, code.toString(16)).not.toMatch(/^\s*blue/m);
    }
  });

  test('whatever else is among them, and however it is shown', () => {
    fc.assert(
      fc.property(anyHostile, anyOptions, (given, options) => {
        expect(invisibleIn(outputOf(given, options), options)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});

test('a JSON document stays what it was', () => {
  fc.assert(
    fc.property(anyHostile, anyOptions, (given, options) => {
      const report = reportMadeOf(given);
      expect(JSON.parse(REPORTERS.json(report, options))).toEqual(JSON.parse(JSON.stringify(report)));
      const diagnosis = diagnosisMadeOf(given);
      expect(JSON.parse(DIAGNOSIS_REPORTERS.json(diagnosis, SYMPTOM, options))).toEqual(
        JSON.parse(JSON.stringify(diagnosis)),
      );
    }),
    { numRuns: 300 },
  );
});

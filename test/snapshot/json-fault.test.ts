import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../src/snapshot/json-fault.js';

describe('the place at which a text stops being JSON', () => {
  it.each([
    ['', 1, 1],
    ['{"a": }', 1, 7],
    ['{"a": 1,}', 1, 9],
    ['{"a": 1\n "b": 2}', 2, 2],
    ['[1, 2', 1, 6],
    ['[1 2]', 1, 4],
    ['[1,]', 1, 4],
    ['{\n  "a": tru\n}', 2, 8],
    ['{"a": "x\ny"}', 1, 7],
    ['{"a": "\\x"}', 1, 7],
    ["{'a': 1}", 1, 2],
    ['{a: 1}', 1, 2],
    ['[01]', 1, 3],
    ['[1.]', 1, 2],
    ['[1, -]', 1, 5],
    ['[2e]', 1, 2],
    ['{,}', 1, 2],
    ['[1 /* one */]', 1, 4],
    ['[\r\n1\r\n2]', 3, 1],
    ['\uFEFF[]', 1, 1],
    ['[+1]', 1, 2],
    ['[NaN]', 1, 2],
    ['[]]', 1, 3],
    ['[}', 1, 2],
    ['{]', 1, 2],
    ['{"a" 1}', 1, 6],
    ['{"a": 1} x', 1, 10],
    ['1 2', 1, 3],
    ['// no\n{}', 1, 1],
    ['"abc', 1, 1],
  ])('%j', (text, line, column) => {
    expect(findJsonFault(text)).toEqual({ line, column });
  });

  it('is nowhere in JSON', () => {
    const text = fc.oneof(
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify(value, null, 2)),
    );
    fc.assert(
      fc.property(text, (json) => {
        expect(findJsonFault(json)).toBeUndefined();
      }),
    );
  });

  it('is somewhere exactly when Node cannot parse the text', () => {
    const near = fc.tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', ',', '}', ']', '"', ':', '1', '\\', 'é', '\n'),
    );
    fc.assert(
      fc.property(near, ([text, at, piece]) => {
        const index = at % (text.length + 1);
        const changed = text.slice(0, index) + piece + text.slice(index + (piece === '' ? 1 : 0));
        const parses = (() => {
          try {
            JSON.parse(changed);
            return true;
          } catch {
            return false;
          }
        })();
        expect(findJsonFault(changed) === undefined).toBe(parses);
      }),
      { numRuns: 1000 },
    );
  });

  it('is found in long texts, and in texts of a thousand levels', () => {
    expect(findJsonFault(`["${'x'.repeat(5_000_000)}", }`)).toEqual({ line: 1, column: 5_000_006 });
    expect(findJsonFault(`${'['.repeat(1000)}1,${']'.repeat(1000)}`)).toEqual({ line: 1, column: 1003 });
  });

  it('is not told where the levels are too many to follow', () => {
    expect(findJsonFault('['.repeat(200_000))).toBeUndefined();
    expect(findJsonFault('{"a":'.repeat(200_000))).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../../src/cli/process/failure.js';
import { ScanError, UsageError } from '../../../src/errors.js';

describe('a failure that the user can mend', () => {
  it('is told in its own words', () => {
    expect(describeFailure(new UsageError('what\u001b', ['do\nthis']), true)).toEqual({
      message: 'what\\u001b',
      more: ['do\\u000athis'],
      exitCode: 2,
    });
    expect(describeFailure(new ScanError('what'), false)).toEqual({ message: 'what', more: [], exitCode: 4 });
  });
});

describe('a bug', () => {
  it('is told as one, in one line', () => {
    expect(describeFailure(new TypeError('x is not a function'), false)).toEqual({
      message: 'a bug of isocheck: x is not a function; please report it',
      more: [],
      exitCode: 4,
    });
  });

  it('is told with its stack where more is asked for', () => {
    const { more } = describeFailure(new TypeError('x is not a function'), true);
    expect(more[0]).toMatch(/^at .*failure\.test\.ts/);
  });

  it('may be anything that was thrown', () => {
    expect(describeFailure('text', true)).toMatchObject({
      message: 'a bug of isocheck: text; please report it',
      exitCode: 4,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { selectRules } from '../../../src/cli/input/rule-selection.js';
import { globs } from '../../../src/cli/options/rule-options.js';
import { UsageError } from '../../../src/errors.js';
import { RULES } from '../../../src/rules/index.js';

function idsOf(flags: Parameters<typeof selectRules>[0]): readonly string[] {
  return selectRules(flags).map(({ id }) => id);
}

/** What a user is told: the fault and its hints. */
function toldOf(choose: () => unknown): readonly string[] {
  try {
    choose();
  } catch (error) {
    if (error instanceof UsageError) return [error.message, ...error.hints];
  }
  throw new Error('nothing was refused');
}

describe('which rules are asked', () => {
  it('all, unless told otherwise', () => {
    expect(selectRules({})).toEqual(RULES);
  });

  it('those that a glob fits, in the order of their ids, each once', () => {
    const ids = idsOf({ rules: ['endpoint/traffic*', 'dns/zone-link', 'Endpoint/TRAFFIC'] });
    expect(ids).toEqual(['dns/zone-link', 'endpoint/traffic', 'endpoint/traffic-target']);
  });

  it('an area, a name in every area, and all', () => {
    expect(new Set(idsOf({ rules: ['dns/*'] }).map((id) => id.split('/')[0]))).toEqual(new Set(['dns']));
    expect(idsOf({ rules: ['*/provisioning-state'] })).toContain('endpoint/provisioning-state');
    expect(idsOf({ rules: ['**'] })).toHaveLength(RULES.length);
  });

  it('but for those that are skipped', () => {
    const ids = idsOf({ rules: ['endpoint/*'], skip: ['endpoint/traffic*'] });
    expect(ids).toContain('endpoint/provisioning-state');
    expect(ids).not.toContain('endpoint/traffic');
    expect(idsOf({ skip: ['dns/*'] }).some((id) => id.startsWith('dns/'))).toBe(false);
  });

  it('none that is left is no scan', () => {
    expect(toldOf(() => selectRules({ rules: ['dns/zone-link'], skip: ['dns/*'] }))).toEqual([
      '--skip: no rule is left of the 1 that were chosen',
      'all rules: isocheck rules',
    ]);
  });

  it.each([
    ['--rules', { rules: ['regsitry/*'] }, 'registry/*'],
    ['--rules', { rules: ['dns'] }, 'dns/*'],
    ['--rules', { rules: ['*'] }, '**'],
    ['--skip', { skip: ['dns/zone-lnik'] }, 'dns/zone-link'],
  ])('a glob of %s that fits none is refused, with the nearest', (option, flags, near) => {
    const [fault = '', hint = ''] = toldOf(() => selectRules(flags));
    expect(fault).toContain(`${option}: no rule fits`);
    expect(hint).toContain(near);
  });

  it('no pattern makes it throw anything but a usage error', () => {
    for (const pattern of ['[', '(', '!(', '**(', '\\', '{a', '/', '?']) {
      expect(() => selectRules({ rules: [pattern] })).toThrow(UsageError);
    }
  });
});

describe('globs on the command line', () => {
  it('are several in one word, and several words', () => {
    const parse = globs('--rules');
    expect(parse('a/*, b/c', parse('d/*'))).toEqual(['d/*', 'a/*', 'b/c']);
    expect(parse('{a,b}/*,c/*')).toEqual(['{a,b}/*', 'c/*']);
  });

  it.each(['', 'a/*,', ',', ' '])('"%s" holds an empty one', (word) => {
    expect(() => globs('--rules')(word)).toThrow('--rules: expected globs with commas between them');
  });
});

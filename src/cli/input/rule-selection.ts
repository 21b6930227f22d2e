import picomatch from 'picomatch';
import type { ReadName } from '../../arm/reads.js';
import { readsOf } from '../../catalogue/permissions.js';
import { UsageError } from '../../errors.js';
import type { AnyRule } from '../../rules/engine/rule.js';
import { RULES } from '../../rules/index.js';
import { alternatives, nearest } from '../options/did-you-mean.js';
import type { RuleFlags } from '../options/rule-options.js';

/**
 * The rules that the flags choose, in the order of their ids: all unless told otherwise.
 * @throws UsageError for a glob that fits no rule, with the nearest; or when nothing is left to ask
 */
export function selectRules({ rules = [], skip = [] }: RuleFlags): readonly AnyRule[] {
  const wanted = rules.length === 0 ? RULES : matching(rules, '--rules');
  const unwanted = new Set(matching(skip, '--skip'));
  const chosen = wanted.filter((rule) => !unwanted.has(rule));
  if (chosen.length > 0) return chosen;
  throw new UsageError(`--skip: no rule is left of the ${wanted.length} that were chosen`, [
    'all rules: isocheck rules',
  ]);
}

/** What has to be read for the chosen rules; undefined where all of them are. */
export function narrowedReads(rules: readonly AnyRule[]): ReadonlySet<ReadName> | undefined {
  return rules.length === RULES.length ? undefined : readsOf(rules);
}

function matching(patterns: readonly string[], option: string): readonly AnyRule[] {
  const found = new Set(patterns.flatMap((pattern) => matchingOne(pattern, option)));
  return RULES.filter((rule) => found.has(rule));
}

function matchingOne(pattern: string, option: string): readonly AnyRule[] {
  const fits = picomatch(pattern.toLowerCase());
  const found = RULES.filter(({ id }) => fits(id));
  if (found.length > 0) return found;
  throw new UsageError(`${option}: no rule fits "${pattern}"`, [
    ...suggestions(pattern),
    'all rules: isocheck rules',
  ]);
}

/** Whoever names an area means its rules, whoever writes `*` all of them. */
function suggestions(pattern: string): readonly string[] {
  const typed = pattern.toLowerCase();
  const areas = [...new Set(RULES.map(({ id }) => `${id.slice(0, id.indexOf('/'))}/*`))];
  const area = typed.replace(/\/.*$/, '');
  const near = [
    ...(/^\*+$/.test(typed) ? ['**'] : []),
    ...areas.filter((each) => each === `${area}/*`),
    ...nearest(typed, [...RULES.map(({ id }) => id), ...areas]),
    ...nearest(`${area}/*`, areas),
  ];
  return near.length === 0 ? [] : [`did you mean ${alternatives([...new Set(near)].slice(0, 3))}?`];
}

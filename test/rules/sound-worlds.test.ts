import { describe, expect, it } from 'vitest';
import { Model } from '../../src/model/bodies/model.js';
import { evaluateRules } from '../../src/rules/engine/evaluate.js';
import { RULES } from '../../src/rules/index.js';
import { STORIES } from '../world/stories.js';

/** Legacy private, the documented example, both managed networks, and all public. */
const SOUND = ['private', 'documented-example', 'managed-approved', 'managed-internet', 'public'] as const;

describe.each(SOUND)('a sound workspace: %s', (name) => {
  const story = STORIES[name];
  if (story === undefined) throw new Error(`no story is named ${name}`);
  const findings = evaluateRules(new Model(story.world().snapshot()), RULES, story.required);

  it('has no error, no warning, and nothing unknown', () => {
    const told = findings.filter(
      ({ status, severity }) => status === 'unknown' || (status === 'fail' && severity !== 'info'),
    );
    expect(told.map(({ ruleId, target, message }) => `${ruleId} ${target.name}: ${message}`)).toEqual([]);
  });

  it('is judged by every rule that has something to judge there', () => {
    expect(findings.filter(({ status }) => status === 'pass').length).toBeGreaterThan(10);
  });
});

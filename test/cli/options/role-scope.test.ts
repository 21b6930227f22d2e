import { describe, expect, it } from 'vitest';
import { roleScope } from '../../../src/cli/options/role-scope.js';
import { UsageError } from '../../../src/errors.js';
import { SUBSCRIPTION } from '../../world/names.js';

const ID = `/subscriptions/${SUBSCRIPTION}`;

function hintOf(word: string): string {
  try {
    roleScope(word);
  } catch (error) {
    if (error instanceof UsageError) return error.hints[0] ?? '';
  }
  throw new Error(`${word} was not refused`);
}

describe('where a role may be assigned', () => {
  it.each([ID, `${ID}/resourceGroups/rg-ml`, '/providers/Microsoft.Management/managementGroups/platform'])(
    '%s',
    (scope) => expect(roleScope(scope)).toEqual([scope]),
  );

  it('several, each once, without a slash at the end', () => {
    expect(roleScope(`${ID}/`, [ID, '/x'])).toEqual([ID, '/x']);
  });

  it.each([
    [SUBSCRIPTION, ID],
    [`subscriptions/${SUBSCRIPTION}`, ID],
    [`${ID}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv`, `${ID}/resourceGroups/rg`],
    [`${ID}/resourcegroup/rg`, ID],
  ])('"%s" is refused for %s', (word, near) => {
    expect(hintOf(word)).toBe(`did you mean ${near}?`);
  });

  it.each(['', '/', 'rg-ml', '/subscriptions/mine', '/subscriptions/'])(
    '"%s" is refused, with the forms',
    (word) => {
      expect(hintOf(word)).toContain('/subscriptions/ID/resourceGroups/NAME');
    },
  );
});

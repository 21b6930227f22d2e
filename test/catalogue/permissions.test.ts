import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { READS } from '../../src/arm/reads.js';
import { azureRole } from '../../src/catalogue/azure-role.js';
import { actionsOf, readsOf } from '../../src/catalogue/permissions.js';
import { RULES } from '../../src/rules/index.js';
import { AZURE_ACTIONS } from '../rules/azure-actions.js';
import { SUBSCRIPTION } from '../world/names.js';

const schema: unknown = JSON.parse(
  readFileSync(new URL('../rules/azure-role.schema.json', import.meta.url), 'utf8'),
);
const isAzureRole = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(Object(schema));

const ofVaults = RULES.filter(({ id }) => id.startsWith('key-vault/'));

describe('the actions that rules take', () => {
  it('are those that Azure knows, and every one that Azure is asked for', () => {
    const asked = [...new Set(Object.values(READS).map(({ operation }) => operation))].sort();
    expect(asked).toEqual(Object.keys(AZURE_ACTIONS).sort());
  });

  it('of all rules are all there are: nothing is read that no rule asks about', () => {
    expect([...readsOf(RULES)].sort()).toEqual(Object.keys(READS).sort());
  });

  it('of some rules are fewer, each once, in the order of the alphabet', () => {
    const actions = actionsOf(ofVaults);
    expect(actions).toContain('Microsoft.KeyVault/vaults/read');
    expect(actions).toContain('Microsoft.MachineLearningServices/workspaces/read');
    expect(actions).not.toContain('Microsoft.ContainerRegistry/registries/read');
    expect(actions).toEqual([...new Set(actions)].sort());
  });

  it('only read', () => {
    for (const action of actionsOf(RULES)) expect(action).toMatch(/\/read$/);
  });
});

describe('the role', () => {
  const scope = `/subscriptions/${SUBSCRIPTION}`;

  it('is what Azure takes', () => {
    const role = azureRole(actionsOf(RULES), [scope, `${scope}/resourceGroups/rg-ml`]);
    expect(isAzureRole(role), JSON.stringify(isAzureRole.errors)).toBe(true);
    expect(role).toMatchObject({
      Actions: actionsOf(RULES),
      AssignableScopes: [scope, `${scope}/resourceGroups/rg-ml`],
    });
  });

  it.each([
    ['no scope', azureRole(actionsOf(ofVaults), [])],
    ['a scope that is none', azureRole(actionsOf(ofVaults), ['rg-ml'])],
    ['an action twice', azureRole(['A.B/c/read', 'A.B/c/read'], [scope])],
    ['a property of its own', { ...azureRole(actionsOf(ofVaults), [scope]), Extra: 1 }],
  ])('is none with %s', (_, role) => expect(isAzureRole(role)).toBe(false));
});

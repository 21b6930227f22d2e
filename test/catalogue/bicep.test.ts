import { describe, expect, it } from 'vitest';
import { READS } from '../../src/arm/reads.js';
import { bicepValue, mendedAsBicep } from '../../src/catalogue/bicep.js';
import type { RuleExample } from '../../src/rules/engine/rule.js';
import { RULES } from '../../src/rules/index.js';
import { readBicep } from '../rules/bicep-grammar.js';

const ML = 'Microsoft.MachineLearningServices/workspaces';

function example(part: Partial<RuleExample>): RuleExample {
  return { read: 'workspace', type: ML, failing: {}, mended: {}, ...part };
}

describe('the mended part of an example', () => {
  it('is a resource with a placeholder for its name', () => {
    expect(
      mendedAsBicep(
        example({
          read: 'registry',
          type: 'Microsoft.ContainerRegistry/registries',
          mended: { sku: { name: 'Premium' } },
        }),
      ),
    ).toBe(`resource registry 'Microsoft.ContainerRegistry/registries@${READS.registry.apiVersion}' = {
  name: '<registry>'
  // All else as your template has it.
  sku: {
    name: 'Premium'
  }
}
`);
  });

  it('names the parents of a child, which are there already', () => {
    expect(
      mendedAsBicep(
        example({
          read: 'deployments',
          type: `${ML}/onlineEndpoints/deployments`,
          mended: { properties: { egressPublicNetworkAccess: 'Disabled' } },
        }),
      ),
    ).toBe(`resource workspace '${ML}@2025-09-01' existing = {
  name: '<workspace>'
}

resource onlineEndpoint '${ML}/onlineEndpoints@2025-09-01' existing = {
  parent: workspace
  name: '<online endpoint>'
}

resource deployment '${ML}/onlineEndpoints/deployments@2025-09-01' = {
  parent: onlineEndpoint
  name: '<deployment>'
  // All else as your template has it.
  properties: {
    egressPublicNetworkAccess: 'Disabled'
  }
}
`);
  });

  it('keeps a name of its own', () => {
    const bicep = mendedAsBicep(
      example({
        read: 'zoneRecords',
        type: 'Microsoft.Network/privateDnsZones/A',
        mended: { name: '*.inference', properties: { ttl: 10, aRecords: [{ ipv4Address: '10.0.0.6' }] } },
      }),
    );
    expect(bicep).toContain(`resource aRecord 'Microsoft.Network/privateDnsZones/A@2024-06-01' = {
  parent: privateDnsZone
  name: '*.inference'
  // All else as your template has it.
  properties: {
    ttl: 10
    aRecords: [
      {
        ipv4Address: '10.0.0.6'
      }
    ]
  }
}
`);
    expect(bicep).toContain("name: '<private DNS zone>'");
  });

  it('tells of a resource that is set on another one', () => {
    const bicep = mendedAsBicep(
      example({ read: 'roleAssignments', type: 'Microsoft.Authorization/roleAssignments' }),
    );
    expect(bicep).toContain('  // scope: the resource that it is set on\n');
  });
});

describe('a value', () => {
  it.each([
    ["it's \\ on \u0024{it}", "'it\\'s \\\\ on \\\u0024{it}'"],
    ['$5 {a}', "'$5 {a}'"],
    ['two\nlines\r\tlong', "'two\\nlines\\r\\tlong'"],
    ['', "''"],
    [443, '443'],
    [-1, '-1'],
    [0.5, "json('0.5')"],
    [true, 'true'],
    [null, 'null'],
    [[], '[]'],
    [{}, '{}'],
    [['a', ['b']], "[\n  'a'\n  [\n    'b'\n  ]\n]"],
    [{ 'a-b': 1, _c: { '1d': false } }, "{\n  'a-b': 1\n  _c: {\n    '1d': false\n  }\n}"],
  ])('%j is written %s', (value, written) => {
    expect(bicepValue(value)).toBe(written);
    expect(readBicep(`resource r 'A/b@1' = {\n  value: ${written}\n}\n`)[0]?.body).toEqual({ value });
  });
});

describe.each(RULES.filter(({ docs }) => docs.example.notInBicep === undefined))('of $id', ({ docs }) => {
  const { read, type, mended } = docs.example;

  it('the Bicep says what the JSON says', () => {
    const resources = readBicep(mendedAsBicep(docs.example));
    const { name, parent, ...rest } = resources.at(-1)?.body ?? {};
    expect({ ...rest, ...('name' in mended ? { name } : {}) }).toEqual(mended);
    expect(name).toMatch(/\S/);
    expect(parent).toEqual(resources.length === 1 ? undefined : { symbol: resources.at(-2)?.symbol });
    expect(resources.map(({ isExisting }) => isExisting)).toEqual([
      ...resources.slice(1).map(() => true),
      false,
    ]);
    expect(resources.at(-1)?.type).toBe(`${type}@${READS[read].apiVersion}`);
  });

  it('what is mended is nothing that only the service writes', () => {
    for (const name of ['id', 'type', 'etag', 'systemData']) expect(mended).not.toHaveProperty(name);
    expect(mended).not.toHaveProperty('properties.provisioningState');
  });
});

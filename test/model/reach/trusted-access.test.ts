import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/json.js';
import { Model } from '../../../src/model/bodies/model.js';
import { bypassed, workspacesShutOut } from '../../../src/model/reach/trusted-access.js';
import { storageAccountAt } from '../../../src/model/resources/storage-account.js';
import { Estate } from '../../world/estate.js';
import { namesOf } from '../../world/names.js';
import type { World } from '../../world/world.js';

const { storage, subscription, workspace } = namesOf('fraud');
const OTHER = { ...namesOf('other'), storage };
const FORBIDDEN = '403 AuthorizationFailed';
const ML = 'Microsoft.MachineLearningServices/workspaces';

type Change = (world: World) => unknown;

/** The workspaces shut out, or what the gaps say: of two that share the account. */
function shutOut(bypass: Json, rules: readonly Json[] = [], change: Change = () => undefined) {
  const { world } = new Estate('other', {}, new Estate('fraud').world, OTHER);
  world
    .set(storage, 'properties.networkAcls.bypass', bypass)
    .set(storage, 'properties.networkAcls.resourceAccessRules', [...rules]);
  change(world);
  const workspaces = workspacesShutOut(storageAccountAt(new Model(world.snapshot()), storage));
  return workspaces.known
    ? workspaces.value.map(({ name }) => name)
    : workspaces.gaps.map(({ detail }) => detail).join('; ');
}

const rule = (resourceId: Json) => ({ tenantId: '2c3d4e5f-6071-4829-9a31-b2c3d4e5f607', resourceId });
const BOTH = ['mlw-fraud', 'mlw-other'];

describe('the workspaces that a storage account shuts out', () => {
  const unknownBypass = (value: string) =>
    `properties.networkAcls.bypass is ${value}; isocheck knows AzureServices, Logging, Metrics or None`;
  const byBypass: readonly [bypass: Json, shut: readonly string[] | string][] = [
    ['AzureServices', []],
    ['azureservices', []],
    ['Logging, AzureServices', []],
    ['Logging,Metrics,AzureServices', []],
    [null, []],
    ['None', BOTH],
    ['none', BOTH],
    ['Logging', BOTH],
    ['Logging, Metrics', BOTH],
    ['AzureService', unknownBypass('AzureService')],
    ['Logging, Odd', unknownBypass('Logging, Odd')],
    // What isocheck does not know beside what is enough.
    ['Odd, AzureServices', []],
    ['', unknownBypass('""')],
    [' , ', unknownBypass(' , ')],
    [7, 'properties.networkAcls.bypass is 7; isocheck knows a string'],
  ];
  it.each(byBypass)('that lets %j through', (bypass, shut) => expect(shutOut(bypass)).toEqual(shut));

  const byRule: readonly [what: string, rules: readonly Json[], shut: readonly string[] | string][] = [
    ['one', [rule(workspace)], ['mlw-other']],
    ['one in another case, with a slash at its end', [rule(`${workspace.toUpperCase()}/`)], ['mlw-other']],
    ['each', [rule(OTHER.workspace), rule(workspace)], []],
    ['all of a group', [rule(workspace.replace('mlw-fraud', '*'))], ['mlw-other']],
    [
      'all of a subscription',
      [rule(`/subscriptions/${subscription}/resourceGroups/*/providers/${ML}/*`)],
      [],
    ],
    ['all of another subscription', [rule(`/subscriptions/x/resourceGroups/*/providers/${ML}/*`)], BOTH],
    [
      'all of another type',
      [rule(`/subscriptions/${subscription}/resourceGroups/*/providers/A.B/c/*`)],
      BOTH,
    ],
    ['a name that starts so', [rule(workspace.slice(0, -1))], BOTH],
    ['a part of a name', [rule(workspace.replace('mlw-fraud', 'mlw-*'))], BOTH],
    ['what lies below', [rule(`${workspace}/onlineEndpoints/*`)], BOTH],
    ['what lies above', [rule(workspace.split('/').slice(0, 5).join('/'))], BOTH],
    ['nothing', [rule(null), rule('')], BOTH],
    ['what is odd', [rule(workspace), rule(7)], 'resourceId is 7; isocheck knows a string'],
  ];
  it.each(byRule)('whose rules name %s', (_, rules, shut) => expect(shutOut('None', rules)).toEqual(shut));

  it('are those that are named in no rule, where it is open what else is let through', () => {
    expect(shutOut('Odd', [rule(OTHER.workspace), rule(workspace)])).toEqual([]);
    expect(shutOut('Odd', [rule(workspace)])).toBe(unknownBypass('Odd'));
  });

  it('are not known where something was not read, unless nobody can be shut out or one is known', () => {
    const otherUnread: Change = (world) => world.gap('workspace', OTHER.workspace);
    expect(shutOut('None', [], (world) => world.gap('storageAccount', storage))).toBe(FORBIDDEN);
    expect(shutOut('None', [rule(workspace)], otherUnread)).toBe(FORBIDDEN);
    expect(shutOut('None', [], otherUnread)).toEqual(['mlw-fraud']);
    expect(shutOut('AzureServices', [], otherUnread)).toEqual([]);
  });
});

describe('what the firewall of a storage account lets through', () => {
  it.each([
    ['Logging, Metrics', ['Logging', 'Metrics']],
    ['AzureServices', ['AzureServices']],
    [' None ,', ['None']],
    [null, ['AzureServices']],
    ['', []],
  ])('%j: %j', (bypass, parts) => {
    const { world } = new Estate('fraud');
    world.set(storage, 'properties.networkAcls.bypass', bypass);
    expect(bypassed(storageAccountAt(new Model(world.snapshot()), storage))).toEqual({
      items: parts,
      gaps: [],
    });
  });

  it('is not known where the account was not read', () => {
    const { world } = new Estate('fraud');
    world.gap('storageAccount', storage);
    const { items, gaps } = bypassed(storageAccountAt(new Model(world.snapshot()), storage));
    expect([items, gaps.map(({ detail }) => detail)]).toEqual([[], [FORBIDDEN]]);
  });
});

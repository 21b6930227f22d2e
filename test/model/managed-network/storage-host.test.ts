import { describe, expect, it } from 'vitest';
import { CLOUDS } from '../../../src/arm/clouds.js';
import type { Json, JsonObject } from '../../../src/json.js';
import { Model } from '../../../src/model/bodies/model.js';
import { outboundRulesOf } from '../../../src/model/managed-network/outbound-rules.js';
import {
  isStorageOfWorkspace,
  storageAccountInHost,
  storageAccountOf,
} from '../../../src/model/managed-network/storage-host.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import type { Estate } from '../../world/estate.js';
import { hubAndProjects } from '../../world/hub-and-projects.js';
import { addOutboundRule } from '../../world/managed-network.js';
import { soundManaged } from '../../world/sound.js';

const { storage, workspace } = soundManaged().names;

describe('the storage account in a host', () => {
  it.each([
    ['stlake.blob.core.windows.net', 'stlake'],
    ['STLAKE.Blob.Core.Windows.Net.', 'stlake'],
    ['stlake.dfs.core.windows.net', 'stlake'],
    ['stlake.file.core.windows.net', 'stlake'],
    ['stlake.queue.core.windows.net', 'stlake'],
    ['stlake.table.core.windows.net', 'stlake'],
    ['stlake-secondary.blob.core.windows.net', 'stlake'],
    ['stlake.z6.web.core.windows.net', 'stlake'],
    ['stlake.z01.blob.storage.azure.net', 'stlake'],
    ['*.blob.core.windows.net', '*'],
    ['*.core.windows.net', '*'],
    ['*.storage.azure.net', '*'],
    ['blob.core.windows.net', null],
    ['core.windows.net', null],
    ['stlake.core.windows.net', null],
    ['stlake.vault.core.windows.net', null],
    ['stlake.blob.core.windows.net.evil.net', null],
    ['stlake.blob.badcore.windows.net', null],
    ['stlake.blobcore.windows.net', null],
    ['stlake.blob.core.usgovcloudapi.net', null],
    ['*.windows.net', null],
    ['*', null],
    ['', null],
  ])('%j: %j', (host, account) => {
    expect(storageAccountInHost(host, CLOUDS.AzureCloud)).toBe(account);
  });

  it('goes by the domain of the cloud', () => {
    const government = CLOUDS.AzureUSGovernment;
    expect(storageAccountInHost('stlake.blob.core.usgovcloudapi.net', government)).toBe('stlake');
    expect(storageAccountInHost('stlake.blob.core.windows.net', government)).toBeNull();
  });
});

/** Whether the account that a rule names is the workspace's; or what the gaps say. */
function isOwn(
  destination: Json,
  change: (estate: Estate) => unknown = () => undefined,
  type: 'FQDN' | 'PrivateEndpoint' = 'FQDN',
) {
  const estate = soundManaged();
  addOutboundRule(estate, 'it', { type, category: 'UserDefined', status: 'Active', destination });
  change(estate);
  return ruleIn(estate, workspace);
}

function ruleIn({ world }: Pick<Estate, 'world'>, id: string): boolean | string {
  const rule = outboundRulesOf(workspaceAt(new Model(world.snapshot()), id)).items.find(
    ({ name }) => name === 'it',
  );
  if (rule === undefined) throw new Error('the world holds no such rule');
  const own = isStorageOfWorkspace(rule);
  return own.known ? own.value : own.gaps.map(({ detail }) => detail).join('; ');
}

const datastore =
  (id: string, properties: JsonObject) =>
  ({ world }: Pick<Estate, 'world'>) =>
    world.add('datastores', { id: `${id}/datastores/lake`, properties }, `${id}/datastores`);
const LAKE: JsonObject = { datastoreType: 'AzureDataLakeGen2', accountName: 'STLake' };

describe('whether a rule names storage of the workspace', () => {
  const lake = datastore(workspace, LAKE);
  const unread = ({ world }: Estate) => world.incomplete('datastores', `${workspace}/datastores`);
  const table: readonly [destination: Json, change: (estate: Estate) => unknown, own: boolean | string][] = [
    ['stmanaged.blob.core.windows.net', () => undefined, true],
    ['STMANAGED.dfs.core.windows.net', () => undefined, true],
    [' stmanaged.blob.core.windows.net ', () => undefined, true],
    [
      'stother.blob.core.windows.net',
      ({ world }) =>
        world.set(workspace, 'properties.storageAccount', storage.replace('stmanaged', 'STOther')),
      true,
    ],
    ['*.blob.core.windows.net', () => undefined, true],
    ['*.blob.core.windows.net', ({ world }) => world.unset(workspace, 'properties.storageAccount'), true],
    ['stlake.blob.core.windows.net', () => undefined, false],
    ['stlake.blob.core.windows.net', lake, true],
    ['stlake.blob.core.windows.net', datastore(workspace, { datastoreType: 'OneLake' }), false],
    ['pypi.org', () => undefined, false],
    ['pypi.org', unread, false],
    ['stlake.blob.core.windows.net', unread, '429 TooManyRequests'],
    ['stmanaged.blob.core.windows.net', unread, true],
    [
      'stlake.blob.core.windows.net',
      (estate) => {
        lake(estate);
        unread(estate);
      },
      true,
    ],
    [
      'stlake.blob.core.windows.net',
      datastore(workspace, { datastoreType: 'Odd' }),
      'properties.datastoreType is Odd; isocheck knows AzureBlob or AzureDataLakeGen1 or AzureDataLakeGen2 or AzureFile or OneLake',
    ],
    [{ host: 'x' }, () => undefined, 'properties.destination is {"host":"x"}; isocheck knows a string'],
  ];
  it.each(table)('%j', (destination, change, own) => expect(isOwn(destination, change)).toBe(own));

  it('does not ask it of other rules', () => {
    const destination = { serviceResourceId: storage, subresourceTarget: 'blob' };
    expect(isOwn(destination, () => undefined, 'PrivateEndpoint')).toBe(false);
    const [rule] = outboundRulesOf(workspaceAt(new Model(soundManaged().world.snapshot()), workspace)).items;
    const accountIn = rule === undefined ? undefined : storageAccountOf(rule);
    const host = (name: string) => ({ type: 'FQDN', host: name }) as const;
    expect(accountIn?.(host('stlake.blob.core.windows.net'))).toEqual({ known: true, value: 'stlake' });
    expect(accountIn?.(host('pypi.org'))).toEqual({ known: true, value: null });
  });

  it('counts the datastores of a hub and of its projects', () => {
    const { world, hub, projects } = hubAndProjects({ isolationMode: 'AllowOnlyApprovedOutbound' });
    const destination = 'stlake.blob.core.windows.net';
    addOutboundRule(hub, 'it', { type: 'FQDN', category: 'UserDefined', status: 'Active', destination });
    expect(ruleIn({ world }, hub.names.workspace)).toBe(false);
    datastore(projects[1].names.workspace, LAKE)({ world });
    expect(ruleIn({ world }, hub.names.workspace)).toBe(true);
    world.remove(`${projects[1].names.workspace}/datastores/lake`);
    datastore(hub.names.workspace, LAKE)({ world });
    expect(ruleIn({ world }, hub.names.workspace)).toBe(true);
  });
});

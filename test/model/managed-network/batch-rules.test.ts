import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/model/algebra/fact.js';
import { Model } from '../../../src/model/bodies/model.js';
import { hasBatchEndpoint, missingBatchRules } from '../../../src/model/managed-network/batch-rules.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import type { Estate } from '../../world/estate.js';
import { hubAndProjects } from '../../world/hub-and-projects.js';
import { addOutboundRule } from '../../world/managed-network.js';
import { soundManaged } from '../../world/sound.js';
import type { World } from '../../world/world.js';

const { storage, workspace } = soundManaged().names;
const FORBIDDEN = '403 AuthorizationFailed';

type Change = (estate: Estate) => unknown;

const textOf = <T>(fact: Fact<T>): T | string =>
  fact.known ? fact.value : fact.gaps.map(({ detail }) => detail).join('; ');

describe('whether there are batch endpoints', () => {
  const has = (world: World, id: string) =>
    textOf(hasBatchEndpoint(workspaceAt(new Model(world.snapshot()), id)));
  const list = (id: string) => `${id}/batchEndpoints`;

  it('in the workspace', () => {
    const { world } = soundManaged();
    expect(has(world, workspace)).toBe(false);
    world.incomplete('batchEndpoints', list(workspace));
    expect(has(world, workspace)).toBe('429 TooManyRequests');
    world.list('batchEndpoints', list(workspace), `${list(workspace)}/nightly`);
    expect(has(world, workspace)).toBe(true);
    expect(has(soundManaged().world.gap('batchEndpoints', list(workspace)), workspace)).toBe(FORBIDDEN);
    expect(has(soundManaged().world.gap('workspace', workspace), workspace)).toBe(FORBIDDEN);
  });

  it('in a hub, or in a project of it', () => {
    const inHub = hubAndProjects();
    const hub = inHub.hub.names.workspace;
    const [red, green] = inHub.projects.map(({ names }) => names.workspace);
    expect(has(inHub.world, hub)).toBe(false);
    inHub.world.list('batchEndpoints', list(hub), `${list(hub)}/nightly`);
    expect(has(inHub.world, hub)).toBe(true);

    const { world } = hubAndProjects();
    world.list('batchEndpoints', list(green ?? ''), `${list(green ?? '')}/nightly`);
    expect(has(world, hub)).toBe(true);
    expect(has(world, green ?? '')).toBe(true);
    expect(has(world, red ?? '')).toBe(false);
    expect(has(hubAndProjects().world.gap('batchEndpoints', list(red ?? '')), hub)).toBe(FORBIDDEN);
  });
});

describe('the rules that batch endpoints lack', () => {
  function missingIn(changes: readonly Change[], mode?: Parameters<typeof soundManaged>[0]) {
    const estate = soundManaged(mode);
    for (const change of changes) change(estate);
    const missing = missingBatchRules(workspaceAt(new Model(estate.world.snapshot()), workspace));
    if (!missing.known) return textOf(missing);
    if (missing.value !== null) expect(missing.value.storageId).toBe(storage);
    return missing.value?.missing ?? null;
  }
  const to =
    (part: string | null, service = storage): Change =>
    (estate) =>
      addOutboundRule(estate, `to-${part}`, {
        type: 'PrivateEndpoint',
        category: 'UserDefined',
        // It is told by another rule whether it acts.
        status: 'Inactive',
        destination: { serviceResourceId: service, subresourceTarget: part },
      });
  const incomplete: Change = ({ world }) => world.incomplete('outboundRules', `${workspace}/outboundRules`);
  const storageIs =
    (access: string, defaultAction: string): Change =>
    ({ world }) =>
      world
        .set(storage, 'properties.publicNetworkAccess', access)
        .set(storage, 'properties.networkAcls.defaultAction', defaultAction);
  const table: readonly [
    what: string,
    changes: readonly Change[],
    missing: readonly string[] | string | null,
  ][] = [
    ['both', [], ['queue', 'table']],
    ['one', [to('queue')], ['table']],
    ['the other', [to('table')], ['queue']],
    ['none', [to('queue'), to('table')], []],
    ['none, in another case', [to('Queue', storage.toUpperCase()), to('TABLE')], []],
    [
      'both, where rules lead elsewhere',
      [to('queue', `${storage}2`), to('blob'), to(null)],
      ['queue', 'table'],
    ],
    ['both, of an open account', [storageIs('Enabled', 'Allow')], ['queue', 'table']],
    [
      'no need without an account',
      [({ world }) => world.unset(workspace, 'properties.storageAccount')],
      null,
    ],
    ['open where rules were not read', [incomplete, to('queue')], '429 TooManyRequests'],
    ['none, whatever rules were not read', [incomplete, to('queue'), to('table')], []],
    [
      'both, of an account that was not read',
      [({ world }) => world.gap('storageAccount', storage)],
      ['queue', 'table'],
    ],
    ['open where the workspace was not read', [({ world }) => world.gap('workspace', workspace)], FORBIDDEN],
  ];
  it.each(table)('%s', (_, changes, missing) => expect(missingIn(changes)).toEqual(missing));

  it.each([
    ['closed', [storageIs('Disabled', 'Allow')], ['queue', 'table']],
    ['behind a firewall', [storageIs('Enabled', 'Deny')], ['queue', 'table']],
    ['open', [storageIs('Enabled', 'Allow')], null],
    ['not read', [({ world }: Estate) => world.gap('storageAccount', storage)], FORBIDDEN],
  ] as const)('with internet outbound, of an account that is %s', (_, changes, missing) => {
    expect(missingIn(changes, 'AllowInternetOutbound')).toEqual(missing);
  });
});

import { describe, expect, it } from 'vitest';
import { Model } from '../../../src/model/bodies/model.js';
import { privateEndpointsOf } from '../../../src/model/connections/private-endpoints.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import { namesOf } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import type { World } from '../../world/world.js';

const { workspace, privateEndpoint, subscription } = namesOf('fraud');
const LISTED = `${workspace}/privateEndpointConnections`;
const ENDPOINTS = `/subscriptions/${subscription}/providers/Microsoft.Network/privateEndpoints`;
const FORBIDDEN = '403 AuthorizationFailed';

type Change = (world: World) => unknown;

/** The names of the private endpoints, then the details of the gaps. */
function endpointsIn(changes: readonly Change[]): readonly string[] {
  const { world } = soundPrivate();
  for (const change of changes) change(world);
  const { items, gaps } = privateEndpointsOf(workspaceAt(new Model(world.snapshot()), workspace));
  return [...items.map(({ name }) => name), ...new Set(gaps.map(({ detail }) => detail))];
}

describe('the private endpoints of a workspace', () => {
  const unread: Change = (world) => world.gap('workspace', workspace);
  const unlisted: Change = (world) => world.remove(LISTED);
  const unconnected: Change = (world) =>
    world.set(workspace, 'properties.privateEndpointConnections', []).remove(LISTED);
  const gone: Change = (world) => world.remove(privateEndpoint);
  const endpointUnread: Change = (world) => world.gap('privateEndpoint', privateEndpoint);
  const endpointsUnread: Change = (world) => world.incomplete('privateEndpoint', ENDPOINTS);
  const table: readonly [what: string, changes: readonly Change[], expected: readonly string[]][] = [
    ['that a connection names', [], ['pe-mlw-fraud']],
    [
      'that a connection names, wherever it leads',
      [(world) => world.set(privateEndpoint, 'properties.privateLinkServiceConnections', [])],
      ['pe-mlw-fraud'],
    ],
    ['that lead to it, without a connection', [unconnected], ['pe-mlw-fraud']],
    ['none', [unconnected, gone], []],
    ['that were not all listed', [endpointsUnread], ['pe-mlw-fraud', '429 TooManyRequests']],
    // Each leaves a connection here: without one there is none, whatever list was not read.
    ['none without a connection, whatever was not listed', [unconnected, gone, endpointsUnread], []],
    ['that may be more where the workspace was not read', [unread, unlisted], ['pe-mlw-fraud', FORBIDDEN]],
    ['not known where the workspace was not read', [unread, unlisted, gone], [FORBIDDEN]],
    [
      'beside one that was read, listed or not, and may lead to it',
      [
        (world) =>
          world.add('privateEndpoint', {
            id: `${privateEndpoint}-odd`,
            properties: { privateLinkServiceConnections: 'odd' },
          }),
      ],
      ['pe-mlw-fraud', 'properties.privateLinkServiceConnections is odd; isocheck knows an array'],
    ],
    ['not known of one that a connection names and that was not read', [endpointUnread], [FORBIDDEN]],
    [
      'not known of such a one that was not listed either',
      [gone, endpointUnread, endpointsUnread],
      [FORBIDDEN, '429 TooManyRequests'],
    ],
  ];
  it.each(table)('%s', (_, changes, expected) => expect(endpointsIn(changes)).toEqual(expected));
});

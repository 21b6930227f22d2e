import { describe, expect, it } from 'vitest';
import { Model } from '../../../src/model/bodies/model.js';
import { inboundOfManaged } from '../../../src/model/reach/managed-endpoints.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import { hubAndProjects } from '../../world/hub-and-projects.js';
import { endpointId } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import type { World } from '../../world/world.js';

const { workspace } = soundPrivate().names;
const FORBIDDEN = '403 AuthorizationFailed';

/** Each endpoint with its access, then the details of the gaps. */
function inboundIn(world: World, id = workspace): readonly string[] {
  const { items, gaps } = inboundOfManaged(workspaceAt(new Model(world.snapshot()), id));
  return [
    ...items.map(({ endpoint, access }) => `${endpoint.name} ${access}`),
    ...gaps.map(({ detail }) => detail),
  ];
}

describe('the managed endpoints of a workspace', () => {
  const CHURN = endpointId(workspace, 'churn');
  const table: readonly [what: string, change: (world: World) => unknown, expected: readonly string[]][] = [
    ['each with its access', () => undefined, ['fraud closed', 'churn open']],
    ['but one on Kubernetes', (world) => world.set(CHURN, 'properties.compute', '/aks'), ['fraud closed']],
    [
      'but one on Kubernetes whose access is odd',
      (world) =>
        world.set(CHURN, 'properties.compute', '/aks').set(CHURN, 'properties.publicNetworkAccess', 'Odd'),
      ['fraud closed'],
    ],
    [
      'but one whose access is odd',
      (world) => world.set(CHURN, 'properties.publicNetworkAccess', 'Odd'),
      ['fraud closed', 'properties.publicNetworkAccess is Odd; isocheck knows Enabled or Disabled'],
    ],
    ['but one that was not read', (world) => world.gap('endpoints', CHURN), ['fraud closed', FORBIDDEN]],
    [
      'but what was not listed',
      (world) => world.incomplete('endpoints', `${workspace}/onlineEndpoints`),
      ['fraud closed', 'churn open', '429 TooManyRequests'],
    ],
    ['none that was listed', (world) => world.gap('endpoints', `${workspace}/onlineEndpoints`), [FORBIDDEN]],
  ];
  it.each(table)('%s', (_, change, expected) => {
    const { world } = soundPrivate().endpoint('churn', 'Enabled');
    change(world);
    expect(inboundIn(world)).toEqual(expected);
  });

  it('are those of the projects of a hub', () => {
    const { world, hub, projects } = hubAndProjects();
    expect(inboundIn(world, hub.names.workspace)).toEqual(['red closed', 'green closed']);
    expect(inboundIn(world, projects[0].names.workspace)).toEqual(['red closed']);
  });
});

import { describe, expect, it } from 'vitest';
import { Model } from '../../../src/model/bodies/model.js';
import { outboundLimit } from '../../../src/model/managed-network/outbound-limit.js';
import { TARGETS } from '../../../src/model/targets/targets.js';
import { hubAndProjects } from '../../world/hub-and-projects.js';
import { deploymentId, endpointId } from '../../world/names.js';
import { soundManaged, soundPrivate, soundPublic } from '../../world/sound.js';
import type { World } from '../../world/world.js';

const { workspace } = soundManaged().names;
const STATUS = 'properties.managedNetwork.status.status';

/** What limits the first deployment, or what the gaps say. */
function limitIn(world: World): string {
  const [deployment] = TARGETS.deployment.find(new Model(world.snapshot())).items;
  if (deployment === undefined) throw new Error('the world holds no deployment');
  const limit = outboundLimit(deployment);
  return limit.known ? limit.value : limit.gaps.map(({ detail }) => detail).join('; ');
}

describe('what limits where a deployment gets to', () => {
  const approved = () => soundManaged().world;
  const open = () => soundManaged('AllowInternetOutbound').world;
  const table: readonly [what: string, world: World, limit: string][] = [
    ['its own private endpoints', soundPrivate().world, 'own-private-endpoints'],
    ['nothing, egress Enabled', soundPublic().world, 'none'],
    ['approved rules', approved(), 'approved-rules'],
    // The flag of the deployment has no say in a managed network.
    [
      'approved rules, egress Disabled',
      approved().set(
        deploymentId(workspace, 'claims', 'blue'),
        'properties.egressPublicNetworkAccess',
        'Disabled',
      ),
      'approved-rules',
    ],
    ['nothing, the internet let out', open(), 'none'],
    ['nothing, the internet let out and not provisioned', open().set(workspace, STATUS, 'Inactive'), 'none'],
    ['no rule yet', approved().set(workspace, STATUS, 'Inactive'), 'unprovisioned'],
    [
      'no rule yet, no status',
      approved().unset(workspace, 'properties.managedNetwork.status'),
      'unprovisioned',
    ],
    [
      'its cluster',
      approved().set(endpointId(workspace, 'claims'), 'properties.compute', '/x/clusters/aks'),
      'none',
    ],
    [
      'approved rules of the hub',
      hubAndProjects({ isolationMode: 'AllowOnlyApprovedOutbound' }).world,
      'approved-rules',
    ],
    [
      'unread endpoint',
      approved().gap('endpoints', endpointId(workspace, 'claims')),
      '403 AuthorizationFailed',
    ],
    [
      'a mode that nobody knows',
      approved().set(workspace, 'properties.managedNetwork.isolationMode', 'Odd'),
      'properties.managedNetwork.isolationMode is Odd; isocheck knows Disabled or AllowInternetOutbound or AllowOnlyApprovedOutbound',
    ],
    [
      'a status that nobody knows',
      approved().set(workspace, STATUS, 'Odd'),
      'properties.managedNetwork.status.status is Odd; isocheck knows Active or Inactive',
    ],
  ];
  it.each(table)('%s', (_, world, limit) => expect(limitIn(world)).toBe(limit));
});

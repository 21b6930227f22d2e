import { EGRESS_DESCRIPTION } from '../../src/arm/egress-description.js';
import { Estate } from '../world/estate.js';
import { MICROSOFT_SUBSCRIPTION, namesOf } from '../world/names.js';
import { World } from '../world/world.js';

/*
 * One workspace with the endpoint `scoring` and its deployment `blue`, in each place of the matrix.
 */

type Access = 'Enabled' | 'Disabled';
type Change = (estate: Estate) => unknown;

const NOTHING: Change = () => undefined;

function changed(estate: Estate, change: Change): Estate {
  change(estate);
  return estate;
}

/** All closed, and the deployment sent out by private endpoints of its own. */
export function legacy(inbound: Access, change: Change = NOTHING): () => Estate {
  return () => changed(new Estate('matrix').endpoint('scoring', inbound, { blue: 'Disabled' }), change);
}

/** All open, and the deployment on the internet. */
export function publicEgress(inbound: Access, change: Change = NOTHING): () => Estate {
  return () => {
    const estate = new Estate('matrix', { workspaceAccess: 'Enabled', closedDependencies: false });
    return changed(estate.endpoint('scoring', inbound, { blue: 'Enabled' }), change);
  };
}

/** All closed behind a managed network. */
export function managed(
  isolationMode: 'AllowInternetOutbound' | 'AllowOnlyApprovedOutbound',
  change: Change = NOTHING,
): () => Estate {
  return () =>
    changed(
      new Estate('matrix', { isolationMode }).endpoint('scoring', 'Disabled', { blue: 'Enabled' }),
      change,
    );
}

/** A deployment that is older than the managed network has left its connection on the registry. */
export function olderDeployment(estate: Estate): Estate {
  return estate.registryConnection({
    name: 'crmatrix.1',
    privateEndpoint: `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe-1`,
    status: 'Approved',
    description: EGRESS_DESCRIPTION,
  });
}

/** No private endpoint at all. */
export function withoutPrivateEndpoint(): Estate {
  return new Estate('matrix', { privateEndpoint: false }).endpoint('scoring', 'Disabled');
}

type Made = readonly [status: string, age: 'old' | 'new'];

const CREATED = { old: '2021-10-05T13:22:41Z', new: '2024-03-12T08:15:30Z' } as const;

/** One or two private endpoints in one network, of a workspace that is older than private scoring. */
export function twoPrivateEndpoints({ first, second }: { first: Made; second?: Made }): () => Estate {
  return () => {
    const estate = new Estate('matrix', { privateEndpoint: false });
    const { world, names } = estate;
    world.set(names.workspace, 'systemData.createdAt', '2021-10-05T13:00:00Z');
    estate.network(names.virtualNetwork);
    const [status, age] = first;
    estate.privateEndpoint(names.privateEndpoint, {
      status,
      created: CREATED[age],
      inference: age === 'new',
      zoneGroup: false,
    });
    if (second !== undefined) {
      estate.privateEndpoint(names.privateEndpoint.replace('pe-', 'pe2-'), {
        status: second[0],
        created: CREATED[second[1]],
        inference: second[1] === 'new',
        zoneGroup: false,
      });
    }
    return estate.endpoint('scoring', 'Disabled');
  };
}

/** The managed network's own connection to the workspace, and a client's private endpoint that is too old. */
export function managedConnectionAndOldEndpoint(): Estate {
  const estate = new Estate('matrix', { privateEndpoint: false });
  const { world, names } = estate;
  world.set(names.workspace, 'systemData.createdAt', '2021-10-05T13:00:00Z');
  const id = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/__SYS_PE_workspace`;
  estate.connection({ name: 'matrix.1', privateEndpoint: id, status: 'Approved' });
  world.gap('privateEndpoint', id, 'forbidden');
  return estate
    .network(names.virtualNetwork)
    .privateEndpoint(names.privateEndpoint, { created: CREATED.old, inference: false, zoneGroup: false })
    .endpoint('scoring', 'Disabled');
}

/** The deployment's image is another one. */
export function egressGoesTo(estate: Estate, image: string): Estate {
  return estate.environment(`${estate.names.workspace}/environments/scoring-env/versions/1`, { image });
}

/** The endpoint runs on a cluster of the user's. */
export function kubernetes(): Estate {
  return legacy('Enabled', ({ world, names }) =>
    world.set(
      `${names.workspace}/onlineEndpoints/scoring`,
      'properties.compute',
      `${names.workspace}/computes/aks`,
    ),
  )();
}

/** The second page of the deployments failed. */
export function cutOff(): Estate {
  return publicEgress('Enabled', ({ world, names }) =>
    world.incomplete('deployments', `${names.workspace}/onlineEndpoints/scoring/deployments`),
  )();
}

/** The workspace is a project; network and dependencies are its hub's. */
export function projectOfHub(): Estate {
  const world = new World();
  const hub = namesOf('matrix');
  const names = { ...hub, workspace: hub.workspace.replace('mlw-', 'proj-') };
  const project = new Estate('matrix', { privateEndpoint: false }, world, names);
  new Estate('matrix', { isolationMode: 'AllowOnlyApprovedOutbound' }, world, hub);
  world
    .set(hub.workspace, 'kind', 'Hub')
    .set(names.workspace, 'kind', 'Project')
    .set(names.workspace, 'properties.hubResourceId', hub.workspace)
    .unset(names.workspace, 'properties.managedNetwork');
  world.workspaces = [names.workspace];
  return project.endpoint('scoring', 'Disabled', { blue: 'Enabled' });
}

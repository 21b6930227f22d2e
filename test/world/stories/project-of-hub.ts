import { addDependencyEndpoints } from '../dependency-endpoints.js';
import { Estate } from '../estate.js';
import { addRequiredServiceTags, connectManagedNetwork } from '../managed-network.js';
import { type Names, namesOf } from '../names.js';
import { World } from '../world.js';
import { completeWorld } from './complete.js';
import type { Story } from './story.js';

export const projectOfHub: Story = {
  title: 'A project of a hub',
  description:
    'A project that takes managed network, private endpoint and dependencies from its hub, with an endpoint of its own.',
  order: 10,
  required: { inbound: 'private', outbound: 'private' },
  exitCode: 0,
  world: () => {
    const world = new World();
    const hub = hubNames();
    const project = new Estate('agents', { privateEndpoint: false }, world, projectNames(hub));
    project.endpoint('triage', 'Disabled', { v1: 'Enabled' });
    const estate = new Estate('agents', { isolationMode: 'AllowOnlyApprovedOutbound' }, world, hub);
    addDependencyEndpoints(estate);
    addRequiredServiceTags(estate);
    connectManagedNetwork(estate);
    world
      .set(hub.workspace, 'kind', 'Hub')
      .set(hub.workspace, 'properties.associatedWorkspaces', [project.names.workspace])
      .set(project.names.workspace, 'kind', 'Project')
      .set(project.names.workspace, 'properties.hubResourceId', hub.workspace)
      .unset(project.names.workspace, 'properties.managedNetwork')
      .unset(project.names.workspace, 'properties.imageBuildCompute')
      .remove(`${hub.workspace}/onlineEndpoints`);
    world.workspaces = [project.names.workspace];
    return completeWorld(estate);
  },
};

function hubNames(): Names {
  const names = namesOf('agents', { group: 'rg-ai-hub' });
  const workspace = names.workspace.replace('mlw-agents', 'hub-agents');
  return { ...names, workspace, connection: names.connection.replaceAll('mlw-agents', 'hub-agents') };
}

/** A project has a GUID of its own; dependencies are the hub's. */
function projectNames(hub: Names): Names {
  return {
    ...hub,
    guid: '91a2b3c4-d5e6-4f70-8a1b-2c3d4e5f6071',
    workspace: hub.workspace.replace('hub-agents', 'proj-triage'),
  };
}

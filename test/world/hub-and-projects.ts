import { Estate, type EstateOptions } from './estate.js';
import { type Names, namesOf } from './names.js';
import { World } from './world.js';

/** A hub with two projects, each with an endpoint of its own. */
export interface HubAndProjects {
  readonly world: World;
  readonly hub: Estate;
  readonly projects: readonly [Estate, Estate];
}

const CONNECTIONS = 'properties.privateEndpointConnections';

/** Projects take network settings, private endpoint, managed network and dependencies from their hub. */
export function hubAndProjects(options: EstateOptions = {}): HubAndProjects {
  const world = new World();
  const names = hubNames();
  const hub = new Estate('one', options, world, names);
  const project = (name: string, guid: string) =>
    new Estate('one', { ...options, privateEndpoint: false }, world, {
      ...names,
      guid,
      workspace: names.workspace.replace('hub-one', name),
    });
  const projects = [
    project('proj-red', '91a2b3c4-d5e6-4f70-8a1b-2c3d4e5f6071'),
    project('proj-green', '92a2b3c4-d5e6-4f70-8a1b-2c3d4e5f6072'),
  ] as const;
  const egress = (options.isolationMode ?? 'Disabled') === 'Disabled' ? 'Disabled' : 'Enabled';
  projects[0].endpoint('red', 'Disabled', { blue: egress });
  projects[1].endpoint('green', 'Disabled', { blue: egress });
  for (const { names: own } of projects) {
    // The private endpoints of a project's deployments lead to the hub.
    const { properties } = world.body(own.workspace);
    const made = typeof properties === 'object' ? JSON.stringify(properties) : '';
    for (const [id = ''] of made.matchAll(/\/subscriptions\/[^"]*\/privateEndpointConnections\/[^"]*/g)) {
      const body = { ...world.body(id), id: id.replace(own.workspace, names.workspace) };
      world.push(names.workspace, CONNECTIONS, body);
      world.add('workspaceConnections', body, `${names.workspace}/privateEndpointConnections`).remove(id);
    }
    world
      .set(own.workspace, 'kind', 'Project')
      .set(own.workspace, 'properties.hubResourceId', names.workspace)
      .unset(own.workspace, 'properties.managedNetwork')
      .unset(own.workspace, 'properties.imageBuildCompute')
      .unset(own.workspace, CONNECTIONS);
  }
  world.set(names.workspace, 'kind', 'Hub');
  world.workspaces = projects.map(({ names: own }) => own.workspace);
  return { world, hub, projects };
}

function hubNames(): Names {
  const names = namesOf('one', { group: 'rg-hub' });
  const workspace = names.workspace.replace('mlw-one', 'hub-one');
  return { ...names, workspace, connection: names.connection.replaceAll('mlw-one', 'hub-one') };
}

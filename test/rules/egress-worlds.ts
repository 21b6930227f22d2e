import { EGRESS_DESCRIPTION } from '../../src/arm/egress-description.js';
import { nameOf } from '../../src/arm/resource-id.js';
import { connectionBody } from '../world/bodies/dependencies.js';
import { Estate } from '../world/estate.js';
import { MICROSOFT_SUBSCRIPTION, type Names } from '../world/names.js';
import type { World } from '../world/world.js';

/** By name: the state, and the description if it is not that of an egress connection. */
export interface Connected {
  readonly [name: string]: string | readonly [state: string, description: string];
}

/** Id of a private endpoint that Microsoft made for a deployment. */
export const egressEndpoint = (name: string) =>
  `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/managed-endpoints/providers/Microsoft.Network/privateEndpoints/pe-${name}`;

/** Id of a connection of a service, as these worlds name them. */
export const connectionId = (service: string, name: string) =>
  `${service}/privateEndpointConnections/${nameOf(service)}.${name}`;

/** An estate whose service has these connections and no others, with this many deployments that leave privately. */
export function connectedTo(
  service: 'registry' | 'storage' | 'workspace',
  deployments: number,
  connections: Connected,
  change: (world: World, names: Names) => void = () => undefined,
): () => Estate {
  return () => {
    const names = ['blue', 'green', 'red', 'white', 'black'].slice(0, deployments);
    const egress = Object.fromEntries(names.map((name) => [name, 'Disabled' as const]));
    const estate = new Estate('fraud').endpoint('fraud', 'Disabled', egress);
    const { world } = estate;
    const id = estate.names[service];
    world.set(id, 'properties.privateEndpointConnections', []).remove(`${id}/privateEndpointConnections`);
    if (service === 'workspace') world.list('workspaceConnections', `${id}/privateEndpointConnections`);
    for (const [name, state] of Object.entries(connections)) {
      const [status, description] = typeof state === 'string' ? [state, EGRESS_DESCRIPTION] : state;
      const privateEndpoint = egressEndpoint(name);
      const body = connectionBody(connectionId(id, name), { privateEndpoint, status, description });
      world
        .push(id, 'properties.privateEndpointConnections', body)
        .gap('privateEndpoint', privateEndpoint, 'not-found', '404 ResourceNotFound');
    }
    change(world, estate.names);
    return estate;
  };
}

/** The commands that delete deployments of `fraud` and make them again. */
export function remade(subscription: string, ...names: readonly string[]) {
  return {
    summary:
      "The connection is made together with the deployment, and the deployment's flag can't be changed later: this deletes each deployment and makes it again from its own file (deployment.yml here); it answers nothing meanwhile.",
    commands: names.flatMap((name) => {
      const scope = `--name ${name} --endpoint-name fraud --workspace-name mlw-fraud --resource-group rg-fraud --subscription ${subscription}`;
      return [
        `az ml online-deployment delete ${scope}`,
        `az ml online-deployment create --file deployment.yml --set egress_public_network_access=disabled ${scope}`,
      ];
    }),
  };
}

/** The commands that approve connections of a service. */
export function approved(subscription: string, ...connections: readonly string[]) {
  return {
    summary:
      'Approve, and pass the description along: approving without --description erases the text by which the connection is known.',
    commands: connections.map(
      (id) =>
        `az network private-endpoint-connection approve --id ${id} --description '${EGRESS_DESCRIPTION}' --subscription ${subscription}`,
    ),
  };
}

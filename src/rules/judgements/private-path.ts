import type { Evidence, Remedy } from '../../findings/report.js';
import type { Fact } from '../../model/algebra/fact.js';
import { CONNECTION } from '../../model/arm-properties/index.js';
import type { Connection, ConnectionStatus } from '../../model/resources/connection.js';
import { type Workspace, workspaceOf } from '../../model/resources/workspace.js';
import type { RuleExample } from '../engine/rule.js';
import {
  approveConnection,
  createPrivateEndpoint,
  recreatePrivateEndpoint,
} from '../remedies/private-endpoint-commands.js';

/** A private endpoint that leads elsewhere, and one in the clients' network that leads to the workspace. */
export const PRIVATE_PATH_EXAMPLE: RuleExample = {
  read: 'privateEndpoint',
  type: 'Microsoft.Network/privateEndpoints',
  failing: {
    properties: {
      privateLinkServiceConnections: [
        {
          name: 'workspace',
          properties: { privateLinkServiceId: '<id of another workspace>', groupIds: ['amlworkspace'] },
        },
      ],
    },
  },
  mended: {
    properties: {
      subnet: { id: "<id of a subnet of the clients' network>" },
      privateLinkServiceConnections: [
        {
          name: 'workspace',
          properties: { privateLinkServiceId: '<id of this workspace>', groupIds: ['amlworkspace'] },
        },
      ],
    },
  },
};

/** Evidence and remedy for a workspace without an Approved way in for its clients. */
export function missingPrivatePath(
  workspace: Workspace,
  connections: Fact<readonly Connection[]>,
): { readonly evidence: readonly Evidence[]; readonly remedy: Remedy } {
  const clients = connections.known ? connections.value.filter(isClients) : [];
  const nearest = clients.find((connection) => statusOf(connection) === 'Pending') ?? clients[0];
  if (nearest !== undefined) {
    return { evidence: clients.map(statusEvidence), remedy: mendConnection(nearest, statusOf(nearest)) };
  }
  return {
    evidence: [
      {
        resourceId: workspace.id,
        path: 'properties.privateEndpointConnections',
        actual: "no client's private endpoint",
        expected: 'a connection that is Approved',
      },
    ],
    remedy: {
      summary: `Make a private endpoint to ${workspace.name} in the clients' network, with its private DNS zones, which must be linked to that network. Put the id of a subnet in.`,
      commands: createPrivateEndpoint(workspace),
    },
  };
}

/** What a connection that is not Approved says of itself. */
export function statusEvidence(connection: Connection): Evidence {
  return {
    resourceId: connection.id,
    path: CONNECTION.status.path,
    actual: connection.resource.raw(CONNECTION.status),
    expected: 'Approved',
  };
}

/** Gets a connection Approved: by approving it while that can be done, else with a new private endpoint. */
export function mendConnection(connection: Connection, status: ConnectionStatus | null): Remedy {
  const workspace = workspaceOf(connection);
  const endpoint = connection.privateEndpoint();
  if (status !== 'Pending' && status !== 'Rejected' && endpoint.known) {
    return {
      summary: `A connection that is ${status ?? 'in no known state'} can't be approved any more: this deletes the private endpoint ${endpoint.value.name} and makes it again.`,
      commands: recreatePrivateEndpoint(endpoint.value, workspace),
    };
  }
  const first = status === 'Rejected' ? 'Somebody rejected it: ask first. Then approve' : 'Approve';
  return {
    summary: `${first} the connection, which lets the network of its private endpoint into ${workspace.name}. Without --description its description is erased.`,
    commands: [approveConnection(connection)],
  };
}

function isClients(connection: Connection): boolean {
  const attribution = connection.attribution();
  return attribution.known && attribution.value === 'inbound';
}

function statusOf(connection: Connection): ConnectionStatus | null {
  const status = connection.status();
  return status.known ? status.value : null;
}

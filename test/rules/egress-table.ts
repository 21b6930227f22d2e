import { EGRESS_DESCRIPTION } from '../../src/arm/egress-description.js';
import { nameOf } from '../../src/arm/resource-id.js';
import { Estate } from '../world/estate.js';
import { endpointId } from '../world/names.js';
import { soundManaged, soundPrivate, soundPublic } from '../world/sound.js';
import { approved, type Connected, connectedTo, connectionId, remade } from './egress-worlds.js';
import type { RuleTable } from './test-rule.js';

/** A service that deployments which leave privately are connected to. */
interface ConnectedService {
  readonly service: 'storage' | 'workspace';
  readonly read: 'storageAccount' | 'workspace';
  readonly operation: string;
  /** `Storage account` */
  readonly title: string;
  readonly caveat: string;
  readonly loss: string;
  /** Why the rule does not apply where no deployment leaves privately. */
  readonly none: string;
}

/** What the rule on egress connections says of a service; the registry's own test has more. */
export function egressTable(connectedService: ConnectedService): RuleTable {
  const { service, read, operation, title, caveat, loss, none } = connectedService;
  const { workspace, subscription, [service]: id } = new Estate('fraud').names;
  const path = 'properties.privateLinkServiceConnectionState.status';
  const DEPLOYMENTS = 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read';

  const ofService = (name: string) => connectionId(id, name);
  const connected = (deployments: number, connections: Connected) =>
    connectedTo(service, deployments, connections);
  const stateOf = (name: string, actual: string) => ({
    resourceId: ofService(name),
    path,
    actual,
    expected: 'Approved',
  });

  return {
    fail: [
      {
        name: 'there is no connection',
        world: connected(1, {}),
        severity: 'error',
        message: `${title} ${nameOf(id)} has no Approved egress connection for 1 deployment that leaves privately: blue of fraud. ${caveat}`,
        evidence: [
          {
            resourceId: id,
            path: 'properties.privateEndpointConnections',
            actual: `0 Approved with the description "${EGRESS_DESCRIPTION}"`,
            expected: '1 Approved',
          },
        ],
        ...remade(subscription, 'blue'),
      },
      {
        name: 'one is Pending beside an Approved one, in other letters',
        world: connected(1, { one: 'approved', two: 'pending' }),
        severity: 'error',
        message: `${title} ${nameOf(id)} has 1 Pending egress connection; the deployment behind it has no way to it. ${caveat}`,
        evidence: [stateOf('two', 'pending')],
        ...approved(subscription, ofService('two')),
      },
      {
        name: 'fewer are Approved than deployments were read',
        world: connected(2, { one: 'Approved', client: ['Approved', 'Auto-Approved'] }),
        severity: 'warning',
        message: `${title} ${nameOf(id)} has 1 Approved egress connection for 2 deployments that leave privately: blue of fraud, green of fraud. ${caveat}`,
        evidence: [
          {
            resourceId: id,
            path: 'properties.privateEndpointConnections',
            actual: `1 Approved with the description "${EGRESS_DESCRIPTION}"`,
            expected: '2 Approved',
          },
        ],
        summary: `Which deployment lacks its connection, ARM does not tell: it is one for which ${loss}. Deleting that deployment and making it again makes the connection; this lists the connections there are.`,
        commands: [`az network private-endpoint-connection list --id ${id} --subscription ${subscription}`],
      },
      {
        name: 'one is Disconnected beside enough Approved ones',
        world: connected(1, { one: 'Approved', two: 'Disconnected' }),
        severity: 'info',
        message: `${title} ${nameOf(id)} has 1 Disconnected egress connection beside 1 Approved for 1 deployment that leaves privately. ${caveat}`,
        evidence: [stateOf('two', 'Disconnected')],
        summary:
          'What is left of a deployment that is gone can go as well: this deletes the connections. Ask first whether another workspace uses them.',
        commands: [
          `az network private-endpoint-connection delete --id ${ofService('two')} --subscription ${subscription}`,
        ],
      },
      {
        // The one whose state is not told may be Pending: no less than what the rule says of a certain fault.
        name: 'one is Disconnected beside one of a state of tomorrow',
        world: connected(1, { one: 'Approved', two: 'Disconnected', three: 'Blessed' }),
        severity: 'error',
        message: `${title} ${nameOf(id)} has 1 Disconnected egress connection beside 1 Approved for 1 deployment that leaves privately. ${caveat}`,
        evidence: [stateOf('two', 'Disconnected')],
        summary:
          'What is left of a deployment that is gone can go as well: this deletes the connections. Ask first whether another workspace uses them.',
        commands: [
          `az network private-endpoint-connection delete --id ${ofService('two')} --subscription ${subscription}`,
        ],
      },
    ],
    pass: [
      {
        name: 'each deployment has an Approved one',
        world: soundPrivate,
        message: `${title} ${nameOf(id)} has 1 Approved egress connection for 1 deployment that leaves privately. ${caveat}`,
      },
    ],
    unknown: [
      {
        name: 'the only one may be of egress, its description erased',
        world: connected(1, { one: ['Approved', ''] }),
        message: `${title} ${nameOf(id)} has no Approved egress connection for 1 deployment that leaves privately. 1 more may be one, with its description erased by an approval without --description: the private endpoint can't be read.`,
        operations: ['Microsoft.Network/privateEndpoints/read'],
      },
      {
        name: 'the state of one is one of tomorrow',
        world: connected(1, { one: 'Blessed' }),
        message: `${title} ${nameOf(id)} has no Approved egress connection for 1 deployment that leaves privately. The state of 1 more is not known.`,
        operations: [operation],
      },
      {
        name: 'the deployments were refused',
        world: () => {
          const estate = soundPrivate();
          estate.world.gap('deployments', `${endpointId(workspace, 'fraud')}/deployments`);
          return estate;
        },
        message: `deployments was not read (forbidden, ${DEPLOYMENTS}): 403 AuthorizationFailed.`,
        operations: [DEPLOYMENTS],
      },
      {
        name: 'the service was refused',
        world: () => {
          const estate = soundPrivate();
          estate.world.gap(read, id);
          return estate;
        },
        message: `${nameOf(id)} was not read (forbidden, ${operation}): 403 AuthorizationFailed.`,
        operations: [operation],
      },
    ],
    notApplicable: [
      { name: 'no deployment leaves privately', world: soundPublic, message: none },
      { name: 'deployments leave through a managed network', world: () => soundManaged(), message: none },
    ],
  };
}

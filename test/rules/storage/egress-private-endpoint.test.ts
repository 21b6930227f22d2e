import { EGRESS_DESCRIPTION } from '../../../src/model/egress-description.js';
import rule from '../../../src/rules/storage/egress-private-endpoint.js';
import { Estate } from '../../world/estate.js';
import { endpointId } from '../../world/names.js';
import { soundManaged, soundPrivate, soundPublic } from '../../world/sound.js';
import { approved, type Connected, connectedTo, connectionId, remade } from '../egress-worlds.js';
import { testRule } from '../test-rule.js';

const { storage, workspace, subscription } = new Estate('fraud').names;
const CAVEAT = 'A storage account can be shared, and a connection does not name its workspace.';
const path = 'properties.privateLinkServiceConnectionState.status';
const DEPLOYMENTS = 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read';
const NONE =
  'No deployment of the workspaces read that use this storage account leaves privately by its own flag.';

const ofService = (name: string) => connectionId(storage, name);
const connected = (deployments: number, connections: Connected) =>
  connectedTo('storage', deployments, connections);
const stateOf = (name: string, actual: string) => ({
  resourceId: ofService(name),
  path,
  actual,
  expected: 'Approved',
});

testRule(rule, {
  fail: [
    {
      name: 'there is no connection',
      world: connected(1, {}),
      severity: 'error',
      message: `Storage account stfraud has no Approved egress connection for 1 deployment that leaves privately: blue of fraud. ${CAVEAT}`,
      evidence: [
        {
          resourceId: storage,
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
      message: `Storage account stfraud has 1 Pending egress connection; the deployment behind it has no way to it. ${CAVEAT}`,
      evidence: [stateOf('two', 'pending')],
      ...approved(subscription, ofService('two')),
    },
    {
      name: 'fewer are Approved than deployments were read',
      world: connected(2, { one: 'Approved', client: ['Approved', 'Auto-Approved'] }),
      severity: 'warning',
      message: `Storage account stfraud has 1 Approved egress connection for 2 deployments that leave privately: blue of fraud, green of fraud. ${CAVEAT}`,
      evidence: [
        {
          resourceId: storage,
          path: 'properties.privateEndpointConnections',
          actual: `1 Approved with the description "${EGRESS_DESCRIPTION}"`,
          expected: '2 Approved',
        },
      ],
      summary:
        'Which deployment lacks its connection, ARM does not tell: it is one for which fetching model and code fails. Deleting that deployment and making it again makes the connection; this lists the connections there are.',
      commands: [
        `az network private-endpoint-connection list --id ${storage} --subscription ${subscription}`,
      ],
    },
    {
      name: 'one is Disconnected beside enough Approved ones',
      world: connected(1, { one: 'Approved', two: 'Disconnected' }),
      severity: 'info',
      message: `Storage account stfraud has 1 Disconnected egress connection beside 1 Approved for 1 deployment that leaves privately. ${CAVEAT}`,
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
      message: `Storage account stfraud has 1 Approved egress connection for 1 deployment that leaves privately. ${CAVEAT}`,
    },
  ],
  unknown: [
    {
      name: 'the only one may be of egress, its description erased',
      world: connected(1, { one: ['Approved', ''] }),
      message:
        "Storage account stfraud has no Approved egress connection for 1 deployment that leaves privately. 1 more may be one, with its description erased by an approval without --description: the private endpoint can't be read.",
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
    {
      name: 'the state of one is one of tomorrow',
      world: connected(1, { one: 'Blessed' }),
      message:
        'Storage account stfraud has no Approved egress connection for 1 deployment that leaves privately. The state of 1 more is not known.',
      operations: ['Microsoft.Storage/storageAccounts/read'],
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
      name: 'the storage account was refused',
      world: () => {
        const estate = soundPrivate();
        estate.world.gap('storageAccount', storage);
        return estate;
      },
      message:
        'stfraud was not read (forbidden, Microsoft.Storage/storageAccounts/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Storage/storageAccounts/read'],
    },
  ],
  notApplicable: [
    { name: 'no deployment leaves privately', world: soundPublic, message: NONE },
    { name: 'deployments leave through a managed network', world: () => soundManaged(), message: NONE },
  ],
});

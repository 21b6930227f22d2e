import { EGRESS_DESCRIPTION } from '../../../src/arm/egress-description.js';
import rule from '../../../src/rules/registry/egress-private-endpoint.js';
import { Estate } from '../../world/estate.js';
import { endpointId } from '../../world/names.js';
import { soundManaged, soundPublic } from '../../world/sound.js';
import type { World } from '../../world/world.js';
import { approved, type Connected, connectedTo, connectionId, remade } from '../egress-worlds.js';
import { testRule } from '../test-rule.js';

const { registry, workspace, subscription } = new Estate('fraud').names;
const CAVEAT = 'A registry can be shared, and a connection does not name its workspace.';
const path = 'properties.privateLinkServiceConnectionState.status';
const DEPLOYMENTS = 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read';
const PRIVATE_ENDPOINTS = 'Microsoft.Network/privateEndpoints/read';

const ofRegistry = (name: string) => connectionId(registry, name);
const connected = (deployments: number, connections: Connected, change?: (world: World) => void) =>
  connectedTo('registry', deployments, connections, change);

const stateOf = (name: string, actual: string) => ({
  resourceId: ofRegistry(name),
  path,
  actual,
  expected: 'Approved',
});

const countOf = (actual: number, expected: number) => ({
  resourceId: registry,
  path: 'properties.privateEndpointConnections',
  actual: `${actual} Approved with the description "${EGRESS_DESCRIPTION}"`,
  expected: `${expected} Approved`,
});

const remake = (...names: readonly string[]) => remade(subscription, ...names);
const approval = (...names: readonly string[]) => approved(subscription, ...names.map(ofRegistry));

const reapproval = (...names: readonly string[]) => ({
  summary:
    'Somebody rejected the connection: ask first. Then approve, and pass the description along, which is erased else.',
  commands: approval(...names).commands,
});

const search = {
  summary:
    'Which deployment lacks its connection, ARM does not tell: it is one for which the image download fails. Deleting that deployment and making it again makes the connection; this lists the connections there are.',
  commands: [`az network private-endpoint-connection list --id ${registry} --subscription ${subscription}`],
};

const cleaning = (...names: readonly string[]) => ({
  summary:
    'What is left of a deployment that is gone can go as well: this deletes the connections. Ask first whether another workspace uses them.',
  commands: names.map(
    (name) =>
      `az network private-endpoint-connection delete --id ${ofRegistry(name)} --subscription ${subscription}`,
  ),
});

const hideDeployments = (world: World) => {
  world
    .add(
      'endpoints',
      { ...world.body(endpointId(workspace, 'fraud')), id: endpointId(workspace, 'other'), name: 'other' },
      `${workspace}/onlineEndpoints`,
    )
    .gap('deployments', `${endpointId(workspace, 'other')}/deployments`);
};

/** A second workspace with the same registry and a deployment that leaves privately. */
function sharing(connections: Connected, change: (world: World, other: string) => void = () => undefined) {
  return (): Estate => {
    const estate = connected(1, connections)();
    const other = new Estate('other', {}, estate.world).endpoint('score', 'Disabled').names.workspace;
    estate.world.set(other, 'properties.containerRegistry', registry.toLowerCase());
    change(estate.world, other);
    return estate;
  };
}

testRule(rule, {
  fail: [
    {
      name: 'there is no connection',
      world: connected(1, {}),
      severity: 'error',
      message: `Registry crfraud has no Approved egress connection for 1 deployment that leaves privately: blue of fraud. ${CAVEAT}`,
      evidence: [countOf(0, 1)],
      ...remake('blue'),
    },
    {
      name: "there are only a client's connections",
      world: connected(2, { client: ['Approved', 'Auto-Approved'] }),
      severity: 'error',
      message: `Registry crfraud has no Approved egress connection for 2 deployments that leave privately: blue of fraud, green of fraud. ${CAVEAT}`,
      evidence: [countOf(0, 2)],
      ...remake('blue', 'green'),
    },
    {
      name: 'the description is not exactly that of an egress connection',
      world: connected(1, { almost: ['Approved', `${EGRESS_DESCRIPTION}s`] }),
      severity: 'error',
      message: `Registry crfraud has no Approved egress connection for 1 deployment that leaves privately: blue of fraud. ${CAVEAT}`,
      evidence: [countOf(0, 1)],
      ...remake('blue'),
    },
    {
      name: 'the connection is Pending',
      world: connected(1, { one: 'Pending' }),
      severity: 'error',
      message: `Registry crfraud has 1 Pending egress connection; the deployment behind it has no way to it. ${CAVEAT}`,
      evidence: [stateOf('one', 'Pending')],
      ...approval('one'),
    },
    {
      name: 'two connections are Pending beside enough Approved ones, in whatever letters',
      world: connected(1, { one: 'Approved', two: 'pending', three: 'Pending' }),
      severity: 'error',
      message: `Registry crfraud has 2 Pending egress connections; the deployments behind them have no way to it. ${CAVEAT}`,
      evidence: [stateOf('two', 'pending'), stateOf('three', 'Pending')],
      ...approval('two', 'three'),
    },
    {
      name: 'the connection is Rejected: none is Approved',
      world: connected(1, { one: 'Rejected' }),
      severity: 'error',
      message: `Registry crfraud has no Approved egress connection (and 1 Rejected) for 1 deployment that leaves privately: blue of fraud. ${CAVEAT}`,
      evidence: [stateOf('one', 'Rejected')],
      ...reapproval('one'),
    },
    {
      name: 'the connections are Disconnected and timed out: none is Approved',
      world: connected(1, { one: 'Disconnected', two: 'Timeout' }),
      severity: 'error',
      message: `Registry crfraud has no Approved egress connection (and 2 Disconnected or Timeout) for 1 deployment that leaves privately: blue of fraud. ${CAVEAT}`,
      evidence: [stateOf('one', 'Disconnected'), stateOf('two', 'Timeout')],
      ...remake('blue'),
    },
    {
      name: 'fewer are Approved than deployments were read',
      world: connected(5, { one: 'Approved', two: 'Approved' }),
      severity: 'warning',
      message: `Registry crfraud has 2 Approved egress connections for 5 deployments that leave privately: blue of fraud, green of fraud, red of fraud and 2 more. ${CAVEAT}`,
      evidence: [countOf(2, 5)],
      ...search,
    },
    {
      name: 'fewer are Approved, and one is Rejected',
      world: connected(2, { one: 'Approved', two: 'Rejected' }),
      severity: 'warning',
      message: `Registry crfraud has 1 Approved egress connection (and 1 Rejected) for 2 deployments that leave privately: blue of fraud, green of fraud. ${CAVEAT}`,
      evidence: [stateOf('two', 'Rejected')],
      ...reapproval('two'),
    },
    {
      name: 'fewer are Approved for the deployments that were read, and more may be',
      world: connected(2, { one: 'Approved' }, hideDeployments),
      severity: 'warning',
      message: `Registry crfraud has 1 Approved egress connection for 2 deployments that leave privately: blue of fraud, green of fraud. ${CAVEAT}`,
      evidence: [countOf(1, 2)],
      ...search,
    },
    {
      name: 'fewer are Approved than two workspaces need that share the registry',
      world: sharing({ one: 'Approved' }),
      target: 'crfraud',
      severity: 'warning',
      message: `Registry crfraud has 1 Approved egress connection for 2 deployments that leave privately: blue of fraud, blue of score. ${CAVEAT}`,
      evidence: [countOf(1, 2)],
      ...search,
    },
    {
      name: 'fewer, even with one that may be an egress connection',
      world: connected(3, { one: 'Approved', two: ['Approved', ''] }),
      severity: 'warning',
      message: `Registry crfraud has 1 Approved egress connection for 3 deployments that leave privately: blue of fraud, green of fraud, red of fraud. ${CAVEAT}`,
      evidence: [countOf(1, 3)],
      ...search,
    },
    {
      name: 'fewer, even with one whose state is not known, which may be Pending',
      world: connected(3, { one: 'Approved', two: 'Blessed' }),
      severity: 'error',
      message: `Registry crfraud has 1 Approved egress connection for 3 deployments that leave privately: blue of fraud, green of fraud, red of fraud. ${CAVEAT}`,
      evidence: [countOf(1, 3)],
      ...search,
    },
    {
      name: 'one is Disconnected beside enough Approved ones',
      world: connected(1, { one: 'Approved', two: 'Disconnected' }),
      severity: 'info',
      message: `Registry crfraud has 1 Disconnected egress connection beside 1 Approved for 1 deployment that leaves privately. ${CAVEAT}`,
      evidence: [stateOf('two', 'Disconnected')],
      ...cleaning('two'),
    },
    {
      name: 'two are Rejected and Disconnected beside enough Approved ones',
      world: connected(1, { one: 'Approved', two: 'Rejected', three: 'Disconnected' }),
      severity: 'info',
      message: `Registry crfraud has 2 Rejected or Disconnected egress connections beside 1 Approved for 1 deployment that leaves privately. ${CAVEAT}`,
      evidence: [stateOf('two', 'Rejected'), stateOf('three', 'Disconnected')],
      ...cleaning('two', 'three'),
    },
    {
      name: 'one is Rejected beside enough Approved ones for the deployments that were read',
      world: connected(1, { one: 'Approved', two: 'Rejected' }, hideDeployments),
      severity: 'warning',
      message: `Registry crfraud has 1 Rejected egress connection beside 1 Approved for 1 deployment that leaves privately. ${CAVEAT}`,
      evidence: [stateOf('two', 'Rejected')],
      ...cleaning('two'),
    },
  ],
  pass: [
    {
      name: 'one is Approved for each deployment',
      world: connected(2, { one: 'Approved', two: 'approved' }),
      message: `Registry crfraud has 2 Approved egress connections for 2 deployments that leave privately. ${CAVEAT}`,
    },
    {
      name: 'more are Approved than deployments were read, and others are of clients',
      world: connected(1, { one: 'Approved', two: 'Approved', client: ['Pending', 'Let me in'] }),
      message: `Registry crfraud has 2 Approved egress connections for 1 deployment that leaves privately. ${CAVEAT}`,
    },
    {
      name: 'enough are Approved, and one more may be an egress connection',
      world: connected(1, { one: 'Approved', two: ['Approved', ''] }),
      message: `Registry crfraud has 1 Approved egress connection for 1 deployment that leaves privately. ${CAVEAT}`,
    },
  ],
  unknown: [
    {
      name: 'the number is only made up with connections that may be of egress',
      world: connected(2, { one: 'Approved', two: ['Approved', ''] }),
      message:
        "Registry crfraud has 1 Approved egress connection for 2 deployments that leave privately. 1 more may be one, with its description erased by an approval without --description: the private endpoint can't be read.",
      operations: [PRIVATE_ENDPOINTS],
    },
    {
      name: 'the number is only made up with connections that may be of egress, and one is Rejected',
      world: connected(1, { one: 'Rejected', two: ['Approved', ' '] }),
      message:
        "Registry crfraud has no Approved egress connection for 1 deployment that leaves privately. 1 more may be one, with its description erased by an approval without --description: the private endpoint can't be read.",
      operations: [PRIVATE_ENDPOINTS],
    },
    {
      name: 'the state of the only connection is one of tomorrow',
      world: connected(1, { one: 'Blessed' }),
      message:
        'Registry crfraud has no Approved egress connection for 1 deployment that leaves privately. The state of 1 more is not known.',
      operations: ['Microsoft.ContainerRegistry/registries/read'],
    },
    {
      name: 'the state of one beside enough is one of tomorrow, and may be Pending',
      world: connected(1, { one: 'Approved', two: 'Blessed' }),
      message: `crfraud.two: ${path} is Blessed; isocheck knows Approved or Pending or Rejected or Disconnected or Timeout.`,
      operations: ['Microsoft.ContainerRegistry/registries/read'],
    },
    {
      name: 'enough are Approved for the deployments that were read, and more may be',
      world: connected(1, { one: 'Approved', two: 'Approved' }, hideDeployments),
      message: `deployments was not read (forbidden, ${DEPLOYMENTS}): 403 AuthorizationFailed.`,
      operations: [DEPLOYMENTS],
    },
    {
      name: 'another workspace was refused, which may use the registry',
      world: sharing({ one: 'Approved' }, (world, other) => world.gap('workspace', other)),
      target: 'crfraud',
      message:
        'mlw-other was not read (forbidden, Microsoft.MachineLearningServices/workspaces/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'no deployment was read that leaves privately, and some were refused',
      world: connected(0, {}, hideDeployments),
      message: `deployments was not read (forbidden, ${DEPLOYMENTS}): 403 AuthorizationFailed.`,
      operations: [DEPLOYMENTS],
    },
    {
      name: 'the registry was refused',
      world: connected(1, {}, (world) => world.gap('registry', registry)),
      message:
        'crfraud was not read (forbidden, Microsoft.ContainerRegistry/registries/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.ContainerRegistry/registries/read'],
    },
  ],
  notApplicable: [
    {
      name: 'no deployment leaves privately',
      world: soundPublic,
      message:
        'No deployment of the workspaces read that use this registry leaves privately by its own flag.',
    },
    {
      name: 'deployments leave through a managed network',
      world: () => soundManaged(),
      message:
        'No deployment of the workspaces read that use this registry leaves privately by its own flag.',
    },
    {
      name: 'a connection is Pending, but not of a deployment that was read',
      world: connected(0, { one: 'Pending' }),
      message:
        'No deployment of the workspaces read that use this registry leaves privately by its own flag.',
    },
  ],
});

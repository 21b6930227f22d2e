import rule from '../../../src/rules/dns/inference-address.js';
import { isInbound } from '../../../src/rules/judgements/inbound-connection.js';
import type { Estate } from '../../world/estate.js';
import { MICROSOFT_SUBSCRIPTION, SUBSCRIPTION } from '../../world/names.js';
import { soundManaged, soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';
import {
  ADDRESS,
  changed,
  HUB_NETWORK,
  inCloud,
  interfaceBody,
  NAMES,
  OWN_RECORD,
  projectOfHub,
  WILDCARD,
  WILDCARD_ID,
  withoutZoneGroup,
  zoneCalled,
} from './worlds.js';

const { apiZone, networkInterface, privateEndpoint, virtualNetwork, workspace, connection } = NAMES;
const place = `--resource-group rg-fraud --subscription ${SUBSCRIPTION}`;
const endpoints = `${workspace}/onlineEndpoints`;

/** A second private endpoint, and the address that it keeps for scoring requests. */
const SECOND = privateEndpoint.replace('pe-mlw-fraud', 'pe-second');
const SECOND_INTERFACE = networkInterface.replace('pe-mlw-fraud', 'pe-second');
const SECOND_ADDRESS = '10.20.0.12';
const SECOND_CONNECTION = connection.replace('9b1deb4d', '7c2efc5e');
const OTHER_NETWORK = virtualNetwork.replace('vnet-fraud', 'vnet-clients');

const add = (record: string, address: string, zone = 'privatelink.api.azureml.ms') =>
  `az network private-dns record-set a add-record ${place} --zone-name ${zone} --record-set-name '${record}' --ipv4-address ${address}`;
const remove = (record: string, address: string, zone?: string) =>
  add(record, address, zone).replace('add-record', 'remove-record');
const lookUp = `az network nic show --ids ${networkInterface} --query ipConfigurations`;

const mend =
  'This puts the address of the private endpoint into the record and deletes the others from it. If a zone group goes on writing those, it belongs to another private endpoint, which then needs a zone of its own.';
const find =
  'Look up the address that the private endpoint keeps for "*.<region>.inference...", put it into the record and take the others out.';
const widen =
  "This adds the address of this network's own private endpoint. Clients may then be given either one: where the networks cannot be peered, give each a zone of its own.";
const stranger = (address: string, record = WILDCARD) =>
  `Record "${record}" in privatelink.api.azureml.ms holds ${address}: no Approved private endpoint of the workspace takes scoring requests there.`;
const evidence = (actual: string, expected = ADDRESS, resourceId = WILDCARD_ID) => [
  { resourceId, path: 'properties.aRecords', actual, expected },
];
const wrong = {
  severity: 'error',
  message: stranger('10.20.0.99'),
  evidence: evidence('10.20.0.99'),
  summary: mend,
  commands: [add(WILDCARD, ADDRESS), remove(WILDCARD, '10.20.0.99')],
} as const;
const leads = (address = ADDRESS, record = WILDCARD) =>
  `Records lead to the workspace's private endpoints: "${record}" to ${address}.`;

const wildcard = (...addresses: string[]) => changed((estate) => estate.record(apiZone, WILDCARD, addresses));

/** Two private endpoints that share the zone; the second one is in a network of its own. */
const shared = (addresses: readonly string[], change: (estate: Estate) => unknown = () => undefined) =>
  changed((estate) => {
    estate
      .network(OTHER_NETWORK)
      .privateEndpoint(SECOND, { network: OTHER_NETWORK, zoneGroup: false })
      .record(apiZone, WILDCARD, addresses);
    change(estate);
  });

const unattributed = (estate: Estate) => {
  const id = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/synapse`;
  estate.connection({ name: 'synapse', privateEndpoint: id, status: 'Approved', description: 'ours' });
  estate.world.gap('privateEndpoint', id);
};

testRule(rule, {
  fail: [
    { name: 'an address that nobody has', world: wildcard('10.20.0.99'), ...wrong },
    {
      name: "the private endpoint's address for the workspace, and not the one for scoring",
      world: wildcard('10.20.0.4'),
      ...wrong,
      message: stranger('10.20.0.4'),
      evidence: evidence('10.20.0.4'),
      commands: [add(WILDCARD, ADDRESS), remove(WILDCARD, '10.20.0.4')],
    },
    {
      name: 'one address of two fits',
      world: wildcard(ADDRESS, '10.20.0.99'),
      ...wrong,
      evidence: evidence(`${ADDRESS}, 10.20.0.99`),
      commands: [remove(WILDCARD, '10.20.0.99')],
    },
    {
      name: 'the record holds no address',
      world: wildcard(),
      ...wrong,
      message: `Record "${WILDCARD}" in privatelink.api.azureml.ms holds no address.`,
      evidence: evidence('none'),
      commands: [add(WILDCARD, ADDRESS)],
    },
    {
      name: 'no endpoint is closed',
      world: changed((estate) => {
        estate.world.remove(`${endpoints}/fraud`);
        estate.endpoint('open', 'Enabled').record(apiZone, WILDCARD, ['10.20.0.99']);
      }),
      ...wrong,
      severity: 'warning',
    },
    {
      name: 'no endpoint is closed, and private inbound is required',
      world: changed((estate) => {
        estate.world.remove(`${endpoints}/fraud`);
        estate.record(apiZone, WILDCARD, ['10.20.0.99']);
      }),
      required: { inbound: 'private' },
      ...wrong,
    },
    {
      name: 'the endpoints were not read: the highest severity',
      world: changed((estate) => {
        estate.world.gap('endpoints', endpoints);
        estate.record(apiZone, WILDCARD, ['10.20.0.99']);
      }),
      ...wrong,
    },
    {
      name: "the address of the interface is outside the network's ranges",
      world: changed((estate) =>
        estate.network(virtualNetwork, { prefixes: ['10.21.0.0/16', '10.20.0.0/30'] }),
      ),
      ...wrong,
      message: `Record "${WILDCARD}" in privatelink.api.azureml.ms holds ${ADDRESS}, outside the ranges of vnet-fraud.`,
      evidence: evidence(ADDRESS),
      commands: [remove(WILDCARD, ADDRESS)],
    },
    {
      name: 'the interface was not read, and the address is outside all ranges',
      world: changed((estate) => {
        estate.world.gap('networkInterface', networkInterface);
        estate.record(apiZone, WILDCARD, ['10.99.0.6']);
      }),
      ...wrong,
      message: stranger('10.99.0.6'),
      evidence: evidence('10.99.0.6', "a private endpoint's address for scoring requests"),
      summary: find,
      commands: [lookUp],
    },
    {
      name: 'an old private endpoint, whose interface has no name of scoring requests',
      world: withoutZoneGroup(
        (estate) => estate.zone(apiZone).link(apiZone, virtualNetwork).record(apiZone, WILDCARD, [ADDRESS]),
        { inference: false },
      ),
      ...wrong,
      message: stranger(ADDRESS),
      evidence: evidence(ADDRESS, "a private endpoint's address for scoring requests"),
      summary: find,
      commands: [lookUp],
    },
    {
      name: 'the private endpoint that has the address is Pending',
      world: withoutZoneGroup(
        (estate) => estate.zone(apiZone).link(apiZone, virtualNetwork).record(apiZone, WILDCARD, [ADDRESS]),
        { status: 'Pending' },
      ),
      ...wrong,
      message: stranger(ADDRESS),
      evidence: evidence(ADDRESS, "a private endpoint's address for scoring requests"),
      summary: find,
      commands: [lookUp],
    },
    {
      name: 'the record of a closed endpoint is wrong, and the wildcard right',
      world: changed((estate) => estate.record(apiZone, OWN_RECORD, ['10.20.0.99'])),
      ...wrong,
      message: stranger('10.20.0.99', OWN_RECORD),
      evidence: evidence('10.20.0.99', ADDRESS, `${apiZone}/A/${OWN_RECORD}`),
      commands: [
        add(OWN_RECORD, ADDRESS).replaceAll("'", ''),
        remove(OWN_RECORD, '10.20.0.99').replaceAll("'", ''),
      ],
    },
    {
      name: 'the wildcard is wrong, and decides for the endpoint without a record of its own',
      world: changed((estate) =>
        estate
          .endpoint('claims', 'Disabled')
          .record(apiZone, OWN_RECORD, [ADDRESS])
          .record(apiZone, WILDCARD, ['10.20.0.99']),
      ),
      ...wrong,
    },
    {
      name: 'the wildcard is wrong, and decides for an open endpoint',
      world: changed((estate) => {
        estate.world.remove(`${endpoints}/fraud`);
        estate
          .endpoint('Fraud', 'Enabled')
          .record(apiZone, OWN_RECORD, [ADDRESS])
          .record(apiZone, WILDCARD, ['10.20.0.99']);
      }),
      ...wrong,
      severity: 'warning',
    },
    {
      name: 'the wildcard and a record are wrong',
      world: changed((estate) =>
        estate
          .endpoint('claims', 'Disabled')
          .record(apiZone, OWN_RECORD, ['10.20.0.98'])
          .record(apiZone, WILDCARD, ['10.20.0.99']),
      ),
      ...wrong,
      message: `${stranger('10.20.0.99')} And 1 more of its kind.`,
      evidence: [...evidence('10.20.0.99'), ...evidence('10.20.0.98', ADDRESS, `${apiZone}/A/${OWN_RECORD}`)],
      commands: [
        add(WILDCARD, ADDRESS),
        remove(WILDCARD, '10.20.0.99'),
        add(OWN_RECORD, ADDRESS).replaceAll("'", ''),
        remove(OWN_RECORD, '10.20.0.98').replaceAll("'", ''),
      ],
    },
    {
      name: 'a zone by hand leads elsewhere',
      world: withoutZoneGroup((estate) => {
        const zone = zoneCalled('inference.ml.azure.com');
        estate.zone(zone).link(zone, virtualNetwork).record(zone, '*.eastus', ['10.20.0.99']);
      }),
      ...wrong,
      message:
        'Record "*.eastus" in inference.ml.azure.com holds 10.20.0.99: no Approved private endpoint of the workspace takes scoring requests there.',
      evidence: evidence('10.20.0.99', ADDRESS, `${zoneCalled('inference.ml.azure.com')}/A/*.eastus`),
      commands: [
        add('*.eastus', ADDRESS, 'inference.ml.azure.com'),
        remove('*.eastus', '10.20.0.99', 'inference.ml.azure.com'),
      ],
    },
    {
      name: 'a shared zone leads to a private endpoint that is out of reach',
      world: shared([SECOND_ADDRESS]),
      target: connection,
      severity: 'warning',
      message: `Record "${WILDCARD}" in privatelink.api.azureml.ms holds ${SECOND_ADDRESS}, out of reach: in no network that is peered with that of this private endpoint.`,
      evidence: evidence(SECOND_ADDRESS),
      summary: widen,
      commands: [add(WILDCARD, ADDRESS)],
    },
    {
      name: 'a shared zone, seen from the other private endpoint',
      world: shared([ADDRESS], (estate) => estate.link(apiZone, OTHER_NETWORK)),
      target: SECOND_CONNECTION,
      severity: 'warning',
      message: `Record "${WILDCARD}" in privatelink.api.azureml.ms holds ${ADDRESS}, out of reach: in no network that is peered with that of this private endpoint.`,
      evidence: evidence(ADDRESS, SECOND_ADDRESS),
      summary: widen,
      commands: [add(WILDCARD, SECOND_ADDRESS)],
    },
    {
      name: 'a peering that is not Connected carries nothing',
      world: shared([SECOND_ADDRESS], (estate) => {
        estate.network(virtualNetwork, { peers: [OTHER_NETWORK] });
        estate.world.set(virtualNetwork, 'properties.virtualNetworkPeerings', [
          { properties: { peeringState: 'Disconnected', remoteVirtualNetwork: { id: OTHER_NETWORK } } },
        ]);
      }),
      target: connection,
      severity: 'warning',
      message: `Record "${WILDCARD}" in privatelink.api.azureml.ms holds ${SECOND_ADDRESS}, out of reach: in no network that is peered with that of this private endpoint.`,
      evidence: evidence(SECOND_ADDRESS),
      summary: widen,
      commands: [add(WILDCARD, ADDRESS)],
    },
    {
      name: 'out of reach or wrong: the interface that would tell was not read',
      world: shared([SECOND_ADDRESS], ({ world }) => world.gap('networkInterface', SECOND_INTERFACE)),
      target: connection,
      severity: 'error',
      message: `Record "${WILDCARD}" in privatelink.api.azureml.ms holds ${SECOND_ADDRESS}, out of reach: in no network that is peered with that of this private endpoint.`,
      evidence: evidence(SECOND_ADDRESS),
      summary: widen,
      commands: [add(WILDCARD, ADDRESS)],
    },
  ],
  pass: [
    { name: 'the address of the private endpoint', world: soundPrivate, message: leads() },
    {
      name: 'ARM writes the address of the interface as a range',
      world: changed(({ world }) => world.add('networkInterface', interfaceBody(NAMES, `${ADDRESS}/28`))),
      message: leads(),
    },
    {
      name: 'names of the interface in other letter case',
      world: changed(({ world }) =>
        world.add('networkInterface', interfaceBody({ ...NAMES, region: 'EastUS' }, ADDRESS)),
      ),
      message: leads(),
    },
    {
      name: 'the interface was not read, and customDnsConfigs tell',
      world: changed(({ world }) =>
        world
          .gap('networkInterface', networkInterface)
          .set(privateEndpoint, 'properties.customDnsConfigs', [
            { fqdn: '*.eastus.inference.ml.azure.com', ipAddresses: [ADDRESS] },
          ]),
      ),
      message: leads(),
    },
    {
      name: 'the endpoints were not read, and no record is an endpoint of its own',
      world: changed(({ world }) => world.gap('endpoints', endpoints)),
      message: leads(),
    },
    {
      name: 'the record of the only endpoint decides in place of the wildcard',
      world: changed((estate) =>
        estate.record(apiZone, OWN_RECORD, [ADDRESS]).record(apiZone, WILDCARD, ['10.20.0.99']),
      ),
      message: leads(ADDRESS, OWN_RECORD),
    },
    {
      name: 'the record of an endpoint that is gone decides nothing',
      world: changed((estate) => estate.record(apiZone, OWN_RECORD.replace('fraud', 'gone'), ['10.20.0.99'])),
      message: leads(),
    },
    {
      name: 'the record of a Kubernetes endpoint decides nothing',
      world: changed((estate) => {
        estate
          .endpoint('cluster', 'Disabled', {})
          .record(apiZone, OWN_RECORD.replace('fraud', 'cluster'), ['10.20.0.99']);
        estate.world.set(`${endpoints}/cluster`, 'properties.compute', '/aks');
      }),
      message: leads(),
    },
    {
      name: "another workspace's records decide nothing",
      world: changed((estate) =>
        estate.record(apiZone, '*.11111111-2222-4333-8444-555555555555.inference.eastus', ['10.20.0.99']),
      ),
      message: leads(),
    },
    {
      name: 'several private endpoints in one network share the zone',
      world: changed((estate) => {
        estate.privateEndpoint(SECOND, { zoneGroup: false }).record(apiZone, WILDCARD, [SECOND_ADDRESS]);
      }),
      target: connection,
      message: leads(SECOND_ADDRESS),
    },
    {
      name: 'a shared zone leads to each of two private endpoints',
      world: shared([ADDRESS, SECOND_ADDRESS]),
      target: connection,
      message: leads(`${ADDRESS} and ${SECOND_ADDRESS}`),
    },
    {
      name: 'a shared zone leads to a peered network, as its own body tells',
      world: shared([SECOND_ADDRESS], (estate) =>
        estate.network(virtualNetwork, { peers: [OTHER_NETWORK.toUpperCase()] }),
      ),
      target: connection,
      message: leads(SECOND_ADDRESS),
    },
    {
      name: "a shared zone leads to a peered network, as the other one's body tells",
      world: shared([SECOND_ADDRESS], (estate) => {
        estate.network(OTHER_NETWORK, { peers: [virtualNetwork] });
        estate.world.gap('virtualNetwork', virtualNetwork);
      }),
      target: connection,
      message: leads(SECOND_ADDRESS),
    },
    {
      name: 'seen from a Rejected private endpoint beside the Approved one',
      world: changed((estate) => estate.privateEndpoint(SECOND, { zoneGroup: false, status: 'Rejected' })),
      target: SECOND_CONNECTION,
      message: leads(),
    },
    {
      name: 'an unattributed connection beside it changes nothing',
      world: changed(unattributed),
      target: connection,
      message: leads(),
    },
    {
      name: 'own DNS servers: the zones alone are judged',
      world: changed((estate) => estate.network(virtualNetwork, { dnsServers: ['10.1.0.4'] })),
      message: leads(),
    },
    {
      name: 'zones by hand, one for each host',
      world: withoutZoneGroup((estate) => {
        const zone = zoneCalled('fraud.eastus.inference.ml.azure.com');
        estate.zone(zone).link(zone, virtualNetwork).record(zone, '@', [ADDRESS]);
      }),
      message: leads(ADDRESS, '@'),
    },
    {
      name: "another team's wildcard for the region, linked to another network, decides nothing",
      world: changed((estate) => {
        const zone = zoneCalled('inference.ml.azure.com');
        estate.zone(zone).link(zone, HUB_NETWORK).record(zone, '*.eastus', ['10.40.0.6']);
      }),
      message: leads(),
    },
    { name: "a project's endpoints use its hub's private endpoint", world: projectOfHub(), message: leads() },
    {
      name: 'US Government',
      world: inCloud('AzureUSGovernment', 'usgovvirginia'),
      message: leads(ADDRESS, `*.${NAMES.guid}.inference.usgovvirginia`),
    },
    {
      name: '21Vianet',
      world: inCloud('AzureChinaCloud', 'chinaeast2'),
      message: leads(ADDRESS, `*.${NAMES.guid}.inference.chinaeast2`),
    },
  ],
  unknown: [
    {
      name: 'the records of the zone were not read',
      world: changed(({ world }) => world.gap('zoneRecords', `${apiZone}/A`)),
      message:
        'a was not read (forbidden, Microsoft.Network/privateDnsZones/A/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateDnsZones/A/read'],
    },
    {
      name: 'the network interface was not read',
      world: changed(({ world }) => world.gap('networkInterface', networkInterface)),
      message:
        'pe-mlw-fraud.nic was not read (forbidden, Microsoft.Network/networkInterfaces/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/networkInterfaces/read'],
    },
    {
      name: 'the network was not read',
      world: changed(({ world }) => world.gap('virtualNetwork', virtualNetwork)),
      message:
        'vnet-fraud was not read (forbidden, Microsoft.Network/virtualNetworks/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/virtualNetworks/read'],
    },
    {
      name: 'the network tells no ranges',
      world: changed(({ world }) => world.set(virtualNetwork, 'properties.addressSpace.addressPrefixes', [])),
      message: 'vnet-fraud: properties.addressSpace.addressPrefixes is absent.',
      operations: ['Microsoft.Network/virtualNetworks/read'],
    },
    {
      name: 'a range is none',
      world: changed((estate) => estate.network(virtualNetwork, { prefixes: ['10.20'] })),
      message: 'vnet-fraud: properties.addressSpace.addressPrefixes holds 10.20; isocheck knows CIDR ranges.',
      operations: ['Microsoft.Network/virtualNetworks/read'],
    },
    {
      name: 'the record itself was not read',
      world: changed(({ world }) => world.gap('zoneRecords', WILDCARD_ID, 'timeout', 'no answer in 30 s')),
      message: `${WILDCARD} was not read (timeout, Microsoft.Network/privateDnsZones/A/read): no answer in 30 s.`,
      operations: ['Microsoft.Network/privateDnsZones/A/read'],
    },
    {
      name: 'later pages of the records were not read: an endpoint may have its own there',
      world: changed(({ world }) => world.incomplete('zoneRecords', `${apiZone}/A`)),
      message: 'a was not read (throttled, Microsoft.Network/privateDnsZones/A/read): 429 TooManyRequests.',
      operations: ['Microsoft.Network/privateDnsZones/A/read'],
    },
    {
      name: 'the zone groups were not read',
      world: changed(({ world }) => world.gap('zoneGroups', `${privateEndpoint}/privateDnsZoneGroups`)),
      message:
        'privatednszonegroups was not read (forbidden, Microsoft.Network/privateEndpoints/privateDnsZoneGroups/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateEndpoints/privateDnsZoneGroups/read'],
    },
    {
      name: 'no zone was found',
      world: withoutZoneGroup(() => undefined),
      message: `privatelink.api.azureml.ms was not read (not-found, Microsoft.Network/privateDnsZones/read): pe-mlw-fraud has no zone group that names such a zone; none that answers for it was found in the subscriptions searched: ${SUBSCRIPTION}.`,
      operations: ['Microsoft.Network/privateDnsZones/read'],
    },
    {
      name: 'the address may be that of an unattributed connection',
      world: changed((estate) => {
        unattributed(estate);
        estate.record(apiZone, WILDCARD, ['10.40.0.6']);
      }),
      target: connection,
      message:
        'synapse was not read (forbidden, Microsoft.Network/privateEndpoints/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
    {
      name: 'whether the networks of a shared zone are peered was not read',
      world: shared([SECOND_ADDRESS], ({ world }) => world.gap('virtualNetwork', virtualNetwork)),
      target: connection,
      message:
        'vnet-fraud was not read (forbidden, Microsoft.Network/virtualNetworks/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/virtualNetworks/read'],
    },
    {
      name: 'a peering of an unknown state',
      world: shared([SECOND_ADDRESS], ({ world }) =>
        world.set(virtualNetwork, 'properties.virtualNetworkPeerings', [
          { properties: { peeringState: 'Resting', remoteVirtualNetwork: { id: OTHER_NETWORK } } },
        ]),
      ),
      target: connection,
      message:
        'vnet-fraud: properties.peeringState is Resting; isocheck knows Connected or Initiated or Disconnected.',
      operations: ['Microsoft.Network/virtualNetworks/read'],
    },
    {
      name: 'whose record it is that is wrong was not read',
      world: changed((estate) => {
        estate.world.gap('endpoints', endpoints);
        estate.record(apiZone, OWN_RECORD, ['10.20.0.99']);
      }),
      message:
        'onlineendpoints was not read (forbidden, Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
    {
      name: 'the wildcard is wrong, and the endpoints and later pages of the records were not read',
      world: changed((estate) => {
        estate.record(apiZone, WILDCARD, ['10.20.0.99']);
        estate.world.incomplete('zoneRecords', `${apiZone}/A`).gap('endpoints', endpoints);
      }),
      message:
        'a was not read (throttled, Microsoft.Network/privateDnsZones/A/read): 429 TooManyRequests. And 1 more fact was not read.',
      operations: [
        'Microsoft.Network/privateDnsZones/A/read',
        'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read',
      ],
    },
    {
      name: 'the only record is of one endpoint, and the endpoints were not read',
      world: changed((estate) => {
        estate.world.remove(WILDCARD_ID).gap('endpoints', endpoints);
        estate.record(apiZone, OWN_RECORD, [ADDRESS]);
      }),
      message:
        'onlineendpoints was not read (forbidden, Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
  ],
  notApplicable: [
    {
      name: 'there is no record',
      world: changed(({ world }) => world.remove(WILDCARD_ID)),
      message: 'No record decides where scoring requests go: see dns/inference-record.',
    },
    {
      name: "the managed network's own connection",
      world: () =>
        soundManaged().connection({
          name: 'managed',
          privateEndpoint: `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/__SYS_PE_workspace`,
          status: 'Approved',
        }),
      target: `${soundManaged().names.workspace}/privateEndpointConnections/managed`,
      message: String(isInbound({ attribution: 'managed' })),
    },
    {
      name: 'an unattributed connection',
      world: changed(unattributed),
      target: `${workspace}/privateEndpointConnections/synapse`,
      message: String(isInbound({ attribution: 'unattributed' })),
    },
  ],
});

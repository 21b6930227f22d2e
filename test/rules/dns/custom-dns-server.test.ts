import rule from '../../../src/rules/dns/custom-dns-server.js';
import type { Estate } from '../../world/estate.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';
import { NOT_INBOUND } from './not-inbound.js';
import { changed, HUB_NETWORK, inCloud, NAMES, projectOfHub } from './worlds.js';

const { apiZone, privateEndpoint, virtualNetwork, workspace } = NAMES;
const endpoints = `${workspace}/onlineEndpoints`;
const servers = ['10.1.0.4', '10.1.0.5'];

const summaryOf = (zones: string) =>
  `Try it from a machine in vnet-fraud: the first command of each pair asks its DNS servers, the second one Azure's DNS, and both have to give the private endpoint's address. Where only the second does, have the servers forward ${zones} to 168.63.129.16. Where neither does, see dns/inference-record and dns/zone-link.`;
const digs = (...hosts: string[]) => hosts.flatMap((host) => [`dig ${host}`, `dig @168.63.129.16 ${host}`]);
const evidence = (actual: string, zones: string) => [
  {
    resourceId: virtualNetwork,
    path: 'properties.dhcpOptions.dnsServers',
    actual,
    expected: `Azure's DNS (168.63.129.16), or servers that forward ${zones} to it`,
  },
];
const ZONES = 'api.azureml.ms and inference.ml.azure.com';
const own = {
  severity: 'info',
  message: 'vnet-fraud asks DNS servers of its own, 10.1.0.4, 10.1.0.5: what they answer, ARM does not show.',
  evidence: evidence('10.1.0.4, 10.1.0.5', ZONES),
  summary: summaryOf(ZONES),
  commands: digs('fraud.eastus.inference.ml.azure.com'),
} as const;

const hubServers = ['10.1.0.4', '10.2.0.4'];

/** The network asks two servers, of which one stands in the hub, and the zone is linked to the hub too. */
function inHub(change: (estate: Estate) => unknown = () => undefined, state = 'Completed'): () => Estate {
  return changed((estate) => {
    estate
      .network(virtualNetwork, { dnsServers: hubServers, peers: [HUB_NETWORK] })
      .network(HUB_NETWORK, { prefixes: ['10.1.0.0/16'] })
      .link(apiZone, HUB_NETWORK, state);
    change(estate);
  });
}

testRule(rule, {
  fail: [
    {
      name: 'DNS servers of its own',
      world: changed((estate) => estate.network(virtualNetwork, { dnsServers: servers })),
      ...own,
    },
    {
      name: "Azure's DNS beside one of its own",
      world: changed((estate) =>
        estate.network(virtualNetwork, { dnsServers: ['10.1.0.4', '168.63.129.16'] }),
      ),
      ...own,
      message: 'vnet-fraud asks DNS servers of its own, 10.1.0.4: what they answer, ARM does not show.',
      evidence: evidence('10.1.0.4', ZONES),
    },
    {
      name: 'one of them in a peered network that the api zone is linked to',
      world: inHub(),
      ...own,
      message: `vnet-fraud asks DNS servers of its own, 10.1.0.4, 10.2.0.4: what they answer, ARM does not show. 10.1.0.4 lies in vnet-hub, which is peered with it and which privatelink.api.azureml.ms is linked to: a resolver there can answer.`,
      evidence: evidence('10.1.0.4, 10.2.0.4', ZONES),
    },
    ...[
      {
        name: 'the hub was not read',
        world: inHub((estate) => estate.world.gap('virtualNetwork', HUB_NETWORK)),
      },
      { name: 'the link to the hub is still being made', world: inHub(() => undefined, 'InProgress') },
      {
        name: 'the hub is not peered',
        world: inHub((estate) => estate.network(virtualNetwork, { dnsServers: hubServers, peers: [] })),
      },
      { name: 'the ranges of the hub hold none', world: inHub((estate) => estate.network(HUB_NETWORK)) },
    ].map((each) => ({
      ...own,
      ...each,
      message:
        'vnet-fraud asks DNS servers of its own, 10.1.0.4, 10.2.0.4: what they answer, ARM does not show.',
      evidence: evidence('10.1.0.4, 10.2.0.4', ZONES),
    })),
    {
      name: 'the hosts of the endpoints, closed ones first and no more than three',
      world: changed((estate) => {
        estate
          .network(virtualNetwork, { dnsServers: servers })
          .endpoint('open', 'Enabled')
          .endpoint('claims', 'Disabled')
          .endpoint('more', 'Disabled');
      }),
      ...own,
      commands: digs(
        'fraud.eastus.inference.ml.azure.com',
        'claims.eastus.inference.ml.azure.com',
        'more.eastus.inference.ml.azure.com',
      ),
    },
    {
      name: 'an endpoint that is being made has no scoring address yet',
      world: changed((estate) => {
        estate.network(virtualNetwork, { dnsServers: servers });
        estate.world.set(`${endpoints}/fraud`, 'properties.scoringUri', null);
      }),
      ...own,
    },
    {
      name: 'a Kubernetes endpoint has a host of its own making',
      world: changed((estate) => {
        estate.network(virtualNetwork, { dnsServers: servers });
        estate.world.set(`${endpoints}/fraud`, 'properties.compute', '/aks');
      }),
      ...own,
      commands: digs(`${NAMES.guid}.workspace.eastus.api.azureml.ms`),
    },
    {
      name: 'the endpoints were not read',
      world: changed((estate) => {
        estate.network(virtualNetwork, { dnsServers: servers });
        estate.world.gap('endpoints', endpoints);
      }),
      ...own,
      commands: digs(`${NAMES.guid}.workspace.eastus.api.azureml.ms`),
    },
    {
      name: "a project has its hub's network",
      world: projectOfHub((estate) => estate.network(virtualNetwork, { dnsServers: servers })),
      ...own,
      commands: digs(`${NAMES.guid}.workspace.eastus.api.azureml.ms`),
    },
    {
      name: 'US Government',
      world: inCloud('AzureUSGovernment', 'usgovvirginia', (estate) =>
        estate.network(virtualNetwork, { dnsServers: servers }),
      ),
      ...own,
      evidence: evidence('10.1.0.4, 10.1.0.5', 'api.ml.azure.us and inference.ml.azure.us'),
      summary: summaryOf('api.ml.azure.us and inference.ml.azure.us'),
      commands: digs('fraud.usgovvirginia.inference.ml.azure.us'),
    },
    {
      name: '21Vianet',
      world: inCloud('AzureChinaCloud', 'chinaeast2', (estate) =>
        estate.network(virtualNetwork, { dnsServers: servers }),
      ),
      ...own,
      evidence: evidence('10.1.0.4, 10.1.0.5', 'api.ml.azure.cn and inference.ml.azure.cn'),
      summary: summaryOf('api.ml.azure.cn and inference.ml.azure.cn'),
      commands: digs('fraud.chinaeast2.inference.ml.azure.cn'),
    },
  ],
  pass: [
    { name: 'the list is empty', world: soundPrivate, message: "vnet-fraud asks Azure's DNS." },
    {
      name: 'no options at all',
      world: changed(({ world }) => world.unset(virtualNetwork, 'properties.dhcpOptions')),
      message: "vnet-fraud asks Azure's DNS.",
    },
    {
      name: 'null for the list',
      world: changed(({ world }) => world.set(virtualNetwork, 'properties.dhcpOptions.dnsServers', null)),
      message: "vnet-fraud asks Azure's DNS.",
    },
    {
      name: "Azure's DNS by its address",
      world: changed((estate) => estate.network(virtualNetwork, { dnsServers: ['168.63.129.16'] })),
      message: "vnet-fraud asks Azure's DNS.",
    },
  ],
  unknown: [
    {
      name: 'the network was not read',
      world: changed(({ world }) => world.gap('virtualNetwork', virtualNetwork)),
      message:
        'vnet-fraud was not read (forbidden, Microsoft.Network/virtualNetworks/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/virtualNetworks/read'],
    },
    {
      name: 'the list is none',
      world: changed(({ world }) => world.set(virtualNetwork, 'properties.dhcpOptions.dnsServers', 'mine')),
      message: 'vnet-fraud: properties.dhcpOptions.dnsServers is mine; isocheck knows an array.',
      operations: ['Microsoft.Network/virtualNetworks/read'],
    },
    {
      name: 'the private endpoint was not read, in a subscription of the user',
      world: changed(({ world }) => world.gap('privateEndpoint', privateEndpoint, 'timeout', 'no answer')),
      message: 'pe-mlw-fraud was not read (timeout, Microsoft.Network/privateEndpoints/read): no answer.',
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
  ],
  notApplicable: NOT_INBOUND,
});

import rule from '../../../src/rules/dns/zone-link.js';
import type { Estate } from '../../world/estate.js';
import { HUB_SUBSCRIPTION, SUBSCRIPTION } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';
import { NOT_INBOUND } from './not-inbound.js';
import {
  ADDRESS,
  changed,
  HUB_NETWORK,
  HUB_ZONE,
  inCloud,
  NAMES,
  projectOfHub,
  WILDCARD,
  withoutZoneGroup,
  ZONE_GROUP,
  zoneCalled,
} from './worlds.js';

const { apiZone, privateEndpoint, virtualNetwork } = NAMES;
const LINK = `${apiZone}/virtualNetworkLinks/link-vnet-fraud`;
const LINKS = `${apiZone}/virtualNetworkLinks`;
const zone = 'privatelink.api.azureml.ms';
const place = `--resource-group rg-fraud --subscription ${SUBSCRIPTION} --zone-name ${zone}`;
const create = (name = 'link-to-vnet-fraud') =>
  `az network private-dns link vnet create --name ${name} ${place} --virtual-network ${virtualNetwork} --registration-enabled false`;
const evidence = (actual: string, resourceId = LINKS) => [
  { resourceId, path: 'properties.virtualNetwork.id', actual, expected: virtualNetwork },
];
const resolver =
  "This links the zone to vnet-fraud. Where a resolver in one of the linked networks answers, the link isn't needed.";

const nowhere = {
  severity: 'error',
  message: `${zone} has no Completed link to any network: it answers nowhere.`,
  evidence: evidence('none'),
  summary:
    'This links the zone to vnet-fraud. A link that is still InProgress needs no other: it has to be Completed first.',
  commands: [create()],
} as const;
const doubtful = {
  severity: 'warning',
  message: `${zone} is not linked to vnet-fraud nor to a network that is peered with it, and it asks Azure's DNS: that clients there find the records is doubtful.`,
  evidence: evidence('vnet-hub'),
  summary:
    "This links the zone to vnet-fraud. Where clients ask a resolver in one of the linked networks, the link isn't needed.",
  commands: [create()],
} as const;
const peered = {
  severity: 'info',
  message: `${zone} is not linked to vnet-fraud, but to a network that is peered with it: a resolver there can answer.`,
  evidence: evidence('vnet-hub'),
  summary: resolver,
  commands: [create()],
} as const;
const unreadSides = `${zone} is not linked to vnet-fraud, and its DNS servers and peerings were not all read: that clients there find the records is doubtful.`;
const linked = `${zone} is linked to vnet-fraud, the private endpoint's network.`;

/** The zone linked to the hub's network alone. */
const linkedToHub = (change: (estate: Estate) => unknown = () => undefined) =>
  changed((estate) => {
    estate.world.remove(LINK);
    estate.link(apiZone, HUB_NETWORK);
    change(estate);
  });

testRule(rule, {
  fail: [
    { name: 'no link at all', world: changed(({ world }) => world.remove(LINK)), ...nowhere },
    {
      name: 'the only link is still being made',
      world: changed((estate) => {
        estate.world.remove(LINK);
        estate.link(apiZone, virtualNetwork, 'InProgress');
      }),
      ...nowhere,
      evidence: evidence('vnet-fraud (InProgress)'),
      commands: [`az network private-dns link vnet show --name link-vnet-fraud ${place}`],
    },
    {
      name: 'links exist, to networks that are not peered with the own one',
      world: linkedToHub(),
      ...doubtful,
    },
    {
      name: 'own DNS servers make it an info',
      world: linkedToHub((estate) => estate.network(virtualNetwork, { dnsServers: ['10.1.0.4'] })),
      severity: 'info',
      message: `${zone} is not linked to vnet-fraud, which has DNS servers of its own: these answer from the networks they are in.`,
      evidence: evidence('vnet-hub'),
      summary: resolver,
      commands: [create()],
    },
    {
      name: "Azure's DNS by its address is Azure's DNS",
      world: linkedToHub((estate) => estate.network(virtualNetwork, { dnsServers: ['168.63.129.16'] })),
      ...doubtful,
    },
    {
      name: 'a peered network is linked',
      world: linkedToHub((estate) => estate.network(virtualNetwork, { peers: [HUB_NETWORK] })),
      ...peered,
    },
    {
      name: "a peered network is linked, as that network's body tells",
      world: linkedToHub((estate) => estate.network(HUB_NETWORK, { peers: [virtualNetwork.toUpperCase()] })),
      ...peered,
    },
    {
      name: 'the network was not read: the highest severity',
      world: linkedToHub(({ world }) => world.gap('virtualNetwork', virtualNetwork)),
      ...doubtful,
      message: unreadSides,
    },
    {
      name: 'the state of a peering is unknown: the highest severity',
      world: linkedToHub(({ world }) =>
        world.set(virtualNetwork, 'properties.virtualNetworkPeerings', [
          { properties: { peeringState: 'Resting', remoteVirtualNetwork: { id: HUB_NETWORK } } },
        ]),
      ),
      ...doubtful,
      message: unreadSides,
    },
    {
      name: 'the state of the only link is unknown: the highest severity',
      world: linkedToHub(({ world }) =>
        world.set(
          `${apiZone}/virtualNetworkLinks/link-vnet-hub`,
          'properties.virtualNetworkLinkState',
          'Resting',
        ),
      ),
      ...nowhere,
      message: `${zone} is not linked to vnet-fraud, and whether it is to any other was not read.`,
      evidence: evidence('vnet-hub (state unread)'),
    },
    {
      name: 'the name of the new link is taken',
      world: changed(({ world }) => {
        world.remove(LINK);
        world.add(
          'zoneLinks',
          {
            id: `${LINKS}/Link-To-Vnet-Fraud`,
            properties: {
              virtualNetwork: { id: HUB_NETWORK },
              virtualNetworkLinkState: 'Completed',
            },
          },
          LINKS,
        );
      }),
      ...doubtful,
      commands: [create('link-to-vnet-fraud-2')],
    },
    {
      name: 'the network was not read, and no link is there',
      world: changed(({ world }) => world.remove(LINK).gap('virtualNetwork', virtualNetwork)),
      ...nowhere,
    },
    {
      name: "without a zone group, the hub's zone holds the record and is linked to the hub alone",
      world: withoutZoneGroup((estate) =>
        estate.zone(HUB_ZONE).link(HUB_ZONE, HUB_NETWORK).record(HUB_ZONE, WILDCARD, [ADDRESS]),
      ),
      ...doubtful,
      evidence: evidence('vnet-hub', `${HUB_ZONE}/virtualNetworkLinks`),
      commands: [
        create().replace(
          `rg-fraud --subscription ${SUBSCRIPTION}`,
          `rg-network-hub --subscription ${HUB_SUBSCRIPTION}`,
        ),
      ],
    },
    {
      name: "without a zone group, the zone that holds the workspace's records is linked to nothing",
      world: withoutZoneGroup((estate) => estate.zone(apiZone).record(apiZone, WILDCARD, [ADDRESS])),
      ...nowhere,
    },
    {
      name: 'US Government',
      world: inCloud('AzureUSGovernment', 'usgovvirginia', ({ world }, id) =>
        world.remove(`${id}/virtualNetworkLinks/link-vnet-fraud`),
      ),
      ...nowhere,
      message: 'privatelink.api.ml.azure.us has no Completed link to any network: it answers nowhere.',
      evidence: evidence('none', `${zoneCalled('privatelink.api.ml.azure.us')}/virtualNetworkLinks`),
      commands: [create().replace(zone, 'privatelink.api.ml.azure.us')],
    },
  ],
  pass: [
    { name: "the zone is linked to the private endpoint's network", world: soundPrivate, message: linked },
    {
      name: 'other letter case',
      world: changed((estate) => {
        estate.world
          .remove(LINK)
          .set(privateEndpoint, 'properties.subnet.id', `${virtualNetwork.toUpperCase()}/SUBNETS/A`);
        estate.link(apiZone, virtualNetwork.toLowerCase());
      }),
      message: linked,
    },
    {
      name: 'neither the zone nor the network was read',
      world: changed(({ world }) =>
        world.gap('privateDnsZone', apiZone).gap('virtualNetwork', virtualNetwork),
      ),
      message: linked,
    },
    {
      name: 'the link is there, whatever a later page may hold',
      world: changed(({ world }) => world.incomplete('zoneLinks', LINKS)),
      message: linked,
    },
    {
      name: 'the records are missing, which is not asked here',
      world: changed(({ world }) => world.remove(`${apiZone}/A/${WILDCARD}`)),
      message: linked,
    },
    {
      name: 'without a zone group',
      world: withoutZoneGroup((estate) => estate.zone(apiZone).link(apiZone, virtualNetwork)),
      message: linked,
    },
    {
      name: 'the setup by hand',
      world: withoutZoneGroup((estate) => {
        const id = zoneCalled('inference.ml.azure.com');
        estate.zone(id).link(id, virtualNetwork).record(id, '*.eastus', [ADDRESS]);
      }),
      message: "inference.ml.azure.com is linked to vnet-fraud, the private endpoint's network.",
    },
    { name: "a project uses its hub's zones", world: projectOfHub(), message: linked },
    {
      name: '21Vianet',
      world: inCloud('AzureChinaCloud', 'chinaeast2'),
      message: `privatelink.api.ml.azure.cn is linked to vnet-fraud, the private endpoint's network.`,
    },
  ],
  unknown: [
    {
      name: 'the links were not read',
      world: changed(({ world }) => world.gap('zoneLinks', LINKS)),
      message:
        'virtualnetworklinks was not read (forbidden, Microsoft.Network/privateDnsZones/virtualNetworkLinks/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateDnsZones/virtualNetworkLinks/read'],
    },
    {
      name: 'later pages of the links were not read',
      world: linkedToHub(({ world }) => world.incomplete('zoneLinks', LINKS)),
      message:
        'virtualnetworklinks was not read (throttled, Microsoft.Network/privateDnsZones/virtualNetworkLinks/read): 429 TooManyRequests.',
      operations: ['Microsoft.Network/privateDnsZones/virtualNetworkLinks/read'],
    },
    {
      name: 'the state of the link is not told',
      world: changed(({ world }) => world.unset(LINK, 'properties.virtualNetworkLinkState')),
      message: 'link-vnet-fraud: properties.virtualNetworkLinkState is absent.',
      operations: ['Microsoft.Network/privateDnsZones/virtualNetworkLinks/read'],
    },
    {
      name: 'the zone groups were not read',
      world: changed(({ world }) => world.gap('zoneGroups', `${privateEndpoint}/privateDnsZoneGroups`)),
      message:
        'privatednszonegroups was not read (forbidden, Microsoft.Network/privateEndpoints/privateDnsZoneGroups/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateEndpoints/privateDnsZoneGroups/read'],
    },
    {
      name: 'the zone group itself was not read',
      world: changed(({ world }) => world.gap('zoneGroups', ZONE_GROUP)),
      message:
        'default was not read (forbidden, Microsoft.Network/privateEndpoints/privateDnsZoneGroups/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateEndpoints/privateDnsZoneGroups/read'],
    },
    {
      name: 'no zone was found',
      world: withoutZoneGroup(() => undefined),
      message: `${zone} was not read (not-found, Microsoft.Network/privateDnsZones/read): pe-mlw-fraud has no zone group that names such a zone; none that answers for it was found in the subscriptions searched: ${SUBSCRIPTION}.`,
      operations: ['Microsoft.Network/privateDnsZones/read'],
    },
    {
      name: 'the private endpoint tells no subnet',
      world: changed(({ world }) => world.unset(privateEndpoint, 'properties.subnet')),
      message: 'pe-mlw-fraud: properties.subnet.id is absent.',
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
  ],
  notApplicable: NOT_INBOUND,
});

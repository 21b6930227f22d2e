import rule from '../../../src/rules/dns/dependency-zones.js';
import { addDependencyEndpoints } from '../../world/dependency-endpoints.js';
import { Estate } from '../../world/estate.js';
import { HUB_SUBSCRIPTION, SUBSCRIPTION } from '../../world/names.js';
import { soundManaged } from '../../world/sound.js';
import { soundEstate } from '../../world/stories/private.js';
import { testRule } from '../test-rule.js';
import { HUB_NETWORK, NAMES, zoneCalled } from './worlds.js';

const { keyVault, registry, storage, virtualNetwork } = NAMES;
const HUB = `/subscriptions/${HUB_SUBSCRIPTION}/resourceGroups/rg-network-hub/providers/Microsoft.Network`;
const BLOB = 'privatelink.blob.core.windows.net';
const FILE = 'privatelink.file.core.windows.net';
const VAULT = 'privatelink.vaultcore.azure.net';
const ACR = 'privatelink.azurecr.io';
const linkOf = (zone: string) => `${zoneCalled(zone)}/virtualNetworkLinks/link-vnet-fraud`;
const endpointOf = (name: string) => NAMES.privateEndpoint.replace('pe-mlw-fraud', `pe-${name}`);
const groupOf = (name: string) => `${endpointOf(name)}/privateDnsZoneGroups/default`;
const create = (zone: string) =>
  `az network private-dns link vnet create --name link-to-vnet-fraud --resource-group rg-fraud --subscription ${SUBSCRIPTION} --zone-name ${zone} --virtual-network ${virtualNetwork} --registration-enabled false`;
const evidence = (zone: string, actual = 'none') => ({
  resourceId: `${zoneCalled(zone)}/virtualNetworkLinks`,
  path: 'properties.virtualNetwork.id',
  actual,
  expected: virtualNetwork,
});
const nowhere = (name: string, zone: string) =>
  `pe-${name}: ${zone} has no Completed link to any network: it answers nowhere.`;
const summaryOf = (advice: string) =>
  `This links each zone to the network of its private endpoint. ${advice}`;
const TO_COMPLETE = summaryOf(
  'A link that is still InProgress needs no other: it has to be Completed first.',
);
const PEERED = "Where a resolver in one of the linked networks answers, the link isn't needed.";
const ASKED = "Where clients ask a resolver in one of the linked networks, the link isn't needed.";

/** The sound private workspace with private endpoints to everything, changed. */
const changed =
  (change: (estate: Estate) => unknown = () => undefined): (() => Estate) =>
  () => {
    const estate = soundEstate('fraud', 'fraud');
    change(estate);
    return estate;
  };

/** The zone of the vault linked to the hub's network alone. */
const linkedToHub = (change: (estate: Estate) => unknown = () => undefined) =>
  changed((estate) => {
    estate.world.remove(linkOf(VAULT));
    estate.link(zoneCalled(VAULT), HUB_NETWORK);
    change(estate);
  });

/** The vault's private endpoint without a zone group. */
const withoutGroup = (change: (estate: Estate) => unknown = () => undefined) =>
  changed((estate) => {
    estate.world.remove(groupOf('kv-fraud'));
    change(estate);
  });

const doubtful = {
  severity: 'warning',
  message: `pe-kv-fraud: ${VAULT} is not linked to vnet-fraud nor to a network that is peered with it, and it asks Azure's DNS: that clients there find the records is doubtful.`,
  evidence: [evidence(VAULT, 'vnet-hub')],
  summary: summaryOf(ASKED),
  commands: [create(VAULT)],
} as const;

testRule(rule, {
  fail: [
    {
      name: 'a zone without a link',
      world: changed(({ world }) => world.remove(linkOf(ACR))),
      target: registry,
      severity: 'warning',
      message: nowhere('crfraud', ACR),
      evidence: [evidence(ACR)],
      summary: TO_COMPLETE,
      commands: [create(ACR)],
    },
    {
      name: 'two zones of one service, and the links of another one not read',
      world: changed(({ world }) => world.remove(linkOf(BLOB)).remove(linkOf(FILE))),
      target: storage,
      severity: 'warning',
      message: `${nowhere('stfraud-blob', BLOB)} ${nowhere('stfraud-file', FILE)}`,
      evidence: [evidence(BLOB), evidence(FILE)],
      summary: TO_COMPLETE,
      commands: [create(BLOB), create(FILE)],
    },
    {
      name: 'one is enough, whatever was not read of the other',
      world: changed(({ world }) =>
        world.remove(linkOf(BLOB)).gap('zoneLinks', `${zoneCalled(FILE)}/virtualNetworkLinks`),
      ),
      target: storage,
      severity: 'warning',
      message: nowhere('stfraud-blob', BLOB),
      evidence: [evidence(BLOB)],
      summary: TO_COMPLETE,
      commands: [create(BLOB)],
    },
    {
      name: 'linked to a network that is not peered: doubtful',
      world: linkedToHub(),
      target: keyVault,
      ...doubtful,
    },
    {
      name: 'the same without a zone group, by the name of the zone',
      world: linkedToHub(({ world }) => world.remove(groupOf('kv-fraud'))),
      target: keyVault,
      ...doubtful,
    },
    {
      name: 'a peered network is linked',
      world: linkedToHub((estate) =>
        estate.network(virtualNetwork, { peers: [HUB_NETWORK], dnsServers: ['10.1.0.4'] }),
      ),
      target: keyVault,
      severity: 'info',
      message: `pe-kv-fraud: ${VAULT} is not linked to vnet-fraud, but to a network that is peered with it: a resolver there can answer.`,
      evidence: [evidence(VAULT, 'vnet-hub')],
      summary: summaryOf(PEERED),
      commands: [create(VAULT)],
    },
    {
      name: 'own DNS servers, and no peering',
      world: linkedToHub((estate) => estate.network(virtualNetwork, { dnsServers: ['10.1.0.4'] })),
      target: keyVault,
      severity: 'info',
      message: `pe-kv-fraud: ${VAULT} is not linked to vnet-fraud, which has DNS servers of its own: these answer from the networks they are in.`,
      evidence: [evidence(VAULT, 'vnet-hub')],
      summary: summaryOf(PEERED),
      commands: [create(VAULT)],
    },
    {
      name: 'the network was not read: the highest severity',
      world: linkedToHub(({ world }) => world.gap('virtualNetwork', virtualNetwork)),
      target: keyVault,
      ...doubtful,
      message: `pe-kv-fraud: ${VAULT} is not linked to vnet-fraud, and its DNS servers and peerings were not all read: that clients there find the records is doubtful.`,
    },
  ],
  pass: [
    {
      name: 'storage, whose private endpoints are two',
      world: changed(),
      target: storage,
      message: 'The zones of pe-stfraud-blob, pe-stfraud-file are linked to their network.',
    },
    {
      name: 'sub-resource in capitals, and another one that needs no zone that is known',
      world: changed(({ world }) =>
        world.set(endpointOf('kv-fraud'), 'properties.privateLinkServiceConnections', [
          { properties: { privateLinkServiceId: keyVault.toUpperCase(), groupIds: ['VAULT', 'managedHsm'] } },
        ]),
      ),
      target: keyVault,
      message: 'The zones of pe-kv-fraud are linked to their network.',
    },
    {
      name: 'no zone group, and a linked zone of the name',
      world: withoutGroup(),
      target: keyVault,
      message: 'The zones of pe-kv-fraud are linked to their network.',
    },
    {
      name: "the zones lie in the hub's subscription",
      world: () => addDependencyEndpoints(new Estate('fraud'), { zonesIn: HUB }),
      target: registry,
      message: 'The zones of pe-crfraud are linked to their network.',
    },
  ],
  unknown: [
    {
      name: 'no zone was found',
      world: withoutGroup(({ world }) =>
        world
          .remove(zoneCalled(VAULT))
          .remove(linkOf(VAULT))
          .remove(`${zoneCalled(VAULT)}/virtualNetworkLinks`),
      ),
      target: keyVault,
      message: `${VAULT} was not read (not-found, Microsoft.Network/privateDnsZones/read): pe-kv-fraud has no zone group that names such a zone; none that answers for it was found in the subscriptions searched: ${SUBSCRIPTION}.`,
      operations: ['Microsoft.Network/privateDnsZones/read'],
    },
    {
      name: 'the links were not read',
      world: changed(({ world }) => world.gap('zoneLinks', `${zoneCalled(VAULT)}/virtualNetworkLinks`)),
      target: keyVault,
      message:
        'virtualnetworklinks was not read (forbidden, Microsoft.Network/privateDnsZones/virtualNetworkLinks/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateDnsZones/virtualNetworkLinks/read'],
    },
    {
      name: 'no zone group, a zone elsewhere, and not all zones listed',
      world: linkedToHub(({ world }) =>
        world
          .remove(groupOf('kv-fraud'))
          .gap(
            'privateDnsZone',
            `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Network/privateDnsZones`,
          ),
      ),
      target: keyVault,
      message:
        'privatednszones was not read (forbidden, Microsoft.Network/privateDnsZones/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateDnsZones/read'],
    },
    {
      name: 'its private endpoint was not read',
      world: changed(({ world }) =>
        world.gap('privateEndpoint', endpointOf('kv-fraud'), 'timeout', 'no answer'),
      ),
      target: keyVault,
      message: 'pe-kv-fraud was not read (timeout, Microsoft.Network/privateEndpoints/read): no answer.',
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
    {
      name: 'its access is a word of tomorrow',
      world: changed(({ world }) => world.set(keyVault, 'properties.publicNetworkAccess', 'Later')),
      target: keyVault,
      message: 'kv-fraud: properties.publicNetworkAccess is Later; isocheck knows Enabled or Disabled.',
      operations: ['Microsoft.KeyVault/vaults/read'],
    },
  ],
  notApplicable: [
    {
      name: 'open to public networks',
      world: changed(({ world }) => world.set(registry, 'properties.publicNetworkAccess', 'Enabled')),
      target: registry,
      message: 'It is not closed to public networks.',
    },
    {
      name: 'no private endpoint of its own',
      world: () => new Estate('fraud'),
      target: keyVault,
      message: 'No private endpoint of it lies in the network of a private endpoint of the workspace.',
    },
    {
      name: 'its private endpoint lies in another network',
      world: changed(({ world }) =>
        world.set(endpointOf('kv-fraud'), 'properties.subnet.id', `${HUB_NETWORK}/subnets/a`),
      ),
      target: keyVault,
      message: 'No private endpoint of it lies in the network of a private endpoint of the workspace.',
    },
    {
      name: 'its private endpoint was refused',
      world: changed(({ world }) => {
        const connection = 'properties.privateEndpointConnections';
        world.set(keyVault, connection, [
          {
            id: `${keyVault}/privateEndpointConnections/a`,
            properties: {
              privateEndpoint: { id: endpointOf('kv-fraud') },
              privateLinkServiceConnectionState: { status: 'Rejected' },
            },
          },
        ]);
      }),
      target: keyVault,
      message: 'No private endpoint of it lies in the network of a private endpoint of the workspace.',
    },
    {
      name: 'a managed network',
      world: () => soundManaged(),
      target: soundManaged().names.registry,
      message: 'No private endpoint of it lies in the network of a private endpoint of the workspace.',
    },
    {
      name: 'the workspace has no private endpoint',
      world: () => new Estate('fraud', { privateEndpoint: false }),
      target: storage,
      message: 'No private endpoint of it lies in the network of a private endpoint of the workspace.',
    },
  ],
});

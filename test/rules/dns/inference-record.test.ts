import rule from '../../../src/rules/dns/inference-record.js';
import { isInbound } from '../../../src/rules/judgements/inbound-connection.js';
import type { Estate } from '../../world/estate.js';
import { HUB_SUBSCRIPTION, MICROSOFT_SUBSCRIPTION, SUBSCRIPTION } from '../../world/names.js';
import { soundManaged, soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';
import {
  ADDRESS,
  changed,
  HUB_NETWORK,
  HUB_ZONE,
  HUB_ZONES,
  inCloud,
  NAMES,
  OWN_RECORD,
  projectOfHub,
  WILDCARD,
  WILDCARD_ID,
  withoutZoneGroup,
  ZONE_GROUP,
  zoneCalled,
} from './worlds.js';

const { apiZone, notebooksZone, privateEndpoint, virtualNetwork, workspace } = NAMES;
const place = `--resource-group rg-fraud --subscription ${SUBSCRIPTION}`;
const summary =
  'This deletes private endpoint pe-mlw-fraud and makes it again, with a zone group that writes the record: the workspace has no private way through it in between, and its addresses may change.';
const commands = [
  `az network private-endpoint delete --name pe-mlw-fraud ${place}`,
  `az network private-endpoint create --name pe-mlw-fraud ${place} --location eastus --subnet ${virtualNetwork}/subnets/snet-endpoints --private-connection-resource-id ${workspace} --group-id amlworkspace --connection-name pe-mlw-fraud`,
  `az network private-endpoint dns-zone-group create --endpoint-name pe-mlw-fraud --name default ${place} --zone-name privatelink.api.azureml.ms --private-dns-zone ${apiZone}`,
  `az network private-endpoint dns-zone-group add --endpoint-name pe-mlw-fraud --name default ${place} --zone-name privatelink.notebooks.azure.net --private-dns-zone ${notebooksZone}`,
];
const message = `privatelink.api.azureml.ms holds no A record "${WILDCARD}", to which hosts in eastus.inference.ml.azure.com lead.`;
const missing = {
  resourceId: WILDCARD_ID,
  path: 'properties.aRecords',
  actual: 'absent',
  expected: "the private endpoint's address for scoring requests",
};
const notWritten = {
  resourceId: ZONE_GROUP,
  path: 'properties.privateDnsZoneConfigs.properties.recordSets',
  actual: `${NAMES.guid}.workspace.eastus, ${NAMES.guid}.workspace.eastus.cert`,
  expected: WILDCARD,
};
const failed = { severity: 'error', message, evidence: [missing], summary, commands } as const;
const held = `privatelink.api.azureml.ms holds the A record "${WILDCARD}".`;
const byHand = 'A private zone named after hosts in eastus.inference.ml.azure.com answers for them.';
const recordsRead = 'Microsoft.Network/privateDnsZones/A/read';
const linksRead = 'Microsoft.Network/privateDnsZones/virtualNetworkLinks/read';
const zonesRead = 'Microsoft.Network/privateDnsZones/read';

/** Rewrites the record sets that the zone group says it wrote into the api zone. */
const written = (estate: Estate, recordSets: readonly string[] | null) => {
  const { world } = estate;
  const configs = [
    { name: 'api', properties: { privateDnsZoneId: apiZone } },
    { name: 'notebooks', properties: { privateDnsZoneId: notebooksZone, recordSets: [] } },
  ];
  const [api, notebooks] = configs;
  world.set(ZONE_GROUP, 'properties.privateDnsZoneConfigs', [
    recordSets === null
      ? { ...api }
      : {
          ...api,
          properties: {
            privateDnsZoneId: apiZone,
            recordSets: recordSets.map((recordSetName) => ({
              recordType: 'A',
              recordSetName,
              ipAddresses: [ADDRESS],
            })),
          },
        },
    { ...notebooks },
  ]);
};
const withoutInference = [`${NAMES.guid}.workspace.eastus`, `${NAMES.guid}.workspace.eastus.cert`];

/** A zone of the setup by hand with its records, linked to the private endpoint's network. */
const handMade = (estate: Estate, name: string, records: readonly string[], network = virtualNetwork) => {
  const zone = zoneCalled(name);
  estate.zone(zone).link(zone, network);
  for (const record of records) estate.record(zone, record, [ADDRESS]);
  return zone;
};

testRule(rule, {
  fail: [
    {
      name: 'the zone of the zone group lacks the record, and an endpoint is closed',
      world: changed(({ world }) => world.remove(WILDCARD_ID)),
      ...failed,
    },
    {
      name: 'no endpoint is closed',
      world: changed((estate) => {
        estate.world.remove(WILDCARD_ID).remove(`${workspace}/onlineEndpoints/fraud`);
        estate.endpoint('open', 'Enabled');
      }),
      ...failed,
      severity: 'warning',
    },
    {
      name: 'no endpoint at all',
      world: changed(({ world }) => world.remove(WILDCARD_ID).remove(`${workspace}/onlineEndpoints/fraud`)),
      ...failed,
      severity: 'warning',
    },
    {
      name: 'no endpoint at all, and private inbound is required',
      world: changed(({ world }) => world.remove(WILDCARD_ID).remove(`${workspace}/onlineEndpoints/fraud`)),
      required: { inbound: 'private' },
      ...failed,
    },
    {
      name: 'the endpoints were not read: the highest severity',
      world: changed(({ world }) =>
        world.remove(WILDCARD_ID).gap('endpoints', `${workspace}/onlineEndpoints`),
      ),
      ...failed,
    },
    {
      name: "only another workspace's record is there",
      world: changed((estate) => {
        estate.world.remove(WILDCARD_ID);
        estate.record(apiZone, '*.11111111-2222-4333-8444-555555555555.inference.eastus', [ADDRESS]);
      }),
      ...failed,
    },
    {
      name: 'only the record of another region is there',
      world: changed((estate) => {
        estate.world.remove(WILDCARD_ID);
        estate.record(apiZone, `*.${NAMES.guid}.inference.westus`, [ADDRESS]);
      }),
      ...failed,
    },
    {
      name: 'the zone group wrote nothing (a recorded oddity), and neither did anybody else',
      world: changed((estate) => {
        estate.world.remove(WILDCARD_ID);
        written(estate, []);
      }),
      ...failed,
    },
    {
      name: 'the zone was not read, and the zone group did not write the record',
      world: changed((estate) => {
        estate.world.gap('privateDnsZone', apiZone).gap('zoneRecords', `${apiZone}/A`);
        written(estate, withoutInference);
      }),
      ...failed,
      evidence: [notWritten],
    },
    {
      name: 'the zone was not read, and the zone group wrote nothing',
      world: changed((estate) => {
        estate.world.gap('zoneRecords', `${apiZone}/A`);
        written(estate, []);
      }),
      ...failed,
      evidence: [{ ...notWritten, actual: 'none' }],
    },
    {
      name: 'later pages of the records were not read, and the zone group did not write it',
      world: changed((estate) => {
        estate.world.remove(WILDCARD_ID).incomplete('zoneRecords', `${apiZone}/A`);
        written(estate, withoutInference);
      }),
      ...failed,
      evidence: [notWritten],
    },
    {
      name: 'without a zone group, the zone that is linked to the network lacks it',
      world: withoutZoneGroup((estate) =>
        estate.zone(apiZone).zone(notebooksZone).link(apiZone, virtualNetwork),
      ),
      ...failed,
    },
    {
      name: 'without a zone group, a zone linked to a peered network lacks it',
      world: withoutZoneGroup((estate) =>
        estate
          .network(virtualNetwork, { peers: [HUB_NETWORK] })
          .zone(apiZone)
          .zone(notebooksZone)
          .link(apiZone, HUB_NETWORK),
      ),
      ...failed,
    },
    {
      name: 'the linked zone lacks it, whatever a zone holds that is linked elsewhere',
      world: withoutZoneGroup((estate) =>
        estate
          .zone(apiZone)
          .zone(notebooksZone)
          .link(apiZone, virtualNetwork)
          .zone(HUB_ZONE)
          .link(HUB_ZONE, HUB_NETWORK)
          .record(HUB_ZONE, WILDCARD, [ADDRESS]),
      ),
      ...failed,
      commands: [
        ...commands.slice(0, 2),
        commands[2]?.replace(apiZone, 'privatelink.api.azureml.ms') ?? '',
        commands[3] ?? '',
      ],
    },
    {
      name: 'the zone group names the notebooks zone alone, and the linked api zone lacks it',
      world: changed(({ world }) =>
        world
          .remove(WILDCARD_ID)
          .set(ZONE_GROUP, 'properties.privateDnsZoneConfigs', [
            { name: 'notebooks', properties: { privateDnsZoneId: notebooksZone, recordSets: [] } },
          ]),
      ),
      ...failed,
      commands: [
        ...commands.slice(0, 2),
        `az network private-endpoint dns-zone-group create --endpoint-name pe-mlw-fraud --name default ${place} --zone-name privatelink.notebooks.azure.net --private-dns-zone ${notebooksZone}`,
        `az network private-endpoint dns-zone-group add --endpoint-name pe-mlw-fraud --name default ${place} --zone-name privatelink.api.azureml.ms --private-dns-zone ${apiZone}`,
      ],
    },
    {
      name: 'each endpoint has a record of its own: a warning',
      world: changed((estate) => {
        estate.world.remove(WILDCARD_ID);
        estate.record(apiZone, OWN_RECORD, [ADDRESS]);
      }),
      ...failed,
      severity: 'warning',
      message: `privatelink.api.azureml.ms holds no A record "${WILDCARD}", to which hosts in eastus.inference.ml.azure.com lead; each endpoint that is there has a record of its own, the next one has none.`,
    },
    {
      name: 'one of two endpoints has a record of its own',
      world: changed((estate) => {
        estate.world.remove(WILDCARD_ID);
        estate.record(apiZone, OWN_RECORD, [ADDRESS]).endpoint('claims', 'Disabled');
      }),
      ...failed,
    },
    {
      name: 'zones by hand answer for one endpoint of two',
      world: changed((estate) => {
        estate.world.remove(WILDCARD_ID);
        estate.endpoint('claims', 'Disabled');
        handMade(estate, 'fraud.eastus.inference.ml.azure.com', ['@']);
      }),
      ...failed,
    },
    {
      name: 'a zone by hand is linked to no network',
      world: changed((estate) => {
        estate.world.remove(WILDCARD_ID);
        const zone = zoneCalled('inference.ml.azure.com');
        estate.zone(zone).record(zone, '*.eastus', [ADDRESS]);
      }),
      ...failed,
    },
    {
      name: 'a zone by hand answers for another region',
      world: changed((estate) => {
        estate.world.remove(WILDCARD_ID);
        handMade(estate, 'inference.ml.azure.com', ['*.westus', 'fraud.eastus']);
        estate.endpoint('claims', 'Disabled');
      }),
      ...failed,
    },
    {
      name: 'a closer name hides the wildcard of a zone by hand',
      world: changed((estate) => {
        estate.world.remove(WILDCARD_ID);
        handMade(estate, 'inference.ml.azure.com', ['*', 'claims.eastus']);
      }),
      ...failed,
    },
    {
      name: 'US Government',
      world: inCloud('AzureUSGovernment', 'usgovvirginia', ({ world }, zone) =>
        world.remove(`${zone}/A/*.${NAMES.guid}.inference.usgovvirginia`),
      ),
      severity: 'error',
      message: `privatelink.api.ml.azure.us holds no A record "*.${NAMES.guid}.inference.usgovvirginia", to which hosts in usgovvirginia.inference.ml.azure.us lead.`,
      evidence: [
        {
          ...missing,
          resourceId: `${zoneCalled('privatelink.api.ml.azure.us')}/A/*.${NAMES.guid}.inference.usgovvirginia`,
        },
      ],
      summary,
      commands: [
        commands[0] ?? '',
        commands[1]?.replace('eastus', 'usgovvirginia') ?? '',
        commands[2]?.replaceAll('api.azureml.ms', 'api.ml.azure.us') ?? '',
        commands[3]?.replaceAll('notebooks.azure.net', 'notebooks.usgovcloudapi.net') ?? '',
      ],
    },
  ],
  pass: [
    { name: 'the zone of the zone group holds it', world: soundPrivate, message: held },
    {
      name: 'the zone holds it, though the zone group claims to have written nothing',
      world: changed((estate) => written(estate, [])),
      message: held,
    },
    {
      name: 'only the records of the zone could be read, and not its body',
      world: changed(({ world }) => world.gap('privateDnsZone', apiZone)),
      message: held,
    },
    {
      name: 'GUID and record in other letter case',
      world: changed((estate) => {
        estate.world.remove(WILDCARD_ID).set(workspace, 'properties.workspaceId', NAMES.guid.toUpperCase());
        estate.record(apiZone, `*.${NAMES.guid.toUpperCase()}.Inference.EastUS`, [ADDRESS]);
      }),
      message: held,
    },
    {
      name: 'the region as people write it',
      world: changed(({ world }) => world.set(workspace, 'location', 'East US')),
      message: held,
    },
    {
      name: 'ids in other letter case',
      world: changed(({ world }) =>
        world.set(ZONE_GROUP, 'properties.privateDnsZoneConfigs', [
          { name: 'api', properties: { privateDnsZoneId: apiZone.toUpperCase(), recordSets: [] } },
        ]),
      ),
      message: held,
    },
    {
      name: 'without a zone group, the zone that is linked to the network holds it',
      world: withoutZoneGroup((estate) =>
        estate.zone(apiZone).link(apiZone, virtualNetwork).record(apiZone, WILDCARD, [ADDRESS]),
      ),
      message: held,
    },
    {
      name: "without a zone group, the hub's zone holds it",
      world: withoutZoneGroup((estate) =>
        estate.zone(HUB_ZONE).link(HUB_ZONE, HUB_NETWORK).record(HUB_ZONE, WILDCARD, [ADDRESS]),
      ),
      message: held,
    },
    {
      name: 'own DNS servers: the zones alone are judged',
      world: changed((estate) => estate.network(virtualNetwork, { dnsServers: ['10.1.0.4'] })),
      message: held,
    },
    {
      name: 'by hand: a zone of all scoring hosts',
      world: withoutZoneGroup((estate) => handMade(estate, 'inference.ml.azure.com', ['*.eastus'])),
      message: byHand,
    },
    {
      name: "by hand: a zone of the region's scoring hosts",
      world: withoutZoneGroup((estate) => handMade(estate, 'eastus.inference.ml.azure.com', ['*'])),
      message: byHand,
    },
    {
      name: 'by hand: a zone of the one scoring host',
      world: withoutZoneGroup((estate) => handMade(estate, 'fraud.eastus.inference.ml.azure.com', ['@'])),
      message: byHand,
    },
    {
      name: 'by hand: a parent of the documented zones, and an endpoint in another letter case',
      world: withoutZoneGroup((estate) => {
        estate.endpoint('Claims', 'Disabled');
        handMade(estate, 'ml.azure.com', ['fraud.eastus.inference', 'claims.eastus.inference']);
      }),
      message: byHand,
    },
    {
      name: 'by hand, though the zone of the zone group lacks it',
      world: changed((estate) => {
        estate.world.remove(WILDCARD_ID);
        handMade(estate, 'inference.ml.azure.com', ['*.eastus']);
      }),
      message: byHand,
    },
    {
      name: 'by hand, whatever the zone group says',
      world: changed((estate) => {
        estate.world.gap('zoneGroups', `${privateEndpoint}/privateDnsZoneGroups`);
        handMade(estate, 'inference.ml.azure.com', ['*.eastus']);
      }),
      message: byHand,
    },
    {
      name: "by hand, by the host in the endpoint's own scoring address",
      world: withoutZoneGroup((estate) => {
        estate.world.set(
          `${workspace}/onlineEndpoints/fraud`,
          'properties.scoringUri',
          'https://fraud.eastus.inference.ml.azure.com:443/score',
        );
        handMade(estate, 'fraud.eastus.inference.ml.azure.com', ['@']);
      }),
      message: byHand,
    },
    {
      name: 'by hand, and a Kubernetes endpoint needs no record',
      world: withoutZoneGroup((estate) => {
        estate.endpoint('cluster', 'Disabled', {});
        estate.world.set(`${workspace}/onlineEndpoints/cluster`, 'properties.compute', '/aks');
        handMade(estate, 'fraud.eastus.inference.ml.azure.com', ['@']);
      }),
      message: byHand,
    },
    {
      name: "a project has its hub's GUID and region in the record",
      world: projectOfHub(),
      message: held,
    },
    {
      name: '21Vianet',
      world: inCloud('AzureChinaCloud', 'chinaeast2'),
      message: `privatelink.api.ml.azure.cn holds the A record "*.${NAMES.guid}.inference.chinaeast2".`,
    },
    {
      name: '21Vianet, by hand',
      world: inCloud('AzureChinaCloud', 'chinaeast2', (estate, zone) => {
        estate.world.remove(`${zone}/A/*.${NAMES.guid}.inference.chinaeast2`);
        handMade(estate, 'inference.ml.azure.cn', ['*.chinaeast2']);
      }),
      message: 'A private zone named after hosts in chinaeast2.inference.ml.azure.cn answers for them.',
    },
  ],
  unknown: [
    {
      name: 'the zone groups were not read',
      world: changed(({ world }) => world.gap('zoneGroups', `${privateEndpoint}/privateDnsZoneGroups`)),
      message:
        'privatednszonegroups was not read (forbidden, Microsoft.Network/privateEndpoints/privateDnsZoneGroups/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateEndpoints/privateDnsZoneGroups/read'],
    },
    {
      name: 'the zone was not read, and the zone group wrote the record',
      world: changed(({ world }) => world.gap('zoneRecords', `${apiZone}/A`)),
      message: `a was not read (forbidden, ${recordsRead}): 403 AuthorizationFailed.`,
      operations: [recordsRead],
    },
    {
      name: 'the zone was not read, and the zone group does not tell what it wrote',
      world: changed((estate) => {
        estate.world.gap('zoneRecords', `${apiZone}/A`);
        written(estate, null);
      }),
      message: 'default: properties.recordSets is absent.',
      operations: ['Microsoft.Network/privateEndpoints/privateDnsZoneGroups/read'],
    },
    {
      name: 'no zone was found in the subscriptions searched',
      world: withoutZoneGroup(({ world }) => world.list('privateDnsZone', HUB_ZONES)),
      message: `privatelink.api.azureml.ms was not read (not-found, ${zonesRead}): pe-mlw-fraud has no zone group that names such a zone; none that answers for it was found in the subscriptions searched: ${SUBSCRIPTION}, ${HUB_SUBSCRIPTION}.`,
      operations: [zonesRead],
    },
    {
      name: 'no zone was found, and the zones of a subscription could not be listed',
      world: withoutZoneGroup(({ world }) => world.gap('privateDnsZone', HUB_ZONES)),
      message: `privatelink.api.azureml.ms was not read (not-found, ${zonesRead}): pe-mlw-fraud has no zone group that names such a zone; none that answers for it was found in the subscriptions searched: ${SUBSCRIPTION}. And 1 more fact was not read.`,
      operations: [zonesRead],
    },
    {
      name: 'the zones of no subscription were listed: that Resource Graph finds none proves nothing',
      world: withoutZoneGroup(({ world }) =>
        world.remove(`/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Network/privateDnsZones`),
      ),
      message: `privatelink.api.azureml.ms was not read (not-found, ${zonesRead}): pe-mlw-fraud has no zone group that names such a zone; the zones of no subscription were listed. And 1 more fact was not read.`,
      operations: [zonesRead],
    },
    {
      name: 'the only zone is linked to no network',
      world: withoutZoneGroup((estate) => estate.zone(apiZone).record(apiZone, WILDCARD, [ADDRESS])),
      message: `privatelink.api.azureml.ms was not read (not-found, ${zonesRead}): pe-mlw-fraud has no zone group that names such a zone; none that answers for it was found in the subscriptions searched: ${SUBSCRIPTION}; the one in resource group rg-fraud is linked to no network.`,
      operations: [zonesRead],
    },
    {
      name: "a zone that is linked to another team's network holds nothing of the workspace",
      world: withoutZoneGroup((estate) => estate.zone(apiZone).link(apiZone, HUB_NETWORK)),
      message: `privatelink.api.azureml.ms was not read (not-found, ${zonesRead}): pe-mlw-fraud has no zone group that names such a zone; none that answers for it was found in the subscriptions searched: ${SUBSCRIPTION}.`,
      operations: [zonesRead],
    },
    {
      name: 'a peered zone lacks it, and the zones of another subscription could not be listed',
      world: withoutZoneGroup((estate) => {
        estate
          .network(virtualNetwork, { peers: [HUB_NETWORK] })
          .zone(apiZone)
          .link(apiZone, HUB_NETWORK);
        estate.world.gap('privateDnsZone', HUB_ZONES);
      }),
      message: `privatednszones was not read (forbidden, ${zonesRead}): 403 AuthorizationFailed.`,
      operations: [zonesRead],
    },
    {
      name: 'without a zone group, the links of the only zone were not read',
      world: withoutZoneGroup((estate) => {
        estate.zone(apiZone).record(apiZone, WILDCARD, [ADDRESS]);
        estate.world.gap('zoneLinks', `${apiZone}/virtualNetworkLinks`);
      }),
      message: `virtualnetworklinks was not read (forbidden, ${linksRead}): 403 AuthorizationFailed.`,
      operations: [linksRead],
    },
    {
      name: 'without a zone group, whether the linked network is a peered one was not read',
      world: withoutZoneGroup((estate) => {
        estate.zone(apiZone).link(apiZone, HUB_NETWORK);
        estate.world.gap('virtualNetwork', virtualNetwork);
      }),
      message:
        'vnet-fraud was not read (forbidden, Microsoft.Network/virtualNetworks/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/virtualNetworks/read'],
    },
    {
      name: 'the record is missing, and the records of a zone by hand were not read',
      world: changed((estate) => {
        estate.world.remove(WILDCARD_ID);
        const zone = handMade(estate, 'inference.ml.azure.com', ['*.eastus']);
        estate.world.gap('zoneRecords', `${zone}/A`);
      }),
      message: `a was not read (forbidden, ${recordsRead}): 403 AuthorizationFailed.`,
      operations: [recordsRead],
    },
    {
      name: 'zones by hand are made host by host, and the endpoints were not read',
      world: changed((estate) => {
        estate.world.remove(WILDCARD_ID).gap('endpoints', `${workspace}/onlineEndpoints`);
        handMade(estate, 'fraud.eastus.inference.ml.azure.com', ['@']);
      }),
      message:
        'onlineendpoints was not read (forbidden, Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
    {
      name: 'the workspace tells no GUID',
      world: changed(({ world }) => world.unset(workspace, 'properties.workspaceId')),
      message: 'mlw-fraud: properties.workspaceId is absent.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'the private endpoint was not read, in a subscription of the user',
      world: changed(({ world }) => world.gap('privateEndpoint', privateEndpoint, 'throttled', '429')),
      message: 'pe-mlw-fraud was not read (throttled, Microsoft.Network/privateEndpoints/read): 429.',
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
  ],
  notApplicable: [
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
      world: changed((estate) => {
        const id = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/synapse`;
        estate.connection({ name: 'synapse', privateEndpoint: id, status: 'Approved', description: 'x' });
        estate.world.gap('privateEndpoint', id);
      }),
      target: `${workspace}/privateEndpointConnections/synapse`,
      message: String(isInbound({ attribution: 'unattributed' })),
    },
    {
      name: 'a private endpoint that leads elsewhere',
      world: changed(({ world }) =>
        world.set(privateEndpoint, 'properties.privateLinkServiceConnections', []),
      ),
      message: String(isInbound({ attribution: 'elsewhere' })),
    },
  ],
});

import { CLOUDS } from '../../../src/arm/clouds.js';
import rule from '../../../src/rules/dns/workspace-records.js';
import { networkInterfaceBody } from '../../world/bodies/network.js';
import { Estate } from '../../world/estate.js';
import { namesOf, SUBSCRIPTION } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import { World } from '../../world/world.js';
import { testRule } from '../test-rule.js';
import { NOT_INBOUND } from './not-inbound.js';
import { changed, inCloud, NAMES, projectOfHub, withoutZoneGroup, ZONE_GROUP } from './worlds.js';

const { apiZone, guid, networkInterface, notebooksZone, privateEndpoint, virtualNetwork, workspace } = NAMES;
const API = 'privatelink.api.azureml.ms';
const NOTEBOOKS = 'privatelink.notebooks.azure.net';
const HOST = `${guid}.workspace.eastus`;
const CERT = `${HOST}.cert`;
const BOOKS = `ml-mlw-fraud-eastus-${guid}.eastus`;
const COMPUTES = `${workspace}/computes`;
const path = 'properties.aRecords';
const place = `--resource-group rg-fraud --subscription ${SUBSCRIPTION}`;
const change = (verb: 'add' | 'remove', zone: string, record: string, address: string) =>
  `az network private-dns record-set a ${verb}-record ${place} --zone-name ${zone} --record-set-name ${record} --ipv4-address ${address}`;
const show = `az network nic show --ids ${networkInterface} --query ipConfigurations`;
const evidence = (zone: string, record: string, actual: string, expected = '10.20.0.4') => ({
  resourceId: `${zone}/A/${record}`,
  path,
  actual,
  expected,
});
const summary =
  'This puts the address of the private endpoint into the records, makes those that are missing, and deletes the other addresses from them. A zone group keeps the records by itself: see dns/zone-group.';
const lookUp =
  'Look up the addresses that the private endpoint keeps for these names, put them into the records and take the others out.';
const right = `The records of mlw-fraud in ${API} lead to its private endpoint.`;
const withInstance = (estate: Estate) =>
  estate.world.add(
    'computes',
    { id: `${COMPUTES}/ci-anna`, properties: { computeType: 'ComputeInstance' } },
    COMPUTES,
  );
const wrongBooks = (estate: Estate) => estate.record(notebooksZone, BOOKS, ['10.20.0.99']);

const noApi = {
  severity: 'warning',
  message: `${API} holds no A record "${HOST}".`,
  evidence: [evidence(apiZone, HOST, 'absent')],
  summary,
  commands: [change('add', API, HOST, '10.20.0.4')],
} as const;
const noCert = {
  severity: 'warning',
  message: `${API} holds no A record "${CERT}". Zones are also seen without that one: that anybody misses it is doubtful.`,
  evidence: [evidence(apiZone, CERT, 'absent')],
  summary,
  commands: [change('add', API, CERT, '10.20.0.4')],
} as const;
const strangeBooks = {
  severity: 'info',
  message: `Record "${BOOKS}" in ${NOTEBOOKS} holds 10.20.0.99: no Approved private endpoint of the workspace has it for that name.`,
  evidence: [evidence(notebooksZone, BOOKS, '10.20.0.99', '10.20.0.5')],
  summary,
  commands: [change('add', NOTEBOOKS, BOOKS, '10.20.0.5'), change('remove', NOTEBOOKS, BOOKS, '10.20.0.99')],
} as const;

/** A workspace whose name does not fit into a label. */
function longName(change: (estate: Estate, record: string) => unknown): () => Estate {
  return () => {
    const names = namesOf('fraud-detection-of-the-northern-branches');
    const estate = new Estate('fraud', {}, new World(), names).endpoint('fraud', 'Disabled');
    const label = `ml-mlw-fraud-detec-eastus-${guid}`.slice(-63);
    change(estate, `${label}.eastus`);
    return estate;
  };
}

testRule(rule, {
  fail: [
    {
      name: 'the record of the API is missing',
      world: changed(({ world }) => world.remove(`${apiZone}/A/${HOST}`)),
      ...noApi,
    },
    {
      name: 'that of certificates alone is missing: doubtful',
      world: changed(({ world }) => world.remove(`${apiZone}/A/${CERT}`)),
      ...noCert,
    },
    {
      name: 'a wrong address, beside a missing record of notebooks',
      world: changed((estate) => {
        estate.record(apiZone, HOST, ['10.20.0.4', '10.20.0.77']);
        estate.world.remove(`${notebooksZone}/A/${BOOKS}`);
      }),
      severity: 'warning',
      message: `Record "${HOST}" in ${API} holds 10.20.0.77: no Approved private endpoint of the workspace has it for that name. ${NOTEBOOKS} holds no A record "${BOOKS}".`,
      evidence: [
        evidence(apiZone, HOST, '10.20.0.4, 10.20.0.77'),
        evidence(notebooksZone, BOOKS, 'absent', '10.20.0.5'),
      ],
      summary,
      commands: [change('remove', API, HOST, '10.20.0.77'), change('add', NOTEBOOKS, BOOKS, '10.20.0.5')],
    },
    {
      name: 'no address at all, and IPv6 is none of its own',
      world: changed((estate) => estate.record(apiZone, HOST, []).record(apiZone, CERT, ['fd00::4'])),
      severity: 'warning',
      message: `Record "${HOST}" in ${API} holds no address. Record "${CERT}" in ${API} holds fd00::4: no Approved private endpoint of the workspace has it for that name.`,
      evidence: [evidence(apiZone, HOST, 'none'), evidence(apiZone, CERT, 'fd00::4')],
      summary,
      commands: [
        change('add', API, HOST, '10.20.0.4'),
        change('add', API, CERT, '10.20.0.4'),
        change('remove', API, CERT, 'fd00::4'),
      ],
    },
    { name: 'the notebooks alone', world: changed(wrongBooks), ...strangeBooks },
    {
      name: 'the same with a compute instance',
      world: changed((estate) => {
        wrongBooks(estate);
        withInstance(estate);
      }),
      ...strangeBooks,
      severity: 'warning',
    },
    {
      name: 'the same, and the computes were not read: the highest severity',
      world: changed((estate) => {
        wrongBooks(estate);
        estate.world.gap('computes', COMPUTES);
      }),
      ...strangeBooks,
      severity: 'warning',
    },
    {
      name: 'the address of another name is not the right one',
      world: changed((estate) => estate.record(apiZone, HOST, ['10.20.0.6'])),
      severity: 'warning',
      message: `Record "${HOST}" in ${API} holds 10.20.0.6: no Approved private endpoint of the workspace has it for that name.`,
      evidence: [evidence(apiZone, HOST, '10.20.0.6')],
      summary,
      commands: [change('add', API, HOST, '10.20.0.4'), change('remove', API, HOST, '10.20.0.6')],
    },
    {
      name: 'missing, and the interface was not read',
      world: changed(({ world }) =>
        world.remove(`${apiZone}/A/${HOST}`).gap('networkInterface', networkInterface),
      ),
      ...noApi,
      evidence: [evidence(apiZone, HOST, 'absent', "a private endpoint's address for that name")],
      summary: lookUp,
      commands: [show],
    },
    {
      name: '21Vianet',
      world: inCloud('AzureChinaCloud', 'chinaeast2', ({ world }, id) =>
        world.remove(`${id}/A/${guid}.workspace.chinaeast2`),
      ),
      severity: 'warning',
      message: `privatelink.api.ml.azure.cn holds no A record "${guid}.workspace.chinaeast2".`,
      evidence: [
        evidence(
          apiZone.replace(API, 'privatelink.api.ml.azure.cn'),
          `${guid}.workspace.chinaeast2`,
          'absent',
        ),
      ],
      summary,
      commands: [change('add', 'privatelink.api.ml.azure.cn', `${guid}.workspace.chinaeast2`, '10.20.0.4')],
    },
  ],
  pass: [
    { name: 'as the zone group writes them', world: soundPrivate, message: right },
    {
      name: 'made by hand, where the zone group wrote nothing',
      world: changed(({ world }) =>
        world.set(ZONE_GROUP, 'properties.privateDnsZoneConfigs', [
          { properties: { privateDnsZoneId: apiZone, recordSets: [] } },
          { properties: { privateDnsZoneId: notebooksZone, recordSets: [] } },
        ]),
      ),
      message: right,
    },
    {
      name: 'no notebooks zone, as in the documented example',
      world: () => new Estate('fraud', { notebooksZone: false }).endpoint('fraud', 'Disabled'),
      message: right,
    },
    {
      name: 'neither record nor name of certificates',
      world: changed(({ world }) =>
        world
          .remove(`${apiZone}/A/${CERT}`)
          .set(networkInterface, 'properties.ipConfigurations', [
            { properties: configured('10.20.0.4', `${HOST}.api.azureml.ms`) },
            { properties: configured('10.20.0.5', `${BOOKS}.notebooks.azure.net`) },
          ]),
      ),
      message: right,
    },
    {
      name: 'other letter case, and names without the label of the region',
      world: changed((estate) => {
        const old = `ml-mlw-fraud-eastus-${guid}`;
        estate.world
          .remove(`${notebooksZone}/A/${BOOKS}`)
          .set(networkInterface, 'properties.ipConfigurations', [
            {
              properties: configured(
                '10.20.0.4/32',
                `${HOST}.api.azureml.ms`.toUpperCase(),
                `${CERT}.API.azureml.ms`,
              ),
            },
            { properties: configured('10.20.0.5', `${old}.notebooks.azure.net`) },
          ]);
        estate.record(notebooksZone, old.toUpperCase(), ['10.20.0.5']);
      }),
      message: right,
    },
    {
      name: 'a name that is cut to what a label holds',
      world: longName((estate, record) => {
        const { names, world } = estate;
        const whole = `${names.notebooksZone}/A/ml-mlw-fraud-detection-of-the-northern-branches-eastus-${guid}.eastus`;
        world.remove(whole);
        estate.record(names.notebooksZone, record, ['10.20.0.5']);
        const body = networkInterfaceBody(
          { ...names, workspace: names.workspace.replace(/[^/]+$/, 'mlw-fraud-detec') },
          CLOUDS.AzureCloud,
          names.networkInterface,
          names.privateEndpoint,
          { api: '10.20.0.4', notebook: '10.20.0.5', inference: '10.20.0.6' },
        );
        world.add('networkInterface', body);
      }),
      message:
        'The records of mlw-fraud-detection-of-the-northern-branches in privatelink.api.azureml.ms lead to its private endpoint.',
    },
    {
      name: "a project uses its hub's records",
      world: projectOfHub(),
      message: `The records of hub-fraud in ${API} lead to its private endpoint.`,
    },
  ],
  unknown: [
    {
      name: 'the records of the API were not read, whatever those of notebooks say',
      world: changed((estate) => {
        wrongBooks(estate);
        estate.world.gap('zoneRecords', `${apiZone}/A`);
      }),
      message:
        'a was not read (forbidden, Microsoft.Network/privateDnsZones/A/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateDnsZones/A/read'],
    },
    {
      name: 'the records were not read: that the zone group wrote no such record does not show that nobody did',
      world: changed(({ world }) =>
        world
          .gap('zoneRecords', `${apiZone}/A`)
          .set(ZONE_GROUP, 'properties.privateDnsZoneConfigs', [
            { properties: { privateDnsZoneId: apiZone, recordSets: [] } },
          ]),
      ),
      message:
        'a was not read (forbidden, Microsoft.Network/privateDnsZones/A/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateDnsZones/A/read'],
    },
    {
      name: 'the records of the notebooks were not read',
      world: changed(({ world }) => world.gap('zoneRecords', `${notebooksZone}/A`)),
      message:
        'a was not read (forbidden, Microsoft.Network/privateDnsZones/A/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateDnsZones/A/read'],
    },
    {
      name: 'the record of certificates is missing, and the interface was not read',
      world: changed(({ world }) =>
        world.remove(`${apiZone}/A/${CERT}`).gap('networkInterface', networkInterface),
      ),
      message:
        'pe-mlw-fraud.nic was not read (forbidden, Microsoft.Network/networkInterfaces/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/networkInterfaces/read'],
    },
    {
      name: 'an entry of a record is none',
      world: changed(({ world }) => world.set(`${apiZone}/A/${HOST}`, path, [{ ipv4Address: 10 }])),
      message: `${HOST}: ipv4Address is 10; isocheck knows a string.`,
      operations: ['Microsoft.Network/privateDnsZones/A/read'],
    },
    {
      name: 'no zone was found',
      world: withoutZoneGroup(() => undefined),
      message: `${API} was not read (not-found, Microsoft.Network/privateDnsZones/read): pe-mlw-fraud has no zone group that names such a zone; none that answers for it was found in the subscriptions searched: ${SUBSCRIPTION}.`,
      operations: ['Microsoft.Network/privateDnsZones/read'],
    },
    {
      name: 'the ranges of the network were not read',
      world: changed(({ world }) => world.gap('virtualNetwork', virtualNetwork)),
      message:
        'vnet-fraud was not read (forbidden, Microsoft.Network/virtualNetworks/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/virtualNetworks/read'],
    },
    {
      name: 'the zone groups were not read',
      world: changed(({ world }) => world.gap('zoneGroups', `${privateEndpoint}/privateDnsZoneGroups`)),
      message:
        'privatednszonegroups was not read (forbidden, Microsoft.Network/privateEndpoints/privateDnsZoneGroups/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateEndpoints/privateDnsZoneGroups/read'],
    },
  ],
  notApplicable: NOT_INBOUND,
});

function configured(privateIPAddress: string, ...fqdns: string[]) {
  return { privateIPAddress, privateLinkConnectionProperties: { fqdns } };
}

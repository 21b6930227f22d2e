import rule from '../../../src/rules/dns/stale-record.js';
import { Estate } from '../../world/estate.js';
import { MICROSOFT_SUBSCRIPTION, SUBSCRIPTION } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';
import { changed, NAMES, OWN_RECORD, projectOfHub, WILDCARD, WILDCARD_ID } from './worlds.js';

const { apiZone, guid, networkInterface, notebooksZone, privateEndpoint, virtualNetwork, workspace } = NAMES;
const path = 'properties.aRecords';
const OWN = 'of 10.20.0.4, 10.20.0.5, 10.20.0.6';
const HOST = `${guid}.workspace.eastus`;
const CONNECTIONS = 'properties.privateEndpointConnections';
const remove = (record: string, address: string, zone = 'privatelink.api.azureml.ms') =>
  `az network private-dns record-set a remove-record --resource-group rg-fraud --subscription ${SUBSCRIPTION} --zone-name ${zone} --record-set-name ${record} --ipv4-address ${address}`;
const evidence = (record: string, actual: string, expected = OWN, zone = apiZone) => ({
  resourceId: `${zone}/A/${record}`,
  path,
  actual,
  expected,
});
const summary =
  'This deletes these addresses from the records; a record with no other goes along. A zone group of the private endpoint writes the right ones by itself.';
const sound = 'Its records of the workspaces that were read lead to their private endpoints.';
const stale = (change: (estate: Estate) => unknown = () => undefined) =>
  changed((estate) => {
    estate.record(apiZone, OWN_RECORD, ['10.20.0.44']);
    change(estate);
  });
const SYNAPSE = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/synapse`;
const foreign = (estate: Estate) => {
  estate.connection({ name: 'synapse', privateEndpoint: SYNAPSE, status: 'Approved', description: 'ours' });
  estate.world.gap('privateEndpoint', SYNAPSE);
};

const one = {
  severity: 'warning',
  message: `Record "${OWN_RECORD}" leads to 10.20.0.44, which no private endpoint of mlw-fraud has.`,
  evidence: [evidence(OWN_RECORD, '10.20.0.44')],
  summary,
  commands: [remove(`${OWN_RECORD}`, '10.20.0.44')],
} as const;

testRule(rule, {
  fail: [
    { name: "an endpoint's own record of former days", world: stale(), target: apiZone, ...one },
    {
      name: 'a right address beside two wrong ones, and another record',
      world: changed((estate) =>
        estate
          .record(apiZone, HOST, ['10.20.0.4', '10.20.0.44', 'fd00::1'])
          .record(apiZone, OWN_RECORD, ['10.20.0.45']),
      ),
      target: apiZone,
      severity: 'warning',
      message: `Record "${HOST}" leads to 10.20.0.44 and fd00::1, which no private endpoint of mlw-fraud has. And 1 more of its kind.`,
      evidence: [evidence(HOST, '10.20.0.4, 10.20.0.44, fd00::1'), evidence(OWN_RECORD, '10.20.0.45')],
      summary,
      commands: [remove(HOST, '10.20.0.44'), remove(HOST, 'fd00::1'), remove(OWN_RECORD, '10.20.0.45')],
    },
    {
      name: 'other letter case',
      world: changed((estate) => estate.record(apiZone, OWN_RECORD.toUpperCase(), ['10.20.0.44'])),
      target: apiZone,
      ...one,
      evidence: [evidence(OWN_RECORD.toUpperCase(), '10.20.0.44')],
    },
    {
      name: 'in the notebooks zone',
      world: changed((estate) =>
        estate.record(notebooksZone, `ml-mlw-fraud-eastus-${guid}.eastus`, ['10.20.9.9']),
      ),
      target: notebooksZone,
      severity: 'warning',
      message: `Record "ml-mlw-fraud-eastus-${guid}.eastus" leads to 10.20.9.9, which no private endpoint of mlw-fraud has.`,
      evidence: [evidence(`ml-mlw-fraud-eastus-${guid}.eastus`, '10.20.9.9', OWN, notebooksZone)],
      summary,
      commands: [
        remove(`ml-mlw-fraud-eastus-${guid}.eastus`, '10.20.9.9', 'privatelink.notebooks.azure.net'),
      ],
    },
    {
      name: 'the workspace has no private endpoint any more',
      world: () => leftBehind(() => undefined),
      target: apiZone,
      severity: 'warning',
      message: `Record "${HOST}" leads to 10.20.0.4, which no private endpoint of mlw-fraud has.`,
      evidence: [evidence(HOST, '10.20.0.4', 'no record: mlw-fraud has no private endpoint')],
      summary,
      commands: [remove(HOST, '10.20.0.4')],
    },
  ],
  pass: [
    { name: 'as the zone group writes them', world: soundPrivate, target: apiZone, message: sound },
    {
      name: 'the address of another name of the workspace: dns/workspace-records asks that',
      world: changed((estate) => estate.record(apiZone, HOST, ['10.20.0.6'])),
      target: apiZone,
      message: sound,
    },
    {
      name: 'a record without any address',
      world: changed((estate) => estate.record(apiZone, HOST, [])),
      target: apiZone,
      message: sound,
    },
    {
      name: 'the private endpoint is not Approved',
      world: changed(({ world }) => {
        const connections = world.body(NAMES.connection);
        world.set(NAMES.connection, 'properties', {
          ...Object(connections['properties']),
          privateLinkServiceConnectionState: { status: 'Pending' },
        });
      }),
      target: apiZone,
      message: sound,
    },
    {
      name: 'an unattributed connection beside, where every address is known',
      world: changed(foreign),
      target: apiZone,
      message: sound,
    },
    { name: "a project's records are its hub's", world: projectOfHub(), target: apiZone, message: sound },
  ],
  unknown: [
    {
      name: 'an unattributed connection may have the address',
      world: stale(foreign),
      target: apiZone,
      message:
        'synapse was not read (forbidden, Microsoft.Network/privateEndpoints/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
    {
      name: 'the interface was not read',
      world: changed(({ world }) => world.gap('networkInterface', networkInterface)),
      target: apiZone,
      message:
        'pe-mlw-fraud.nic was not read (forbidden, Microsoft.Network/networkInterfaces/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/networkInterfaces/read'],
    },
    {
      name: 'the private endpoint was not read',
      world: changed(({ world }) => world.gap('privateEndpoint', privateEndpoint, 'timeout', 'no answer')),
      target: apiZone,
      message: 'pe-mlw-fraud was not read (timeout, Microsoft.Network/privateEndpoints/read): no answer.',
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
    {
      name: 'the records were not read',
      world: changed(({ world }) => world.gap('zoneRecords', `${apiZone}/A`)),
      target: apiZone,
      message:
        'a was not read (forbidden, Microsoft.Network/privateDnsZones/A/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateDnsZones/A/read'],
    },
    {
      name: 'a later page of the records was not read',
      world: changed(({ world }) => world.incomplete('zoneRecords', `${apiZone}/A`)),
      target: apiZone,
      message: 'a was not read (throttled, Microsoft.Network/privateDnsZones/A/read): 429 TooManyRequests.',
      operations: ['Microsoft.Network/privateDnsZones/A/read'],
    },
    {
      name: 'the addresses of a record are no list',
      world: changed(({ world }) => world.set(WILDCARD_ID, path, 'mine')),
      target: apiZone,
      message: `${WILDCARD}: properties.aRecords is mine; isocheck knows an array.`,
      operations: ['Microsoft.Network/privateDnsZones/A/read'],
    },
    {
      name: 'the GUID of the workspace was not read: it may be the one of a record',
      world: changed(({ world }) => world.set(workspace, 'properties.workspaceId', '')),
      target: apiZone,
      message: 'mlw-fraud: properties.workspaceId is absent.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: [
    {
      name: 'the records are those of a workspace that nobody asked for',
      world: changed(({ world }) =>
        world.set(workspace, 'properties.workspaceId', '00000000-1111-4222-8333-444444444444'),
      ),
      target: apiZone,
      message: 'No record of it bears the GUID of a workspace that was read.',
    },
    {
      name: 'an empty zone',
      world: () => new Estate('fraud', { privateEndpoint: false }).zone(apiZone),
      message: 'No record of it bears the GUID of a workspace that was read.',
    },
  ],
});

/** Its private endpoint was deleted, and with it the connection; a record of the zone stayed behind. */
function leftBehind(change: (estate: Estate) => unknown): Estate {
  const estate = new Estate('fraud', { privateEndpoint: false })
    .network(virtualNetwork)
    .zone(apiZone)
    .record(apiZone, HOST, ['10.20.0.4']);
  estate.world.set(workspace, CONNECTIONS, []);
  change(estate);
  return estate;
}

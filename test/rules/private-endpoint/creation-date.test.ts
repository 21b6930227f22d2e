import rule from '../../../src/rules/private-endpoint/creation-date.js';
import { Estate } from '../../world/estate.js';
import { MICROSOFT_SUBSCRIPTION } from '../../world/names.js';
import { soundPrivate, soundPublic } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { names } = soundPrivate();
const { workspace, privateEndpoint, networkInterface, subscription, virtualNetwork, apiZone, notebooksZone } =
  names;
const place = `--resource-group rg-fraud --subscription ${subscription}`;
const created = `/subscriptions/${subscription}/resourceGroups/rg-fraud/resources`;
const OLD = '2021-11-02T07:00:00.1234567Z';
const BEFORE = '2021-11-01T07:00:00Z';

/** A workspace of 2021 with a private endpoint of that time, which has no name for scoring requests. */
function old(): Estate {
  const estate = new Estate('fraud', { privateEndpoint: false }).endpoint('fraud', 'Disabled');
  const { world } = estate;
  estate.network(virtualNetwork).zone(apiZone).zone(notebooksZone);
  estate.privateEndpoint(privateEndpoint, { created: OLD, inference: false });
  world.set(workspace, 'systemData.createdAt', BEFORE);
  return estate;
}

/** A workspace of 2021 whose private endpoint was made again later. */
function renewed(): Estate {
  const estate = soundPrivate();
  estate.world.set(workspace, 'systemData.createdAt', BEFORE);
  return estate;
}

/** Takes every time away that ARM may tell, as a list that has none. */
function timeless(estate: Estate): Estate {
  estate.world.remove(created).list('creationTimes', created).unset(workspace, 'systemData');
  return estate;
}

function changed(make: () => Estate, change: (estate: Estate) => void): () => Estate {
  return () => {
    const estate = make();
    change(estate);
    return estate;
  };
}

/** The time that the connection itself tells, in the workspace's body. */
function connectionMade(estate: Estate, time: string): void {
  const { world } = estate;
  const { properties } = world.body(workspace);
  const connections =
    typeof properties === 'object' && properties !== null && 'privateEndpointConnections' in properties
      ? properties['privateEndpointConnections']
      : [];
  if (!Array.isArray(connections)) return;
  for (const [position, connection] of connections.entries()) {
    connections[position] = { ...connection, systemData: { createdAt: time } };
  }
}

const remake = {
  summary:
    'This deletes pe-mlw-fraud and makes it again in its subnet: the workspace has no private way through it in between, and its addresses may change.',
  commands: [
    `az network private-endpoint delete --name pe-mlw-fraud ${place}`,
    `az network private-endpoint create --name pe-mlw-fraud ${place} --location eastus --subnet ${virtualNetwork}/subnets/snet-endpoints --private-connection-resource-id ${workspace} --group-id amlworkspace --connection-name pe-mlw-fraud`,
    `az network private-endpoint dns-zone-group create --endpoint-name pe-mlw-fraud --name default ${place} --zone-name privatelink.api.azureml.ms --private-dns-zone ${apiZone}`,
    `az network private-endpoint dns-zone-group add --endpoint-name pe-mlw-fraud --name default ${place} --zone-name privatelink.notebooks.azure.net --private-dns-zone ${notebooksZone}`,
  ],
};
const tooOld = (time: string, resourceId: string, path: string) => ({
  message: `Private endpoint pe-mlw-fraud was made ${new Date(time.replace(/(\.\d{3})\d*/, '$1')).toISOString().slice(0, 10)}, before 2022-05-24: it has no name for scoring requests.`,
  evidence: [{ resourceId, path, actual: time, expected: '2022-05-24T00:00:00Z or later' }],
  ...remake,
});
const nameless = {
  message:
    'Private endpoint pe-mlw-fraud has no name for scoring requests, as those made before 2022-05-24 have none.',
  evidence: [
    {
      resourceId: privateEndpoint,
      path: 'properties.networkInterfaces',
      actual: 'no name for scoring requests',
      expected: 'a name for scoring requests',
    },
  ],
  ...remake,
};
const { connection } = old().names;

testRule(rule, {
  fail: [
    {
      name: 'made in 2021 by the resource list, and an endpoint is closed',
      world: old,
      severity: 'error',
      ...tooOld(OLD, privateEndpoint, 'createdTime'),
    },
    {
      name: 'made in 2021 by the connection itself',
      world: changed(old, (estate) => connectionMade(estate, '2022-05-23T23:59:59.9999999Z')),
      severity: 'error',
      ...tooOld('2022-05-23T23:59:59.9999999Z', connection, 'systemData.createdAt'),
    },
    {
      name: 'a time in another zone: the same moment counts',
      world: changed(old, (estate) => connectionMade(estate, '2022-05-24T01:30:00+02:00')),
      severity: 'error',
      ...tooOld('2022-05-24T01:30:00+02:00', connection, 'systemData.createdAt'),
    },
    {
      name: 'made in 2021, and every endpoint is open: warning',
      world: changed(old, ({ world }) =>
        world.set(`${workspace}/onlineEndpoints/fraud`, 'properties.publicNetworkAccess', 'Enabled'),
      ),
      severity: 'warning',
      ...tooOld(OLD, privateEndpoint, 'createdTime'),
    },
    {
      name: 'made in 2021, every endpoint is open, and private inbound is required: error',
      world: changed(old, ({ world }) =>
        world.set(`${workspace}/onlineEndpoints/fraud`, 'properties.publicNetworkAccess', 'Enabled'),
      ),
      required: { inbound: 'private' },
      severity: 'error',
      ...tooOld(OLD, privateEndpoint, 'createdTime'),
    },
    {
      name: 'made in 2021, and the endpoints were not read: the higher severity',
      world: changed(old, ({ world }) => world.gap('endpoints', `${workspace}/onlineEndpoints`)),
      severity: 'error',
      ...tooOld(OLD, privateEndpoint, 'createdTime'),
    },
    {
      name: 'no time anywhere, and no name for scoring requests',
      world: () => timeless(old()),
      severity: 'error',
      ...nameless,
    },
    {
      name: 'no time but that of an old workspace, and its names tell by customDnsConfigs',
      world: changed(
        () => timeless(old()),
        ({ world }) =>
          world
            .set(workspace, 'properties.creationTime', BEFORE)
            .gap('networkInterface', networkInterface)
            .set(privateEndpoint, 'properties.customDnsConfigs', [
              {
                fqdn: `${names.guid}.workspace.eastus.api.azureml.ms`,
                ipAddresses: ['10.20.0.4'],
              },
            ]),
      ),
      severity: 'error',
      ...nameless,
    },
    {
      name: 'the resource list was refused, and the names tell',
      world: changed(old, ({ world }) => world.gap('creationTimes', created)),
      severity: 'error',
      ...nameless,
    },
  ],
  pass: [
    {
      name: 'made in 2024 by the resource list',
      world: soundPrivate,
      message: 'Private endpoint pe-mlw-fraud was made 2024-03-12.',
    },
    {
      name: 'made on the very day, by the connection of an old workspace',
      world: changed(renewed, (estate) => connectionMade(estate, '2022-05-24T00:00:00Z')),
      message: 'Private endpoint pe-mlw-fraud was made 2022-05-24.',
    },
    {
      name: 'no time of its own, but the workspace is new enough',
      world: changed(soundPrivate, ({ world }) => world.gap('creationTimes', created)),
      message: 'The workspace was made 2024-03-12, and private endpoint pe-mlw-fraud is not older.',
    },
    {
      name: 'no time anywhere, and a name for scoring requests',
      world: () => timeless(renewed()),
      message: 'Private endpoint pe-mlw-fraud has a name for scoring requests.',
    },
    {
      name: "a region as people write it, names in another letter case, and the name of the scoring host's target",
      world: changed(
        () => timeless(renewed()),
        ({ world }) =>
          world.set(workspace, 'location', 'East US').set(privateEndpoint, 'properties.customDnsConfigs', [
            {
              fqdn: `*.${names.guid.toUpperCase()}.inference.EastUS.api.azureml.ms`,
              ipAddresses: ['10.20.0.6'],
            },
          ]),
      ),
      message: 'Private endpoint pe-mlw-fraud has a name for scoring requests.',
    },
    {
      name: 'the names of US Government',
      world: () => {
        const estate = new Estate('fraud', { cloud: 'AzureUSGovernment' }).endpoint('fraud', 'Disabled');
        return timeless(estate);
      },
      message: 'Private endpoint pe-mlw-fraud has a name for scoring requests.',
    },
  ],
  unknown: [
    {
      name: 'no time was read, the workspace is old, and its network interface was not read',
      world: changed(renewed, ({ world }) =>
        world.gap('creationTimes', created).gap('networkInterface', networkInterface),
      ),
      message:
        'resources was not read (forbidden, Microsoft.Resources/subscriptions/resourceGroups/resources/read): 403 AuthorizationFailed. And 1 more fact was not read.',
      operations: [
        'Microsoft.Network/networkInterfaces/read',
        'Microsoft.Resources/subscriptions/resourceGroups/resources/read',
      ],
    },
    {
      name: 'ARM tells no time, and the network interface was not read',
      world: changed(
        () => timeless(renewed()),
        ({ world }) => world.gap('networkInterface', networkInterface),
      ),
      message:
        'pe-mlw-fraud.nic was not read (forbidden, Microsoft.Network/networkInterfaces/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/networkInterfaces/read'],
    },
    {
      name: 'times that are none',
      world: changed(soundPrivate, (estate) => {
        connectionMade(estate, 'last May');
        timeless(estate);
        estate.world.set(workspace, 'location', null);
      }),
      message: `${connection.split('/').at(-1)}: systemData.createdAt is last May; isocheck knows ISO 8601 times. And 1 more fact was not read.`,
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'the time in the resource list is none',
      world: changed(
        () => timeless(renewed()),
        ({ world }) =>
          world
            .remove(created)
            .summarize(created, { id: privateEndpoint, createdTime: '2024-99-12T08:15:30Z' })
            .gap('networkInterface', networkInterface),
      ),
      message:
        'pe-mlw-fraud: createdTime is 2024-99-12T08:15:30Z; isocheck knows ISO 8601 times. And 1 more fact was not read.',
      operations: [
        'Microsoft.Network/networkInterfaces/read',
        'Microsoft.Resources/subscriptions/resourceGroups/resources/read',
      ],
    },
  ],
  notApplicable: [
    {
      name: 'an unattributed connection',
      world: () => {
        const foreign = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe-far`;
        const estate = soundPublic().connection({
          name: 'far',
          privateEndpoint: foreign,
          status: 'Approved',
        });
        estate.world.gap('privateEndpoint', foreign, 'not-found', '404 ResourceNotFound');
        return estate;
      },
      message:
        "The connection is unattributed: its private endpoint can't be read, and may be a client's, a service's or deleted.",
    },
  ],
});

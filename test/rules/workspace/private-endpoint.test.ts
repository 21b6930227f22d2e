import rule from '../../../src/rules/workspace/private-endpoint.js';
import { Estate } from '../../world/estate.js';
import { MICROSOFT_SUBSCRIPTION } from '../../world/names.js';
import { soundManaged, soundPrivate, soundPublic } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { names } = soundPrivate();
const { workspace, privateEndpoint, connection, subscription, virtualNetwork, apiZone, notebooksZone } =
  names;
const place = `--resource-group rg-fraud --subscription ${subscription}`;
const foreign = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe-far`;
const STATUS = 'properties.privateLinkServiceConnectionState.status';

/** A closed workspace with a closed endpoint whose deployment is sent out privately, and nothing that leads in. */
function withoutPrivateEndpoint(): Estate {
  return new Estate('fraud', { privateEndpoint: false }).endpoint('fraud', 'Disabled');
}

function manyClosedEndpoints(): Estate {
  const estate = new Estate('fraud', { privateEndpoint: false });
  estate.world.set(workspace, 'properties.publicNetworkAccess', 'Enabled');
  for (const name of ['a', 'b', 'c', 'd', 'e']) estate.endpoint(name, 'Disabled', {});
  return estate;
}

function withStatus(status: string): Estate {
  const estate = soundPrivate();
  const { world } = estate;
  world.remove(connection);
  world.set(workspace, 'properties.privateEndpointConnections', []);
  return estate.connection({
    name: connection.split('/').at(-1) ?? '',
    privateEndpoint,
    status,
    description: "Let's in",
  });
}

function withForeignConnection(): Estate {
  const estate = withoutPrivateEndpoint().connection({
    name: 'far',
    privateEndpoint: foreign,
    status: 'Approved',
  });
  estate.world.gap('privateEndpoint', foreign);
  return estate;
}

const needs =
  'The workspace has no Approved private endpoint of its clients, and needs one: the workspace is closed to public networks; endpoint "fraud" is closed to public networks; deployment "blue" is sent out privately.';

const make = (zones: readonly string[], name = 'mlw-fraud', at = place, id = workspace) => [
  `az network private-endpoint create --name pe-${name} ${at} --subnet '<subnet id>' --private-connection-resource-id ${id} --group-id amlworkspace --connection-name pe-${name}`,
  `az network private-endpoint dns-zone-group create --endpoint-name pe-${name} --name default ${at} --zone-name privatelink.api.azureml.ms --private-dns-zone ${zones[0]}`,
  `az network private-endpoint dns-zone-group add --endpoint-name pe-${name} --name default ${at} --zone-name privatelink.notebooks.azure.net --private-dns-zone ${zones[1]}`,
];
const byName = ['privatelink.api.azureml.ms', 'privatelink.notebooks.azure.net'];
const none = (id: string) => ({
  resourceId: id,
  path: 'properties.privateEndpointConnections',
  actual: "no client's private endpoint",
  expected: 'a connection that is Approved',
});
const makeOne = (name: string) =>
  `Make a private endpoint to ${name} in the clients' network, with its private DNS zones, which must be linked to that network. Put the id of a subnet in.`;

testRule(rule, {
  fail: [
    {
      name: 'all is closed, and nothing leads in but the egress connections of the deployment',
      world: withoutPrivateEndpoint,
      severity: 'error',
      message: needs,
      evidence: [none(workspace)],
      summary: makeOne('mlw-fraud'),
      commands: make(byName),
    },
    {
      name: 'many closed endpoints of an open workspace: three are named',
      world: manyClosedEndpoints,
      severity: 'error',
      message:
        'The workspace has no Approved private endpoint of its clients, and needs one: endpoints "a", "b", "c" and 2 more are closed to public networks.',
      evidence: [none(workspace)],
      summary: makeOne('mlw-fraud'),
      commands: make(byName),
    },
    {
      name: 'the only connection is Pending: approved with its own description',
      world: () => withStatus('Pending'),
      severity: 'error',
      message: needs,
      evidence: [{ resourceId: connection, path: STATUS, actual: 'Pending', expected: 'Approved' }],
      summary:
        'Approve the connection, which lets the network of its private endpoint into mlw-fraud. Without --description its description is erased.',
      commands: [
        `az network private-endpoint-connection approve --id ${connection} --description 'Let'\\''s in' --subscription ${subscription}`,
      ],
    },
    {
      name: 'the only connection is Disconnected: its private endpoint is made again where it was',
      world: () => withStatus('Disconnected'),
      severity: 'error',
      message: needs,
      evidence: [{ resourceId: connection, path: STATUS, actual: 'Disconnected', expected: 'Approved' }],
      summary:
        "A connection that is Disconnected can't be approved any more: this deletes the private endpoint pe-mlw-fraud and makes it again.",
      commands: [
        `az network private-endpoint delete --name pe-mlw-fraud ${place}`,
        `az network private-endpoint create --name pe-mlw-fraud ${place} --location eastus --subnet ${virtualNetwork}/subnets/snet-endpoints --private-connection-resource-id ${workspace} --group-id amlworkspace --connection-name pe-mlw-fraud`,
        `az network private-endpoint dns-zone-group create --endpoint-name pe-mlw-fraud --name default ${place} --zone-name privatelink.api.azureml.ms --private-dns-zone ${apiZone}`,
        `az network private-endpoint dns-zone-group add --endpoint-name pe-mlw-fraud --name default ${place} --zone-name privatelink.notebooks.azure.net --private-dns-zone ${notebooksZone}`,
      ],
    },
    {
      name: 'an unattributed connection that is not Approved is no way in either',
      world: () => {
        const estate = withoutPrivateEndpoint().connection({
          name: 'far',
          privateEndpoint: foreign,
          status: 'Pending',
        });
        estate.world.gap('privateEndpoint', foreign);
        return estate;
      },
      severity: 'error',
      message: needs,
      evidence: [none(workspace)],
      summary: makeOne('mlw-fraud'),
      commands: make(byName),
    },
    {
      name: 'nothing needs it but the requirement',
      world: soundPublic,
      required: { inbound: 'private' },
      severity: 'error',
      message:
        'The workspace has no Approved private endpoint of its clients, and needs one: private inbound is required.',
      evidence: [none(soundPublic().names.workspace)],
      summary: makeOne('mlw-open'),
      commands: make(
        byName,
        'mlw-open',
        `--resource-group rg-open --subscription ${subscription}`,
        soundPublic().names.workspace,
      ),
    },
    {
      name: 'required, and what else needs it was not read',
      world: () => {
        const estate = soundPublic();
        estate.world.gap('endpoints', `${estate.names.workspace}/onlineEndpoints`);
        return estate;
      },
      required: { inbound: 'private' },
      severity: 'error',
      message:
        'The workspace has no Approved private endpoint of its clients, and needs one: private inbound is required.',
      evidence: [none(soundPublic().names.workspace)],
      summary: makeOne('mlw-open'),
      commands: make(
        byName,
        'mlw-open',
        `--resource-group rg-open --subscription ${subscription}`,
        soundPublic().names.workspace,
      ),
    },
  ],
  pass: [
    {
      name: 'an Approved private endpoint leads in',
      world: soundPrivate,
      message: 'The workspace has an Approved private endpoint of its clients.',
    },
    {
      name: 'states and ids are compared without regard to case',
      world: () => {
        const estate = withStatus('approved');
        estate.world.set(privateEndpoint, 'properties.privateLinkServiceConnections', [
          {
            properties: { privateLinkServiceId: workspace.toUpperCase(), groupIds: ['AmlWorkspace'] },
          },
        ]);
        return estate;
      },
      message: 'The workspace has an Approved private endpoint of its clients.',
    },
    {
      name: 'beside a managed network of its own',
      world: soundManaged,
      message: 'The workspace has an Approved private endpoint of its clients.',
    },
  ],
  unknown: [
    {
      name: 'the only Approved connection is unattributed',
      world: withForeignConnection,
      message:
        'pe-far was not read (forbidden, Microsoft.Network/privateEndpoints/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
    {
      name: 'the workspace is open, and its endpoints were not read',
      world: () => {
        const estate = soundPublic();
        estate.world.gap('endpoints', `${estate.names.workspace}/onlineEndpoints`);
        return estate;
      },
      message:
        'onlineendpoints was not read (forbidden, Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
    {
      name: 'the connection is in a state that nobody knows',
      world: () => withStatus('Unicorn'),
      message: `${connection.split('/').at(-1)}: ${STATUS} is Unicorn; isocheck knows Approved or Pending or Rejected or Disconnected or Timeout.`,
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: [
    {
      name: 'all is public',
      world: soundPublic,
      message:
        'Nothing needs a private path: the workspace and its endpoints take public requests, and no deployment is sent out privately.',
    },
  ],
});

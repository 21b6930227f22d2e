import rule from '../../../src/rules/endpoint/private-inbound-path.js';
import { Estate } from '../../world/estate.js';
import { endpointId, MICROSOFT_SUBSCRIPTION } from '../../world/names.js';
import { documentedExample, soundManaged, soundPrivate, soundPublic } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, privateEndpoint, connection, subscription } = soundPrivate().names;
const fraud = endpointId(workspace, 'fraud');
const place = `--resource-group rg-fraud --subscription ${subscription}`;
const STATUS = 'properties.privateLinkServiceConnectionState.status';
const foreign = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe-far`;

function withoutPrivateEndpoint(): Estate {
  return new Estate('fraud', { privateEndpoint: false }).endpoint('fraud', 'Disabled');
}

function withForeign(status: string): Estate {
  const estate = withoutPrivateEndpoint().connection({ name: 'far', privateEndpoint: foreign, status });
  estate.world.gap('privateEndpoint', foreign);
  return estate;
}

function changed(change: (estate: Estate) => void): () => Estate {
  return () => {
    const estate = soundPrivate();
    change(estate);
    return estate;
  };
}

const message =
  'The endpoint is closed to public networks, and mlw-fraud has no Approved private endpoint of its clients: nobody can reach it.';
const none = {
  resourceId: workspace,
  path: 'properties.privateEndpointConnections',
  actual: "no client's private endpoint",
  expected: 'a connection that is Approved',
};
const make = {
  summary:
    "Make a private endpoint to mlw-fraud in the clients' network, with its private DNS zones, which must be linked to that network. Put the id of a subnet in.",
  commands: [
    `az network private-endpoint create --name pe-mlw-fraud ${place} --subnet '<subnet id>' --private-connection-resource-id ${workspace} --group-id amlworkspace --connection-name pe-mlw-fraud`,
    `az network private-endpoint dns-zone-group create --endpoint-name pe-mlw-fraud --name default ${place} --zone-name privatelink.api.azureml.ms --private-dns-zone privatelink.api.azureml.ms`,
    `az network private-endpoint dns-zone-group add --endpoint-name pe-mlw-fraud --name default ${place} --zone-name privatelink.notebooks.azure.net --private-dns-zone privatelink.notebooks.azure.net`,
  ],
};
const passes = 'The workspace has an Approved private endpoint of its clients.';

testRule(rule, {
  fail: [
    {
      name: 'closed, and only the egress connections of the deployment lead to the workspace',
      world: withoutPrivateEndpoint,
      severity: 'error',
      message,
      evidence: [none],
      ...make,
    },
    {
      name: 'closed, and the connection waits for approval',
      world: changed(({ world }) => {
        world.set(workspace, 'properties.privateEndpointConnections', [
          {
            id: connection,
            properties: {
              privateEndpoint: { id: privateEndpoint },
              privateLinkServiceConnectionState: { status: 'Pending', description: 'please' },
            },
          },
        ]);
      }),
      severity: 'error',
      message,
      evidence: [{ resourceId: connection, path: STATUS, actual: 'Pending', expected: 'Approved' }],
      summary:
        'Approve the connection, which lets the network of its private endpoint into mlw-fraud. Without --description its description is erased.',
      commands: [
        `az network private-endpoint-connection approve --id ${connection} --description please --subscription ${subscription}`,
      ],
    },
    {
      name: 'closed, and the private endpoint leads to another workspace',
      world: changed(({ world }) => {
        world.set(privateEndpoint, 'properties.privateLinkServiceConnections', [
          { properties: { privateLinkServiceId: `${workspace}-2`, groupIds: ['amlworkspace'] } },
        ]);
      }),
      severity: 'error',
      message,
      evidence: [none],
      summary: make.summary,
      commands: make.commands.map((command) =>
        command.replace(
          /--private-dns-zone (\S+)/,
          `--private-dns-zone /subscriptions/${subscription}/resourceGroups/rg-fraud/providers/Microsoft.Network/privateDnsZones/$1`,
        ),
      ),
    },
    {
      name: 'closed, and an unattributed connection is Rejected',
      world: () => withForeign('Rejected'),
      severity: 'error',
      message,
      evidence: [none],
      ...make,
    },
  ],
  pass: [
    { name: 'an Approved private endpoint', world: soundPrivate, message: passes },
    { name: 'the documented example', world: documentedExample, message: passes },
    { name: 'a managed network', world: soundManaged, message: passes },
    {
      name: "a project's endpoint comes in by the private endpoint of its hub",
      world: projectOfHub,
      target: 'scoring',
      message: passes,
    },
  ],
  unknown: [
    {
      name: 'the only Approved connection is unattributed',
      world: () => withForeign('Approved'),
      message:
        'pe-far was not read (forbidden, Microsoft.Network/privateEndpoints/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
    {
      name: 'the flag has a value that nobody knows',
      world: changed(({ world }) => world.set(fraud, 'properties.publicNetworkAccess', 'Half')),
      message: 'fraud: properties.publicNetworkAccess is Half; isocheck knows Enabled or Disabled.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
    {
      name: "a project's hub was not read",
      world: () => {
        const estate = projectOfHub();
        estate.world
          .gap('workspace', estate.names.workspace)
          .gap('workspaceConnections', `${estate.names.workspace}/privateEndpointConnections`);
        return estate;
      },
      target: 'scoring',
      message:
        'mlw-fraud was not read (forbidden, Microsoft.MachineLearningServices/workspaces/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: [
    {
      name: 'an open endpoint',
      world: soundPublic,
      message: 'The endpoint takes requests from public networks.',
    },
    {
      name: 'a Kubernetes endpoint',
      world: changed(({ world }) => world.set(fraud, 'properties.compute', `${workspace}/computes/k8s`)),
      message: 'A Kubernetes endpoint: requests come in by its cluster.',
    },
  ],
});

/** The sound workspace made a hub, and a project of it with a closed endpoint. */
function projectOfHub(): Estate {
  const estate = soundPrivate();
  const { world } = estate;
  const project = `${workspace}-project`;
  world.set(workspace, 'kind', 'Hub');
  world.add('workspace', {
    id: project,
    name: 'mlw-fraud-project',
    location: 'eastus',
    kind: 'Project',
    properties: { hubResourceId: workspace.toUpperCase() },
  });
  world.workspaces.push(project);
  const scoring = endpointId(project, 'scoring');
  world.list('deployments', `${scoring}/deployments`).add(
    'endpoints',
    {
      id: scoring,
      name: 'scoring',
      properties: { publicNetworkAccess: 'Disabled', provisioningState: 'Succeeded', traffic: {} },
    },
    `${project}/onlineEndpoints`,
  );
  return estate;
}

import { Estate } from '../../world/estate.js';
import { addSecurityGroup, changeSubnet, securityRuleBody } from '../../world/security-group.js';
import { documentedExample, soundPrivate } from '../../world/sound.js';
import type { World } from '../../world/world.js';

/** Worlds with a fault in the workspace's own settings, its private endpoints or its networks. */
export const WORKSPACE_AND_NETWORK_WORLDS: readonly (() => World)[] = [
  dockersRange,
  dockersRangeInUse,
  guardedEndpoints,
  noWayOut,
  failedEndpoint,
  leadsNowhere,
  leadsToNothing,
  contradictingFlags,
  wrongAddresses,
  leftOverAddresses,
  tooManyAddresses,
  ...[
    ['properties.computeType', 'Kubernetes'],
    ['properties.provisioningState', 'Failed'],
    ['properties.properties.vmSize', 'Standard_NC6s_v3'],
  ].map(
    ([path = '', value = '']) =>
      () =>
        builder(path, value),
  ),
  noBuilder,
  apart,
];

/** The network has Docker's range, and nobody uses it. */
function dockersRange(): World {
  const { world, names } = soundPrivate();
  return world.set(names.virtualNetwork, 'properties.addressSpace.addressPrefixes', [
    '10.20.0.0/16',
    '172.17.0.0/16',
  ]);
}

/** A subnet lies in Docker's range. */
function dockersRangeInUse(): World {
  const { virtualNetwork } = soundPrivate().names;
  return changeSubnet(dockersRange(), `${virtualNetwork}/subnets/snet-training`, {
    addressPrefix: '172.17.1.0/24',
  });
}

/** Network security groups act on the private endpoints, and let nobody through. */
function guardedEndpoints(): World {
  const estate = soundPrivate();
  const subnet = `${estate.names.virtualNetwork}/subnets/snet-endpoints`;
  addSecurityGroup(estate, subnet, [securityRuleBody('deny-all', 'Inbound', 'Deny', 4096)]);
  return changeSubnet(estate.world, subnet, { privateEndpointNetworkPolicies: 'Enabled' });
}

/** The compute for image builds reaches nothing outside its network. */
function noWayOut(): World {
  const estate = soundPrivate();
  addSecurityGroup(estate, `${estate.names.virtualNetwork}/subnets/snet-training`, [
    securityRuleBody('deny-internet', 'Outbound', 'Deny', 4096, { destinationAddressPrefix: 'Internet' }),
  ]);
  return estate.world;
}

/** The private endpoint was not made as it was wanted. */
function failedEndpoint(): World {
  const { world, names } = soundPrivate();
  return world.set(names.privateEndpoint, 'properties.provisioningState', 'Failed');
}

/** It leads to a sub-resource that no workspace has. */
function leadsToNothing(): World {
  const { world, names } = soundPrivate();
  const path = 'properties.privateLinkServiceConnections';
  return world.set(names.privateEndpoint, path, [
    { name: 'workspace', properties: { privateLinkServiceId: names.workspace, groupIds: ['workspace'] } },
  ]);
}

/** A private endpoint that Failed and leads nowhere any more. */
function leadsNowhere(): World {
  const { privateEndpoint } = soundPrivate().names;
  return failedEndpoint().set(privateEndpoint, 'properties.privateLinkServiceConnections', []);
}

/** One flag says open, the other one closed. */
function contradictingFlags(): World {
  const { world, names } = soundPrivate();
  return world.set(names.workspace, 'properties.allowPublicAccessWhenBehindVnet', true);
}

/** Selected addresses of which the service takes none; the endpoint is closed and heeds no list. */
function wrongAddresses(): World {
  const { world, names } = documentedExample();
  return world.set(names.workspace, 'properties.ipAllowlist', ['10.0.0.0/8', 'fd00::/8']);
}

/** Selected addresses that were left on a closed workspace, with an open endpoint. */
function leftOverAddresses(): World {
  const { world, names } = soundPrivate().endpoint('open', 'Enabled');
  return world.set(names.workspace, 'properties.ipAllowlist', ['16.17.18.0/24']);
}

/** More selected addresses than the service takes. */
function tooManyAddresses(): World {
  const { world, names } = documentedExample();
  const addresses = Array.from({ length: 201 }, (_, index) => `16.17.18.${index}`);
  return world.set(names.workspace, 'properties.ipAllowlist', addresses);
}

/** The compute for image builds cannot build, or costs too much. */
function builder(path: string, value: string): World {
  const { world, names } = soundPrivate();
  return world.set(`${names.workspace}/computes/cpu-build`, path, value);
}

/** There is no compute of the name. */
function noBuilder(): World {
  const { world, names } = soundPrivate();
  return world.set(names.workspace, 'properties.imageBuildCompute', 'gone');
}

/** Two private endpoints, and the dependencies have none where they are. */
function apart(): World {
  const estate = new Estate('apart').endpoint('scoring', 'Disabled');
  const { privateEndpoint } = estate.names;
  return estate.privateEndpoint(privateEndpoint.replace('pe-mlw', 'pe2-mlw')).world;
}

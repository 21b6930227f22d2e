import { addSecurityGroup, changeSubnet, securityRuleBody } from '../../world/security-group.js';
import { soundPrivate } from '../../world/sound.js';
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

import { addDependencyEndpoints } from '../world/dependency-endpoints.js';
import { Estate, type EstateOptions } from '../world/estate.js';
import {
  deploymentId,
  endpointId,
  HUB_SUBSCRIPTION,
  MICROSOFT_SUBSCRIPTION,
  namesOf,
} from '../world/names.js';
import { refusal } from '../world/refusal.js';
import { addSecurityGroup, changeSubnet, securityRuleBody } from '../world/security-group.js';
import { World } from '../world/world.js';

/*
 * Estates that no story tells, full of what makes rules disagree: several endpoints, private endpoints in several
 * states and networks, a registry that workspaces share, dependencies in other subscriptions.
 */

const OTHER = '6f708192-a3b4-4c5d-8e6f-708192a3b4c5';

/** Open and closed endpoints, one on Kubernetes, one without deployments, and deployments of every image's way. */
export function manyEndpoints(): World {
  const estate = new Estate('many', { workspaceAccess: 'Enabled' });
  const { world, names } = estate;
  const { workspace } = names;
  estate
    .endpoint('closed', 'Disabled', { private: 'Disabled', public: 'Enabled' })
    .endpoint('open', 'Enabled', { private: 'Disabled', public: 'Enabled' })
    .endpoint('edge', 'Enabled', { cluster: 'Enabled' })
    .endpoint('bare', 'Disabled', {});
  const environment = (name: string) => `${workspace}/environments/${name}/versions/1`;
  estate
    .environment(environment('mcr'), { image: 'mcr.microsoft.com/azureml/base:1' })
    .environment(environment('built'), {
      image: 'mcr.microsoft.com/azureml/base:1',
      condaFile: 'name: scoring',
    })
    .model(`${workspace}/models/risk/versions/2`, 'mlflow_model');
  world
    .set(endpointId(workspace, 'edge'), 'properties.compute', `${workspace}/computes/aks`)
    .set(endpointId(workspace, 'closed'), 'properties.traffic', { private: 50, gone: 50 })
    .set(endpointId(workspace, 'open'), 'properties.provisioningState', 'Failed')
    .set(deploymentId(workspace, 'closed', 'private'), 'properties.environmentId', environment('mcr'))
    .set(deploymentId(workspace, 'open', 'public'), 'properties.environmentId', environment('built'))
    .set(deploymentId(workspace, 'open', 'public'), 'properties.provisioningState', 'Canceled')
    .set(
      deploymentId(workspace, 'open', 'private'),
      'properties.model',
      `${workspace}/models/risk/versions/2`,
    )
    .unset(deploymentId(workspace, 'open', 'private'), 'properties.environmentId');
  world.set(workspace, 'properties.ipAllowlist', ['198.51.100.0/24']);
  world.set(workspace, 'properties.imageBuildCompute', '');
  return world;
}

/** Two private endpoints in two networks: one Approved and old, one new and Pending; records of both in one zone. */
export function twoPrivateEndpoints(): World {
  const estate = new Estate('twice').endpoint('scoring', 'Disabled');
  const { world, names } = estate;
  world.set(names.workspace, 'systemData.createdAt', '2021-02-03T10:00:00Z');
  const second = names.privateEndpoint.replace('pe-mlw', 'pe2-mlw');
  const network = names.virtualNetwork.replace('vnet-', 'vnet2-');
  estate
    .network(network, { peers: [names.virtualNetwork], dnsServers: ['10.9.0.4'] })
    .privateEndpoint(second, {
      status: 'Pending',
      network,
      created: '2022-05-23T23:59:59Z',
      inference: false,
    })
    .link(names.apiZone, network, 'InProgress');
  world.summarize(`/subscriptions/${names.subscription}/resourceGroups/${names.group}/resources`, {
    id: names.privateEndpoint,
    createdTime: '2022-05-24T00:00:00Z',
  });
  return world;
}

/** The private endpoint by which clients come is too old, and the one that is new enough waits to be approved. */
export function newOneWaits(): World {
  const estate = new Estate('wait', { privateEndpoint: false }).endpoint('scoring', 'Disabled');
  const { world, names } = estate;
  world.set(names.workspace, 'systemData.createdAt', '2021-02-03T10:00:00Z');
  return estate
    .network(names.virtualNetwork)
    .privateEndpoint(names.privateEndpoint, {
      zoneGroup: false,
      created: '2021-10-05T13:22:41Z',
      inference: false,
    })
    .privateEndpoint(names.privateEndpoint.replace('pe-mlw', 'pe2-mlw'), {
      zoneGroup: false,
      status: 'Pending',
    }).world;
}

/** The clients' private endpoint and the zones lie in the network team's subscription. */
export function privateEndpointElsewhere(): World {
  return away().endpoint('scoring', 'Disabled').world;
}

/** The same of a workspace that could do without: all is open, and the zone is linked to no network. */
export function uselessPrivateEndpointElsewhere(): World {
  const estate = away({ workspaceAccess: 'Enabled', closedDependencies: false, registrySku: 'Standard' });
  const { world, names } = estate.endpoint('scoring', 'Enabled');
  return world.remove(`${names.apiZone}/virtualNetworkLinks/link-vnet-hub`);
}

function away(options: EstateOptions = {}): Estate {
  const hub = `/subscriptions/${HUB_SUBSCRIPTION}/resourceGroups/rg-hub/providers/Microsoft.Network`;
  const names = {
    ...namesOf('away'),
    privateEndpoint: `${hub}/privateEndpoints/pe-mlw-away`,
    networkInterface: `${hub}/networkInterfaces/pe-mlw-away.nic`,
    virtualNetwork: `${hub}/virtualNetworks/vnet-hub`,
    apiZone: `${hub}/privateDnsZones/privatelink.api.azureml.ms`,
    notebooksZone: `${hub}/privateDnsZones/privatelink.notebooks.azure.net`,
  };
  return new Estate('away', options, new World(), names);
}

/** One workspace is reached by nobody knows whose private endpoint, one by the managed network's own alone. */
export function unattributed(): World {
  const estate = new Estate('ghost', { privateEndpoint: false }).endpoint('scoring', 'Disabled');
  const id = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe-of-somebody`;
  estate.connection({ name: 'ghost.1', privateEndpoint: id, status: 'Approved' });
  estate.world.gap('privateEndpoint', id, 'forbidden', refusal('privateEndpoint', id));
  const managed = new Estate(
    'inside',
    { privateEndpoint: false, isolationMode: 'AllowOnlyApprovedOutbound' },
    estate.world,
  ).endpoint('scoring', 'Disabled', { blue: 'Disabled' });
  const own = id.replace('pe-of-somebody', '__SYS_PE_workspace');
  managed.connection({ name: 'inside.1', privateEndpoint: own, status: 'Approved' });
  managed.world.gap('privateEndpoint', own, 'not-found', '404 ResourceNotFound');
  return managed.world;
}

/** Two workspaces pull from one registry, one Pending way out among theirs; one keeps its vault and storage elsewhere. */
export function sharedRegistry(): World {
  const first = new Estate('first', { registrySku: 'Standard' }).endpoint('a', 'Disabled', {
    one: 'Disabled',
    two: 'Disabled',
  });
  const { world, names } = first;
  const elsewhere = namesOf('second', { subscription: OTHER });
  const second = {
    ...namesOf('second'),
    registry: names.registry,
    storage: elsewhere.storage,
    keyVault: elsewhere.keyVault,
  };
  const registry = structuredClone(world.body(names.registry));
  new Estate('second', { workspaceAccess: 'Enabled' }, world, second).endpoint('b', 'Disabled');
  world.add('registry', { ...registry, id: names.registry });
  first.registryConnection({
    name: 'waiting',
    privateEndpoint: `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe-9`,
    status: 'Pending',
    description: 'Egress for Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
  });
  return world
    .set(elsewhere.keyVault, 'properties.networkAcls.bypass', 'None')
    .set(names.workspace, 'properties.v1LegacyMode', true)
    .unset(names.workspace, 'properties.publicNetworkAccess');
}

/** A managed network that is not provisioned, and rules that lead nowhere. */
export function unprovisioned(): World {
  const estate = new Estate('early', {
    isolationMode: 'AllowInternetOutbound',
    registrySku: 'Basic',
  }).endpoint('scoring', 'Enabled', { blue: 'Disabled', green: 'Enabled' });
  const { workspace, keyVault } = estate.names;
  return estate.world
    .set(workspace, 'properties.managedNetwork.status.status', 'Inactive')
    .set(`${workspace}/outboundRules/__SYS_PE_keyvault`, 'properties.status', 'Inactive')
    .set(workspace, 'properties.containerRegistry', null)
    .set(keyVault, 'properties.networkAcls.bypass', 'None');
}

/** The same network, provisioned, with a required rule that is Inactive. */
export function ruleInactive(): World {
  const world = unprovisioned();
  const { workspace } = namesOf('early');
  return world.set(workspace, 'properties.managedNetwork.status.status', 'Active');
}

/**
 * The setup by hand: no zone group, the api zone without the wildcard, and a zone named as the parent of the scoring
 * hosts that answers for all of them.
 */
export function zonesByHand(): World {
  const estate = new Estate('byhand', { privateEndpoint: false });
  const { names } = estate;
  const { region, guid, apiZone, virtualNetwork, privateEndpoint } = names;
  const hosts = apiZone.replace(/[^/]+$/, `${region}.inference.ml.azure.com`);
  return estate
    .network(virtualNetwork)
    .zone(apiZone)
    .zone(hosts)
    .link(apiZone, virtualNetwork)
    .link(hosts, virtualNetwork)
    .privateEndpoint(privateEndpoint, { zoneGroup: false })
    .record(apiZone, `${guid}.workspace.${region}`, ['10.20.0.4'])
    .record(hosts, '*', ['10.20.0.6'])
    .endpoint('scoring', 'Disabled').world;
}

/** The records are there and lead nowhere; the zone is linked to a network that nobody has. */
export function strayRecords(): World {
  const estate = new Estate('stray').endpoint('scoring', 'Disabled').endpoint('other', 'Enabled');
  const { world, names } = estate;
  const { region, guid, apiZone, virtualNetwork } = names;
  world.remove(`${apiZone}/virtualNetworkLinks/link-vnet-stray`);
  return estate
    .link(apiZone, virtualNetwork.replace('vnet-stray', 'vnet-gone'))
    .record(apiZone, `*.${guid}.inference.${region}`, ['10.20.0.6', '10.99.0.1'])
    .record(apiZone, `scoring.${guid}.inference.${region}`, ['10.20.0.4']).world;
}

/** Two api zones and no zone group: the one in the network's own links lacks the record that the other has. */
export function twoApiZones(): World {
  const estate = new Estate('torn', { privateEndpoint: false });
  const { names } = estate;
  const { region, guid, apiZone, virtualNetwork, privateEndpoint } = names;
  const other = apiZone.replace('/rg-torn/', '/rg-other/');
  return estate
    .network(virtualNetwork)
    .zone(apiZone)
    .zone(other)
    .link(apiZone, virtualNetwork)
    .link(other, virtualNetwork.replace('vnet-torn', 'vnet-other'))
    .privateEndpoint(privateEndpoint, { zoneGroup: false })
    .record(other, `*.${guid}.inference.${region}`, ['10.20.0.6'])
    .endpoint('scoring', 'Disabled').world;
}

/**
 * Network security groups on both subnets, one of which lets nobody out; two private endpoints in peered networks, of
 * which one holds those of the dependencies; a list of addresses that was left on a closed workspace.
 */
export function guardedSubnets(): World {
  const estate = addDependencyEndpoints(
    new Estate('guard').endpoint('closed', 'Disabled').endpoint('open', 'Enabled'),
  );
  const { world, names } = estate;
  const network = names.virtualNetwork.replace('vnet-', 'vnet-clients-');
  estate
    .network(names.virtualNetwork, { peers: [network] })
    .network(network, { peers: [names.virtualNetwork] })
    .privateEndpoint(names.privateEndpoint.replace('pe-mlw', 'pe2-mlw'), { network });
  addSecurityGroup(estate, `${names.virtualNetwork}/subnets/snet-endpoints`, [
    securityRuleBody('allow-https', 'Inbound', 'Allow', 100, { destinationPortRange: '443' }),
    securityRuleBody('deny-all', 'Inbound', 'Deny', 4096),
  ]);
  addSecurityGroup(estate, `${names.virtualNetwork}/subnets/snet-training`, [
    securityRuleBody('allow-sign-in', 'Outbound', 'Allow', 100, {
      destinationAddressPrefix: 'AzureActiveDirectory',
    }),
    securityRuleBody('deny-internet', 'Outbound', 'Deny', 4096, { destinationAddressPrefix: 'Internet' }),
  ]);
  changeSubnet(world, `${names.virtualNetwork}/subnets/snet-endpoints`, {
    privateEndpointNetworkPolicies: 'Enabled',
  });
  return world.set(names.workspace, 'properties.ipAllowlist', ['16.17.18.0/24']);
}

import { EGRESS_DESCRIPTION } from '../../../src/arm/egress-description.js';
import { at } from '../../../src/arm/property.js';
import { isJsonObject, type Json } from '../../../src/json.js';
import { addDependencyEndpoints } from '../dependency-endpoints.js';
import { Estate } from '../estate.js';
import { deploymentId, endpointId } from '../names.js';
import { completeWorld } from './complete.js';
import type { Story } from './story.js';

const DESCRIPTION = 'properties.privateLinkServiceConnectionState.description';

export const faulty: Story = {
  title: 'A team that closed everything',
  description:
    'A fraud-scoring team that closed workspace, registry, storage and vault after a security review, and believes that all is private and works.',
  order: 1,
  default: true,
  required: { inbound: 'private', outbound: 'private', workspace: 'private' },
  exitCode: 1,
  world: () => {
    const estate = new Estate('fraud', { privateEndpoint: false });
    keepZonesByHand(estate);
    addEndpoints(estate);
    addDependencyEndpoints(estate);
    leaveOneDeploymentWaiting(estate);
    estate.world.set(estate.names.keyVault, 'properties.networkAcls', {
      bypass: 'None',
      defaultAction: 'Deny',
      ipRules: [],
      virtualNetworkRules: [],
    });
    return completeWorld(estate);
  },
};

/** The private endpoint has no zone group, and whoever wrote the records by hand forgot the one for scoring. */
function keepZonesByHand(estate: Estate): void {
  const { world, names } = estate;
  const [api, notebook, inference] = ['10.20.0.4', '10.20.0.5', '10.20.0.6'];
  const { apiZone, notebooksZone, virtualNetwork, privateEndpoint, guid, region } = names;
  const host = `${guid}.workspace.${region}`;
  const notebooks = `ml-mlw-fraud-${region}-${guid}.${region}`;
  estate
    .network(virtualNetwork)
    .zone(apiZone)
    .zone(notebooksZone)
    .link(apiZone, virtualNetwork)
    .link(notebooksZone, virtualNetwork)
    .privateEndpoint(privateEndpoint, { zoneGroup: false })
    .record(apiZone, host, [api])
    .record(apiZone, `${host}.cert`, [api])
    .record(notebooksZone, notebooks, [notebook]);
  // ARM fills these while there is no zone group.
  world.set(privateEndpoint, 'properties.customDnsConfigs', [
    { fqdn: `${host}.api.azureml.ms`, ipAddresses: [api] },
    { fqdn: `${host}.cert.api.azureml.ms`, ipAddresses: [api] },
    { fqdn: `${notebooks}.notebooks.azure.net`, ipAddresses: [notebook] },
    { fqdn: `*.${region}.inference.ml.azure.com`, ipAddresses: [inference] },
  ]);
}

/** `fraud` serves; its `green` was made to go out over the internet. `fraud-shadow` was made and forgotten. */
function addEndpoints(estate: Estate): void {
  const { world, names } = estate;
  const shadow = endpointId(names.workspace, 'fraud-shadow');
  const green = `${names.workspace}/environments/fraud-green/versions/3`;
  estate
    .endpoint('fraud', 'Disabled', { blue: 'Disabled', green: 'Enabled' })
    .endpoint('fraud-shadow', 'Disabled', { blue: 'Disabled' })
    .environment(green, {
      image: 'mcr.microsoft.com/azureml/minimal-ubuntu22.04-py39-cpu-inference:latest',
    });
  world
    .set(deploymentId(names.workspace, 'fraud', 'green'), 'properties.environmentId', green)
    .set(endpointId(names.workspace, 'fraud'), 'properties.traffic', { blue: 90, green: 10 })
    .set(shadow, 'properties.traffic', {})
    .set(shadow, 'properties.authMode', 'AADToken');
}

/** The last connection that a deployment asked the registry for waits for somebody to approve it. */
function leaveOneDeploymentWaiting({ world, names }: Estate): void {
  const connections = at(world.body(names.registry), 'properties.privateEndpointConnections');
  const list = Array.isArray(connections) ? connections.filter(isJsonObject) : [];
  const last = list.findLastIndex((each) => at(each, DESCRIPTION) === EGRESS_DESCRIPTION);
  const waiting = { status: 'Pending', description: EGRESS_DESCRIPTION, actionsRequired: 'None' };
  const changed = list.map((each, position): Json => {
    if (position !== last) return each;
    const properties = isJsonObject(each['properties']) ? each['properties'] : {};
    return {
      ...each,
      properties: {
        ...properties,
        privateLinkServiceConnectionState: waiting,
        provisioningState: 'Succeeded',
      },
    };
  });
  world.set(names.registry, 'properties.privateEndpointConnections', changed);
}

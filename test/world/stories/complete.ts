import { at } from '../../../src/arm/property.js';
import { nameOf, parentOf, subscriptionOf } from '../../../src/arm/resource-id.js';
import { isJsonObject } from '../../../src/json.js';
import type { Snapshot } from '../../../src/snapshot/format.js';
import type { Estate } from '../estate.js';
import type { World } from '../world.js';

const ZONES = 'Microsoft.Network/privateDnsZones';
const ZONE_CONFIGS = 'properties.privateDnsZoneConfigs';
const DIAGNOSTIC_SETTINGS = '/providers/microsoft.insights/diagnosticsettings';

/**
 * The world of an estate with what a scan reads beside the resources, and without what no rule asks: Resource Graph
 * knows every zone of the workspace and of what it depends on; diagnostic settings matter only where a deployment
 * is sent out by private endpoints of its own; of the dependencies' zones nobody reads the records, and of those
 * elsewhere the bodies neither.
 */
export function completeWorld({ world }: Estate): World {
  const snapshot = world.snapshot();
  const listed = new Set(snapshot.workspaces.map(subscriptionOf));
  for (const id of zonesOf(snapshot)) {
    if (!/^privatelink\.(?:api|notebooks)\./.test(nameOf(id))) {
      world.remove(`${id}/A`);
      if (!listed.has(subscriptionOf(id))) world.remove(id);
    }
    world.list('resourceGraph', '/providers/Microsoft.ResourceGraph/resources', id);
  }
  const asked = endpointsSentOutPrivately(snapshot);
  for (const path of Object.keys(snapshot.collections)) {
    if (!path.endsWith(DIAGNOSTIC_SETTINGS)) continue;
    if (!asked.has(path.slice(0, -DIAGNOSTIC_SETTINGS.length))) world.remove(path);
  }
  return world;
}

/** Ids of all zones, in the order in which the world tells of them: listed, or named by a zone group alone. */
function zonesOf({ resources }: Snapshot): readonly string[] {
  const ids = new Map<string, string>();
  for (const { body } of Object.values(resources)) {
    const named = body['type'] === ZONES ? [body['id']] : zonesNamedBy(at(body, ZONE_CONFIGS));
    for (const id of named) if (typeof id === 'string') ids.set(id.toLowerCase(), id);
  }
  return [...ids.values()];
}

function zonesNamedBy(configs: unknown): readonly unknown[] {
  const bodies = Array.isArray(configs) ? configs.filter(isJsonObject) : [];
  return bodies.map((body) => at(body, 'properties.privateDnsZoneId'));
}

/** Lower-cased ids of the endpoints without a managed network that have a deployment with private endpoints of its own. */
function endpointsSentOutPrivately({ resources }: Snapshot): ReadonlySet<string> {
  const endpoints = new Set<string>();
  for (const [id, { body }] of Object.entries(resources)) {
    if (!id.includes('/deployments/')) continue;
    if (at(body, 'properties.egressPublicNetworkAccess') !== 'Disabled') continue;
    const endpoint = parentOf(id);
    const workspace = resources[parentOf(endpoint)]?.body ?? {};
    const hub = at(workspace, 'properties.hubResourceId');
    const owner = typeof hub === 'string' ? resources[hub.toLowerCase()]?.body : workspace;
    const mode = at(owner ?? {}, 'properties.managedNetwork.isolationMode');
    if (mode === undefined || mode === 'Disabled') endpoints.add(endpoint);
  }
  return endpoints;
}

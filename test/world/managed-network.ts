import { nameOf } from '../../src/arm/resource-id.js';
import { isJsonObject, type Json } from '../../src/json.js';
import { connectionBody } from './bodies/dependencies.js';
import type { Estate } from './estate.js';
import { MICROSOFT_SUBSCRIPTION } from './names.js';
import { refusal } from './refusal.js';

/** An outbound rule as its own body has it. */
interface OutboundRule {
  readonly type: 'FQDN' | 'PrivateEndpoint' | 'ServiceTag';
  readonly category: 'Required' | 'Recommended' | 'UserDefined' | 'Dependency';
  readonly status: 'Active' | 'Inactive';
  readonly destination: Json;
}

/** Service tags that AllowOnlyApprovedOutbound needs (how-to-managed-network, reviewed 2026-11-24). */
const REQUIRED_TAGS: readonly (readonly [tag: string, protocol: string, ports: string])[] = [
  ['AzureActiveDirectory', 'TCP', '80, 443'],
  ['AzureMachineLearning', 'TCP', '443, 8787, 18881'],
  ['BatchNodeManagement', 'TCP', '443'],
  ['AzureResourceManager', 'TCP', '443'],
  ['AzureFrontDoor.FirstParty', 'TCP', '443'],
  ['MicrosoftContainerRegistry', 'TCP', '443'],
  ['AzureMonitor', 'TCP', '443'],
  ['VirtualNetwork', '*', '*'],
];

/** Adds the service tag rules that the service makes for AllowOnlyApprovedOutbound. */
export function addRequiredServiceTags(estate: Estate): Estate {
  for (const [tag, protocol, portRanges] of REQUIRED_TAGS) {
    const serviceTag = tag === 'BatchNodeManagement' ? `${tag}.${estate.names.region}` : tag;
    addOutboundRule(estate, `__SYS_ST_${serviceTag}`, {
      type: 'ServiceTag',
      category: 'Required',
      status: 'Active',
      destination: { serviceTag, protocol, portRanges, action: 'Allow' },
    });
  }
  return estate;
}

/** Adds an outbound rule to the list of the managed network's. */
export function addOutboundRule({ world, names }: Estate, name: string, rule: OutboundRule): void {
  world.add(
    'outboundRules',
    {
      id: `${names.workspace}/outboundRules/${name}`,
      name,
      type: 'workspace/outboundRules',
      properties: { ...rule },
    },
    `${names.workspace}/outboundRules`,
  );
}

/**
 * Writes the listed rules into the workspace's body too, as ARM does, and adds the connections that the managed
 * network's private endpoints make on the services they lead to. Those private endpoints lie in a subscription of
 * Microsoft's, which refuses to show them.
 * @param nameOfEndpoint the private endpoint's name by that of its rule
 */
export function connectManagedNetwork(
  estate: Estate,
  nameOfEndpoint: (rule: string) => string = (rule) => rule,
): Estate {
  const { world, names } = estate;
  const rules = world.snapshot().collections[`${names.workspace}/outboundRules`.toLowerCase()]?.members ?? [];
  const map: Record<string, Json> = {};
  for (const [position, id] of rules.entries()) {
    const properties = world.body(id)['properties'] ?? null;
    map[nameOf(id)] = properties;
    const service = serviceOf(properties);
    if (service === null || !world.has(service)) continue;
    connect(estate, service, nameOfEndpoint(nameOf(id)), position);
  }
  world.set(names.workspace, 'properties.managedNetwork.outboundRules', map);
  world.set(names.workspace, 'properties.managedNetwork.networkId', names.guid);
  world.set(names.workspace, 'properties.managedNetwork.status', { status: 'Active', sparkReady: false });
  return estate;
}

function connect(estate: Estate, service: string, endpoint: string, position: number): void {
  const { world, names } = estate;
  const id = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/vienna-managed-${names.region}/providers/Microsoft.Network/privateEndpoints/${endpoint}`;
  const serial = `${nameOf(service)}.8e4f01b2-9cad-4e1f-8a2b-3c4d5e6f708${position}`;
  const connection = { privateEndpoint: id, status: 'Approved', description: 'Auto-Approved' };
  if (service === names.workspace) estate.connection({ name: serial, ...connection });
  else {
    const body = connectionBody(`${service}/privateEndpointConnections/${serial}`, connection);
    world.push(service, 'properties.privateEndpointConnections', body);
  }
  world.gap('privateEndpoint', id, 'forbidden', refusal('privateEndpoint', id));
}

function serviceOf(rule: Json): string | null {
  const destination = isJsonObject(rule) ? rule['destination'] : undefined;
  const service = isJsonObject(destination) ? destination['serviceResourceId'] : undefined;
  return typeof service === 'string' ? service : null;
}

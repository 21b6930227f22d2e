import type { Cloud } from '../../arm/clouds.js';
import { resourcePath } from '../../arm/path-builders.js';
import { nameOf, parseResourceId, subscriptionOf } from '../../arm/resource-id.js';
import { PRIVATE_ENDPOINT_TYPE } from '../../arm/resource-types.js';
import type { Model } from '../../model/bodies/model.js';
import { privateEndpointsLeadingTo } from '../../model/connections/private-endpoints.js';
import { groupZonesOf } from '../../model/dns/zones/zone-group.js';
import { zonesByName } from '../../model/dns/zones/zone-search.js';
import type { Connection } from '../../model/resources/connection.js';
import type { Dependency } from '../../model/resources/dependency.js';
import type { PrivateEndpoint } from '../../model/resources/private-endpoint.js';
import type { Workspace } from '../../model/resources/workspace.js';
import { azureCli, inGroupOf } from './azure-cli.js';
import { freeName } from './free-name.js';

/** What has to be read so that the commands which make a private endpoint name the zones that are there. */
export const ZONE_READS = ['privateEndpoint', 'zoneGroups', 'privateDnsZone', 'resourceGraph'] as const;

/** What the reader has to put in: ARM does not tell where the clients are. */
const SUBNET = '<subnet id>';

/** Approves a connection; its description is passed along, because approving without one erases it. */
export function approveConnection(connection: Connection): string {
  return azureCli('az network private-endpoint-connection approve', {
    '--id': connection.id,
    '--description': connection.description(),
    '--subscription': subscriptionOf(connection.id) ?? '',
  });
}

/** Makes a private endpoint to a workspace, in a subnet that the reader names, with its two DNS zones. */
export function createPrivateEndpoint(workspace: Workspace): string[] {
  return creation({
    id: besideService(workspace, workspace.name),
    serviceId: workspace.id,
    groupId: 'amlworkspace',
    subnet: SUBNET,
    location: null,
    zones: zonesOf(workspace.model),
  });
}

/**
 * Makes a private endpoint to a service beside a workspace, in a subnet that the reader names, with its DNS zone.
 * @param groupId the sub-resource it leads to
 */
export function createDependencyEndpoint(
  dependency: Dependency,
  groupId: keyof Cloud['dependencyZones'],
): string[] {
  const { id, name, model } = dependency;
  const suffix = dependency.type === 'storage-account' ? `-${groupId}` : '';
  return creation({
    id: besideService(dependency, `${name}${suffix}`),
    serviceId: id,
    groupId,
    subnet: SUBNET,
    location: null,
    zones: [zoneNamed(model, model.cloud.dependencyZones[groupId])],
  });
}

/** The id of a private endpoint beside its service, whose name no other one to that service bears. */
function besideService({ id, model }: Workspace | Dependency, name: string): string {
  const place = parseResourceId(id);
  const taken = privateEndpointsLeadingTo(model, id).items.map((endpoint) => endpoint.name);
  return resourcePath(
    place?.subscription ?? '',
    place?.group ?? '',
    PRIVATE_ENDPOINT_TYPE,
    freeName(`pe-${name}`, taken),
  );
}

/** Deletes the private endpoint of a workspace. */
export function deletePrivateEndpoint(endpoint: PrivateEndpoint): string {
  return azureCli('az network private-endpoint delete', {
    '--name': endpoint.name,
    ...inGroupOf(endpoint.id),
  });
}

/** Deletes the private endpoint of a workspace and makes it again, in its subnet and with its DNS zones. */
export function recreatePrivateEndpoint(endpoint: PrivateEndpoint, workspace: Workspace): string[] {
  const subnet = endpoint.subnetId();
  const location = endpoint.location();
  const zones = groupZonesOf(endpoint).items.map(({ zone }) => zone.id);
  return [
    deletePrivateEndpoint(endpoint),
    ...creation({
      id: endpoint.id,
      serviceId: workspace.id,
      groupId: 'amlworkspace',
      subnet: subnet.known ? subnet.value : SUBNET,
      location: location.known ? location.value : null,
      zones: zones.length > 0 ? zones : zonesOf(workspace.model),
    }),
  ];
}

/** The zones of workspaces. */
function zonesOf(model: Model): string[] {
  const { apiZone, notebooksZone } = model.cloud;
  return [apiZone, notebooksZone].map((name) => zoneNamed(model, name));
}

/** A zone by its id where the only one of its name was read, else by its name. */
function zoneNamed(model: Model, name: string): string {
  const [zone, ...more] = zonesByName(model).get(name) ?? [];
  return zone === undefined || more.length > 0 ? name : zone.id;
}

function creation(endpoint: {
  id: string;
  serviceId: string;
  groupId: string;
  subnet: string;
  location: string | null;
  zones: readonly string[];
}): string[] {
  const name = nameOf(endpoint.id);
  return [
    azureCli('az network private-endpoint create', {
      '--name': name,
      ...inGroupOf(endpoint.id),
      ...(endpoint.location === null ? {} : { '--location': endpoint.location }),
      '--subnet': endpoint.subnet,
      '--private-connection-resource-id': endpoint.serviceId,
      '--group-id': endpoint.groupId,
      '--connection-name': name,
    }),
    ...endpoint.zones.map((zone, position) =>
      azureCli(`az network private-endpoint dns-zone-group ${position === 0 ? 'create' : 'add'}`, {
        '--endpoint-name': name,
        '--name': 'default',
        ...inGroupOf(endpoint.id),
        '--zone-name': nameOf(zone),
        '--private-dns-zone': zone,
      }),
    ),
  ];
}

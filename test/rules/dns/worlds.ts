import { CLOUDS } from '../../../src/arm/clouds.js';
import { networkInterfaceBody } from '../../world/bodies/network.js';
import { Estate, type PrivateEndpointOptions } from '../../world/estate.js';
import { HUB_SUBSCRIPTION, type Names, namesOf } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import { World } from '../../world/world.js';

/** The ids and names of the estate that the tables of the dns rules speak of. */
export const NAMES = namesOf('fraud');

/** The record of all endpoints. */
export const WILDCARD = `*.${NAMES.guid}.inference.eastus`;
export const WILDCARD_ID = `${NAMES.apiZone}/A/${WILDCARD}`;

/** The record of the endpoint `fraud` alone. */
export const OWN_RECORD = `fraud.${NAMES.guid}.inference.eastus`;

/** The address that the private endpoint keeps for scoring requests. */
export const ADDRESS = '10.20.0.6';

/** The zone group of the private endpoint. */
export const ZONE_GROUP = `${NAMES.privateEndpoint}/privateDnsZoneGroups/default`;

/** The network team's hub. */
const HUB = `/subscriptions/${HUB_SUBSCRIPTION}/resourceGroups/rg-network-hub/providers/Microsoft.Network`;
export const HUB_NETWORK = `${HUB}/virtualNetworks/vnet-hub`;
export const HUB_ZONE = `${HUB}/privateDnsZones/privatelink.api.azureml.ms`;
export const HUB_ZONES = `/subscriptions/${HUB_SUBSCRIPTION}/providers/Microsoft.Network/privateDnsZones`;

/** The id of a zone of another name beside the estate's. */
export function zoneCalled(name: string): string {
  return NAMES.apiZone.replace(/[^/]+$/, name);
}

/** The sound private workspace, changed. */
export function changed(change: (estate: Estate) => unknown): () => Estate {
  return () => {
    const estate = soundPrivate();
    change(estate);
    return estate;
  };
}

/** The same without a zone group: network and private endpoint, no zone yet. */
export function withoutZoneGroup(
  change: (estate: Estate) => unknown,
  options: PrivateEndpointOptions = {},
): () => Estate {
  return () => {
    const estate = new Estate('fraud', { privateEndpoint: false })
      .network(NAMES.virtualNetwork)
      .privateEndpoint(NAMES.privateEndpoint, { ...options, zoneGroup: false })
      .endpoint('fraud', 'Disabled');
    change(estate);
    return estate;
  };
}

/** The network interface of the sound private workspace, with other names or another address for scoring. */
export function interfaceBody(names: Names, inference: string) {
  const { networkInterface, privateEndpoint } = NAMES;
  const addresses = { api: '10.20.0.4', notebook: '10.20.0.5', inference };
  return networkInterfaceBody(names, CLOUDS.AzureCloud, networkInterface, privateEndpoint, addresses);
}

/** A sound private workspace of another cloud. */
export function inCloud(
  cloud: keyof typeof CLOUDS,
  region: string,
  change: (estate: Estate, zone: string) => unknown = () => undefined,
): () => Estate {
  return () => {
    const names = namesOf('fraud', { region });
    const estate = new Estate('fraud', { cloud }, new World(), names).endpoint('fraud', 'Disabled');
    change(estate, zoneCalled(CLOUDS[cloud].apiZone));
    return estate;
  };
}

/** A project whose hub has the sound private endpoint: the endpoint is the project's, all else the hub's. */
export function projectOfHub(change: (estate: Estate) => unknown = () => undefined): () => Estate {
  return () => {
    const hub = { ...NAMES, workspace: NAMES.workspace.replace('mlw-fraud', 'hub-fraud') };
    const estate = new Estate('fraud', {}, new World(), hub);
    const project = { ...NAMES, guid: '91a2b3c4-d5e6-4f70-8a1b-2c3d4e5f6071', region: 'westus' };
    const { world } = new Estate('fraud', { privateEndpoint: false }, estate.world, project);
    world.workspaces = [NAMES.workspace];
    world
      .set(hub.workspace, 'kind', 'Hub')
      .set(NAMES.workspace, 'kind', 'Project')
      .set(NAMES.workspace, 'properties.hubResourceId', hub.workspace);
    change(estate);
    return estate;
  };
}

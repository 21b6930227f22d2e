import { CLOUDS } from '../../../src/arm/clouds.js';
import { addDependencyEndpoints } from '../../world/dependency-endpoints.js';
import { Estate } from '../../world/estate.js';
import { soundPrivate } from '../../world/sound.js';
import type { World } from '../../world/world.js';

/** Worlds in which the rules of private DNS find something, beside those that no rule of them is alone in. */
export const DNS_WORLDS: readonly (() => World)[] = [
  registering,
  withoutGroup,
  () => forgottenNotebooks().world,
  () => withInstance(forgottenNotebooks()),
  () => withInstance(unlinkedNotebooks()),
  wrongAddresses,
  wrongNotebooks,
  interfaceUnread,
  leftBehind,
  unlinkedDependencies,
  dependenciesOfHub,
];

/** The machines of the network register themselves in the api zone. */
function registering(): World {
  const { world, names } = soundPrivate();
  const link = `${names.apiZone}/virtualNetworkLinks/link-vnet-fraud`;
  return world.set(link, 'properties.registrationEnabled', true);
}

/** The zones are there, and nothing keeps the records in them. */
function withoutGroup(): World {
  const { world, names } = soundPrivate();
  return world.remove(`${names.privateEndpoint}/privateDnsZoneGroups/default`);
}

/** The zone group names the api zone alone. */
function forgottenNotebooks(): Estate {
  return new Estate('fraud', { notebooksZone: false }).endpoint('fraud', 'Disabled');
}

/** The notebooks zone answers nowhere. */
function unlinkedNotebooks(): Estate {
  const estate = soundPrivate();
  estate.world.remove(`${estate.names.notebooksZone}/virtualNetworkLinks/link-vnet-fraud`);
  return estate;
}

function withInstance({ world, names }: Estate): World {
  const computes = `${names.workspace}/computes`;
  return world.add(
    'computes',
    { id: `${computes}/ci-anna`, properties: { computeType: 'ComputeInstance' } },
    computes,
  );
}

/** The record of the API leads elsewhere, that of certificates is missing, and one of an endpoint stayed behind. */
function wrongAddresses(): World {
  const estate = soundPrivate();
  const { apiZone, guid } = estate.names;
  const host = `${guid}.workspace.eastus`;
  estate
    .record(apiZone, host, ['10.20.0.77'])
    .record(apiZone, `old.${guid}.inference.eastus`, ['10.20.0.78']);
  return estate.world.remove(`${apiZone}/A/${host}.cert`);
}

/** The record of the notebooks leads elsewhere. */
function wrongNotebooks(): World {
  const estate = soundPrivate();
  const { notebooksZone, guid } = estate.names;
  return estate.record(notebooksZone, `ml-mlw-fraud-eastus-${guid}.eastus`, ['10.20.0.77']).world;
}

/** The record of the API is missing, and its address was not read. */
function interfaceUnread(): World {
  const { world, names } = soundPrivate();
  const { apiZone, guid, networkInterface } = names;
  return world.remove(`${apiZone}/A/${guid}.workspace.eastus`).gap('networkInterface', networkInterface);
}

/** The workspace's private endpoint is gone, its records are not. */
function leftBehind(): World {
  const estate = new Estate('fraud', { privateEndpoint: false });
  const { apiZone, guid } = estate.names;
  return estate.zone(apiZone).record(apiZone, `${guid}.workspace.eastus`, ['10.20.0.4']).world;
}

/** The zones of storage, vault and registry answer nowhere. */
function unlinkedDependencies(): World {
  const estate = addDependencyEndpoints(new Estate('fraud'));
  for (const zone of zonesOfDependencies(estate)) {
    estate.world.remove(`${zone}/virtualNetworkLinks/link-vnet-fraud`);
  }
  return estate.world;
}

/** They answer in the hub, which is peered. */
function dependenciesOfHub(): World {
  const estate = addDependencyEndpoints(new Estate('fraud'));
  const hub = estate.names.virtualNetwork.replace('vnet-fraud', 'vnet-hub');
  estate.network(estate.names.virtualNetwork, { peers: [hub] });
  for (const zone of zonesOfDependencies(estate)) {
    estate.world.remove(`${zone}/virtualNetworkLinks/link-vnet-fraud`);
    estate.link(zone, hub);
  }
  return estate.world;
}

function zonesOfDependencies({ world, names }: Estate): string[] {
  return Object.values(CLOUDS[world.cloud].dependencyZones)
    .map((name) => names.apiZone.replace(/[^/]+$/, name))
    .filter((zone) => world.has(zone));
}

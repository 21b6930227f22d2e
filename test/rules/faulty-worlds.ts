import type { Finding, Requirements } from '../../src/findings/report.js';
import { Model } from '../../src/model/bodies/model.js';
import { evaluateRules } from '../../src/rules/engine/evaluate.js';
import { RULES } from '../../src/rules/index.js';
import {
  manyEndpoints,
  privateEndpointElsewhere,
  ruleInactive,
  sharedRegistry,
  strayRecords,
  twoApiZones,
  twoPrivateEndpoints,
  unattributed,
  unprovisioned,
} from '../properties/estates.js';
import { Estate } from '../world/estate.js';
import { deploymentId, endpointId, HUB_SUBSCRIPTION } from '../world/names.js';
import { documentedExample, soundManaged, soundPrivate, soundPublic } from '../world/sound.js';
import type { World } from '../world/world.js';
import { DEPENDENCY_WORLDS } from './faulty-worlds/dependencies.js';
import { DEPLOYMENT_WORLDS } from './faulty-worlds/deployment.js';
import { DNS_WORLDS } from './faulty-worlds/dns.js';
import { IDENTITY_AND_MONITORING } from './faulty-worlds/identity-and-monitoring.js';
import { MANAGED_NETWORK_WORLDS } from './faulty-worlds/managed-network.js';
import { WORKSPACE_AND_NETWORK_WORLDS } from './faulty-worlds/workspace-and-network.js';

const ALL_PRIVATE: Requirements = { inbound: 'private', outbound: 'private', workspace: 'private' };

const WORLDS: readonly (() => World)[] = [
  ...IDENTITY_AND_MONITORING,
  manyEndpoints,
  privateEndpointElsewhere,
  ruleInactive,
  sharedRegistry,
  strayRecords,
  twoApiZones,
  twoPrivateEndpoints,
  unattributed,
  unprovisioned,
  silent,
  interfaceUnread,
  leftOver,
  managedElsewhere,
  ...['Pending', 'Rejected', 'Disconnected', 'Timeout'].map((status) => () => closedDoor(status)),
  ...DEPENDENCY_WORLDS,
  ...DEPLOYMENT_WORLDS,
  ...DNS_WORLDS,
  ...MANAGED_NETWORK_WORLDS,
  ...WORKSPACE_AND_NETWORK_WORLDS,
  () => documentedExample().world,
  () => soundPublic().world,
  () => soundManaged('AllowInternetOutbound').world,
];

/** What every rule finds at fault in worlds that make each of them fail at least once. */
export function faultsFound(): readonly Finding[] {
  return WORLDS.flatMap((world) =>
    [{}, ALL_PRIVATE].flatMap((required) => evaluateRules(new Model(world().snapshot()), RULES, required)),
  ).filter(({ status }) => status === 'fail');
}

/** No deployment gets traffic, and the only one failed. */
function silent(): World {
  const { world, names } = soundPrivate();
  return world
    .set(endpointId(names.workspace, 'fraud'), 'properties.traffic', { blue: 0 })
    .set(deploymentId(names.workspace, 'fraud', 'blue'), 'properties.provisioningState', 'Failed');
}

/** The record leads elsewhere, and the address that it is meant to hold was not read. */
function interfaceUnread(): World {
  const { world, names } = new Estate('fraud')
    .endpoint('fraud', 'Disabled')
    .record(soundPrivate().names.apiZone, `*.${soundPrivate().names.guid}.inference.eastus`, ['10.99.0.1']);
  return world.gap('networkInterface', names.networkInterface);
}

/** The only private endpoint of the clients is in this state. */
function closedDoor(status: string): World {
  const estate = new Estate('door', { privateEndpoint: false }).endpoint('scoring', 'Disabled');
  const { virtualNetwork, apiZone, notebooksZone, privateEndpoint } = estate.names;
  return estate
    .network(virtualNetwork)
    .zone(apiZone)
    .zone(notebooksZone)
    .privateEndpoint(privateEndpoint, { status }).world;
}

/** A Disconnected private endpoint beside the one that works. */
function leftOver(): World {
  const estate = soundPrivate();
  const second = estate.names.privateEndpoint.replace('pe-mlw', 'pe2-mlw');
  return estate.privateEndpoint(second, { status: 'Disconnected' }).world;
}

/** A managed network whose vault lies in another subscription. */
function managedElsewhere(): World {
  const { world, names } = soundManaged();
  const vault = names.keyVault.replace(names.subscription, HUB_SUBSCRIPTION);
  return world.set(names.workspace, 'properties.keyVault', vault);
}

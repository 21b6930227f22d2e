import { soundManaged, soundPrivate } from '../../world/sound.js';
import type { World } from '../../world/world.js';
import { connectedTo } from '../egress-worlds.js';

const BEHIND = {
  bypass: 'Logging',
  defaultAction: 'Deny',
  ipRules: [{ value: '0.0.0.0/2' }, { value: '64.0.0.0/2' }, { value: '128.0.0.0/1' }],
};

/** The services let nobody in whom they are to trust, and hold images back. */
function mistrusting(): World {
  const { world, names } = soundPrivate();
  return world
    .set(names.registry, 'properties.networkRuleBypassOptions', 'None')
    .set(names.registry, 'properties.policies.quarantinePolicy.status', 'enabled')
    .set(names.storage, 'properties.networkAcls.bypass', 'Logging, Metrics');
}

/** Every service is open: the registry to all, storage and vault behind a firewall in name alone. */
function wideOpen(): World {
  const { world, names } = soundPrivate();
  for (const id of [names.registry, names.storage, names.keyVault]) {
    world.set(id, 'properties.publicNetworkAccess', 'Enabled');
  }
  return world
    .set(names.registry, 'properties.networkRuleSet.defaultAction', 'Allow')
    .set(names.storage, 'properties.networkAcls', { ...BEHIND })
    .set(names.keyVault, 'properties.networkAcls', { ...BEHIND });
}

/** Nothing is connected to the closed services, and a client waits at the vault. */
function alone(): World {
  const { world, names } = soundPrivate();
  for (const id of [names.registry, names.storage]) {
    world.set(id, 'properties.privateEndpointConnections', []);
  }
  return world.set(names.keyVault, 'properties.privateEndpointConnections', [
    {
      id: `${names.keyVault}/privateEndpointConnections/waiting`,
      properties: {
        privateEndpoint: { id: names.privateEndpoint },
        privateLinkServiceConnectionState: { status: 'Pending', description: 'Let me in' },
      },
    },
  ]);
}

/** A subnet comes to the account by a service endpoint beside the private endpoints of a managed network. */
function mixed(): World {
  const { world, names } = soundManaged();
  return world
    .set(names.storage, 'properties.networkAcls.virtualNetworkRules', [
      { id: `${names.virtualNetwork}/subnets/snet-training`, action: 'Allow' },
    ])
    .push(names.storage, 'properties.privateEndpointConnections', {
      id: `${names.storage}/privateEndpointConnections/managed`,
      properties: { privateLinkServiceConnectionState: { status: 'Approved', description: 'Auto-Approved' } },
    });
}

/** Worlds in which the rules of registries, storage accounts and key vaults fail. */
export const DEPENDENCY_WORLDS: readonly (() => World)[] = [
  mistrusting,
  wideOpen,
  alone,
  mixed,
  ...(['storage', 'workspace'] as const).flatMap((service) => [
    () => connectedTo(service, 1, {})().world,
    () => connectedTo(service, 1, { one: 'Approved', two: 'Pending' })().world,
    () => connectedTo(service, 2, { one: 'Approved' })().world,
    () => connectedTo(service, 1, { one: 'Approved', two: 'Disconnected' })().world,
  ]),
];

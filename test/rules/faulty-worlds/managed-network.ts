import { EGRESS_DESCRIPTION } from '../../../src/arm/egress-description.js';
import { locksPath } from '../../../src/arm/list-paths.js';
import { addOutboundRule } from '../../world/managed-network.js';
import { MICROSOFT_SUBSCRIPTION } from '../../world/names.js';
import { soundManaged } from '../../world/sound.js';
import type { World } from '../../world/world.js';

/** Managed networks that are open, stuck or older than what runs in them. */
export const MANAGED_NETWORK_WORLDS: readonly (() => World)[] = [open, stuck, predated, selectedAddresses];

/** Rules that let out more than they look like. */
function open(): World {
  const estate = soundManaged();
  for (const [name, host] of [
    ['packages', '*.com'],
    ['lake', 'stmanaged.blob.core.windows.net'],
    ['editor', 'vscode.blob.core.windows.net'],
  ] as const) {
    addOutboundRule(estate, name, {
      type: 'FQDN',
      category: 'UserDefined',
      status: 'Active',
      destination: host,
    });
  }
  addOutboundRule(estate, 'anywhere', {
    type: 'ServiceTag',
    category: 'UserDefined',
    status: 'Active',
    destination: { serviceTag: 'Internet', protocol: 'TCP', portRanges: '443' },
  });
  return estate.world;
}

/** A rule that Failed, the file shares' missing, a cluster of Kubernetes, batch endpoints, and a lock over it all. */
function stuck(): World {
  const { world, names } = soundManaged();
  const { workspace, subscription, group } = names;
  const lock = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Authorization/locks/keep`;
  return world
    .set(`${workspace}/outboundRules/__SYS_PE_keyvault`, 'properties.status', 'Failed')
    .remove(`${workspace}/outboundRules/__SYS_PE_storage_file`)
    .add(
      'computes',
      {
        id: `${workspace}/computes/edge`,
        name: 'edge',
        properties: { computeType: 'Kubernetes', provisioningState: 'Succeeded' },
      },
      `${workspace}/computes`,
    )
    .add(
      'batchEndpoints',
      { id: `${workspace}/batchEndpoints/nightly`, name: 'nightly', properties: {} },
      `${workspace}/batchEndpoints`,
    )
    .add('locks', { id: lock, name: 'keep', properties: { level: 'CanNotDelete' } }, locksPath(subscription));
}

/** A deployment from before the managed network has left its connection. */
function predated(): World {
  const estate = soundManaged();
  return estate.connection({
    name: 'mlw-managed.1',
    privateEndpoint: `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe-1`,
    status: 'Approved',
    description: EGRESS_DESCRIPTION,
  }).world;
}

/** Open to the office alone, and without a way for the managed network's own computes. */
function selectedAddresses(): World {
  const { world, names } = soundManaged('AllowInternetOutbound');
  return world
    .set(names.workspace, 'properties.publicNetworkAccess', 'Enabled')
    .set(names.workspace, 'properties.ipAllowlist', ['198.51.100.0/24'])
    .remove(`${names.workspace}/outboundRules/__SYS_PE_workspace`);
}

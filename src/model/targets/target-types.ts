import type { Listing } from '../algebra/fact.js';
import type { Compute } from '../resources/compute.js';
import type { Connection } from '../resources/connection.js';
import type { Dependency } from '../resources/dependency.js';
import type { Deployment } from '../resources/deployment.js';
import type { Endpoint } from '../resources/endpoint.js';
import type { KeyVault } from '../resources/key-vault.js';
import type { OutboundRule } from '../resources/outbound-rule.js';
import type { PrivateDnsZone, ZoneLink } from '../resources/private-dns-zone.js';
import type { PrivateEndpoint } from '../resources/private-endpoint.js';
import type { Registry } from '../resources/registry.js';
import type { StorageAccount } from '../resources/storage-account.js';
import type { Subnet } from '../resources/subnet.js';
import type { VirtualNetwork } from '../resources/virtual-network.js';
import type { Workspace } from '../resources/workspace.js';

/** What each kind of target is, by its name in the report. */
export interface TargetByType {
  readonly workspace: Workspace;
  readonly endpoint: Endpoint;
  readonly deployment: Deployment;
  readonly connection: Connection;
  readonly registry: Registry;
  readonly 'key-vault': KeyVault;
  readonly 'storage-account': StorageAccount;
  readonly dependency: Dependency;
  readonly 'private-endpoint': PrivateEndpoint;
  readonly subnet: Subnet;
  readonly 'virtual-network': VirtualNetwork;
  readonly 'private-dns-zone': PrivateDnsZone;
  readonly 'virtual-network-link': ZoneLink;
  readonly compute: Compute;
  readonly 'outbound-rule': OutboundRule;
}

/** What gives the targets of each type, with what may hide more of them. */
export type Targets = { readonly [T in keyof TargetByType]: () => Listing<TargetByType[T]> };

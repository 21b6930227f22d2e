import { CLOUDS, type Cloud } from '../../arm/clouds.js';
import { idKey, subscriptionOf } from '../../arm/resource-id.js';
import type { Gap, Snapshot } from '../../snapshot/format.js';
import type { Listing } from '../algebra/fact.js';
import { concat } from '../algebra/fact.js';
import { type OwnersByGuid, ownersByGuid } from '../dns/records/stale-records.js';
import { RoleAccess } from '../identity/role-access.js';
import { SubnetUses } from '../network/subnet-uses.js';
import { type LocksByScope, locksByScope } from '../reach/scope-lock.js';
import type { Compute } from '../resources/compute.js';
import type { Connection } from '../resources/connection.js';
import type { Dependency } from '../resources/dependency.js';
import type { Deployment } from '../resources/deployment.js';
import type { Endpoint } from '../resources/endpoint.js';
import { KeyVault } from '../resources/key-vault.js';
import type { OutboundRule } from '../resources/outbound-rule.js';
import { PrivateDnsZone, type ZoneLink } from '../resources/private-dns-zone.js';
import { PrivateEndpoint } from '../resources/private-endpoint.js';
import { Registry } from '../resources/registry.js';
import { StorageAccount } from '../resources/storage-account.js';
import { networkIdOf, Subnet } from '../resources/subnet.js';
import { VirtualNetwork } from '../resources/virtual-network.js';
import { Workspace } from '../resources/workspace.js';
import { targetsOf } from '../targets/targets.js';
import { once, SnapshotIndex } from './snapshot-index.js';

const ZONE_TYPE = 'microsoft.network/privatednszones';
const PRIVATE_ENDPOINT_TYPE = 'microsoft.network/privateendpoints';

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

/**
 * The typed view over a snapshot. It never asks where a body came from. Resources that several workspaces share
 * are one object, made when first asked for.
 */
export class Model {
  readonly index: SnapshotIndex;
  readonly cloud: Cloud;
  /** The snapshot's time, ISO 8601: what rules take for now. */
  readonly takenAt: string;
  /** The workspaces that were asked for. */
  readonly workspaces: readonly Workspace[];
  readonly #workspaces = new Map<string, Workspace>();
  readonly #registries = new Map<string, Registry>();
  readonly #keyVaults = new Map<string, KeyVault>();
  readonly #storageAccounts = new Map<string, StorageAccount>();
  readonly #privateEndpoints = new Map<string, PrivateEndpoint>();
  readonly #virtualNetworks = new Map<string, VirtualNetwork>();
  readonly #subnets = new Map<string, Subnet>();
  readonly #zones = new Map<string, PrivateDnsZone>();
  readonly #locks = new Map<string, LocksByScope>();

  constructor(snapshot: Snapshot) {
    this.index = new SnapshotIndex(snapshot);
    this.cloud = CLOUDS[snapshot.cloud];
    this.takenAt = snapshot.takenAt;
    this.workspaces = [...new Set(snapshot.workspaces.map((id) => this.workspace(id)))];
  }

  workspace(id: string): Workspace {
    return shared(this.#workspaces, id, () => new Workspace(this, id));
  }

  registry(id: string): Registry {
    return shared(this.#registries, id, () => new Registry(this, id));
  }

  keyVault(id: string): KeyVault {
    return shared(this.#keyVaults, id, () => new KeyVault(this, id));
  }

  storageAccount(id: string): StorageAccount {
    return shared(this.#storageAccounts, id, () => new StorageAccount(this, id));
  }

  privateEndpoint(id: string): PrivateEndpoint {
    return shared(this.#privateEndpoints, id, () => new PrivateEndpoint(this, id));
  }

  virtualNetwork(id: string): VirtualNetwork {
    return shared(this.#virtualNetworks, id, () => new VirtualNetwork(this, id));
  }

  subnet(id: string): Subnet {
    return shared(this.#subnets, id, () => new Subnet(this.virtualNetwork(networkIdOf(id)), id));
  }

  zone(id: string): PrivateDnsZone {
    return shared(this.#zones, id, () => new PrivateDnsZone(this, id));
  }

  /** The locks of a subscription, by what they stand on. */
  locks(subscription: string): LocksByScope {
    return shared(this.#locks, subscription, () => locksByScope(this, subscription));
  }

  /** Every private DNS zone of which the snapshot says anything. */
  readonly zonesRead = once((): readonly PrivateDnsZone[] =>
    this.index.idsMentioned(ZONE_TYPE).map((id) => this.zone(id)),
  );

  /** The same zones, by name. */
  readonly zonesByName = once((): ReadonlyMap<string, readonly PrivateDnsZone[]> => {
    const zones = new Map<string, PrivateDnsZone[]>();
    for (const zone of this.zonesRead()) shared(zones, zone.name, () => []).push(zone);
    return zones;
  });

  /** The lists of a subscription's private DNS zones that were asked for, by subscription (lower case). */
  readonly zoneLists = once(() => this.index.listsBySubscription(ZONE_TYPE, 'privateDnsZone'));

  /**
   * What keeps zones from being found: a list of a subscription's zones or the Resource Graph query that is missing.
   * That all are there proves little, since Resource Graph hides what one may not read.
   */
  readonly zoneSearchGaps = once((): readonly Gap[] => {
    const lists = new Map(this.zoneLists());
    for (const { id } of this.workspaces) {
      const subscription = (subscriptionOf(id) ?? '').toLowerCase();
      const path = `/subscriptions/${subscription}/providers/${ZONE_TYPE}`;
      lists.set(subscription, this.index.collection(path, 'privateDnsZone'));
    }
    const query = this.index.collection('/providers/Microsoft.ResourceGraph/resources', 'resourceGraph');
    return concat([...lists.values(), query]).gaps;
  });

  /**
   * The private endpoints of the user's own that lead to a service, by whatever sub-resource. What may hide more of
   * them: the list of the service's subscription, and listed ones whose bodies were not read.
   */
  privateEndpointsOf(serviceId: string): Listing<PrivateEndpoint> {
    const { byService, gaps } = this.#privateEndpointsByService();
    const beside = this.privateEndpointsBeside(serviceId);
    return { items: byService.get(idKey(serviceId)) ?? [], gaps: [...beside.gaps, ...gaps] };
  }

  readonly #privateEndpointsByService = once(() => {
    const byService = new Map<string, PrivateEndpoint[]>();
    const gaps: Gap[] = [];
    const listed = new Set<string>();
    for (const list of this.index.listsBySubscription(PRIVATE_ENDPOINT_TYPE, 'privateEndpoint').values()) {
      for (const id of list.items) listed.add(idKey(id));
    }
    for (const id of this.index.idsMentioned(PRIVATE_ENDPOINT_TYPE)) {
      const endpoint = this.privateEndpoint(id);
      const services = endpoint.services();
      // One that no list holds may be Microsoft's, and nobody's to read.
      if (!services.known && (endpoint.resource.known || listed.has(idKey(id)))) gaps.push(...services.gaps);
      for (const { serviceId } of services.known ? services.value : []) {
        const endpoints = shared(byService, serviceId, (): PrivateEndpoint[] => []);
        if (!endpoints.includes(endpoint)) endpoints.push(endpoint);
      }
    }
    return { byService, gaps };
  });

  /** The ids of all private endpoints in the subscription of an id. */
  privateEndpointsBeside(id: string): Listing<string> {
    const subscription = subscriptionOf(id) ?? '';
    return this.index.collection(
      `/subscriptions/${subscription}/providers/Microsoft.Network/privateEndpoints`,
      'privateEndpoint',
    );
  }

  /**
   * The workspaces whose network settings are judged: those asked for, a project's hub in its place. A workspace of
   * which it can't be told whether it has a hub stands for itself, with all of it unknown.
   */
  readonly owners = once((): readonly Workspace[] => [
    ...new Set(
      this.workspaces.map((workspace) => {
        const owner = workspace.owner();
        return owner.known ? owner.value : new Workspace(this, workspace.id, owner);
      }),
    ),
  ]);

  /** The workspaces asked for that take their network from a hub. */
  usersOf(hub: Workspace): Listing<Workspace> {
    return this.#usersByHub().get(idKey(hub.id)) ?? { items: [], gaps: this.#ownerGaps() };
  }

  /** The owners that use a registry, a key vault or a storage account; gaps where it can't be told which one they use. */
  ownersUsing(dependency: 'registryId' | 'keyVaultId' | 'storageId', id: string): Listing<Workspace> {
    return this.#ownersByDependency()[dependency].get(idKey(id)) ?? { items: [], gaps: [] };
  }

  readonly #ownerGaps = once(() =>
    this.workspaces.flatMap((workspace) => {
      const owner = workspace.owner();
      return owner.known ? [] : owner.gaps;
    }),
  );

  readonly #usersByHub = once(() => {
    const users = new Map<string, { items: Workspace[]; gaps: Listing<Workspace>['gaps'] }>();
    for (const workspace of this.workspaces) {
      const owner = workspace.owner();
      if (!owner.known) continue;
      const listing = shared(users, owner.value.id, () => ({ items: [], gaps: this.#ownerGaps() }));
      listing.items.push(workspace);
    }
    return users;
  });

  readonly #ownersByDependency = once(() => {
    const gather = (dependency: 'registryId' | 'keyVaultId' | 'storageId') => {
      const owners = this.owners().map((owner) => ({ owner, id: owner[dependency]() }));
      const gaps = owners.flatMap(({ id }) => (id.known ? [] : id.gaps));
      const listings = new Map<string, { items: Workspace[]; gaps: Listing<Workspace>['gaps'] }>();
      for (const { owner, id } of owners) {
        if (!id.known || id.value === null) continue;
        shared(listings, id.value, () => ({ items: [], gaps })).items.push(owner);
      }
      return listings;
    };
    return {
      registryId: gather('registryId'),
      keyVaultId: gather('keyVaultId'),
      storageId: gather('storageId'),
    };
  });

  /** The same workspaces, by the GUID that stands in their DNS names. */
  readonly ownersByGuid = once((): OwnersByGuid => ownersByGuid(this));

  /** Which roles principals hold on resources. */
  readonly roles = once((): RoleAccess => new RoleAccess(this.index));

  /** What subnets are used for. */
  readonly subnetUses = once((): SubnetUses => new SubnetUses(this));

  /** Every target of each type that is known, with what may hide more of them; found when asked for. */
  readonly targets = once((): Targets => targetsOf(this));
}

function shared<T>(made: Map<string, T>, id: string, make: () => T): T {
  const key = idKey(id);
  const found = made.get(key);
  if (found !== undefined) return found;
  const value = make();
  made.set(key, value);
  return value;
}

import { PEERING, VIRTUAL_NETWORK } from './arm-properties.js';
import { all, chain, type Fact, map } from './fact.js';
import type { Model } from './model.js';
import type { Resource } from './resource.js';
import { nameOf } from './resource-id.js';
import { once } from './snapshot-index.js';

/** The address at which Azure's own DNS answers inside a virtual network. */
export const AZURE_DNS = '168.63.129.16';

/** A virtual network. */
export class VirtualNetwork {
  readonly resource: Fact<Resource>;
  readonly id: string;
  readonly name: string;

  constructor(model: Model, id: string) {
    this.resource = model.index.resource(id, 'virtualNetwork');
    this.id = this.resource.known ? this.resource.value.id : id;
    this.name = nameOf(this.id);
  }

  readonly addressPrefixes = once(() =>
    chain(this.resource, (resource) => resource.read(VIRTUAL_NETWORK.addressPrefixes)),
  );

  /** DNS servers other than Azure's own; empty when Azure's DNS answers. */
  readonly ownDnsServers = once(
    (): Fact<readonly string[]> =>
      chain(this.resource, (resource) =>
        map(resource.read(VIRTUAL_NETWORK.dnsServers), (servers) =>
          servers.filter((server) => server !== AZURE_DNS),
        ),
      ),
  );

  /** Ids of the networks it is peered with. */
  readonly peeredNetworkIds = once(
    (): Fact<readonly string[]> =>
      chain(this.resource, (resource) =>
        chain(resource.read(VIRTUAL_NETWORK.peerings), (peerings) => {
          const remotes = peerings.map((body) => resource.part(resource.id, body).read(PEERING.remoteId));
          return map(all(remotes), (ids) => ids.filter((id) => id !== null));
        }),
      ),
  );
}

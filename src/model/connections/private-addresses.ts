import type { Gap } from '../../snapshot/format.js';
import { canonicalAddress } from '../addresses/ip-address.js';
import { flat, listingOf } from '../algebra/fact.js';
import type { Workspace } from '../resources/workspace.js';

/** The addresses by which a workspace can be reached from private networks. */
export interface PrivateAddresses {
  /** In their one spelling: see `canonicalAddress`. */
  readonly addresses: ReadonlySet<string>;
  /** What may hide more of them. */
  readonly gaps: readonly Gap[];
}

/**
 * The addresses of every private endpoint of a workspace, canonical. One that nobody can attribute and that could not
 * be read may be a client's, and have any address.
 */
export function privateAddresses(workspace: Workspace): PrivateAddresses {
  const { items: clients, gaps } = workspace.clientConnections();
  const hidden = clients.flatMap((client) => {
    const attribution = client.attribution();
    const isClient = !attribution.known || attribution.value === 'unattributed';
    const endpoint = client.privateEndpoint();
    return isClient && !endpoint.known ? endpoint.gaps : [];
  });
  const own = flat(workspace.privateEndpoints(), (endpoint) =>
    listingOf(endpoint.addresses(), (addresses) => ({
      items: addresses.map(({ address }) => canonicalAddress(address) ?? address),
      gaps: [],
    })),
  );
  return { addresses: new Set(own.items), gaps: [...own.gaps, ...gaps, ...hidden] };
}

import type { Gap } from '../../snapshot/format.js';
import { canonicalAddress } from '../addresses/ip-address.js';
import { derived } from '../algebra/derived.js';
import { flat, listingOf } from '../algebra/fact.js';
import type { Workspace } from '../resources/workspace.js';
import { clientConnections } from './client-connections.js';
import { privateEndpointsOf } from './private-endpoints.js';

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
export const privateAddressesOf = derived((workspace: Workspace): PrivateAddresses => {
  const { items: clients, gaps } = clientConnections(workspace);
  const hidden = clients.flatMap((client) => {
    const attribution = client.attribution();
    const isClient = !attribution.known || attribution.value === 'unattributed';
    const endpoint = client.privateEndpoint();
    return isClient && !endpoint.known ? endpoint.gaps : [];
  });
  const own = flat(privateEndpointsOf(workspace), (endpoint) =>
    listingOf(endpoint.addresses(), (addresses) => ({
      items: addresses.map(({ address }) => canonicalAddress(address) ?? address),
      gaps: [],
    })),
  );
  return { addresses: new Set(own.items), gaps: [...own.gaps, ...gaps, ...hidden] };
});

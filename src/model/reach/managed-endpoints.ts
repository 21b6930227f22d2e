import type { Access } from '../addresses/network-access.js';
import { chain, type Fact, known, type Listing, map, not } from '../algebra/fact.js';
import { servedEndpoints } from '../ownership/served.js';
import type { Endpoint } from '../resources/endpoint.js';
import type { Workspace } from '../resources/workspace.js';

/** A managed online endpoint, and whether it takes scoring requests from public networks. */
export interface ManagedInbound {
  readonly endpoint: Endpoint;
  readonly access: Access;
}

/** The managed online endpoints that are served through a workspace; those on Kubernetes heed no flag. */
export function inboundOfManaged(workspace: Workspace): Listing<ManagedInbound> {
  const { items, gaps } = servedEndpoints(workspace);
  const read = items.map(
    (endpoint): Fact<ManagedInbound | null> =>
      chain(not(endpoint.isKubernetes()), (isManaged): Fact<ManagedInbound | null> => {
        if (!isManaged) return known(null);
        return map(endpoint.publicNetworkAccess(), (access) => ({ endpoint, access }));
      }),
  );
  return {
    items: read.flatMap((each) => (each.known && each.value !== null ? [each.value] : [])),
    gaps: [...gaps, ...read.flatMap((each) => (each.known ? [] : each.gaps))],
  };
}

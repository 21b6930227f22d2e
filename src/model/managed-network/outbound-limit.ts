import { both, chain, type Fact, known, map } from '../algebra/fact.js';
import type { Deployment } from '../resources/deployment.js';

/**
 * What limits where a deployment gets to:
 * - `own-private-endpoints`: egress Disabled and no managed network: workspace, blob and registry, and nothing else;
 * - `approved-rules`: a managed network in mode AllowOnlyApprovedOutbound: what its outbound rules lead to;
 * - `unprovisioned`: the same, but it is not provisioned yet, so that none of its rules acts;
 * - `none`: the internet is open to it, or its cluster lets it out.
 */
export type OutboundLimit = 'own-private-endpoints' | 'approved-rules' | 'unprovisioned' | 'none';

/** Computes what limits where a deployment gets to. */
export function outboundLimit(deployment: Deployment): Fact<OutboundLimit> {
  return chain(deployment.generation(), (generation): Fact<OutboundLimit> => {
    if (generation === 'legacy-private') return known('own-private-endpoints');
    if (generation !== 'managed') return known('none');
    return chain(deployment.workspace.owner(), (owner) =>
      map(both(owner.managedNetworkMode(), owner.managedNetworkStatus()), ([mode, status]): OutboundLimit => {
        if (mode !== 'approved') return 'none';
        return status === 'Active' ? 'approved-rules' : 'unprovisioned';
      }),
    );
  });
}

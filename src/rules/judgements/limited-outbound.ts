import type { OutboundLimit } from '../../model/managed-network/outbound-limit.js';

/**
 * Whether it is a question what a deployment reaches.
 * @returns true, or why it is none
 */
export function limitedOutbound(limit: OutboundLimit): true | string {
  if (limit === 'unprovisioned') {
    return 'The managed network is not provisioned: its outbound rules act once it is.';
  }
  return (
    limit !== 'none' ||
    'Nothing limits where the deployment gets to: neither its own flag nor outbound rules.'
  );
}

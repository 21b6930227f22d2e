import type { Attribution } from '../../model/resources/connection.js';

const WHAT_IT_IS: Readonly<Record<Exclude<Attribution, 'inbound'>, string>> = {
  unattributed:
    "The connection is unattributed: its private endpoint can't be read, and may be a client's, a service's or deleted.",
  managed: "The connection is the managed network's own: a way out of the workspace's network, not a way in.",
  elsewhere: 'The private endpoint of the connection leads to something other than this workspace.',
};

/** For `applies.when` of a rule on clients' ways in: true for one, or what the connection is instead. */
export function isInbound({ attribution }: { readonly attribution: Attribution }): true | string {
  return attribution === 'inbound' || WHAT_IT_IS[attribution];
}

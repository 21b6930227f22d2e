import type { Evidence } from '../../../findings/report.js';
import { A_RECORD } from '../../../model/arm-properties/index.js';
import type { JudgedRecord, Stranger } from '../../../model/dns/records/record-addresses.js';

/**
 * The addresses of a record that are not a client's private endpoint's, and why; none at all where there are none.
 * @param does what a private endpoint at the right address does, in the third person
 */
export function whatIsWrong(strangers: readonly Stranger[], does: string): string {
  const [first] = strangers;
  if (first === undefined) return 'no address';
  const list = strangers.map(({ address }) => address).join(' and ');
  return first.outside === null
    ? `${list}: no Approved private endpoint of the workspace ${does}`
    : `${list}, outside the ranges of ${first.outside.name}`;
}

/**
 * The addresses of a record against the right ones.
 * @param right empty where they were not read
 * @param purpose what the right one is for
 */
export function addressEvidence(
  { id, addresses }: Pick<JudgedRecord, 'id' | 'addresses'>,
  right: readonly string[],
  purpose: string,
): Evidence {
  return {
    resourceId: id,
    path: A_RECORD.addresses.path,
    actual: addresses.length === 0 ? 'none' : addresses.join(', '),
    expected: right.length === 0 ? `a private endpoint's address ${purpose}` : right.join(', '),
  };
}

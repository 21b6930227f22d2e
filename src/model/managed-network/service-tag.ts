import { prefixLength } from '../addresses/ip-address.js';
import type { Destination } from '../resources/outbound-rule.js';

/** What a service tag rule lets through, in the end. */
export type ServiceTagReach =
  /** It forbids. */
  | { readonly kind: 'nothing' }
  /** Servers of whoever rents some: data can leave to anybody. */
  | { readonly kind: 'anybody'; readonly words: string }
  /** The same, in one region. */
  | { readonly kind: 'anybody-in-region'; readonly words: string }
  /** One service of Azure's, or some addresses. */
  | { readonly kind: 'limited'; readonly words: string }
  /** An address range that is none. */
  | { readonly kind: 'unreadable'; readonly value: string };

/** Tags behind which anybody's servers or storage accounts stand. */
const ANYBODYS: Readonly<Record<string, string>> = {
  internet: 'the whole internet',
  azurecloud: "every address of Azure, other customers' included",
  storage: "every storage account of Azure, other customers' included",
};

/** A range wider than this is no list of somebody's servers any more. */
const WIDEST_PREFIX = 8;

/**
 * How far a service tag rule reaches. Address prefixes, where there are some, hold in place of the tag
 * (learn.microsoft.com/rest/api/azureml/managed-network-settings-rule, reviewed 2026-11-24).
 */
export function reachOf(rule: Extract<Destination, { type: 'ServiceTag' }>): ServiceTagReach {
  const { serviceTag, addressPrefixes, action } = rule;
  if (action === 'Deny') return { kind: 'nothing' };
  if (addressPrefixes.length > 0) return reachOfPrefixes(addressPrefixes);
  const [tag = '', region] = serviceTag.split('.');
  const anybodys = ANYBODYS[tag.toLowerCase()];
  if (anybodys === undefined) return { kind: 'limited', words: `the addresses of ${serviceTag}` };
  return region === undefined || region === ''
    ? { kind: 'anybody', words: anybodys }
    : { kind: 'anybody-in-region', words: anybodys.replace(/ of Azure/, ` of Azure in ${region}`) };
}

function reachOfPrefixes(prefixes: readonly string[]): ServiceTagReach {
  const lengths = prefixes.map((prefix) => ({ prefix, length: prefixLength(prefix) }));
  const unreadable = lengths.find(({ length }) => length === null);
  const wide = lengths.find(({ length }) => length !== null && length < WIDEST_PREFIX);
  if (wide !== undefined) return { kind: 'anybody', words: `every address in ${wide.prefix}` };
  if (unreadable !== undefined) return { kind: 'unreadable', value: unreadable.prefix };
  return { kind: 'limited', words: `the addresses ${prefixes.join(', ')}` };
}

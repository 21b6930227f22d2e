/**
 * Labels under which countries register names for everybody, as in `co.uk` (publicsuffix.org lists them all; these
 * are the usual ones).
 */
const REGISTRY_LABELS = [
  'ac',
  'co',
  'com',
  'edu',
  'go',
  'gob',
  'gov',
  'govt',
  'gv',
  'ltd',
  'ne',
  'net',
  'or',
  'org',
];

/**
 * Tells whether a host of an FQDN rule is a wildcard for a whole top domain, where anybody can register a name:
 * `*`, `*.com`, `*.co.uk`.
 */
export function isWholeTopDomain(host: string): boolean {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  if (labels[0] !== '*') return false;
  const [, second = '', third = '', ...more] = labels;
  if (third === '') return true;
  return more.length === 0 && third.length === 2 && REGISTRY_LABELS.includes(second);
}

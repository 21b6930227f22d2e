import { getPublicSuffix } from 'tldts';
import { CLOUDS } from '../../arm/clouds.js';

/**
 * Tells whether a host of an FQDN rule is a wildcard for a domain in which anybody can get a host: `*`, `*.com`,
 * `*.co.uk`, `*.azurewebsites.net`. The asterisk stands for anything, so that `*pypi.org` covers `notpypi.org`
 * (learn.microsoft.com/azure/firewall/firewall-faq).
 */
export function isWideHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (!name.startsWith('*')) return false;
  return isOpenToAnybody(name.split('.').slice(1).join('.'));
}

/** Domains of the public names of what a workspace depends on: its private DNS zones in each cloud tell them. */
const OF_DEPENDENCIES = Object.values(CLOUDS)
  .flatMap(({ dependencyZones }) => Object.values(dependencyZones))
  .map((zone) => zone.replace(/^privatelink\./, ''));

/**
 * Domains in which Azure gives each customer a host and that the public suffix list lacks: it has some of those of
 * storage accounts, none of key vaults (which have two), registries, virtual machines and container apps
 * (learn.microsoft.com/azure/private-link/private-endpoint-dns,
 * learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses,
 * learn.microsoft.com/azure/container-apps/private-endpoints-with-dns).
 */
const OF_AZURE = [
  ...OF_DEPENDENCIES,
  ...OF_DEPENDENCIES.map((domain) => domain.replace(/^vaultcore\./, 'vault.')),
  'cloudapp.azure.com',
  'azurecontainerapps.io',
];

/** A domain is taken as it stands: nothing is made of what looks like an address, or has signs that no name has. */
const SUFFIX_OPTIONS = { allowPrivateDomains: true, detectIp: false, extractHostname: false };

/**
 * Whether anybody can get a host in a domain, where none is all of them: it is a public suffix (publicsuffix.org), of a
 * registry or of a company that gives its customers names below it, or one that Azure has for its customers is or lies
 * below it.
 */
function isOpenToAnybody(domain: string): boolean {
  const suffix = getPublicSuffix(domain, SUFFIX_OPTIONS);
  return suffix === domain || OF_AZURE.some((each) => `.${each}`.endsWith(`.${domain}`));
}

import type { Cloud } from '../../arm/clouds.js';
import { UsageError } from '../../errors.js';

/**
 * Checks the address of an ARM endpoint.
 * @returns it without a trailing slash, which the SDKs would double
 * @throws UsageError when it is no https address, or carries more than host, port and path
 */
export function parseArmEndpoint(text: string): string {
  const address = URL.canParse(text) ? new URL(text) : null;
  if (address === null) throw new UsageError(`--arm-endpoint: "${text}" is not an address`, EXAMPLE);
  if (address.protocol !== 'https:') {
    throw new UsageError(
      `--arm-endpoint: ${address.protocol}// is not https; no token is sent unprotected`,
      EXAMPLE,
    );
  }
  if (address.username !== '' || address.password !== '' || address.search !== '' || address.hash !== '') {
    throw new UsageError(
      '--arm-endpoint: an address with a user name, a query or a fragment is not taken',
      EXAMPLE,
    );
  }
  return `${address.origin}${address.pathname.replace(/\/+$/, '')}`;
}

const EXAMPLE = ['https://management.azure.com'];

/** What a token for an ARM endpoint is asked for. */
export function tokenScope(endpoint: string, cloud: Cloud): string {
  const { origin } = new URL(endpoint);
  return origin === new URL(cloud.armEndpoint).origin
    ? `${cloud.armEndpoint}/.default`
    : `${origin}/.default`;
}

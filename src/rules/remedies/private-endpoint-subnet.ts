import type { PrivateEndpoint } from '../../model/resources/private-endpoint.js';

interface Contents {
  readonly privateEndpoints: readonly PrivateEndpoint[];
}

/** For `applies.when` of a rule on subnets with private endpoints: true for one. */
export function endpointSubnet({ privateEndpoints }: Contents): true | string {
  return privateEndpoints.length > 0 || 'The subnet holds no private endpoint of a workspace.';
}

/** `private endpoint pe-a`, `private endpoints pe-a, pe-b and 3 more`. */
export function namesOf(endpoints: readonly PrivateEndpoint[]): string {
  const shown = endpoints.slice(0, 3).map(({ name }) => name);
  const more = endpoints.length - shown.length;
  const names = more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
  return `private endpoint${endpoints.length === 1 ? '' : 's'} ${names}`;
}

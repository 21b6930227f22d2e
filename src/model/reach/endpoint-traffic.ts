import {
  anyIn,
  chain,
  complete,
  type Fact,
  found,
  known,
  listingOf,
  map,
  selected,
} from '../algebra/fact.js';
import { type Deployment, deploymentsOf } from '../resources/deployment.js';
import type { Endpoint, TrafficShare } from '../resources/endpoint.js';

/** A share of an endpoint's traffic that no deployment answers. */
export interface LostShare extends TrafficShare {
  /** The deployment, which failed; null where there is none of this name. */
  readonly failed: Deployment | null;
}

/** Whether a deployment that exists gets traffic. */
export function hasServingDeployment(endpoint: Endpoint): Fact<boolean> {
  return chain(endpoint.traffic(), (shares) =>
    shares.length === 0
      ? known(false)
      : anyIn(deploymentsOf(endpoint), (deployment) =>
          known(shares.some((share) => isNamed(deployment, share.deployment))),
        ),
  );
}

/** The shares above 0 that go to a deployment that failed or does not exist. */
export function lostTraffic(endpoint: Endpoint): Fact<readonly LostShare[]> {
  const shares = listingOf(endpoint.traffic(), (items) => ({ items, gaps: [] }));
  const lost = selected(shares, (share) => isLost(endpoint, share));
  return map(found(lost), (found) =>
    found.map((share) => ({ ...share, failed: deploymentNamed(endpoint, share.deployment) ?? null })),
  );
}

/** The first deployment that did not fail: where lost traffic can go. */
export function workingDeployment(endpoint: Endpoint): Deployment | undefined {
  return deploymentsOf(endpoint).items.find((deployment) => {
    const state = deployment.provisioningState();
    return state.known && state.value === 'Succeeded';
  });
}

function isLost(endpoint: Endpoint, share: TrafficShare): Fact<boolean> {
  const deployment = deploymentNamed(endpoint, share.deployment);
  if (deployment !== undefined) return map(deployment.provisioningState(), (state) => state === 'Failed');
  return map(complete(deploymentsOf(endpoint)), () => true);
}

function deploymentNamed(endpoint: Endpoint, name: string): Deployment | undefined {
  return deploymentsOf(endpoint).items.find((deployment) => isNamed(deployment, name));
}

function isNamed(deployment: Deployment, name: string): boolean {
  return deployment.name.toLowerCase() === name.toLowerCase();
}

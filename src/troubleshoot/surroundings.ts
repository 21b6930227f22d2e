import { certain } from '../model/algebra/fact.js';
import type { Model } from '../model/bodies/model.js';
import { inferenceNames, scoringHost } from '../model/dns/names/inference-names.js';
import { ownersIn } from '../model/ownership/owners.js';
import { type Deployment, deploymentsOf } from '../model/resources/deployment.js';
import type { Endpoint } from '../model/resources/endpoint.js';
import type { Workspace } from '../model/resources/workspace.js';
import { TARGETS } from '../model/targets/targets.js';

/** Which endpoints and deployments the user speaks of, by name; all where none is named. */
export interface Named {
  readonly endpoints?: readonly string[];
  readonly deployments?: readonly string[];
}

/** Of many alike, the commands for these few show how those for the others read. */
const MOST_SHOWN = 3;

/** What the commands of a step name: the parts of a workspace that the user speaks of. */
export class Surroundings {
  readonly workspaces: readonly Workspace[];
  /** Managed ones. */
  readonly managedEndpoints: readonly Endpoint[];
  readonly kubernetesEndpoints: readonly Endpoint[];
  readonly deployments: readonly Deployment[];
  /** Whether the endpoints that the user speaks of are known to be Kubernetes ones, each of them. */
  readonly allAreKubernetes: boolean;

  constructor(model: Model, named: Named) {
    const listing = TARGETS.endpoint.find(model);
    const endpoints = listing.items.filter(({ name }) => isAmong(named.endpoints, name));
    this.allAreKubernetes =
      endpoints.length > 0 &&
      listing.gaps.length === 0 &&
      endpoints.every((each) => certain(each.isKubernetes()));
    this.workspaces = ownersIn(model).slice(0, MOST_SHOWN);
    this.kubernetesEndpoints = endpoints.filter((each) => certain(each.isKubernetes())).slice(0, MOST_SHOWN);
    this.managedEndpoints = endpoints.filter((each) => !certain(each.isKubernetes())).slice(0, MOST_SHOWN);
    this.deployments = endpoints
      .flatMap((endpoint) => deploymentsOf(endpoint).items)
      .filter(({ name }) => isAmong(named.deployments, name))
      .slice(0, MOST_SHOWN);
  }

  /** The hosts to which scoring requests of these endpoints go; one to fill in where there is none. */
  hostsOf(endpoints: readonly Endpoint[]): readonly string[] {
    return endpoints.flatMap((endpoint) => {
      const owner = endpoint.workspace.owner();
      const names = owner.known ? inferenceNames(owner.value) : owner;
      return names.known ? [scoringHost(names.value, endpoint)] : [];
    });
  }
}

/** Whether a name is one of those that the user gave; any is where none was given. */
export function isAmong(names: readonly string[] | undefined, name: string): boolean {
  if (names === undefined || names.length === 0) return true;
  return names.some((each) => each.toLowerCase() === name.toLowerCase());
}

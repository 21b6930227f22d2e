import type { AssetKind, AssetReference } from '../../arm/asset-reference.js';
import { READS } from '../../arm/reads.js';
import { derived } from '../algebra/derived.js';
import { both, chain, type Fact, flat, known, type Listing, map, unread } from '../algebra/fact.js';
import { DEPLOYMENT, MODEL, type ProvisioningState } from '../arm-properties/index.js';
import { NamedResource } from '../bodies/named-resource.js';
import type { Resource } from '../bodies/resource.js';
import { type Endpoint, endpointsOf } from './endpoint.js';
import type { Workspace } from './workspace.js';

/**
 * Who lets a deployment out:
 * - `legacy-private`: no managed network, egress Disabled: private endpoints to workspace, blob and registry;
 * - `legacy-public`: no managed network, egress Enabled: the internet;
 * - `managed`: the workspace's managed network; the egress flag has no say;
 * - `kubernetes`: the cluster.
 */
export type DeploymentGeneration = 'legacy-private' | 'legacy-public' | 'managed' | 'kubernetes';

/** Whether a deployment's own flag lets it out to public networks. */
export function egressOf(deployment: Resource): Fact<'public' | 'private'> {
  return map(deployment.read(DEPLOYMENT.egressPublicNetworkAccess), (access) =>
    access === 'Enabled' ? 'public' : 'private',
  );
}

/**
 * A deployment: runs the model behind an online endpoint. There may be tens of thousands, so that it keeps no more
 * than what takes long to find.
 */
export class Deployment extends NamedResource {
  #generation: Fact<DeploymentGeneration> | undefined;
  readonly type = 'deployment';
  readonly endpoint: Endpoint;
  readonly workspace: Workspace;

  constructor(endpoint: Endpoint, id: string) {
    super(id, endpoint.workspace.model.index.resource(id, 'deployments'));
    this.endpoint = endpoint;
    this.workspace = endpoint.workspace;
  }

  /** Whether its own flag lets it out to public networks. */
  egress(): Fact<'public' | 'private'> {
    return chain(this.resource, egressOf);
  }

  generation(): Fact<DeploymentGeneration> {
    this.#generation ??= this.#findGeneration();
    return this.#generation;
  }

  provisioningState(): Fact<ProvisioningState> {
    return chain(this.resource, (resource) =>
      chain(resource.read(DEPLOYMENT.provisioningState), (state) =>
        state === null
          ? unread(resource.gap('unsupported', `${DEPLOYMENT.provisioningState.path} is absent`))
          : known(state),
      ),
    );
  }

  environmentId(): Fact<string | null> {
    return chain(this.resource, (resource) => resource.read(DEPLOYMENT.environmentId));
  }

  modelId(): Fact<string | null> {
    return chain(this.resource, (resource) => resource.read(DEPLOYMENT.model));
  }

  /** Which environment it names; null for none. */
  environment(): Fact<AssetReference | null> {
    return chain(this.environmentId(), (id) =>
      this.#reference('environments', DEPLOYMENT.environmentId.path, id),
    );
  }

  /** Which model it names; null for none. */
  model(): Fact<AssetReference | null> {
    return chain(this.modelId(), (id) => this.#reference('models', DEPLOYMENT.model.path, id));
  }

  /** The scoring script's version; null for a deployment without one, which MLflow models and some images need not. */
  codeId(): Fact<string | null> {
    return chain(this.resource, (resource) => resource.read(DEPLOYMENT.codeId));
  }

  /** Which code it names; null for none. */
  code(): Fact<AssetReference | null> {
    return chain(this.codeId(), (id) => this.#reference('codes', DEPLOYMENT.codeId.path, id));
  }

  /** The type of its model, e.g. `mlflow_model`; null for a deployment without a model. */
  modelType(): Fact<string | null> {
    return chain(both(this.modelId(), this.model()), ([id, model]) =>
      id === null || model === null
        ? known(null)
        : chain(this.asset(model, 'model', id), (resource) =>
            chain(resource.read(MODEL.modelType), (type) =>
              type === null
                ? unread(resource.gap('unsupported', `${MODEL.modelType.path} is absent`))
                : known(type),
            ),
          ),
    );
  }

  /** The body of an environment, a model or code that it names; a gap that says why where none can be read. */
  asset(reference: AssetReference, read: 'environment' | 'model' | 'code', id: string): Fact<Resource> {
    if (reference.versionId !== null) {
      return this.workspace.model.index.resource(reference.versionId, read);
    }
    const why =
      reference.registry !== null
        ? `${id} lies in the Azure ML registry ${reference.registry}, which isocheck does not read`
        : reference.label !== null
          ? `${id} names the label ${reference.label} and no version: which version that was when the deployment was made, ARM does not tell`
          : `${id} names a workspace by an id that isocheck can't resolve`;
    return unread({
      scope: this.id.toLowerCase(),
      operation: READS[read].operation,
      reason: 'unsupported',
      detail: why,
    });
  }

  #findGeneration(): Fact<DeploymentGeneration> {
    return chain(this.endpoint.isKubernetes(), (kubernetes): Fact<DeploymentGeneration> => {
      if (kubernetes) return known('kubernetes');
      const managed = chain(this.workspace.owner(), (owner) => owner.isManaged());
      return chain(managed, (isManaged): Fact<DeploymentGeneration> => {
        if (isManaged) return known('managed');
        return map(this.egress(), (egress) => (egress === 'private' ? 'legacy-private' : 'legacy-public'));
      });
    });
  }

  #reference(kind: AssetKind, path: string, id: string | null): Fact<AssetReference | null> {
    if (id === null) return known(null);
    return chain(this.resource, (resource) => {
      const reference = this.workspace.assetReference(kind, id);
      return reference === null
        ? unread(resource.gap('unsupported', `${path} is ${id}, which is no id that isocheck knows`))
        : known(reference);
    });
  }
}

/** The deployments of an endpoint. */
export const deploymentsOf = derived((endpoint: Endpoint): Listing<Deployment> => {
  const listing = endpoint.workspace.model.index.children(endpoint.id, 'deployments');
  return { items: listing.items.map((id) => new Deployment(endpoint, id)), gaps: listing.gaps };
});

/** The deployments of all endpoints of a workspace. */
export const deploymentsIn = derived(
  (workspace: Workspace): Listing<Deployment> =>
    flat(endpointsOf(workspace), (endpoint) => deploymentsOf(endpoint)),
);

import { DEPLOYMENT, MODEL } from './arm-properties.js';
import type { Endpoint } from './endpoint.js';
import { chain, type Fact, known, map, unread } from './fact.js';
import { type ImageWay, imageWay } from './image-way.js';
import type { Resource } from './resource.js';
import { nameOf } from './resource-id.js';
import { once } from './snapshot-index.js';
import type { Workspace } from './workspace.js';

/**
 * Who lets a deployment out:
 * - `legacy-private`: no managed network, egress Disabled: private endpoints to workspace, blob and registry;
 * - `legacy-public`: no managed network, egress Enabled: the internet;
 * - `managed`: the workspace's managed network; the egress flag has no say;
 * - `kubernetes`: the cluster.
 */
export type DeploymentGeneration = 'legacy-private' | 'legacy-public' | 'managed' | 'kubernetes';

/** A deployment: runs the model behind an online endpoint. */
export class Deployment {
  readonly type = 'deployment';
  readonly endpoint: Endpoint;
  readonly workspace: Workspace;
  readonly resource: Fact<Resource>;
  readonly id: string;
  readonly name: string;

  constructor(endpoint: Endpoint, id: string) {
    this.endpoint = endpoint;
    this.workspace = endpoint.workspace;
    this.resource = endpoint.workspace.model.index.resource(id, 'deployments');
    this.id = this.resource.known ? this.resource.value.id : id;
    this.name = nameOf(this.id);
  }

  /** Whether its own flag lets it out to public networks. */
  readonly egress = once(
    (): Fact<'public' | 'private'> =>
      chain(this.resource, (resource) =>
        map(resource.read(DEPLOYMENT.egressPublicNetworkAccess), (access) =>
          access === 'Enabled' ? 'public' : 'private',
        ),
      ),
  );

  readonly generation = once(
    (): Fact<DeploymentGeneration> =>
      chain(this.endpoint.isKubernetes(), (kubernetes) => {
        if (kubernetes) return known<DeploymentGeneration>('kubernetes');
        const managed = chain(this.workspace.owner(), (owner) => owner.isManaged());
        return chain(managed, (isManaged): Fact<DeploymentGeneration> => {
          if (isManaged) return known('managed');
          return map(this.egress(), (egress) => (egress === 'private' ? 'legacy-private' : 'legacy-public'));
        });
      }),
  );

  readonly provisioningState = once(() =>
    chain(this.resource, (resource) =>
      chain(resource.read(DEPLOYMENT.provisioningState), (state) =>
        state === null
          ? unread(resource.gap('unsupported', `${DEPLOYMENT.provisioningState.path} is absent`))
          : known(state),
      ),
    ),
  );

  readonly environmentId = once(() =>
    chain(this.resource, (resource) => resource.read(DEPLOYMENT.environmentId)),
  );

  readonly modelId = once(() => chain(this.resource, (resource) => resource.read(DEPLOYMENT.model)));

  /** Where its container image comes from. */
  readonly imageWay = once((): Fact<ImageWay> => imageWay(this));

  /** The type of its model, e.g. `mlflow_model`; null for a deployment without a model. */
  readonly modelType = once(
    (): Fact<string | null> =>
      chain(this.modelId(), (id) => {
        if (id === null) return known(null);
        const model = this.workspace.model.index.resource(id, 'model');
        return chain(model, (resource) => resource.read(MODEL.modelType));
      }),
  );
}

import { describe, expect, it } from 'vitest';
import { Model } from '../../src/model/bodies/model.js';
import { TARGETS } from '../../src/model/targets/targets.js';
import { deploymentPath } from '../../src/scenarios/deployment-path.js';
import { allow, approvedOnly, codeAt, LAKE, legacy, modelAt } from '../rules/deployment/stored.js';
import type { Estate } from '../world/estate.js';
import { deploymentId, endpointId } from '../world/names.js';
import { soundManaged, soundPrivate, soundPublic } from '../world/sound.js';

function pathOf(estate: Estate): string {
  const [deployment] = TARGETS.deployment.find(new Model(estate.world.snapshot())).items;
  if (deployment === undefined) throw new Error('the world holds no deployment');
  return deploymentPath(deployment);
}

function changed(estate: Estate, change: (estate: Estate) => unknown): Estate {
  change(estate);
  return estate;
}

const image = (name: string, estate: Estate, endpoint: string) =>
  estate.environment(`${estate.names.workspace}/environments/${endpoint}-env/versions/1`, { image: name });

const environment = (estate: Estate, endpoint: string, id: string | null) =>
  changed(estate, ({ world, names }) =>
    world.set(deploymentId(names.workspace, endpoint, 'blue'), 'properties.environmentId', id),
  );

const ON_LAKE = 'azureml://datastores/lake/paths/score';
const CODE = 'https://stfraud.blob.core.windows.net/code/score';
const LEGACY_MODEL =
  "model: read from storage account stfraud, the workspace's own, through the deployment's private endpoint to blob";

describe('the network path of a deployment', () => {
  const table: readonly [name: string, world: () => Estate, path: string][] = [
    [
      'private endpoints of its own',
      () => codeAt(soundPrivate(), 'fraud', CODE),
      `image: pulled from crfraud.azurecr.io through the deployment's private endpoint to it; ${LEGACY_MODEL}; ${LEGACY_MODEL.replace('model', 'code')}`,
    ],
    [
      'private endpoints of its own, and all out of reach',
      () =>
        codeAt(
          modelAt(image('ghcr.io/contoso/x:1', legacy(), 'fraud'), ON_LAKE),
          'fraud',
          'azureml://registries/contoso/codes/x/versions/1',
        ),
      'image: out of reach: ghcr.io; model: out of reach: storage account stlake (datastore lake); code: out of reach: Azure ML registry contoso',
    ],
    [
      'private endpoints of its own, and a curated environment',
      () => environment(soundPrivate(), 'fraud', 'azureml://registries/azureml/environments/x/versions/1'),
      `image: out of reach: curated environment azureml://registries/azureml/environments/x/versions/1; ${LEGACY_MODEL}; code: none`,
    ],
    [
      'private endpoints of its own, and an image that is built',
      () =>
        changed(soundPrivate(), (estate) =>
          estate.environment(`${estate.names.workspace}/environments/fraud-env/versions/1`, {
            condaFile: 'dependencies: []',
          }),
        ),
      `image: built into the workspace's registry, and pulled through the deployment's private endpoint to it; ${LEGACY_MODEL}; code: none`,
    ],
    [
      'private endpoints of its own, and a file share',
      () => modelAt(soundPrivate(), 'azureml://datastores/workspacefilestore/paths/x'),
      "image: pulled from crfraud.azurecr.io through the deployment's private endpoint to it; model: doubtful: file of storage account stfraud (datastore workspacefilestore), where the private endpoint leads to blob; code: none",
    ],
    [
      'the public network',
      soundPublic,
      "image: pulled from cropen.azurecr.io over the public network; model: read from storage account stopen, the workspace's own, over the public network; code: none",
    ],
    [
      'the public network, and no environment',
      () =>
        environment(modelAt(soundPublic(), 'abfss://w@onelake.dfs.fabric.microsoft.com/x'), 'churn', null),
      "image: the service's own, by the type of the model; model: read from OneLake of Microsoft Fabric over the public network; code: none",
    ],
    [
      'a managed network that lets out what is approved',
      () =>
        modelAt(
          image(
            'mcr.microsoft.com/x:1',
            allow(approvedOnly(), 'PrivateEndpoint', { serviceResourceId: LAKE, subresourceTarget: 'dfs' }),
            'claims',
          ),
          ON_LAKE,
        ),
      'image: pulled from the Microsoft Container Registry through the managed network; model: read from storage account stlake (datastore lake) through the managed network, by outbound rule own; code: none',
    ],
    [
      'a managed network whose rules lead nowhere',
      () =>
        changed(modelAt(image('ghcr.io/x/y:1', approvedOnly(), 'claims'), ON_LAKE), (estate) =>
          codeAt(estate, 'claims', 'https://stmanaged.blob.core.windows.net/code'),
        ),
      "image: doubtful: no outbound rule leads to ghcr.io; model: doubtful: no outbound rule leads to storage account stlake (datastore lake); code: read from storage account stmanaged, the workspace's own, through the managed network's private endpoint (rule __SYS_PE_storage_blob)",
    ],
    [
      'a managed network without the rule to its registry',
      () =>
        changed(soundManaged(), ({ world, names }) =>
          world.set(`${names.workspace}/outboundRules/__SYS_PE_registry`, 'properties.status', 'Failed'),
        ),
      "image: pulled from crmanaged.azurecr.io by no Active rule of the managed network, which is doubtful; model: read from storage account stmanaged, the workspace's own, through the managed network's private endpoint (rule __SYS_PE_storage_blob); code: none",
    ],
    [
      'a managed network with the internet',
      () =>
        changed(image('ghcr.io/x/y:1', soundManaged('AllowInternetOutbound'), 'claims'), ({ world, names }) =>
          world.remove(`${names.workspace}/outboundRules/__SYS_PE_storage_blob`),
        ),
      "image: pulled from ghcr.io through the managed network and the internet; model: read from storage account stmanaged, the workspace's own, through the managed network and the internet; code: none",
    ],
    [
      'a managed network that is not provisioned',
      () =>
        changed(soundManaged(), ({ world, names }) =>
          world.set(names.workspace, 'properties.managedNetwork.status.status', 'Inactive'),
        ),
      "image: pulled from crmanaged.azurecr.io once the managed network is provisioned; model: read from storage account stmanaged, the workspace's own, once the managed network is provisioned; code: none",
    ],
    [
      'a cluster',
      () =>
        changed(soundPrivate(), ({ world, names }) =>
          world.set(endpointId(names.workspace, 'fraud'), 'properties.compute', 'aks'),
        ),
      "image: pulled from crfraud.azurecr.io as the cluster lets it out; model: read from storage account stfraud, the workspace's own, as the cluster lets it out; code: none",
    ],
    [
      'what was not read',
      () =>
        changed(soundPrivate(), ({ world, names }) => {
          world.gap('environment', `${names.workspace}/environments/fraud-env/versions/1`);
          world.gap('model', `${names.workspace}/models/fraud/versions/1`, 'forbidden', '');
        }),
      'image: unknown (403 AuthorizationFailed); model: unknown (forbidden, Microsoft.MachineLearningServices/workspaces/models/versions/read); code: none',
    ],
    [
      'a managed network whose rules were not read',
      () =>
        changed(soundManaged(), ({ world, names }) =>
          world.gap('outboundRules', `${names.workspace}/outboundRules`),
        ),
      'image: unknown (403 AuthorizationFailed); model: unknown (403 AuthorizationFailed); code: none',
    ],
  ];
  for (const [name, world, path] of table) it(name, () => expect(pathOf(world())).toBe(path));
});

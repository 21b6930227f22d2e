import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.js';
import { modelStorage } from '../../../src/model/assets/asset-storage.js';
import { Model } from '../../../src/model/bodies/model.js';
import { TARGETS } from '../../../src/model/targets/targets.js';
import type { Estate } from '../../world/estate.js';
import { deploymentId } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';

const { workspace, subscription } = soundPrivate().names;
const deployment = deploymentId(workspace, 'fraud', 'blue');
const model = `${workspace}/models/fraud/versions/1`;

/** An estate whose model lies there, beside a datastore of another account. */
function storedAt(modelUri: string | null, lake: JsonObject = LAKE): Estate {
  const estate = soundPrivate();
  estate.world
    .add(
      'datastores',
      { id: `${workspace}/datastores/lake`, name: 'lake', properties: lake },
      `${workspace}/datastores`,
    )
    .set(model, 'properties.modelUri', modelUri);
  return estate;
}

const LAKE: JsonObject = { datastoreType: 'AzureDataLakeGen2', accountName: 'stlake', filesystem: 'models' };

/** The way with its account, or what the gap says. */
function storageOf(estate: Estate): string {
  const [target] = TARGETS.deployment.find(new Model(estate.world.snapshot())).items;
  if (target === undefined) throw new Error('the world holds no deployment');
  const storage = modelStorage(target);
  if (!storage.known) return storage.gaps.map(({ detail }) => detail).join('; ');
  const { value } = storage;
  if (value.way === 'none' || value.way === 'onelake') return value.way;
  if (value.way === 'registry') return `${value.way} ${value.registry}`;
  return `${value.way} ${value.account} ${value.service} ${value.datastore ?? '-'}`;
}

describe('where the model of a deployment lies', () => {
  const inGroup = `azureml://subscriptions/${subscription}/resourceGroups/rg-fraud/workspaces`;
  const table: readonly [modelUri: string | null, storage: string][] = [
    [
      'azureml://datastores/workspaceblobstore/paths/model',
      'default-storage stfraud blob workspaceblobstore',
    ],
    [
      'azureml://datastores/WorkspaceBlobStore/paths/model',
      'default-storage stfraud blob workspaceblobstore',
    ],
    ['azureml://datastores/workspacefilestore/paths/m', 'default-storage stfraud file workspacefilestore'],
    ['azureml://datastores/lake/paths/model', 'other-storage stlake dfs lake'],
    ['https://stfraud.blob.core.windows.net/c/model', 'default-storage stfraud blob -'],
    ['https://stlake.dfs.core.windows.net/c/model', 'other-storage stlake dfs -'],
    ['abfss://ws@onelake.dfs.fabric.microsoft.com/lake', 'onelake'],
    ['azureml://registries/contoso/models/score/versions/2', 'registry contoso'],
    [
      'azureml://datastores/gone/paths/model',
      'properties.modelUri is azureml://datastores/gone/paths/model: the workspace has no datastore gone',
    ],
    [
      `${inGroup}/mlw-other/datastores/lake/paths/model`,
      `properties.modelUri is ${inGroup}/mlw-other/datastores/lake/paths/model: a datastore of another workspace, which isocheck does not read`,
    ],
    [
      'runs:/brave/model',
      'properties.modelUri is runs:/brave/model, which is no address that isocheck knows',
    ],
    [null, 'properties.modelUri is absent'],
    ['', 'properties.modelUri is absent'],
  ];
  for (const [uri, storage] of table) {
    it(`${uri}: ${storage}`, () => expect(storageOf(storedAt(uri))).toBe(storage));
  }

  const odd: readonly [lake: JsonObject, storage: string][] = [
    [{ datastoreType: 'azureblob', accountName: 'STLAKE' }, 'other-storage stlake blob lake'],
    [{ datastoreType: 'AzureBlob', accountName: 'stfraud' }, 'default-storage stfraud blob lake'],
    [{ datastoreType: 'OneLake', oneLakeWorkspaceName: 'ws' }, 'onelake'],
    [
      { datastoreType: 'AzureDataLakeGen1', storeName: 'old' },
      'properties.datastoreType is AzureDataLakeGen1, which is no storage account',
    ],
    [
      { datastoreType: 'Hdfs' },
      'properties.datastoreType is Hdfs; isocheck knows AzureBlob or AzureDataLakeGen1 or AzureDataLakeGen2 or AzureFile or OneLake',
    ],
    [{}, 'properties.datastoreType is absent'],
    [{ datastoreType: 'AzureBlob', accountName: '' }, 'properties.accountName is absent'],
    [
      { datastoreType: 'AzureBlob', accountName: ['stlake'] },
      'properties.accountName is ["stlake"]; isocheck knows a string',
    ],
  ];
  for (const [lake, storage] of odd) {
    it(`a datastore of ${JSON.stringify(lake)}: ${storage}`, () => {
      expect(storageOf(storedAt('azureml://datastores/lake/paths/m', lake))).toBe(storage);
    });
  }

  it('is none for a deployment without a model', () => {
    const estate = soundPrivate();
    estate.world.set(deployment, 'properties.model', null);
    expect(storageOf(estate)).toBe('none');
  });

  it('is the registry that the deployment names, whose models nobody reads', () => {
    const estate = soundPrivate();
    const id = 'azureml://registries/azureml-meta/models/Llama/versions/4';
    estate.world.set(deployment, 'properties.model', id);
    expect(storageOf(estate)).toBe('registry azureml-meta');
  });

  it('is not known while the model, the datastores or the storage account of the workspace were not read', () => {
    const unreadModel = storedAt('azureml://datastores/lake/paths/m');
    unreadModel.world.gap('model', model);
    expect(storageOf(unreadModel)).toBe('403 AuthorizationFailed');
    const unreadList = storedAt('azureml://datastores/lake/paths/m');
    unreadList.world.gap('datastores', `${workspace}/datastores`);
    expect(storageOf(unreadList)).toBe('403 AuthorizationFailed');
  });

  it('needs no more of an incomplete list than the datastore', () => {
    const estate = storedAt('azureml://datastores/lake/paths/m');
    estate.world.incomplete('datastores', `${workspace}/datastores`);
    expect(storageOf(estate)).toBe('other-storage stlake dfs lake');
    estate.world.set(model, 'properties.modelUri', 'azureml://datastores/gone/paths/m');
    expect(storageOf(estate)).toBe('429 TooManyRequests');
  });
});

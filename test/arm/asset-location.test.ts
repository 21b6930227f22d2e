import { describe, expect, it } from 'vitest';
import { type AssetLocation, parseAssetLocation } from '../../src/arm/asset-location.js';
import { CLOUDS } from '../../src/arm/clouds.js';
import { namesOf } from '../world/names.js';

const { workspace, guid, subscription } = namesOf('fraud');
const group = `azureml://subscriptions/${subscription}/resourceGroups/rg-fraud`;
const provider = 'providers/Microsoft.MachineLearningServices';

const account = (service: 'blob' | 'dfs' | 'file', name = 'stfraud'): AssetLocation => ({
  kind: 'account',
  account: name,
  service,
});
const datastore = (name: string, workspaceId: string | null = workspace): AssetLocation => ({
  kind: 'datastore',
  datastore: name,
  workspaceId,
});

const TABLE: readonly [uri: string, location: AssetLocation | null][] = [
  ['azureml://datastores/lake/paths/model', datastore('lake')],
  ['azureml://datastores/lake/paths', datastore('lake')],
  ['AzureML://Datastores/lake/Paths/model/', datastore('lake')],
  [`${group}/workspaces/mlw-fraud/datastores/lake/paths/a/b`, datastore('lake')],
  [`${group}/${provider}/workspaces/mlw-fraud/datastores/lake/paths/a/b`, datastore('lake')],
  [
    `${group}/workspaces/mlw-other/datastores/lake/paths/a`,
    datastore('lake', workspace.replace('mlw-fraud', 'mlw-other')),
  ],
  [`azureml://locations/eastus/workspaces/${guid}/datastores/lake/paths/a`, datastore('lake')],
  [
    'azureml://locations/eastus/workspaces/00000000-0000-4000-8000-000000000000/datastores/lake/paths/a',
    datastore('lake', null),
  ],
  [`${group}/datastores/lake/paths/a`, null],
  ['azureml://registries/contoso/models/score/versions/2', { kind: 'registry', registry: 'contoso' }],
  ['azureml://registries/contoso/data/x/versions/1', { kind: 'registry', registry: 'contoso' }],
  ['https://stfraud.blob.core.windows.net/models/fraud', account('blob')],
  [' HTTPS://STFRAUD.blob.core.windows.net/models ', account('blob')],
  ['https://stfraud.blob.core.windows.net:443/models', account('blob')],
  ['https://stfraud.blob.core.windows.net?x=1', account('blob')],
  ['https://stfraud-secondary.blob.core.windows.net/models', account('blob')],
  ['https://stfraud.z12.blob.storage.azure.net/models', account('blob')],
  ['https://stfraud.dfs.core.windows.net/models', account('dfs')],
  ['https://stfraud.file.core.windows.net/share/models', account('file')],
  ['abfss://models@stfraud.dfs.core.windows.net/fraud', account('dfs')],
  ['abfs://models@stfraud.dfs.core.windows.net/fraud', account('dfs')],
  ['wasbs://models@stfraud.blob.core.windows.net/fraud', account('blob')],
  ['abfss://ws@onelake.dfs.fabric.microsoft.com/lake.Lakehouse/Files', { kind: 'onelake' }],
  ['https://westus-onelake.dfs.fabric.microsoft.com/ws/lake', { kind: 'onelake' }],
  // A look-alike, a host of somebody's own, another cloud's, and an address with a name before the host.
  ['https://stfraud.blob.core.windows.net.example/models', null],
  ['https://models.contoso.example/fraud', null],
  ['https://stfraud.blob.core.usgovcloudapi.net/models', null],
  ['https://user@stfraud.blob.core.windows.net/models', null],
  ['https://[2001:db8::1]/models', null],
  ['azureml://jobs/brave_1/outputs/artifacts/paths/model', null],
  ['azureml:stfraud', null],
  ['runs:/brave_1/model', null],
  ['./model', null],
  ['', null],
];

describe('where the files of an asset lie', () => {
  for (const [uri, location] of TABLE) {
    it(`${uri === '' ? 'an empty text' : uri}: ${location?.kind ?? 'not known'}`, () => {
      expect(parseAssetLocation(uri, { id: workspace, guid }, CLOUDS.AzureCloud)).toEqual(location);
    });
  }

  it('takes the hosts of the cloud', () => {
    const uri = 'https://stfraud.blob.core.usgovcloudapi.net/models';
    expect(parseAssetLocation(uri, { id: workspace, guid }, CLOUDS.AzureUSGovernment)).toEqual(
      account('blob'),
    );
  });
});

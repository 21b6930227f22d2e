import { describe, expect, it } from 'vitest';
import { type AssetReference, parseAssetReference } from '../../src/arm/asset-reference.js';
import { namesOf } from '../world/names.js';

const { workspace, guid, subscription } = namesOf('fraud');
const provider = '/providers/Microsoft.MachineLearningServices';
const own = { id: workspace, guid };

/** A version of an environment below a workspace. */
function versioned(workspaceId: string, name: string, version: string): AssetReference {
  const versionId = `${workspaceId}/environments/${name}/versions/${version}`;
  return { registry: null, name, version, label: null, versionId };
}

/** A version or a label of an environment of an Azure ML registry. */
function inRegistry(
  registry: string,
  name: string,
  rest: { version?: string; label?: string },
): AssetReference {
  return { registry, name, version: rest.version ?? null, label: rest.label ?? null, versionId: null };
}

describe('a reference to an environment', () => {
  const other = `/subscriptions/${subscription}/resourceGroups/rg-other${provider}/workspaces/mlw-other`;
  const table: readonly [string, AssetReference | null][] = [
    ['azureml:env:3', versioned(workspace, 'env', '3')],
    ['AzureML:env:3', versioned(workspace, 'env', '3')],
    ['azureml:env:2024-01-01.1', versioned(workspace, 'env', '2024-01-01.1')],
    ['azureml:env@latest', { registry: null, name: 'env', version: null, label: 'latest', versionId: null }],
    [`${workspace}/environments/env/versions/3`, versioned(workspace, 'env', '3')],
    [`  ${workspace}/environments/env/versions/3 `, versioned(workspace, 'env', '3')],
    [`azureml:${workspace}/environments/env/versions/3`, versioned(workspace, 'env', '3')],
    [
      `${workspace}/environments/env/labels/latest`,
      { registry: null, name: 'env', version: null, label: 'latest', versionId: null },
    ],
    [`${other}/environments/env/versions/3`, versioned(other, 'env', '3')],
    [
      `azureml://subscriptions/${subscription}/resourceGroups/rg-other/workspaces/mlw-other/environments/env/versions/3`,
      versioned(other, 'env', '3'),
    ],
    [
      `azureml://subscriptions/${subscription}/resourcegroups/rg-other${provider}/workspaces/mlw-other/environments/env/versions/3`,
      versioned(other, 'env', '3'),
    ],
    [
      'azureml://resourceGroups/rg-other/workspaces/mlw-other/environments/env/versions/3',
      versioned(other, 'env', '3'),
    ],
    [
      `azureml://locations/eastus/workspaces/${guid.toUpperCase()}/environments/env/versions/3`,
      versioned(workspace, 'env', '3'),
    ],
    [
      'azureml://locations/eastus/workspaces/MLW-fraud/environments/env/versions/3',
      versioned(workspace, 'env', '3'),
    ],
    [
      'azureml://locations/eastus/workspaces/00000000-0000-4000-8000-000000000000/environments/env/versions/3',
      { registry: null, name: 'env', version: '3', label: null, versionId: null },
    ],
    ['azureml://environments/env/versions/3', versioned(workspace, 'env', '3')],
    // Prefixes and the words between the names, in any letter case.
    [`AzureML:${workspace}/environments/env/versions/3`, versioned(workspace, 'env', '3')],
    ['AzureML://Environments/env/Versions/3', versioned(workspace, 'env', '3')],
    [
      'AzureML://Locations/eastus/Workspaces/mlw-fraud/environments/env/versions/3',
      versioned(workspace, 'env', '3'),
    ],
    [
      'AzureML://Registries/azureml/environments/env/versions/3',
      inRegistry('azureml', 'env', { version: '3' }),
    ],
    [
      'azureml://registries/azureml/environments/sklearn-1.5/versions/29',
      inRegistry('azureml', 'sklearn-1.5', { version: '29' }),
    ],
    [
      'azureml://registries/azureml/environments/sklearn-1.5/labels/latest',
      inRegistry('azureml', 'sklearn-1.5', { label: 'latest' }),
    ],
    [
      `/subscriptions/${subscription}/resourceGroups/rg${provider}/registries/reg/environments/env/versions/1`,
      inRegistry('reg', 'env', { version: '1' }),
    ],
    ['azureml:env', null],
    ['env:3', null],
    ['', null],
    ['python:3.12', null],
    [`${workspace}/environments/env`, null],
    [`${workspace}/models/env/versions/3`, null],
    ['azureml://datastores/workspaceblobstore/paths/env', null],
  ];
  for (const [text, reference] of table) {
    it(`reads ${text === '' ? 'an empty text' : text}`, () => {
      expect(parseAssetReference('environments', text, own)).toEqual(reference);
    });
  }
});

describe('a reference to a model', () => {
  it('reads the models of a workspace and of a registry', () => {
    expect(parseAssetReference('models', 'azureml:churn:2', own)?.versionId).toBe(
      `${workspace}/models/churn/versions/2`,
    );
    expect(parseAssetReference('models', `${workspace}/models/churn/versions/2`, own)?.versionId).toBe(
      `${workspace}/models/churn/versions/2`,
    );
    expect(parseAssetReference('models', `${workspace}/Models/churn/Versions/2`, own)?.versionId).toBe(
      `${workspace}/models/churn/versions/2`,
    );
    expect(parseAssetReference('models', 'azureml://models/churn/versions/2', own)?.versionId).toBe(
      `${workspace}/models/churn/versions/2`,
    );
    expect(
      parseAssetReference('models', 'azureml://registries/azureml-meta/models/Llama/versions/4', own),
    ).toEqual(inRegistry('azureml-meta', 'Llama', { version: '4' }));
  });

  it('does not take a workspace for known by its GUID when the GUID was not read', () => {
    const reference = `azureml://locations/eastus/workspaces/${guid}/models/churn/versions/2`;
    expect(parseAssetReference('models', reference, { id: workspace, guid: null })?.versionId).toBeNull();
  });
});

describe('a reference to code', () => {
  it('reads the code of a workspace and of a registry', () => {
    const code = 'codes/1f6d6c9e-8d0b-4b6a-9f0a-1c2d3e4f5a6b/versions/1';
    expect(parseAssetReference('codes', `${workspace}/${code}`, own)?.versionId).toBe(`${workspace}/${code}`);
    expect(parseAssetReference('codes', `${workspace}/Codes/score/Versions/2`, own)?.versionId).toBe(
      `${workspace}/codes/score/versions/2`,
    );
    expect(parseAssetReference('codes', 'azureml:score:2', own)?.versionId).toBe(
      `${workspace}/codes/score/versions/2`,
    );
    expect(parseAssetReference('codes', 'azureml://registries/contoso/codes/score/versions/2', own)).toEqual(
      inRegistry('contoso', 'score', { version: '2' }),
    );
    expect(parseAssetReference('codes', `${workspace}/models/score/versions/2`, own)).toBeNull();
  });
});

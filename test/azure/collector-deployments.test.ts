import { describe, expect, it } from 'vitest';
import { diagnosticSettingsPath } from '../../src/arm/list-paths.js';
import { Estate } from '../world/estate.js';
import { deploymentId, endpointId } from '../world/names.js';
import { soundManaged, soundPrivate, soundPublic } from '../world/sound.js';
import { expectNoCallTwice, type Scan, scan } from './scan.js';

function assetsAsked({ emulator }: Scan): readonly string[] {
  const paths = emulator.requests.map(({ path }) => path);
  return paths.filter((path) => /\/(?:environments|models|codes)\//.test(path)).sort();
}

describe('assets', () => {
  it('are read once each, and only where they lie below a workspace', async () => {
    const estate = new Estate('fraud');
    const { world, names } = estate;
    const deployments = ['own', 'short', 'label', 'curated', 'registry', 'mlflow'] as const;
    estate.endpoint('fraud', 'Disabled', Object.fromEntries(deployments.map((name) => [name, 'Disabled'])));
    const set = (name: string, property: string, value: string) =>
      world.set(deploymentId(names.workspace, 'fraud', name), `properties.${property}`, value);
    set('short', 'environmentId', 'azureml:fraud-env:1');
    set('label', 'environmentId', `${names.workspace}/environments/fraud-env/labels/latest`);
    set('curated', 'environmentId', 'azureml://registries/azureml/environments/sklearn-1.5/versions/20');
    set('registry', 'environmentId', 'azureml://registries/ours/environments/scoring/labels/latest');
    set('registry', 'model', 'azureml://registries/azureml-meta/models/Llama/versions/8');
    set('short', 'model', 'azureml:other:2');
    set('label', 'model', 'a path that nobody documents');
    world.unset(deploymentId(names.workspace, 'fraud', 'mlflow'), 'properties.environmentId');
    estate.model(`${names.workspace}/models/other/versions/2`, 'mlflow_model');
    const result = await scan(world.snapshot());
    expect(assetsAsked(result)).toEqual([
      `${names.workspace}/environments/fraud-env/versions/1`,
      `${names.workspace}/models/fraud/versions/1`,
      `${names.workspace}/models/other/versions/2`,
    ]);
    expect(result.snapshot.gaps).toEqual([]);
    expect(result.rounds).toBe(3);
    expectNoCallTwice(result);
  });

  it('are code too, where a deployment has a scoring script', async () => {
    const estate = new Estate('fraud').endpoint('fraud', 'Disabled', { blue: 'Disabled', green: 'Disabled' });
    const { world, names } = estate;
    const id = `${names.workspace}/codes/score/versions/3`;
    for (const [name, codeId] of [
      ['blue', id],
      ['green', 'azureml:score:3'],
    ] as const) {
      world.set(deploymentId(names.workspace, 'fraud', name), 'properties.codeConfiguration', {
        codeId,
        scoringScript: 'score.py',
      });
    }
    world.add('code', { id, name: '3', properties: { codeUri: 'https://st.blob.core.windows.net/c/src' } });
    const result = await scan(world.snapshot());
    expect(assetsAsked(result).filter((path) => path.includes('/codes/'))).toEqual([id]);
    expect(result.snapshot.resources[id.toLowerCase()]?.body).toEqual(world.body(id));
    expect(result.rounds).toBe(3);
  });

  it('leave a gap where they are refused, which names the action of their versions', async () => {
    const { world, names } = soundPrivate();
    const path = `${names.workspace}/models`;
    const { snapshot } = await scan(world.snapshot(), {
      faults: [
        {
          path,
          kind: 'forbidden',
          action: 'Microsoft.MachineLearningServices/workspaces/models/versions/read',
        },
      ],
    });
    expect(snapshot.gaps).toMatchObject([
      {
        scope: `${path}/fraud/versions/1`.toLowerCase(),
        operation: 'Microsoft.MachineLearningServices/workspaces/models/versions/read',
        reason: 'forbidden',
      },
    ]);
  });
});

describe('the diagnostic settings of an endpoint', () => {
  const settingsAsked = ({ emulator }: Scan) =>
    emulator.requests.map(({ path }) => path).filter((path) => path.endsWith('/diagnosticSettings'));

  it('are read where a deployment is sent out by private endpoints of its own', async () => {
    const estate = soundPrivate().endpoint('open', 'Enabled');
    const { world, names } = estate;
    const endpoint = endpointId(names.workspace, 'fraud');
    const id = `${endpoint}/providers/microsoft.insights/diagnosticSettings/to-workspace`;
    world.add(
      'diagnosticSettings',
      {
        id,
        name: 'to-workspace',
        properties: { logs: [{ category: 'AmlOnlineEndpointTrafficLog', enabled: true }] },
      },
      diagnosticSettingsPath(endpoint),
    );
    const result = await scan(world.snapshot());
    expect(settingsAsked(result)).toEqual([diagnosticSettingsPath(endpoint)]);
    expect(result.snapshot.resources[id.toLowerCase()]?.body).toEqual(world.body(id));
    expect(result.snapshot.collections[diagnosticSettingsPath(endpoint).toLowerCase()]).toEqual({
      apiVersion: '2021-05-01-preview',
      complete: true,
      members: [id],
    });
    expect(result.rounds).toBe(3);
  });

  it('are not read where all go out over the internet', async () => {
    expect(settingsAsked(await scan(soundPublic().world.snapshot()))).toEqual([]);
  });

  it('are not read behind a managed network, which the flag says nothing about', async () => {
    const { world, names } = soundManaged();
    world.set(
      deploymentId(names.workspace, 'claims', 'blue'),
      'properties.egressPublicNetworkAccess',
      'Disabled',
    );
    expect(settingsAsked(await scan(world.snapshot()))).toEqual([]);
  });

  it('are not read of a Kubernetes endpoint', async () => {
    const { world, names } = soundPrivate();
    world.set(endpointId(names.workspace, 'fraud'), 'properties.compute', `${names.workspace}/computes/k8s`);
    expect(settingsAsked(await scan(world.snapshot()))).toEqual([]);
  });

  it('are a gap where they are refused', async () => {
    const { world, names } = soundPrivate();
    const path = diagnosticSettingsPath(endpointId(names.workspace, 'fraud'));
    const { snapshot } = await scan(world.snapshot(), { faults: [{ path, kind: 'forbidden' }] });
    expect(snapshot.gaps).toMatchObject([
      {
        scope: path.toLowerCase(),
        operation: 'Microsoft.Insights/diagnosticSettings/read',
        reason: 'forbidden',
      },
    ]);
  });
});

import { expect } from 'vitest';
import { imageWay } from '../../src/model/assets/image-way.js';
import { TARGETS } from '../../src/model/targets/targets.js';
import { REDACTION } from '../../src/snapshot/redact.js';
import type { Recorded } from './recorded.js';
import { snapshotOf } from './recorded.js';
import { type Expectations, judged, knownValue, reasonsOf, type Scanned } from './scanned.js';

/** Scans an endpoint as the one item of its workspace's list. */
async function listedEndpoint(recorded: Recorded): Promise<Scanned> {
  const [workspace = '', name = ''] = recorded.path.split('/onlineEndpoints/');
  const snapshot = await snapshotOf('endpoints', recorded, [workspace]);
  const path = `${workspace}/onlineEndpoints`;
  return judged({
    ...snapshot,
    collections: {
      ...snapshot.collections,
      [path.toLowerCase()]: { apiVersion: recorded.apiVersion, complete: true, members: [`${path}/${name}`] },
    },
  });
}

/** Scans deployments below an endpoint that the list of a workspace names and of which nothing else is known. */
async function listedDeployments(recorded: Recorded, deployments: string): Promise<Scanned> {
  const endpoint = deployments.replace('/deployments', '');
  const [workspace = ''] = endpoint.split('/onlineEndpoints/');
  const snapshot = await snapshotOf('deployments', recorded, [workspace]);
  const list = (members: string[]) => ({ apiVersion: recorded.apiVersion, complete: true, members });
  return judged({
    ...snapshot,
    collections: {
      [deployments.toLowerCase()]: list([`${deployments}/online-pwsh01-blue01`]),
      [`${workspace}/onlineEndpoints`.toLowerCase()]: list([endpoint]),
      ...snapshot.collections,
    },
  });
}

function expectDeployment({ snapshot, model, verdicts }: Scanned): void {
  const [deployment, ...more] = TARGETS.deployment.find(model).items;
  expect(more).toEqual([]);
  expect(deployment && knownValue(deployment.egress())).toBe('public');
  expect(deployment && knownValue(deployment.provisioningState())).toBe('Succeeded');
  expect(deployment && knownValue(deployment.environment())).toMatchObject({
    name: 'openmpi4_1_0-ubuntu22_04',
    version: '1',
  });
  // Its environment, and whether its workspace has a managed network, are not known.
  expect(deployment && reasonsOf(imageWay(deployment))).toEqual(['not-collected']);
  expect(deployment && reasonsOf(deployment.generation())).toEqual(['not-collected']);
  expect(verdicts).toEqual(['pass deployment/provisioning-state online-pwsh01-blue01']);
  // What a deployment is given by environment variables is nobody's business.
  const [body] = Object.values(snapshot.resources);
  expect(body?.body).toMatchObject({
    properties: { environmentVariables: { AML_APP_ROOT: REDACTION, AZUREML_ENTRY_SCRIPT: REDACTION } },
  });
}

export const endpointExpectations: Expectations = {
  'online-endpoint-get-2024-04-01.json': async (recorded) => {
    const { model, verdicts, finding } = await listedEndpoint(recorded);
    const [endpoint] = TARGETS.endpoint.find(model).items;
    expect(endpoint && knownValue(endpoint.isKubernetes())).toBe(false);
    expect(endpoint && knownValue(endpoint.publicNetworkAccess())).toBe('open');
    expect(endpoint && knownValue(endpoint.authMode())).toBe('AADToken');
    expect(endpoint && knownValue(endpoint.traffic())).toEqual([]);
    expect(finding('endpoint/private-inbound-path', 'online-pwsh01').status).toBe('not-applicable');
    // Its deployments are not known, so neither is whether one of them should have traffic.
    expect(finding('endpoint/traffic', 'online-pwsh01').status).toBe('unknown');
    expect(verdicts).toEqual([
      'pass endpoint/provisioning-state online-pwsh01',
      'fail endpoint/public-network-access online-pwsh01',
    ]);
  },
  'online-endpoint-creating-put-2024-04-01.json': async (recorded) => {
    const { model, finding } = await listedEndpoint(recorded);
    const [endpoint] = TARGETS.endpoint.find(model).items;
    expect(endpoint && knownValue(endpoint.provisioningState())).toBe('Creating');
    expect(endpoint && knownValue(endpoint.scoringUri())).toBeNull();
    expect(endpoint && knownValue(endpoint.location())).toBeNull();
    expect(finding('endpoint/provisioning-state', 'online-pwsh01').status).toBe('unknown');
  },
  'online-endpoint-list-empty-2024-04-01.json': async (recorded) => {
    const workspace = recorded.path.replace('/onlineEndpoints', '');
    const { model } = judged(await snapshotOf('endpoints', recorded, [workspace]));
    // Read and empty is not unread.
    expect(TARGETS.endpoint.find(model)).toEqual({ items: [], gaps: [] });
  },
  'online-deployment-get-2024-04-01.json': async (recorded) => {
    expectDeployment(await listedDeployments(recorded, recorded.path.replace(/\/[^/]+$/, '')));
  },
  'online-deployment-list-2024-04-01.json': async (recorded) => {
    expectDeployment(await listedDeployments(recorded, recorded.path));
  },
  'error-nested-aml-user-error-in-deployment-status.json': async (recorded) => {
    const endpoint =
      '/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w/onlineEndpoints/e';
    const path = `${endpoint}/deployments/online-pwsh01-blue01`;
    const scanned = await listedDeployments(
      { ...recorded, path, apiVersion: '2020-06-01' },
      `${endpoint}/deployments`,
    );
    const [deployment] = TARGETS.deployment.find(scanned.model).items;
    // 200, and yet no deployment: nothing in it is a default.
    expect(deployment && reasonsOf(deployment.egress())).toEqual(['unsupported']);
    expect(deployment && reasonsOf(deployment.provisioningState())).toEqual(['unsupported']);
    expect(scanned.verdicts).toEqual([]);
  },
};

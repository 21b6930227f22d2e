import { describe, expect, it } from 'vitest';
import { READS } from '../../src/arm/reads.js';
import { RULES } from '../../src/rules/index.js';
import { diagnose, readsOfSymptom } from '../../src/troubleshoot/diagnose.js';
import { isRuleStep, SYMPTOM_NAMES, type SymptomName } from '../../src/troubleshoot/symptom.js';
import { SYMPTOMS } from '../../src/troubleshoot/symptoms.js';
import type { Estate } from '../world/estate.js';
import { deploymentId, endpointId } from '../world/names.js';
import { soundManaged, soundPrivate, soundPublic } from '../world/sound.js';
import { faulty } from '../world/stories/faulty.js';
import { STORIES } from '../world/stories.js';

/** Changes the sound private estate. */
function changed(change: (estate: Estate) => unknown): Estate {
  const estate = soundPrivate();
  change(estate);
  return estate;
}

function walked(symptom: SymptomName, estate: Estate, named = {}) {
  return diagnose(estate.world.snapshot(), SYMPTOMS[symptom], named);
}

describe.each(SYMPTOM_NAMES)('%s', (name) => {
  const symptom = SYMPTOMS[name];

  it('asks rules that there are, and leaves something to the user', () => {
    expect(symptom.name).toBe(name);
    const ids = symptom.steps.flatMap((step) => (isRuleStep(step) ? step.ruleIds : []));
    expect(ids.filter((id) => !RULES.some((rule) => rule.id === id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(symptom.steps.some((step) => !isRuleStep(step))).toBe(true);
    expect(new Set(symptom.steps.map(({ title }) => title)).size).toBe(symptom.steps.length);
  });

  it('asks ARM for less than a scan does', () => {
    const reads = readsOfSymptom(symptom);
    expect(reads.has('workspace')).toBe(true);
    expect(reads.size).toBeLessThan(Object.keys(READS).length);
  });

  it.each(['private', 'documented-example', 'managed-approved', 'managed-internet', 'public'])(
    'finds no cause in a sound workspace: %s',
    (story) => {
      const snapshot = STORIES[story]?.world().snapshot();
      if (snapshot === undefined) throw new Error(`no story is named ${story}`);
      const { cause, steps, exitCode } = diagnose(snapshot, symptom);
      if (name === 'image-build-fails' && story === 'documented-example') {
        // Nothing is built there: the example pushes a ready image.
        expect(cause?.ruleId).toBe('workspace/image-build-compute');
        return;
      }
      expect(cause, JSON.stringify(steps.at(-1))).toBeNull();
      expect(steps.filter(({ status }) => status === 'unknown')).toEqual([]);
      expect(exitCode).toBe(0);
    },
  );

  it('is not sure where there is no workspace', () => {
    const snapshot = { ...soundPrivate().world.snapshot(), workspaces: [] };
    expect(diagnose(snapshot, symptom)).toMatchObject({ cause: null, exitCode: 3 });
  });

  it('is never sure of what was not read', () => {
    const { world, names } = soundPrivate();
    const { cause, steps, exitCode } = diagnose(world.gap('workspace', names.workspace).snapshot(), symptom);
    expect({ cause, exitCode }).toEqual({ cause: null, exitCode: 3 });
    expect(steps.some(({ status }) => status === 'unknown')).toBe(true);
  });
});

describe('the cause', () => {
  const causes: readonly (readonly [SymptomName, string, () => Estate])[] = [
    [
      'endpoint-creation-fails',
      'workspace/v1-legacy-mode',
      () => changed(({ world, names }) => world.set(names.workspace, 'properties.v1LegacyMode', true)),
    ],
    [
      'key-authentication-fails',
      'key-vault/trusted-services-bypass',
      () => changed(({ world, names }) => world.set(names.keyVault, 'properties.networkAcls.bypass', 'None')),
    ],
    [
      'image-download-error',
      'registry/egress-private-endpoint',
      () =>
        changed(({ world, names }) => world.set(names.registry, 'properties.privateEndpointConnections', [])),
    ],
    [
      'image-build-fails',
      'workspace/image-build-compute',
      () => changed(({ world, names }) => world.unset(names.workspace, 'properties.imageBuildCompute')),
    ],
    [
      'host-not-resolved',
      'dns/inference-record',
      () =>
        changed(({ world, names }) =>
          world.remove(`${names.apiZone}/A/*.${names.guid}.inference.${names.region}`),
        ),
    ],
    [
      'cannot-be-scored',
      'endpoint/traffic',
      () =>
        changed(({ world, names }) =>
          world.set(endpointId(names.workspace, 'fraud'), 'properties.traffic', { blue: 0 }),
        ),
    ],
    [
      'deployment-fails',
      'deployment/mlflow-no-code',
      () =>
        changed((estate) => {
          const { world, names } = estate;
          estate.model(`${names.workspace}/models/fraud/versions/1`, 'mlflow_model');
          world.unset(deploymentId(names.workspace, 'fraud', 'blue'), 'properties.environmentId');
        }),
    ],
    [
      'model-download-error',
      'deployment/model-storage',
      () =>
        changed(({ world, names }) =>
          world.set(
            `${names.workspace}/models/fraud/versions/1`,
            'properties.modelUri',
            'https://stelsewhere.blob.core.windows.net/models/fraud',
          ),
        ),
    ],
    [
      'access-denied',
      'endpoint/private-inbound-path',
      () =>
        changed(({ world, names }) =>
          world
            .set(names.workspace, 'properties.privateEndpointConnections', [])
            .remove(names.connection)
            .remove(names.privateEndpoint),
        ),
    ],
  ];

  it.each(causes)('of %s is %s, the last step that is told', (symptom, ruleId, estate) => {
    const { cause, steps, exitCode } = walked(symptom, estate());
    expect(cause?.ruleId, JSON.stringify(steps.at(-1))).toBe(ruleId);
    expect(exitCode).toBe(1);
    const last = steps.at(-1);
    expect(last).toMatchObject({ status: 'fail', title: cause?.title });
    expect(last?.ruleIds).toContain(ruleId);
    expect(last?.fix ?? '').not.toBe('');
    expect(steps.slice(0, -1).map(({ status }) => status)).not.toContain('fail');
  });

  it('is not what is merely worth knowing, which leaves a step open where ARM does not show the rest', () => {
    const { cause, steps, exitCode } = walked(
      'host-not-resolved',
      changed(({ world, names }) =>
        world.set(names.virtualNetwork, 'properties.dhcpOptions.dnsServers', ['10.20.0.200']),
      ),
    );
    expect(cause).toBeNull();
    expect(steps.find(({ ruleIds }) => ruleIds.includes('dns/custom-dns-server'))).toMatchObject({
      status: 'unknown',
      message: expect.stringContaining('10.20.0.200'),
    });
    expect(exitCode).toBe(3);
  });

  it('is no zone of another service than the step is about', () => {
    const estate = changed(({ world, names }) =>
      world.remove(
        `${names.apiZone.replace('api.azureml.ms', 'blob.core.windows.net')}/virtualNetworkLinks/link-vnet-fraud`,
      ),
    );
    expect(walked('key-authentication-fails', estate).cause).toBeNull();
    expect(walked('image-build-fails', estate).cause?.ruleId).toBe('dns/dependency-zones');
  });

  it('is no zone of the workspace where all endpoints are Kubernetes ones', () => {
    const estate = changed(({ world, names }) =>
      world
        .set(endpointId(names.workspace, 'fraud'), 'properties.compute', `${names.workspace}/computes/aks`)
        .remove(`${names.apiZone}/A/*.${names.guid}.inference.${names.region}`),
    );
    expect(walked('host-not-resolved', estate).cause).toBeNull();
    expect(walked('cannot-be-scored', estate).cause).toBeNull();
    estate.endpoint('managed', 'Disabled');
    expect(walked('host-not-resolved', estate).cause?.ruleId).toBe('dns/inference-record');
    expect(walked('host-not-resolved', estate, { endpoints: ['fraud'] }).cause).toBeNull();
  });

  it('comes after what each rule of a step says, by the names of its targets where they differ', () => {
    const [, registry, image] = walked('image-download-error', soundPrivate()).steps;
    expect(registry?.message).toBe(
      'crfraud: sku.name is Premium. Registry crfraud has 1 Approved egress connection for 1 deployment that leaves privately. A registry can be shared, and a connection does not name its workspace.',
    );
    expect(image).toMatchObject({ status: 'pass' });
    const { steps } = diagnose(faulty.world().snapshot(), SYMPTOMS['image-download-error']);
    expect(steps[0]).toMatchObject({
      status: 'not-applicable',
      message:
        "blue: The deployment does not leave over the public network by its own flag. green: The image does not come from the workspace's registry: mcr.microsoft.com/azureml/minimal-ubuntu22.04-py39-cpu-inference:latest.",
    });
  });

  it('is sought among the endpoints that are meant', () => {
    const estate = changed((each) => {
      each.endpoint('other', 'Disabled');
      each.world.set(endpointId(each.names.workspace, 'fraud'), 'properties.traffic', { blue: 0 });
    });
    expect(walked('cannot-be-scored', estate, { endpoints: ['OTHER'] }).cause).toBeNull();
    expect(walked('cannot-be-scored', estate, { endpoints: ['fraud'] }).cause?.ruleId).toBe(
      'endpoint/traffic',
    );
    expect(walked('cannot-be-scored', estate).cause?.ruleId).toBe('endpoint/traffic');
  });
});

describe('what ARM cannot answer', () => {
  const commands = (symptom: SymptomName, estate: Estate) =>
    walked(symptom, estate).steps.flatMap((step) => (step.status === 'manual' ? step.commands : []));

  it('is asked with the real names', () => {
    expect(commands('host-not-resolved', soundPrivate())).toEqual([
      'nslookup fraud.eastus.inference.ml.azure.com',
      'dig fraud.eastus.inference.ml.azure.com',
      'dig @168.63.129.16 fraud.eastus.inference.ml.azure.com',
    ]);
    expect(commands('image-download-error', soundPrivate())).toEqual([
      'az acr repository show --name crfraud --subscription 3f1c2a4e-5b6d-4e7f-8a9b-0c1d2e3f4a5b --image fraud:1',
      'az ml online-deployment get-logs --name blue --endpoint-name fraud --workspace-name mlw-fraud --resource-group rg-fraud --subscription 3f1c2a4e-5b6d-4e7f-8a9b-0c1d2e3f4a5b',
    ]);
  });

  it('is another matter in a Kubernetes cluster', () => {
    const estate = changed(({ world, names }) =>
      world
        .set(endpointId(names.workspace, 'fraud'), 'properties.compute', `${names.workspace}/computes/aks`)
        .set(endpointId(names.workspace, 'fraud'), 'properties.scoringUri', 'https://fraud.ml.example/score'),
    );
    expect(commands('host-not-resolved', estate)).toEqual([
      'nslookup fraud.ml.example',
      'kubectl exec -it deploy/azureml-fe -n azureml -- /bin/bash',
      'curl -vi -k https://localhost:<port>/api/v1/endpoint/fraud/swagger.json',
      'curl -vi http://localhost:<port>/api/v1/endpoint/fraud/swagger.json',
      'openssl s_client -connect fraud.ml.example:443 -servername fraud.ml.example </dev/null | openssl x509 -noout -subject -dates',
    ]);
  });

  it('is left out where there is nothing to ask it of', () => {
    const estate = soundPublic();
    estate.world.remove(endpointId(estate.names.workspace, 'churn'));
    expect(commands('host-not-resolved', estate)).toEqual([]);
  });

  it('names three of many alike', () => {
    const estate = soundManaged();
    for (const name of ['a1', 'b1', 'c1', 'd1']) estate.endpoint(name, 'Disabled', {});
    expect(commands('host-not-resolved', estate).filter((line) => line.startsWith('nslookup'))).toHaveLength(
      3,
    );
  });
});

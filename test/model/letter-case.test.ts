import { describe, expect, it } from 'vitest';
import { modelStorage } from '../../src/model/assets/asset-storage.js';
import { imageWay } from '../../src/model/assets/image-way.js';
import { Model } from '../../src/model/bodies/model.js';
import { outboundRulesOf } from '../../src/model/managed-network/outbound-rules.js';
import { isStorageOfWorkspace } from '../../src/model/managed-network/storage-host.js';
import { workspacesUsing } from '../../src/model/ownership/dependency-users.js';
import type { Deployment } from '../../src/model/resources/deployment.js';
import { registryAt } from '../../src/model/resources/registry.js';
import { storageAccountAt } from '../../src/model/resources/storage-account.js';
import { workspaceAt } from '../../src/model/resources/workspace.js';
import { TARGETS } from '../../src/model/targets/targets.js';
import { deploymentPath } from '../../src/scenarios/deployment-path.js';
import { Estate } from '../world/estate.js';
import { addOutboundRule } from '../world/managed-network.js';
import { deploymentId, MICROSOFT_SUBSCRIPTION } from '../world/names.js';
import { soundManaged, soundPrivate } from '../world/sound.js';

/*
 * ARM tells names and ids in other letters than it was told them, and each service in its own: what is the same but
 * for its letters is the same.
 */

const { workspace, registry, storage, subscription, guid } = soundPrivate().names;
const MODEL = `${workspace}/models/fraud/versions/1`;
const ENVIRONMENT = `${workspace}/environments/fraud-env/versions/1`;

function deploymentOf({ world }: Estate): Deployment {
  const [found] = TARGETS.deployment.find(new Model(world.snapshot())).items;
  if (found === undefined) throw new Error('the world holds no deployment');
  return found;
}

const changed = (change: (estate: Estate) => unknown) => () => {
  const estate = soundPrivate();
  change(estate);
  return estate;
};

describe("the workspace's own storage account", () => {
  const inLetters = (id: string, uri: string) =>
    changed(({ world }) =>
      world.set(workspace, 'properties.storageAccount', id).set(MODEL, 'properties.modelUri', uri),
    );
  const capitals = storage.replace('stfraud', 'STFraud');

  it.each([
    ['named by its host', capitals, 'https://stfraud.blob.core.windows.net/models/fraud'],
    ['whose host is in capitals', storage, 'https://STFRAUD.BLOB.core.windows.net/models/fraud'],
    ['named by a datastore', capitals, 'azureml://datastores/workspaceblobstore/paths/fraud'],
    ['named by a datastore in capitals', storage, 'azureml://datastores/WORKSPACEBLOBSTORE/paths/fraud'],
    [
      'named by a datastore of the workspace in capitals',
      storage.toUpperCase(),
      `azureml://subscriptions/${subscription.toUpperCase()}/resourceGroups/RG-FRAUD/workspaces/MLW-Fraud/datastores/workspaceblobstore/paths/fraud`,
    ],
  ])('holds a model %s', (_how, id, uri) => {
    expect(modelStorage(deploymentOf(inLetters(id, uri)()))).toMatchObject({
      known: true,
      value: { way: 'default-storage', account: 'stfraud', accountId: id, service: 'blob' },
    });
  });

  it('is led to by a datastore whose name and account have capitals', () => {
    const estate = changed(({ world }) =>
      world
        .add(
          'datastores',
          {
            id: `${workspace}/datastores/Lake`,
            name: 'Lake',
            properties: { datastoreType: 'AzureBlob', accountName: 'STfraud' },
          },
          `${workspace}/datastores`,
        )
        .set(MODEL, 'properties.modelUri', 'azureml://datastores/lake/paths/fraud'),
    )();
    expect(modelStorage(deploymentOf(estate))).toMatchObject({
      value: { way: 'default-storage', account: 'stfraud', datastore: 'Lake' },
    });
  });

  it('is used by the workspaces that name it in other letters', () => {
    const estate = soundPrivate();
    const other = new Estate('other', {}, estate.world).names.workspace;
    estate.world.set(other, 'properties.storageAccount', storage.toUpperCase());
    const account = storageAccountAt(new Model(estate.world.snapshot()), storage);
    expect(workspacesUsing(account).items.map(({ name }) => name)).toEqual(['mlw-fraud', 'mlw-other']);
  });
});

describe("the workspace's own registry", () => {
  const wayOf = (change: (estate: Estate) => unknown) => imageWay(deploymentOf(changed(change)()));

  it.each<[string, (estate: Estate) => unknown]>([
    [
      'that tells its host in capitals',
      ({ world }) => world.set(registry, 'properties.loginServer', 'CRFraud.AzureCR.io'),
    ],
    [
      'that tells no host, and whose id is in capitals',
      ({ world }) => {
        const id = registry.replace('crfraud', 'CRFraud');
        world.set(workspace, 'properties.containerRegistry', id).unset(registry, 'properties.loginServer');
      },
    ],
    [
      'where the image is in capitals',
      (estate) => estate.environment(ENVIRONMENT, { image: 'CRFRAUD.AZURECR.IO/fraud:1' }),
    ],
  ])('holds the image, %s', (_how, change) => {
    expect(wayOf(change)).toMatchObject({ known: true, value: { way: 'workspace-registry' } });
  });

  it.each([
    ['guid', guid.toUpperCase(), guid],
    ['name', guid, 'MLW-Fraud'],
  ])('holds the image of an environment of the workspace by its %s', (_what, told, named) => {
    expect(
      wayOf(({ world }) =>
        world
          .set(workspace, 'properties.workspaceId', told)
          .set(
            deploymentId(workspace, 'fraud', 'blue'),
            'properties.environmentId',
            `azureml://locations/eastus/workspaces/${named}/environments/fraud-env/versions/1`,
          ),
      ),
    ).toMatchObject({ value: { way: 'workspace-registry' } });
  });

  it('holds the image of an environment that is named in other letters', () => {
    expect(
      wayOf(({ world, names }) =>
        world.set(
          deploymentId(names.workspace, 'fraud', 'blue'),
          'properties.environmentId',
          `AzureML:${ENVIRONMENT.toUpperCase()}`,
        ),
      ),
    ).toMatchObject({ value: { way: 'workspace-registry' } });
  });

  it('is used by the workspaces that name it in other letters', () => {
    const estate = soundPrivate();
    const other = new Estate('other', {}, estate.world).names.workspace;
    estate.world.set(other, 'properties.containerRegistry', registry.toUpperCase());
    expect(
      workspacesUsing(registryAt(new Model(estate.world.snapshot()), registry)).items.map(({ name }) => name),
    ).toEqual(['mlw-fraud', 'mlw-other']);
  });
});

describe('a managed network', () => {
  const managed = (change: (estate: Estate) => unknown) => {
    const estate = soundManaged();
    change(estate);
    return estate;
  };
  const own = soundManaged().names;
  const ruleTo = (id: string, part: string) => (estate: Estate) =>
    addOutboundRule(estate, 'rule', {
      type: 'PrivateEndpoint',
      category: 'UserDefined',
      status: 'Active',
      destination: { serviceResourceId: id, subresourceTarget: part },
    });
  const services = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/RG/providers`;

  it.each<[string, string, (estate: Estate) => unknown]>([
    [
      'https://stlake.blob.core.windows.net/models/fraud',
      'outbound rule rule',
      ruleTo(`${services}/microsoft.storage/STORAGEACCOUNTS/STLake`, 'Blob'),
    ],
    [
      'https://STLAKE.dfs.core.windows.net/models/fraud',
      'outbound rule rule',
      ruleTo(`${services}/Microsoft.Storage/storageAccounts/stlake`, 'DFS'),
    ],
    [
      'azureml://registries/Contoso/models/score/versions/1',
      'outbound rule rule',
      ruleTo(`${services}/Microsoft.MachineLearningServices/registries/CONTOSO`, 'AMLRegistry'),
    ],
    [
      'AZUREML://Registries/contoso/models/score/versions/1',
      'outbound rule rule',
      ruleTo(`${services}/Microsoft.MachineLearningServices/registries/contoso`, 'amlregistry'),
    ],
    [
      'azureml://registries/AzureML-Meta/models/Llama/versions/4',
      "the managed network's own way to Microsoft's registries",
      () => undefined,
    ],
    [
      'azureml://registries/HuggingFace/models/bert/versions/4',
      'outbound rule rule',
      (estate) =>
        addOutboundRule(estate, 'rule', {
          type: 'FQDN',
          category: 'UserDefined',
          status: 'Active',
          destination: 'HuggingFace.CO.',
        }),
    ],
  ])('leads to %s by %s', (uri, cover, change) => {
    const estate = managed(change);
    estate.world.set(`${own.workspace}/models/claims/versions/1`, 'properties.modelUri', uri);
    expect(deploymentPath(deploymentOf(estate))).toContain(`by ${cover}`);
  });

  it('leads to the images of Hugging Face', () => {
    const estate = managed((each) =>
      addOutboundRule(each, 'rule', {
        type: 'FQDN',
        category: 'UserDefined',
        status: 'Active',
        destination: 'Docker.IO',
      }),
    );
    estate.world.set(
      deploymentId(own.workspace, 'claims', 'blue'),
      'properties.environmentId',
      'azureml://registries/HuggingFace/environments/bert/versions/1',
    );
    expect(deploymentPath(deploymentOf(estate))).toMatch(/image: [^;]* by outbound rule rule;/);
  });

  it.each<[string, (estate: Estate) => unknown]>([
    [
      'by rules in other letters',
      ({ world }) => {
        for (const name of ['__SYS_PE_storage_blob', '__SYS_PE_registry']) {
          const id = `${own.workspace}/outboundRules/${name}`;
          const isBlob = name.endsWith('blob');
          world
            .set(
              id,
              'properties.destination.serviceResourceId',
              (isBlob ? own.storage : own.registry).toUpperCase(),
            )
            .set(id, 'properties.destination.subresourceTarget', isBlob ? 'BLOB' : 'Registry');
        }
      },
    ],
    [
      'where the workspace names them in other letters',
      ({ world }) =>
        world
          .set(own.workspace, 'properties.storageAccount', own.storage.toUpperCase())
          .set(own.workspace, 'properties.containerRegistry', own.registry.toUpperCase()),
    ],
  ])("leads to the workspace's own services, %s", (_how, change) => {
    const path = deploymentPath(deploymentOf(managed(change)));
    expect(path).toContain("through the managed network's private endpoint (rule __SYS_PE_registry)");
    expect(path).toContain("through the managed network's private endpoint (rule __SYS_PE_storage_blob)");
  });

  it.each<[string, (estate: Estate) => unknown]>([
    [
      "the workspace's own account is in capitals, and no datastore leads there",
      ({ world }) => {
        world.set(own.workspace, 'properties.storageAccount', own.storage.replace('stmanaged', 'STManaged'));
        for (const name of ['workspaceblobstore', 'workspacefilestore']) {
          world.set(`${own.workspace}/datastores/${name}`, 'properties.accountName', 'stother');
        }
      },
    ],
    [
      'the host is in capitals',
      ({ world }) =>
        world.set(
          `${own.workspace}/outboundRules/rule`,
          'properties.destination',
          'STMANAGED.BLOB.CORE.WINDOWS.NET',
        ),
    ],
    [
      'a datastore names it in capitals',
      ({ world }) =>
        world
          .set(own.workspace, 'properties.storageAccount', own.storage.replace('stmanaged', 'stother'))
          .set(`${own.workspace}/datastores/workspaceblobstore`, 'properties.accountName', 'STManaged'),
    ],
  ])('has an FQDN rule to the storage of the workspace, where %s', (_how, change) => {
    const estate = managed((each) => {
      addOutboundRule(each, 'rule', {
        type: 'FQDN',
        category: 'UserDefined',
        status: 'Active',
        destination: 'stmanaged.blob.core.windows.net',
      });
      change(each);
    });
    const rule = outboundRulesOf(workspaceAt(new Model(estate.world.snapshot()), own.workspace)).items.find(
      ({ name }) => name === 'rule',
    );
    expect(rule && isStorageOfWorkspace(rule)).toEqual({ known: true, value: true });
  });
});

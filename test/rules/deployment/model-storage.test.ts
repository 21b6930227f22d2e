import rule from '../../../src/rules/deployment/model-storage.js';
import type { Estate } from '../../world/estate.js';
import { deploymentId } from '../../world/names.js';
import { soundManaged, soundPrivate, soundPublic } from '../../world/sound.js';
import { testRule } from '../test-rule.js';
import { allow, approvedOnly, LAKE, legacy, modelAt, tag } from './stored.js';

const { workspace, subscription } = soundPrivate().names;
const managed = soundManaged().names;
const deployment = deploymentId(workspace, 'fraud', 'blue');
const model = `${workspace}/models/fraud/versions/1`;
const claims = `${managed.workspace}/models/claims/versions/1`;
const inGroup = `--resource-group rg-fraud --subscription ${subscription}`;
const inWorkspace = `--workspace-name mlw-fraud ${inGroup}`;
const inManaged = `--workspace-name mlw-managed --resource-group rg-managed --subscription ${subscription}`;
const ON_LAKE = 'azureml://datastores/lake/paths/score';
const PLACE = 'storage account stlake (datastore lake)';

const update = `az ml online-deployment update --file deployment.yml --name blue --endpoint-name fraud ${inWorkspace}`;
const updateClaims = `az ml online-deployment update --file deployment.yml --name blue --endpoint-name claims ${inManaged}`;
const moved =
  "Register the model anew from a local copy, which uploads it to the workspace's default datastore (model stands here for the folder that holds the files), and name the new version in the deployment's own file (deployment.yml here).";
const opened =
  "Add a private endpoint rule for dfs of storage account stlake to the managed network: this opens a private way to that account for everything in the workspace. The account's owner may have to approve the connection. Files that are copied into the workspace's own storage account need no rule.";

/** A legacy deployment whose model lies out of reach. */
const outOfReach = (uri: string, place: string) => ({
  name: `the model lies at ${uri}`,
  world: () => modelAt(legacy(), uri),
  severity: 'error' as const,
  message: `The model lies in ${place}, which the deployment's private egress does not reach.`,
  evidence: [
    {
      resourceId: model,
      path: 'properties.modelUri',
      actual: uri,
      expected: 'a path in storage account stfraud',
    },
  ],
  summary: moved,
  commands: [
    `az ml model download --name fraud --version 1 --download-path model ${inWorkspace}`,
    `az ml model create --name fraud --path model --type custom_model ${inWorkspace}`,
    update,
  ],
});

/** A deployment behind a managed network with a rule that does not lead to the lake. */
const notCovered = (name: string, world: () => Estate) => ({
  name,
  world: () => modelAt(world(), ON_LAKE),
  severity: 'warning' as const,
  message: `The model lies in ${PLACE}, to which no Active outbound rule of the managed network leads; whether it gets to the deployment by another way is doubtful.`,
  evidence: [
    {
      resourceId: claims,
      path: 'properties.modelUri',
      actual: ON_LAKE,
      expected: 'a path in storage account stmanaged',
    },
  ],
  summary: opened,
  commands: [
    `az ml workspace outbound-rule set --rule stlake-dfs --type private_endpoint --service-resource-id ${LAKE} --subresource-target dfs ${inManaged}`,
  ],
});

const lakeEndpoint = { serviceResourceId: LAKE, subresourceTarget: 'dfs', sparkEnabled: false };
const withModel =
  (id: string | null, world: () => Estate = legacy) =>
  () => {
    const estate = world();
    const { workspace: own } = estate.names;
    const endpoint = own === workspace ? 'fraud' : 'claims';
    estate.world.set(deploymentId(own, endpoint, 'blue'), 'properties.model', id);
    return estate;
  };
const REGISTRY_MODEL = 'azureml://registries/contoso/models/score/versions/2';

testRule(rule, {
  fail: [
    outOfReach(ON_LAKE, PLACE),
    outOfReach('https://stlake.blob.core.windows.net/models/score', 'storage account stlake'),
    outOfReach('abfss://ws@onelake.dfs.fabric.microsoft.com/lake', 'OneLake of Microsoft Fabric'),
    outOfReach(REGISTRY_MODEL, 'Azure ML registry contoso'),
    {
      name: 'the deployment names a model of an Azure ML registry',
      world: withModel(REGISTRY_MODEL),
      severity: 'error',
      message:
        "The model lies in Azure ML registry contoso, which the deployment's private egress does not reach.",
      evidence: [
        {
          resourceId: deployment,
          path: 'properties.model',
          actual: REGISTRY_MODEL,
          expected: 'a path in storage account stfraud',
        },
      ],
      summary: moved,
      commands: [
        'az ml model download --name score --version 2 --download-path model --registry-name contoso',
        `az ml model create --name score --path model ${inWorkspace}`,
        update,
      ],
    },
    {
      name: 'the deployment names a label of a registry',
      world: withModel('azureml://registries/azureml-meta/models/Llama/labels/latest'),
      severity: 'error',
      message:
        "The model lies in Azure ML registry azureml-meta, which the deployment's private egress does not reach.",
      evidence: [
        {
          resourceId: deployment,
          path: 'properties.model',
          actual: 'azureml://registries/azureml-meta/models/Llama/labels/latest',
          expected: 'a path in storage account stfraud',
        },
      ],
      summary: moved,
      commands: [update],
    },
    {
      ...outOfReach('azureml://datastores/workspacefilestore/paths/score', ''),
      name: "the model lies in a file share of the workspace's own account",
      severity: 'warning',
      message:
        "The model lies in file of the workspace's own storage account stfraud; the deployment's private endpoint leads to blob of it, and whether it reaches file is doubtful.",
      evidence: [
        {
          resourceId: model,
          path: 'properties.modelUri',
          actual: 'azureml://datastores/workspacefilestore/paths/score',
          expected: 'a path in blob of storage account stfraud',
        },
      ],
    },
    notCovered('no rule leads there', approvedOnly),
    notCovered('the rule is Inactive', () =>
      allow(approvedOnly(), 'PrivateEndpoint', lakeEndpoint, 'Inactive'),
    ),
    notCovered('the private endpoint leads to another service of the account', () =>
      allow(approvedOnly(), 'PrivateEndpoint', { ...lakeEndpoint, subresourceTarget: 'queue' }),
    ),
    notCovered('the private endpoint leads to another account', () =>
      allow(approvedOnly(), 'PrivateEndpoint', { ...lakeEndpoint, serviceResourceId: `${LAKE}2` }),
    ),
    ...['stlake.dfs.core.windows.net', '*.DFS.core.windows.net', '*'].map((host) =>
      notCovered(`a host lets no storage account out: ${host}`, () => allow(approvedOnly(), 'FQDN', host)),
    ),
    notCovered('the tag is another', () => allow(approvedOnly(), 'ServiceTag', tag('StorageSyncService'))),
    notCovered('the tag is for another port', () =>
      allow(approvedOnly(), 'ServiceTag', tag('Storage', { portRanges: '80, 444-8080' })),
    ),
    notCovered('the tag is denied', () =>
      allow(approvedOnly(), 'ServiceTag', tag('Storage', { action: 'Deny' })),
    ),
    {
      name: 'nothing leads to an Azure ML registry, behind a managed network',
      world: withModel(REGISTRY_MODEL, approvedOnly),
      severity: 'warning',
      message:
        'The model lies in Azure ML registry contoso, to which no Active outbound rule of the managed network leads; whether it gets to the deployment by another way is doubtful.',
      evidence: [
        {
          resourceId: deploymentId(managed.workspace, 'claims', 'blue'),
          path: 'properties.model',
          actual: REGISTRY_MODEL,
          expected: 'a path in storage account stmanaged',
        },
      ],
      summary: moved,
      commands: [
        'az ml model download --name score --version 2 --download-path model --registry-name contoso',
        `az ml model create --name score --path model ${inManaged}`,
        updateClaims,
      ],
    },
  ],
  pass: [
    {
      name: "the model lies in the workspace's own account",
      world: soundPrivate,
      message: "The model lies in storage account stfraud, which is the workspace's own.",
    },
    {
      name: 'the address is spelled in other letters',
      world: () => modelAt(legacy(), 'HTTPS://STFRAUD.Blob.core.windows.net/models'),
      message: "The model lies in storage account stfraud, which is the workspace's own.",
    },
    { name: 'no model', world: withModel(null), message: 'The deployment names no model.' },
    ...(
      [
        ['PrivateEndpoint', lakeEndpoint],
        ['PrivateEndpoint', { ...lakeEndpoint, serviceResourceId: LAKE.toUpperCase() }],
        ['ServiceTag', tag('Storage')],
        ['ServiceTag', tag('storage', { protocol: '*', portRanges: '*' })],
        ['ServiceTag', tag('Internet', { portRanges: '80, 400-500' })],
      ] as const
    ).map(([type, destination]) => ({
      name: `a rule leads there: ${type} ${JSON.stringify(destination)}`,
      world: () => modelAt(allow(approvedOnly(), type, destination), ON_LAKE),
      message: `The model lies in ${PLACE}, to which outbound rule own leads.`,
    })),
    {
      name: 'the host that the page on managed networks names for Hugging Face',
      world: withModel('azureml://registries/HuggingFace/models/bert/versions/4', () =>
        allow(approvedOnly(), 'FQDN', 'cdn-lfs.huggingface.co'),
      ),
      message: 'The model lies in Azure ML registry HuggingFace, to which outbound rule own leads.',
    },
    {
      name: "Microsoft's own registry, behind a managed network",
      world: withModel('azureml://registries/azureml-meta/models/Llama/versions/4', approvedOnly),
      message:
        "The model lies in Azure ML registry azureml-meta, to which the managed network's own way to Microsoft's registries leads.",
    },
  ],
  unknown: [
    {
      name: 'the model was not read',
      world: () => {
        const estate = legacy();
        estate.world.gap('model', model);
        return estate;
      },
      message:
        '1 was not read (forbidden, Microsoft.MachineLearningServices/workspaces/models/versions/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/models/versions/read'],
    },
    {
      name: 'the address has a form that nobody documents',
      world: () => modelAt(legacy(), 'runs:/brave/model'),
      message: '1: properties.modelUri is runs:/brave/model, which is no address that isocheck knows.',
      operations: ['Microsoft.MachineLearningServices/workspaces/models/versions/read'],
    },
    {
      name: 'the workspace has no such datastore',
      world: () => modelAt(legacy(), 'azureml://datastores/gone/paths/m'),
      message:
        '1: properties.modelUri is azureml://datastores/gone/paths/m: the workspace has no datastore gone.',
      operations: ['Microsoft.MachineLearningServices/workspaces/datastores/read'],
    },
    {
      name: 'the outbound rules were not read',
      world: () => {
        const estate = modelAt(approvedOnly(), ON_LAKE);
        estate.world.gap('outboundRules', `${managed.workspace}/outboundRules`);
        return estate;
      },
      message:
        'outboundrules was not read (forbidden, Microsoft.MachineLearningServices/workspaces/outboundRules/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/outboundRules/read'],
    },
    {
      name: 'a rule of an unknown type could lead there',
      world: () => {
        const estate = modelAt(allow(approvedOnly(), 'FQDN', 'x.example'), ON_LAKE);
        estate.world.set(`${managed.workspace}/outboundRules/own`, 'properties.type', 'Tunnel');
        return estate;
      },
      message: 'own: properties.type is Tunnel; isocheck knows PrivateEndpoint or FQDN or ServiceTag.',
      operations: ['Microsoft.MachineLearningServices/workspaces/outboundRules/read'],
    },
    {
      name: 'the tag is that of one region',
      world: () => modelAt(allow(approvedOnly(), 'ServiceTag', tag('Storage.eastus')), ON_LAKE),
      message:
        'own: properties.destination.serviceTag is Storage.eastus: whether storage account stlake lies in that region was not read.',
      operations: ['Microsoft.MachineLearningServices/workspaces/outboundRules/read'],
    },
    {
      name: 'the tag is overridden by addresses',
      world: () =>
        modelAt(
          allow(
            approvedOnly(),
            'ServiceTag',
            tag('Storage', { addressPrefixes: ['20.0.0.0/16', '2603::/32'] }),
          ),
          ON_LAKE,
        ),
      message:
        'own: properties.destination.addressPrefixes is 20.0.0.0/16, 2603::/32: whether storage account stlake has an address in there was not read.',
      operations: ['Microsoft.MachineLearningServices/workspaces/outboundRules/read'],
    },
    {
      name: 'the rule is being made',
      world: () => {
        const estate = modelAt(allow(approvedOnly(), 'PrivateEndpoint', lakeEndpoint), ON_LAKE);
        estate.world.set(`${managed.workspace}/outboundRules/own`, 'properties.status', 'Provisioning');
        return estate;
      },
      message: 'own: properties.status is Provisioning: the service is at work on it.',
      operations: ['Microsoft.MachineLearningServices/workspaces/outboundRules/read'],
    },
  ],
  notApplicable: [
    {
      name: 'public egress',
      world: soundPublic,
      message: 'Nothing limits where the deployment gets to: neither its own flag nor outbound rules.',
    },
    {
      name: 'the internet is open to the managed network',
      world: () => soundManaged('AllowInternetOutbound'),
      message: 'Nothing limits where the deployment gets to: neither its own flag nor outbound rules.',
    },
    {
      name: 'the managed network is not provisioned',
      world: () => {
        const estate = modelAt(approvedOnly(), ON_LAKE);
        estate.world.set(managed.workspace, 'properties.managedNetwork.status.status', 'Inactive');
        return estate;
      },
      message: 'The managed network is not provisioned: its outbound rules act once it is.',
    },
  ],
});

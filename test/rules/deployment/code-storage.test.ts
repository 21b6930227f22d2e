import rule from '../../../src/rules/deployment/code-storage.js';
import { deploymentId } from '../../world/names.js';
import { soundManaged, soundPrivate, soundPublic } from '../../world/sound.js';
import { testRule } from '../test-rule.js';
import { allow, approvedOnly, codeAt, LAKE, legacy } from './stored.js';

const { workspace, subscription } = soundPrivate().names;
const managed = soundManaged().names;
const code = `${workspace}/codes/fraud-score/versions/1`;
const inGroup = (name: string) => `--resource-group rg-${name} --subscription ${subscription}`;
const ON_LAKE = 'https://stlake.blob.core.windows.net/scripts/score';
const moved =
  "Keep the script in a local folder and name that in code_configuration.code of the deployment's own file (deployment.yml here): the update uploads it to the workspace's default datastore.";

testRule(rule, {
  fail: [
    {
      name: 'the script lies in another account',
      world: () => codeAt(legacy(), 'fraud', ON_LAKE),
      severity: 'error',
      message:
        "The scoring script lies in storage account stlake, which the deployment's private egress does not reach.",
      evidence: [
        {
          resourceId: code,
          path: 'properties.codeUri',
          actual: ON_LAKE,
          expected: 'a path in storage account stfraud',
        },
      ],
      summary: moved,
      commands: [
        `az ml online-deployment update --file deployment.yml --name blue --endpoint-name fraud --workspace-name mlw-fraud ${inGroup('fraud')}`,
      ],
    },
    {
      name: 'the script lies in an Azure ML registry',
      world: () => {
        const estate = legacy();
        estate.world.set(
          deploymentId(workspace, 'fraud', 'blue'),
          'properties.codeConfiguration.codeId',
          'azureml://registries/contoso/codes/score/versions/1',
        );
        return estate;
      },
      severity: 'error',
      message:
        "The scoring script lies in Azure ML registry contoso, which the deployment's private egress does not reach.",
      evidence: [
        {
          resourceId: deploymentId(workspace, 'fraud', 'blue'),
          path: 'properties.codeConfiguration.codeId',
          actual: 'azureml://registries/contoso/codes/score/versions/1',
          expected: 'a path in storage account stfraud',
        },
      ],
      summary: moved,
      commands: [
        `az ml online-deployment update --file deployment.yml --name blue --endpoint-name fraud --workspace-name mlw-fraud ${inGroup('fraud')}`,
      ],
    },
    {
      name: 'no outbound rule leads to the other account',
      world: () => codeAt(approvedOnly(), 'claims', ON_LAKE),
      severity: 'warning',
      message:
        'The scoring script lies in storage account stlake, to which no Active outbound rule of the managed network leads; whether it gets to the deployment by another way is doubtful.',
      evidence: [
        {
          resourceId: `${managed.workspace}/codes/claims-score/versions/1`,
          path: 'properties.codeUri',
          actual: ON_LAKE,
          expected: 'a path in storage account stmanaged',
        },
      ],
      summary: moved,
      commands: [
        `az ml online-deployment update --file deployment.yml --name blue --endpoint-name claims --workspace-name mlw-managed ${inGroup('managed')}`,
      ],
    },
  ],
  pass: [
    { name: 'no scoring script', world: soundPrivate, message: 'The deployment names no scoring script.' },
    {
      name: "the script lies in the workspace's own account",
      world: () => codeAt(soundPrivate(), 'fraud', 'https://stfraud.blob.core.windows.net/c/score'),
      message: "The scoring script lies in storage account stfraud, which is the workspace's own.",
    },
    {
      name: 'a private endpoint rule leads to the other account',
      world: () =>
        codeAt(
          allow(approvedOnly(), 'PrivateEndpoint', { serviceResourceId: LAKE, subresourceTarget: 'blob' }),
          'claims',
          ON_LAKE,
        ),
      message: 'The scoring script lies in storage account stlake, to which outbound rule own leads.',
    },
  ],
  unknown: [
    {
      name: 'the code was not read',
      world: () => {
        const estate = codeAt(legacy(), 'fraud', ON_LAKE);
        estate.world.gap('code', code);
        return estate;
      },
      message:
        '1 was not read (forbidden, Microsoft.MachineLearningServices/workspaces/codes/versions/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/codes/versions/read'],
    },
    {
      name: 'the address is odd',
      world: () => codeAt(legacy(), 'fraud', ['./src']),
      message: '1: properties.codeUri is ["./src"]; isocheck knows a string.',
      operations: ['Microsoft.MachineLearningServices/workspaces/codes/versions/read'],
    },
    {
      name: 'the address is absent',
      world: () => codeAt(legacy(), 'fraud', null),
      message: '1: properties.codeUri is absent.',
      operations: ['Microsoft.MachineLearningServices/workspaces/codes/versions/read'],
    },
  ],
  notApplicable: [
    {
      name: 'public egress',
      world: soundPublic,
      message: 'Nothing limits where the deployment gets to: neither its own flag nor outbound rules.',
    },
  ],
});

import rule from '../../../src/rules/deployment/public-egress-private-storage.js';
import { Estate } from '../../world/estate.js';
import { soundManaged, soundPrivate, soundPublic } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const publicEgress = () => new Estate('egress').endpoint('score', 'Disabled', { blue: 'Enabled' });
const { storage, subscription } = publicEgress().names;
const scope = `--workspace-name mlw-egress --resource-group rg-egress --subscription ${subscription}`;
const remedy = {
  summary:
    "Let the deployment out privately: the flag can't be changed later, so this deletes deployment blue and makes it again from its own file (deployment.yml here); it answers nothing meanwhile.",
  commands: [
    `az ml online-deployment delete --name blue --endpoint-name score ${scope}`,
    `az ml online-deployment create --file deployment.yml --set egress_public_network_access=disabled --name blue --endpoint-name score ${scope}`,
  ],
};

testRule(rule, {
  fail: [
    {
      name: 'the storage account is closed',
      world: publicEgress,
      severity: 'warning',
      message:
        "The deployment's egress is public and properties.publicNetworkAccess of storage account stegress is Disabled: whether model and code get through is doubtful.",
      evidence: [
        {
          resourceId: storage,
          path: 'properties.publicNetworkAccess',
          actual: 'Disabled',
          expected: 'Enabled',
        },
      ],
      ...remedy,
    },
    {
      name: "the storage account's firewall denies",
      world: () => {
        const estate = publicEgress();
        estate.world.set(storage, 'properties.publicNetworkAccess', 'Enabled');
        return estate;
      },
      severity: 'warning',
      message:
        "The deployment's egress is public and properties.networkAcls.defaultAction of storage account stegress is Deny: whether model and code get through is doubtful.",
      evidence: [
        {
          resourceId: storage,
          path: 'properties.networkAcls.defaultAction',
          actual: 'Deny',
          expected: 'Allow',
        },
      ],
      ...remedy,
    },
  ],
  pass: [
    {
      name: 'the storage account is open',
      world: soundPublic,
      message: 'The storage account of the workspace takes public requests.',
    },
  ],
  unknown: [
    {
      name: 'the storage account was refused',
      world: () => {
        const estate = publicEgress();
        estate.world.gap('storageAccount', storage);
        return estate;
      },
      message:
        'stegress was not read (forbidden, Microsoft.Storage/storageAccounts/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Storage/storageAccounts/read'],
    },
  ],
  notApplicable: [
    {
      name: 'private egress',
      world: soundPrivate,
      message: 'The deployment does not leave over the public network by itself.',
    },
    {
      name: 'a managed network',
      world: soundManaged,
      message: 'The deployment does not leave over the public network by itself.',
    },
  ],
});

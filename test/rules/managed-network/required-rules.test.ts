import rule from '../../../src/rules/managed-network/required-rules.js';
import { addOutboundRule } from '../../world/managed-network.js';
import { soundManaged, soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, registry, subscription } = soundManaged().names;
const registryRule = `${workspace}/outboundRules/__SYS_PE_registry`;
const summary = 'Provision the managed network again: the service makes the rules that are missing.';
const commands = [
  `az ml workspace provision-network --name mlw-managed --resource-group rg-managed --subscription ${subscription}`,
];

const blobRule = `${workspace}/outboundRules/__SYS_PE_storage_blob`;
const fileRule = `${workspace}/outboundRules/__SYS_PE_storage_file`;
const vaultRule = `${workspace}/outboundRules/__SYS_PE_keyvault`;
const DOUBT =
  ' Doubtful: deployments load from blob; the page of Azure does not say which part of the account is required.';
const missing = (actual: string) => ({
  resourceId: workspace,
  path: 'properties.managedNetwork.outboundRules',
  actual,
  expected: 'Active',
});

const withRule =
  (change: (estate: ReturnType<typeof soundManaged>) => void, mode?: 'AllowInternetOutbound') => () => {
    const estate = soundManaged(mode);
    change(estate);
    return estate;
  };

testRule(rule, {
  fail: [
    {
      name: 'the rule to the registry is missing',
      world: withRule((estate) => estate.world.remove(registryRule)),
      severity: 'error',
      message:
        'Required private endpoint rules of the managed network are not Active: the container registry (missing).',
      evidence: [
        {
          resourceId: workspace,
          path: 'properties.managedNetwork.outboundRules',
          actual: 'no rule to registry of crmanaged',
          expected: 'Active',
        },
      ],
      summary,
      commands,
    },
    {
      name: 'the rule to the registry is Failed',
      world: withRule((estate) => estate.world.set(registryRule, 'properties.status', 'Failed')),
      severity: 'error',
      message:
        'Required private endpoint rules of the managed network are not Active: the container registry (Failed).',
      evidence: [
        { resourceId: registryRule, path: 'properties.status', actual: 'Failed', expected: 'Active' },
      ],
      summary,
      commands,
    },
    {
      name: 'AllowInternetOutbound, and a closed registry has no rule',
      world: withRule((estate) => estate.world.remove(registryRule), 'AllowInternetOutbound'),
      severity: 'error',
      message:
        'Required private endpoint rules of the managed network are not Active: the container registry (missing).',
      evidence: [
        {
          resourceId: workspace,
          path: 'properties.managedNetwork.outboundRules',
          actual: 'no rule to registry of crmanaged',
          expected: 'Active',
        },
      ],
      summary,
      commands,
    },
    {
      name: 'the rule to the file shares is missing',
      world: withRule((estate) => estate.world.remove(fileRule)),
      severity: 'warning',
      message: `Required private endpoint rules of the managed network are not Active: the file shares of the storage account (missing).${DOUBT}`,
      evidence: [missing('no rule to file of stmanaged')],
      summary,
      commands,
    },
    {
      name: 'the rules to the file shares and to the vault are Inactive, and the latter leads to another vault',
      world: withRule((estate) => {
        estate.world
          .set(fileRule, 'properties.status', 'inactive')
          .set(
            vaultRule,
            'properties.destination.serviceResourceId',
            estate.names.keyVault.replace('kv-managed', 'kv-other'),
          );
      }),
      severity: 'error',
      message:
        'Required private endpoint rules of the managed network are not Active: the file shares of the storage account (Inactive), the key vault (missing).',
      evidence: [
        { resourceId: fileRule, path: 'properties.status', actual: 'Inactive', expected: 'Active' },
        missing('no rule to vault of kv-managed'),
      ],
      summary,
      commands,
    },
    {
      name: 'AllowInternetOutbound, the registry has no rule, and the vault was refused: one fault is enough',
      world: withRule((estate) => {
        estate.world.remove(registryRule).gap('keyVault', estate.names.keyVault);
      }, 'AllowInternetOutbound'),
      severity: 'error',
      message:
        'Required private endpoint rules of the managed network are not Active: the container registry (missing).',
      evidence: [missing('no rule to registry of crmanaged')],
      summary,
      commands,
    },
    {
      name: 'AllowInternetOutbound, the rule to blob is missing, and the vault was refused',
      world: withRule((estate) => {
        estate.world.remove(blobRule).gap('keyVault', estate.names.keyVault);
      }, 'AllowInternetOutbound'),
      severity: 'error',
      message:
        'Required private endpoint rules of the managed network are not Active: the storage account (missing).',
      evidence: [missing('no rule to blob of stmanaged')],
      summary,
      commands,
    },
    {
      name: 'the rules to blob and to the file shares Failed, and that to the vault is in a state of tomorrow',
      world: withRule((estate) => {
        for (const id of [blobRule, fileRule]) estate.world.set(id, 'properties.status', 'Failed');
        estate.world.set(vaultRule, 'properties.status', 'Draining');
      }),
      severity: 'error',
      message:
        'Required private endpoint rules of the managed network are not Active: the storage account (Failed), the file shares of the storage account (Failed).',
      evidence: [blobRule, fileRule].map((resourceId) => ({
        resourceId,
        path: 'properties.status',
        actual: 'Failed',
        expected: 'Active',
      })),
      summary,
      commands,
    },
    {
      name: "the rule to blob Failed, and a rule of the user's is of a type of tomorrow",
      world: withRule((estate) => {
        estate.world.set(blobRule, 'properties.status', 'Failed');
        addOutboundRule(estate, 'rule', {
          type: 'PrivateEndpoint',
          category: 'UserDefined',
          status: 'Active',
          destination: { serviceResourceId: registry, subresourceTarget: 'registry' },
        });
        estate.world.set(`${workspace}/outboundRules/rule`, 'properties.type', 'Wormhole');
      }),
      severity: 'error',
      message:
        'Required private endpoint rules of the managed network are not Active: the storage account (Failed).',
      evidence: [{ resourceId: blobRule, path: 'properties.status', actual: 'Failed', expected: 'Active' }],
      summary,
      commands,
    },
  ],
  pass: [
    {
      name: 'all rules are Active',
      world: soundManaged,
      message: 'All 5 required private endpoint rules are Active.',
    },
    {
      name: 'no registry is attached: no rule is expected for it',
      world: withRule((estate) => {
        estate.world.remove(registryRule).set(workspace, 'properties.containerRegistry', null);
      }),
      message: 'All 4 required private endpoint rules are Active.',
    },
    {
      name: 'the registry is an empty text: no rule is expected for it',
      world: withRule((estate) => {
        estate.world.remove(registryRule).set(workspace, 'properties.containerRegistry', '');
      }),
      message: 'All 4 required private endpoint rules are Active.',
    },
    {
      name: 'AllowInternetOutbound, and the registry and the storage account are open',
      world: withRule((estate) => {
        const { world, names } = estate;
        world
          .remove(registryRule)
          .remove(fileRule)
          .remove(fileRule.replace('file', 'blob'))
          .set(names.registry, 'properties.publicNetworkAccess', 'Enabled')
          .set(names.storage, 'properties.publicNetworkAccess', 'Enabled');
      }, 'AllowInternetOutbound'),
      message: 'All 2 required private endpoint rules are Active.',
    },
    {
      name: 'the workspace is open: the rule to itself may be missing',
      world: withRule((estate) => {
        estate.world
          .remove(`${workspace}/outboundRules/__SYS_PE_workspace`)
          .set(workspace, 'properties.publicNetworkAccess', 'Enabled');
      }),
      message: 'All 4 required private endpoint rules are Active.',
    },
    {
      name: 'the list was refused, and the rules stand in the body of the workspace',
      world: withRule((estate) => {
        const { storage, keyVault } = estate.names;
        const target = (serviceResourceId: string, subresourceTarget: string) => ({
          type: 'PrivateEndpoint',
          category: 'Required',
          status: 'Active',
          destination: { serviceResourceId, subresourceTarget },
        });
        estate.world
          .gap('outboundRules', `${workspace}/outboundRules`)
          .set(workspace, 'properties.managedNetwork.outboundRules', {
            blob: target(storage, 'blob'),
            file: target(storage, 'File'),
            vault: target(keyVault.toUpperCase(), 'vault'),
            registry: target(registry, 'registry'),
            workspace: target(workspace, 'amlworkspace'),
          });
      }),
      message: 'All 5 required private endpoint rules are Active.',
    },
  ],
  unknown: [
    {
      name: 'AllowInternetOutbound, the rule to the file shares alone is missing, and the vault was refused: it may be worse',
      world: withRule((estate) => {
        estate.world.remove(fileRule).gap('keyVault', estate.names.keyVault);
      }, 'AllowInternetOutbound'),
      message:
        'kv-managed was not read (forbidden, Microsoft.KeyVault/vaults/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.KeyVault/vaults/read'],
    },
    {
      name: 'the rule to the file shares Failed, and that to blob is in a state of tomorrow: it may be worse',
      world: withRule((estate) => {
        estate.world
          .set(fileRule, 'properties.status', 'Failed')
          .set(blobRule, 'properties.status', 'Draining');
      }),
      message:
        '__sys_pe_storage_blob: properties.status is Draining; isocheck knows Active or Inactive or Provisioning or Deleting or Failed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/outboundRules/read'],
    },
    {
      name: 'AllowInternetOutbound, and the storage account was refused: nobody knows whether it is closed',
      world: withRule((estate) => {
        estate.world.remove(blobRule).gap('storageAccount', estate.names.storage);
      }, 'AllowInternetOutbound'),
      message:
        'stmanaged was not read (forbidden, Microsoft.Storage/storageAccounts/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Storage/storageAccounts/read'],
    },
    {
      name: 'the rules were refused',
      world: withRule((estate) => estate.world.gap('outboundRules', `${workspace}/outboundRules`)),
      message:
        'outboundrules was not read (forbidden, Microsoft.MachineLearningServices/workspaces/outboundRules/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/outboundRules/read'],
    },
    {
      name: 'the service is at work on a rule',
      world: withRule((estate) => estate.world.set(registryRule, 'properties.status', 'Provisioning')),
      message:
        'The private endpoint rule to the container registry is Provisioning: the service is at work on it.',
      operations: [],
    },
    {
      name: 'the service is taking a rule away',
      world: withRule((estate) => estate.world.set(registryRule, 'properties.status', 'Deleting')),
      message:
        'The private endpoint rule to the container registry is Deleting: the service is at work on it.',
      operations: [],
    },
    {
      name: 'a rule is in a state of tomorrow',
      world: withRule((estate) => estate.world.set(registryRule, 'properties.status', 'Draining')),
      message:
        '__sys_pe_registry: properties.status is Draining; isocheck knows Active or Inactive or Provisioning or Deleting or Failed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/outboundRules/read'],
    },
    {
      name: 'AllowInternetOutbound, and the vault was refused: nobody knows whether it is closed',
      world: withRule(
        (estate) => estate.world.gap('keyVault', estate.names.keyVault),
        'AllowInternetOutbound',
      ),
      message:
        'kv-managed was not read (forbidden, Microsoft.KeyVault/vaults/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.KeyVault/vaults/read'],
    },
  ],
  notApplicable: [
    { name: 'no managed network', world: soundPrivate, message: 'The workspace has no managed network.' },
    {
      name: 'not provisioned yet',
      world: withRule((estate) => estate.world.unset(workspace, 'properties.managedNetwork.status')),
      message: 'The managed network is Inactive: its rules act once it is provisioned.',
    },
  ],
});

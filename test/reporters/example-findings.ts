import type { Finding, FindingTarget } from '../../src/findings/report.js';
import type { TargetType } from '../../src/model/targets/target-type.js';
import type { Gap } from '../../src/snapshot/format.js';

export const SUBSCRIPTION = '5f7d3c4e-91ab-4c2e-8f01-2d6b7a9e0c13';
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-fraud-prod`;
export const WORKSPACE = `${GROUP}/providers/Microsoft.MachineLearningServices/workspaces/mlw-fraud`;
export const REGISTRY = `${GROUP}/providers/Microsoft.ContainerRegistry/registries/acrfraud`;
const VAULT = `${GROUP}/providers/Microsoft.KeyVault/vaults/kv-fraud`;
const ZONES = `/subscriptions/${SUBSCRIPTION}/resourcegroups/rg-hub-dns/providers/microsoft.network/privatednszones`;
const PAGES = 'https://learn.microsoft.com/azure/machine-learning';

/** A target that is named by the last segment of its id unless told otherwise. */
export function target(type: TargetType, id: string, name = id.split('/').at(-1) ?? id): FindingTarget {
  return { id, type, name };
}

export const WORKSPACE_TARGET = target('workspace', WORKSPACE);
export const ENDPOINT_TARGET = target('endpoint', `${WORKSPACE}/onlineEndpoints/fraud`);
export const BLUE_TARGET = target('deployment', `${WORKSPACE}/onlineEndpoints/fraud/deployments/blue`);
const GREEN_TARGET = target('deployment', `${WORKSPACE}/onlineEndpoints/fraud/deployments/green`);
export const REGISTRY_TARGET = target('registry', REGISTRY);
export const VAULT_TARGET = target('key-vault', VAULT);
export const CONNECTION_TARGET = target(
  'connection',
  `${WORKSPACE}/privateEndpointConnections/pe-mlw-fraud.5a0c21d7`,
);

/** A finding, passing unless told otherwise. */
export function finding(given: Pick<Finding, 'ruleId' | 'target' | 'message'> & Partial<Finding>): Finding {
  return {
    status: 'pass',
    severity: 'error',
    origin: 'existing',
    evidence: [],
    docs: [],
    gaps: [],
    ...given,
  };
}

export const PASSES: readonly Finding[] = [
  finding({
    ruleId: 'workspace/v1-legacy-mode',
    target: WORKSPACE_TARGET,
    message: 'v1LegacyMode is false.',
  }),
  finding({
    ruleId: 'workspace/private-endpoint',
    target: WORKSPACE_TARGET,
    message: 'pe-mlw-fraud is an Approved way in.',
  }),
  finding({
    ruleId: 'endpoint/traffic',
    target: ENDPOINT_TARGET,
    severity: 'warning',
    message: 'Deployment "blue" has 100 percent of the traffic.',
  }),
  finding({
    ruleId: 'deployment/unreachable-image',
    target: BLUE_TARGET,
    message: 'The image is built into the workspace\'s registry "acrfraud".',
  }),
];

export const NOT_APPLICABLE: readonly Finding[] = [
  finding({
    ruleId: 'managed-network/provisioned',
    status: 'not-applicable',
    target: WORKSPACE_TARGET,
    message: 'The workspace has no managed network.',
  }),
  finding({
    ruleId: 'deployment/public-egress-private-registry',
    status: 'not-applicable',
    target: BLUE_TARGET,
    message: 'The deployment has its egress closed.',
  }),
];

export const OTHER_GROUP = finding({
  ruleId: 'workspace/dependency-resource-group',
  status: 'fail',
  severity: 'info',
  target: WORKSPACE_TARGET,
  message:
    'The registry "acrfraud" lies in the resource group "rg-shared", the workspace in "rg-fraud-prod".',
  evidence: [
    {
      resourceId: WORKSPACE,
      path: 'properties.containerRegistry',
      actual: REGISTRY,
      expected: 'a registry in rg-fraud-prod',
    },
  ],
  remedy: {
    summary: "Nothing, unless your own rules want one group: today's page no longer asks for it.",
    commands: [],
  },
  docs: [`${PAGES}/concept-secure-online-endpoint`],
});

export const PREMIUM_SKU = finding({
  ruleId: 'registry/premium-sku',
  status: 'fail',
  target: REGISTRY_TARGET,
  message: 'sku.name is "Standard"; a registry needs "Premium" to have a private endpoint.',
  consequence: 'images for endpoint "fraud" can be pulled only over the public network.',
  evidence: [
    { resourceId: REGISTRY, path: 'sku.name', actual: 'Standard', expected: 'Premium' },
    {
      resourceId: BLUE_TARGET.id,
      path: 'properties.egressPublicNetworkAccess',
      actual: 'Disabled',
      expected: 'Enabled, if the registry stays as it is',
    },
  ],
  remedy: {
    summary: 'Raise the registry to Premium; it costs more, and nothing is recreated.',
    commands: ['az acr update --name acrfraud --sku Premium'],
    property: { resourceId: REGISTRY, path: 'sku.name', value: 'Premium' },
  },
  docs: [
    `${PAGES}/how-to-secure-workspace-vnet#enable-azure-container-registry-acr`,
    `${PAGES}/concept-secure-online-endpoint`,
  ],
});

export const TRUSTED_SERVICES = finding({
  ruleId: 'key-vault/trusted-services-bypass',
  status: 'fail',
  target: VAULT_TARGET,
  message: 'networkAcls.bypass is "None" while the vault\'s firewall denies by default.',
  consequence: 'making an endpoint with key authentication fails, since its keys are kept in the vault.',
  evidence: [
    { resourceId: VAULT, path: 'properties.networkAcls.bypass', actual: 'None', expected: 'AzureServices' },
  ],
  remedy: {
    summary: 'Let trusted Azure services through the firewall of the vault.',
    commands: [
      `az keyvault update --name kv-fraud --resource-group rg-fraud-prod --subscription ${SUBSCRIPTION} --bypass AzureServices`,
    ],
  },
  docs: [`${PAGES}/how-to-secure-online-endpoint#troubleshooting`],
});

export const CREATION_DATE = finding({
  ruleId: 'private-endpoint/creation-date',
  status: 'fail',
  severity: 'warning',
  target: CONNECTION_TARGET,
  message: 'The private endpoint was made on 2022-03-02, before 2022-05-24.',
  consequence: 'the scoring names do not resolve to a private address.',
  evidence: [
    {
      resourceId: CONNECTION_TARGET.id,
      path: 'systemData.createdAt',
      actual: '2022-03-02T08:11:45Z',
      expected: '2022-05-24T00:00:00Z or later',
    },
  ],
  remedy: {
    summary: 'Delete the private endpoint and make it again: clients lose their way in until it is back.',
    commands: [
      `az network private-endpoint delete --name pe-mlw-fraud --resource-group rg-fraud-prod`,
      `az network private-endpoint create --name pe-mlw-fraud --resource-group rg-fraud-prod --vnet-name vnet-fraud --subnet snet-pe --private-connection-resource-id ${WORKSPACE} --group-id amlworkspace --connection-name pe-mlw-fraud`,
    ],
  },
  docs: [`${PAGES}/how-to-secure-online-endpoint#limitations`],
});

export const PUBLIC_ENDPOINT = finding({
  ruleId: 'endpoint/public-network-access',
  status: 'fail',
  severity: 'info',
  target: ENDPOINT_TARGET,
  message: 'publicNetworkAccess is "Enabled": who holds a key can score from the internet.',
});

export const OPEN_WORKSPACE = finding({
  ruleId: 'workspace/public-network-access',
  status: 'suppressed',
  severity: 'info',
  target: WORKSPACE_TARGET,
  message: 'publicNetworkAccess is "Enabled".',
});

export const IN_PROGRESS = finding({
  ruleId: 'deployment/provisioning-state',
  status: 'unknown',
  target: GREEN_TARGET,
  message: 'provisioningState is "Updating": it is not decided yet.',
  evidence: [
    {
      resourceId: GREEN_TARGET.id,
      path: 'properties.provisioningState',
      actual: 'Updating',
      expected: 'Succeeded',
    },
  ],
  remedy: { summary: 'Wait until the update has ended, then scan again.', commands: [] },
  docs: [`${PAGES}/how-to-troubleshoot-online-endpoints`],
});

function forbidden(scope: string, operation: string): Gap {
  return {
    scope,
    operation,
    reason: 'forbidden',
    detail: `403 AuthorizationFailed: The client '8c1e' with object id 'f42ef584-c092-4e08-866a-4a3826bb5f9b' does not have authorization to perform action '${operation}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  };
}

export const RECORDS_GAP = forbidden(
  `${ZONES}/privatelink.api.azureml.ms/a`,
  'Microsoft.Network/privateDnsZones/A/read',
);
const LINKS_GAP = forbidden(
  `${ZONES}/privatelink.api.azureml.ms/virtualnetworklinks`,
  'Microsoft.Network/privateDnsZones/virtualNetworkLinks/read',
);
export const VAULT_GAP = forbidden(VAULT.toLowerCase(), 'Microsoft.KeyVault/vaults/read');

/** A check that waits for one thing that was not read. */
export function waiting(ruleId: string, of: FindingTarget, gap: Gap): Finding {
  return finding({
    ruleId,
    status: 'unknown',
    target: of,
    message: `${gap.scope.split('/').at(-1)} was not read (${gap.reason}, ${gap.operation}): ${gap.detail}.`,
    gaps: [gap],
  });
}

export const RECORD_UNREAD = waiting('dns/inference-record', CONNECTION_TARGET, RECORDS_GAP);

export const UNKNOWNS: readonly Finding[] = [
  RECORD_UNREAD,
  waiting('dns/inference-address', CONNECTION_TARGET, RECORDS_GAP),
  waiting('dns/zone-link', CONNECTION_TARGET, LINKS_GAP),
  waiting('key-vault/trusted-services-bypass', VAULT_TARGET, VAULT_GAP),
];

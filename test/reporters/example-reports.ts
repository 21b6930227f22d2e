import { exitCode } from '../../src/report/exit-code.js';
import type {
  FailOn,
  Finding,
  FindingTarget,
  Remedy,
  Report,
  Requirements,
  Scenario,
  TargetType,
  WorkspaceSummary,
} from '../../src/report/report.js';
import { summarize } from '../../src/report/summary.js';
import type { Gap } from '../../src/snapshot/format.js';

const SUBSCRIPTION = '5f7d3c4e-91ab-4c2e-8f01-2d6b7a9e0c13';
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-fraud-prod`;
const WORKSPACE = `${GROUP}/providers/Microsoft.MachineLearningServices/workspaces/mlw-fraud`;
const REGISTRY = `${GROUP}/providers/Microsoft.ContainerRegistry/registries/acrfraud`;
const VAULT = `${GROUP}/providers/Microsoft.KeyVault/vaults/kv-fraud`;
const ZONES = `/subscriptions/${SUBSCRIPTION}/resourcegroups/rg-hub-dns/providers/microsoft.network/privatednszones`;
const PAGES = 'https://learn.microsoft.com/azure/machine-learning';

export function target(type: TargetType, id: string, name = id.split('/').at(-1) ?? id): FindingTarget {
  return { id, type, name };
}

const WORKSPACE_TARGET = target('workspace', WORKSPACE);
const ENDPOINT_TARGET = target('endpoint', `${WORKSPACE}/onlineEndpoints/fraud`);
const BLUE_TARGET = target('deployment', `${WORKSPACE}/onlineEndpoints/fraud/deployments/blue`);
const GREEN_TARGET = target('deployment', `${WORKSPACE}/onlineEndpoints/fraud/deployments/green`);
const REGISTRY_TARGET = target('registry', REGISTRY);
const VAULT_TARGET = target('key-vault', VAULT);
const CONNECTION_TARGET = target(
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

const WORKSPACE_SUMMARY: WorkspaceSummary = {
  id: WORKSPACE,
  name: 'mlw-fraud',
  location: 'westeurope',
  kind: 'Default',
  isolation: 'legacy',
  publicNetworkAccess: 'Disabled',
};

/** A report whose gaps, counts and exit code follow from its findings, as the engine makes them. */
export function reportOf(given: Partial<Report>, failOn: FailOn = 'error'): Report {
  const findings = given.findings ?? [];
  return {
    schemaVersion: 1,
    tool: { name: 'isocheck', version: '0.1.0' },
    snapshot: { takenAt: '2026-11-24T10:15:00.000Z', cloud: 'AzureCloud', source: 'azure' },
    required: {},
    workspaces: [WORKSPACE_SUMMARY],
    scenarios: [],
    findings,
    gaps: findings.flatMap(({ gaps }) => gaps),
    notes: [],
    summary: summarize(findings),
    exitCode: exitCode(findings, failOn),
    ...given,
  };
}

const SUPPORTED_BLUE: Scenario = {
  workspace: 'mlw-fraud',
  endpoint: 'fraud',
  deployment: 'blue',
  inbound: 'private',
  outbound: 'private',
  generation: 'legacy',
  supported: true,
  conditions: [
    {
      ruleId: 'workspace/private-endpoint',
      status: 'pass',
      text: 'the workspace has an Approved private endpoint',
    },
    { ruleId: 'registry/premium-sku', status: 'pass', text: 'the registry is Premium' },
  ],
};

const PASSES: readonly Finding[] = [
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

const NOT_APPLICABLE: readonly Finding[] = [
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

const OTHER_GROUP = finding({
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

/** All is private and works. */
export const SOUND = reportOf({
  scenarios: [SUPPORTED_BLUE],
  findings: [...PASSES, OTHER_GROUP, ...NOT_APPLICABLE],
});

const PREMIUM_SKU = finding({
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

const TRUSTED_SERVICES = finding({
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

const CREATION_DATE = finding({
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

const PUBLIC_ENDPOINT = finding({
  ruleId: 'endpoint/public-network-access',
  status: 'fail',
  severity: 'info',
  target: ENDPOINT_TARGET,
  message: 'publicNetworkAccess is "Enabled": who holds a key can score from the internet.',
});

const OPEN_WORKSPACE = finding({
  ruleId: 'workspace/public-network-access',
  status: 'suppressed',
  severity: 'info',
  target: WORKSPACE_TARGET,
  message: 'publicNetworkAccess is "Enabled".',
});

const IN_PROGRESS = finding({
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

const RECORDS_GAP = forbidden(
  `${ZONES}/privatelink.api.azureml.ms/a`,
  'Microsoft.Network/privateDnsZones/A/read',
);
const LINKS_GAP = forbidden(
  `${ZONES}/privatelink.api.azureml.ms/virtualnetworklinks`,
  'Microsoft.Network/privateDnsZones/virtualNetworkLinks/read',
);
const VAULT_GAP = forbidden(VAULT.toLowerCase(), 'Microsoft.KeyVault/vaults/read');

function waiting(ruleId: string, of: FindingTarget, ...gaps: readonly Gap[]): Finding {
  return finding({
    ruleId,
    status: 'unknown',
    target: of,
    message: `${gaps.map(({ scope }) => scope.split('/').at(-1)).join(' and ')} was not read.`,
    gaps,
  });
}

const UNKNOWNS: readonly Finding[] = [
  waiting('dns/inference-record', CONNECTION_TARGET, RECORDS_GAP),
  waiting('dns/inference-address', CONNECTION_TARGET, RECORDS_GAP),
  waiting('dns/zone-link', CONNECTION_TARGET, LINKS_GAP),
  waiting('key-vault/trusted-services-bypass', VAULT_TARGET, VAULT_GAP),
];

/** Several faults, and some that was not read. */
export const FAULTY = reportOf({
  required: { inbound: 'private' },
  scenarios: [
    {
      ...SUPPORTED_BLUE,
      supported: false,
      conditions: [
        {
          ruleId: 'workspace/private-endpoint',
          status: 'pass',
          text: 'the workspace has an Approved private endpoint',
        },
        { ruleId: 'registry/premium-sku', status: 'fail', text: 'the registry is Premium' },
      ],
    },
    {
      ...SUPPORTED_BLUE,
      deployment: 'green',
      outbound: 'public',
      generation: 'none',
      supported: null,
      conditions: [
        { ruleId: 'deployment/provisioning-state', status: 'unknown', text: 'the deployment is made' },
        { ruleId: 'dns/inference-record', status: 'unknown', text: 'the scoring name resolves privately' },
      ],
    },
    {
      ...SUPPORTED_BLUE,
      endpoint: 'fraud-batch-nightly',
      deployment: null,
      inbound: 'public',
      outbound: 'not-applicable',
    },
  ],
  findings: [
    CREATION_DATE,
    PREMIUM_SKU,
    TRUSTED_SERVICES,
    PUBLIC_ENDPOINT,
    OTHER_GROUP,
    OPEN_WORKSPACE,
    IN_PROGRESS,
    waiting('dns/inference-record', CONNECTION_TARGET, RECORDS_GAP),
    waiting('dns/inference-address', CONNECTION_TARGET, RECORDS_GAP),
    ...PASSES,
    ...NOT_APPLICABLE,
  ],
  notes: [
    'Requests that create, update or delete an endpoint, and those for its keys, go to Azure Resource Manager over the public network, whatever is isolated.',
  ],
});

/** Nothing failed, but a reader lacks rights on zones and vault. */
export const PARTLY_UNKNOWN = reportOf({
  scenarios: [
    {
      ...SUPPORTED_BLUE,
      supported: null,
      conditions: [
        { ruleId: 'dns/inference-record', status: 'unknown', text: 'the scoring name resolves privately' },
      ],
    },
  ],
  findings: [...PASSES, ...NOT_APPLICABLE, ...UNKNOWNS],
});

/** A gap of each reason but a refusal. */
export const EVERY_REASON = reportOf({
  findings: [
    waiting('dns/zone-link', CONNECTION_TARGET, {
      scope: `/subscriptions/${SUBSCRIPTION}/providers/microsoft.network/privatednszones`,
      operation: 'Microsoft.Network/privateDnsZones/read',
      reason: 'throttled',
      detail: '429 TooManyRequests',
    }),
    waiting('key-vault/trusted-services-bypass', VAULT_TARGET, {
      ...VAULT_GAP,
      reason: 'not-found',
      detail: "404 ResourceNotFound: The Resource 'Microsoft.KeyVault/vaults/kv-fraud' was not found.",
    }),
    waiting('registry/premium-sku', REGISTRY_TARGET, {
      scope: REGISTRY.toLowerCase(),
      operation: 'Microsoft.ContainerRegistry/registries/read',
      reason: 'timeout',
      detail: 'no answer within 60 s',
    }),
    waiting('managed-network/provisioned', WORKSPACE_TARGET, {
      scope: WORKSPACE.toLowerCase(),
      operation: 'Microsoft.MachineLearningServices/workspaces/read',
      reason: 'unsupported',
      detail: 'api-version 2022-10-01 does not know properties.managedNetwork',
    }),
    waiting('deployment/unreachable-image', BLUE_TARGET, {
      scope: `${WORKSPACE.toLowerCase()}/environments/fraud/versions/3`,
      operation: 'Microsoft.MachineLearningServices/workspaces/environments/read',
      reason: 'not-collected',
      detail: 'the snapshot does not hold it',
    }),
    waiting('endpoint/traffic', ENDPOINT_TARGET, {
      scope: `${WORKSPACE.toLowerCase()}/onlineendpoints`,
      operation: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read',
      reason: 'error',
      detail: '500 InternalServerError',
    }),
    waiting('dns/inference-record', CONNECTION_TARGET, {
      scope: CONNECTION_TARGET.id.toLowerCase(),
      operation: 'isocheck/rules/dns/inference-record',
      reason: 'error',
      detail:
        'dns/inference-record failed: cannot read "length" of undefined; this is a bug of isocheck, please report it',
    }),
  ],
});

/** Nothing could be decided: only the workspace itself was read. */
export const ALL_UNKNOWN = reportOf({
  workspaces: [{ ...WORKSPACE_SUMMARY, isolation: 'unknown', publicNetworkAccess: 'unknown' }],
  findings: UNKNOWNS,
});

/** Nothing was checked. */
export const EMPTY = reportOf({ workspaces: [], findings: [] });

const LONG_WORKSPACE = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-fraud-test/providers/Microsoft.MachineLearningServices/workspaces/mlw-fraud`;
const LONG_ENDPOINT = 'card-fraud-detection-westeurope1';
const LONG_DEPLOYMENT = 'candidate-2026-11-24-gpu-canary1';

/** Two workspaces of one name in different groups, and names as long as Azure allows. */
export const TWO_WORKSPACES = reportOf({
  workspaces: [
    WORKSPACE_SUMMARY,
    {
      ...WORKSPACE_SUMMARY,
      id: LONG_WORKSPACE,
      kind: 'Project',
      isolation: 'managed-approved',
      publicNetworkAccess: 'Enabled',
    },
  ],
  scenarios: [
    SUPPORTED_BLUE,
    {
      ...SUPPORTED_BLUE,
      endpoint: LONG_ENDPOINT,
      deployment: LONG_DEPLOYMENT,
      generation: 'managed',
      supported: false,
      conditions: [
        { ruleId: 'managed-network/provisioned', status: 'fail', text: 'the managed network is provisioned' },
      ],
    },
  ],
  findings: [
    finding({
      ruleId: 'managed-network/provisioned',
      status: 'fail',
      target: target('workspace', LONG_WORKSPACE),
      message: 'managedNetwork.status.status is "Inactive": the managed network is not provisioned.',
      consequence: 'creating a deployment fails with WorkspaceManagedNetworkNotReady.',
      remedy: {
        summary: 'Provision the managed network.',
        commands: ['az ml workspace provision-network --name mlw-fraud --resource-group rg-fraud-test'],
      },
    }),
    finding({
      ruleId: 'managed-network/egress-flag',
      status: 'fail',
      severity: 'warning',
      target: target(
        'deployment',
        `${LONG_WORKSPACE}/onlineEndpoints/${LONG_ENDPOINT}/deployments/${LONG_DEPLOYMENT}`,
      ),
      message: 'egressPublicNetworkAccess is "Disabled", which has no effect in a managed network.',
    }),
    ...PASSES,
  ],
});

const EVERY_MEMBER: Required<Finding> = {
  ...PREMIUM_SKU,
  origin: 'planned',
  consequence: 'images can be pulled only over the public network.',
  remedy: {
    summary: 'Raise the registry to Premium.',
    commands: ['az acr update --name acrfraud --sku Premium'],
    property: { resourceId: REGISTRY, path: 'sku.name', value: 'Premium' },
  } satisfies Required<Remedy>,
  gaps: [VAULT_GAP],
};

const EVERY_REQUIREMENT: Required<Requirements> = {
  inbound: 'private',
  outbound: 'private',
  workspace: 'private',
};

/** Every optional member is present, and every list has an item. */
export const COMPLETE: Required<Report> = {
  ...FAULTY,
  required: EVERY_REQUIREMENT,
  findings: [...FAULTY.findings, EVERY_MEMBER],
  summary: summarize([...FAULTY.findings, EVERY_MEMBER]),
};

/** All reports by name. */
export const EXAMPLES: Readonly<Record<string, Report>> = {
  SOUND,
  FAULTY,
  PARTLY_UNKNOWN,
  EVERY_REASON,
  ALL_UNKNOWN,
  EMPTY,
  TWO_WORKSPACES,
  COMPLETE,
};

import { exitCode } from '../../src/findings/exit-code.js';
import type {
  FailOn,
  Finding,
  Remedy,
  Report,
  Requirements,
  Scenario,
  WorkspaceSummary,
} from '../../src/findings/report.js';
import { summarize } from '../../src/findings/summary.js';
import {
  BLUE_TARGET,
  CONNECTION_TARGET,
  CREATION_DATE,
  ENDPOINT_TARGET,
  finding,
  IN_PROGRESS,
  NOT_APPLICABLE,
  OPEN_WORKSPACE,
  OTHER_GROUP,
  PASSES,
  PREMIUM_SKU,
  PUBLIC_ENDPOINT,
  RECORD_UNREAD,
  RECORDS_GAP,
  REGISTRY,
  REGISTRY_TARGET,
  SUBSCRIPTION,
  TRUSTED_SERVICES,
  target,
  UNKNOWNS,
  VAULT_GAP,
  VAULT_TARGET,
  WORKSPACE,
  WORKSPACE_TARGET,
  waiting,
} from './example-findings.js';

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

/** A finding as the condition of a row that it decides. */
function condition({ ruleId, status, message }: Finding): Scenario['conditions'][number] {
  return { ruleId, status, text: message };
}

const SUPPORTED_BLUE: Scenario = {
  workspace: 'mlw-fraud',
  endpoint: 'fraud',
  deployment: 'blue',
  inbound: 'private',
  outbound: 'private',
  generation: 'legacy',
  supported: true,
  path: "image: pulled from crfraud.azurecr.io through the deployment's private endpoint to it; model: read from storage account stfraud, the workspace's own, through the deployment's private endpoint to blob; code: none.",
  conditions: PASSES.map(condition),
};

/** All is private and works. */
export const SOUND = reportOf({
  scenarios: [SUPPORTED_BLUE],
  findings: [...PASSES, OTHER_GROUP, ...NOT_APPLICABLE],
});

/** Several faults, and some that was not read. */
export const FAULTY = reportOf({
  required: { inbound: 'private' },
  scenarios: [
    { ...SUPPORTED_BLUE, supported: false, conditions: [...PASSES, PREMIUM_SKU].map(condition) },
    {
      ...SUPPORTED_BLUE,
      deployment: 'green',
      outbound: 'public',
      generation: 'none',
      supported: null,
      path: "image: pulled from ghcr.io over the public network; model: read from storage account stfraud, the workspace's own, over the public network; code: unknown (403 AuthorizationFailed).",
      conditions: [IN_PROGRESS, RECORD_UNREAD, CREATION_DATE].map(condition),
    },
    {
      ...SUPPORTED_BLUE,
      endpoint: 'fraud-batch-nightly',
      deployment: null,
      inbound: 'public',
      outbound: 'not-applicable',
      path: 'There is no deployment.',
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
    RECORD_UNREAD,
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
  scenarios: [{ ...SUPPORTED_BLUE, supported: null, conditions: [...PASSES, ...UNKNOWNS].map(condition) }],
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

const NOT_PROVISIONED = finding({
  ruleId: 'managed-network/provisioned',
  status: 'fail',
  target: target('workspace', LONG_WORKSPACE),
  message: 'managedNetwork.status.status is "Inactive": the managed network is not provisioned.',
  consequence: 'creating a deployment fails with WorkspaceManagedNetworkNotReady.',
  remedy: {
    summary: 'Provision the managed network.',
    commands: ['az ml workspace provision-network --name mlw-fraud --resource-group rg-fraud-test'],
  },
});

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
      conditions: [condition(NOT_PROVISIONED)],
    },
  ],
  findings: [
    NOT_PROVISIONED,
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

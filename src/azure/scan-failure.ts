import { subscriptionPath } from '../arm/path-builders.js';
import { nameOf, parseResourceId, sameId, subscriptionOf } from '../arm/resource-id.js';
import { NO_WORKSPACE_OF_FOUNDRY, type WorkspaceReference, workspaceId } from '../arm/workspace-reference.js';
import { ScanError, UsageError } from '../errors.js';
import type { ArmAnswer } from './exchange/arm-answer.js';
import type { Failure } from './exchange/failure.js';
import { operationOf, type Read } from './exchange/read.js';
import type { ScanScope } from './plan/scope.js';
import { idsNamed } from './plan/workspaces.js';

/** Codes of a token that ARM does not take, for whatever resource. */
const TOKEN_REFUSED: ReadonlySet<string> = new Set([
  'AuthenticationFailed',
  'AuthenticationFailedMissingToken',
  'ExpiredAuthenticationToken',
  'InvalidAuthenticationToken',
  'InvalidAuthenticationTokenAudience',
]);

/** What else the judgement of a failure takes. */
export interface Circumstances {
  readonly scope: ScanScope;
  /** Address of ARM. */
  readonly endpoint: string;
  /** Whether anything has answered so far. */
  readonly reached: boolean;
}

/**
 * Tells a failure that ends the scan from one that is a gap like any other.
 * @throws ScanError when the scan cannot be made; UsageError when it was not said which workspace is meant
 */
export function judge(answer: ArmAnswer, circumstances: Circumstances): void {
  const { read, failure } = answer;
  if (failure === undefined) {
    if (read.form === 'lookup') judgeLookup(answer, circumstances.scope);
    return;
  }
  judgeTransport(failure, circumstances);
  judgeToken(failure, circumstances);
  if (isNamedWorkspace(read, circumstances.scope)) judgeWorkspace(read, failure);
  if (read.form === 'lookup') throw lookupFailed(read, failure);
}

/**
 * Sees that each workspace named without a group was found, and once.
 * @throws ScanError when there is none; UsageError when there are several
 */
function judgeLookup(answer: ArmAnswer, { workspaces }: ScanScope): void {
  const subscription = subscriptionOf(answer.read.path);
  for (const reference of workspaces) {
    if (reference.group !== undefined) continue;
    if (reference.subscription.toLowerCase() !== subscription?.toLowerCase()) continue;
    const ids = idsNamed(reference.name, answer);
    if (ids.length > 1) throw ambiguous(reference, ids);
    if (ids.length === 0) throw notFound(reference, answer);
  }
}

function judgeTransport({ transport, detail }: Failure, { endpoint, reached }: Circumstances): void {
  if (transport === undefined) return;
  const { host } = new URL(endpoint);
  if (transport.kind === 'tls') {
    throw new ScanError(`${host} could not be trusted: its TLS certificate was refused (${transport.code})`, [
      'if a proxy or a server of your own stands there, let Node trust its authority: NODE_EXTRA_CA_CERTS=FILE.pem',
    ]);
  }
  if (!reached) {
    throw new ScanError(`${host} could not be reached: ${detail}`, [
      'check the network, the proxy (HTTPS_PROXY, NO_PROXY) and --cloud or --arm-endpoint',
    ]);
  }
}

function judgeToken({ status, code }: Failure, { endpoint }: Circumstances): void {
  if (status !== 401 || code === undefined || !TOKEN_REFUSED.has(code)) return;
  const { host } = new URL(endpoint);
  throw new ScanError(
    `${host} refused the token: 401 ${code}. It has expired or was made for another cloud`,
    [
      'sign in again: az login',
      'for another cloud give --cloud, and sign in there: az cloud set --name NAME, then az login',
    ],
  );
}

/** Throttling, a server's fault or an unusable body leave a gap: the other workspaces can be judged all the same. */
function judgeWorkspace(read: Read, failure: Failure): void {
  const { status, code } = failure;
  if (status === undefined || status < 400 || status >= 500 || failure.reason === 'throttled') return;
  if (failure.reason === 'timeout') return;
  const name = nameOf(read.path);
  const subscription = subscriptionOf(read.path) ?? '';
  const group = parseResourceId(read.path)?.group ?? '';
  if (code === 'SubscriptionNotFound' || code === 'InvalidSubscriptionId') {
    throw new ScanError(`subscription ${subscription} was not found: ${failure.detail}`, subscriptionHints());
  }
  if (code === 'InvalidAuthenticationTokenTenant') throw wrongTenant(subscription, failure);
  if (code === 'ResourceGroupNotFound') {
    throw new ScanError(`resource group ${group} was not found in subscription ${subscription}`, [
      `az group list --subscription ${subscription} --query "[].name" -o tsv`,
    ]);
  }
  if (status === 404) {
    throw new ScanError(`workspace ${name} was not found in resource group ${group} of ${subscription}`, [
      `az ml workspace list --subscription ${subscription} --query "[].id" -o tsv`,
      NO_WORKSPACE_OF_FOUNDRY,
    ]);
  }
  if (status === 401 || status === 403) throw forbidden(`workspace ${name}`, read, failure);
  throw new ScanError(`workspace ${name} could not be read: ${failure.detail}`, [
    `see that name, group and subscription are right: ${read.path}`,
  ]);
}

function lookupFailed(read: Read, failure: Failure): ScanError {
  const subscription = subscriptionOf(read.path) ?? '';
  const { code } = failure;
  if (code === 'SubscriptionNotFound' || code === 'InvalidSubscriptionId') {
    return new ScanError(
      `subscription ${subscription} was not found: ${failure.detail}`,
      subscriptionHints(),
    );
  }
  if (code === 'InvalidAuthenticationTokenTenant') return wrongTenant(subscription, failure);
  if (failure.reason === 'forbidden') {
    return forbidden(`the workspaces of subscription ${subscription}`, read, failure, [
      'or name the group, so that no list is needed: --resource-group GROUP',
    ]);
  }
  return new ScanError(
    `the workspaces of subscription ${subscription} could not be listed: ${failure.detail}`,
    ['scan again, or name the group, so that no list is needed: --resource-group GROUP'],
  );
}

function forbidden(what: string, read: Read, failure: Failure, more: readonly string[] = []): ScanError {
  return new ScanError(`${what} may not be read: ${failure.detail}`, [
    `ask for Reader, or a role with ${operationOf(read)}, on ${scopeToAsk(read)}`,
    ...more,
  ]);
}

function scopeToAsk(read: Read): string {
  return read.form === 'lookup' ? subscriptionPath(subscriptionOf(read.path) ?? '') : read.path;
}

function wrongTenant(subscription: string, { message }: Failure): ScanError {
  // "It must match the tenant 'https://sts.windows.net/…/' associated with this subscription."
  const tenant = /must match\b[^/]*\/\/[^/\s]+\/([0-9a-f-]{36})/i.exec(message ?? '')?.[1];
  return new ScanError(
    `subscription ${subscription} belongs to another tenant than the one you are signed in to`,
    [`az login --tenant ${tenant ?? 'TENANT'}`],
  );
}

function subscriptionHints(): readonly string[] {
  return [
    'az account list --query "[].{id:id, name:name, tenant:tenantId}" -o table',
    'if it belongs to another tenant: az login --tenant TENANT',
  ];
}

function ambiguous({ name }: WorkspaceReference, ids: readonly string[]): UsageError {
  return new UsageError(`${ids.length} workspaces are named ${name}: ${ids.join(' and ')}`, [
    'say which one: --resource-group GROUP, or the full id as --workspace',
  ]);
}

function notFound({ name, subscription }: WorkspaceReference, answer: ArmAnswer): ScanError {
  const names = answer.items.map(({ id }) => nameOf(id)).sort();
  const some =
    names.length <= 10 ? names.join(', ') : `${names.slice(0, 10).join(', ')} and ${names.length - 10} more`;
  return new ScanError(
    `no workspace named ${name} is among the ${names.length} of subscription ${subscription} that you may read`,
    [
      ...(names.length > 0 ? [`there are: ${some}`] : []),
      'another subscription is named with --subscription; one that you may not list is named with --resource-group too',
      NO_WORKSPACE_OF_FOUNDRY,
    ],
  );
}

function isNamedWorkspace(read: Read, { workspaces }: ScanScope): boolean {
  if (read.name !== 'workspace' || read.form !== 'resource') return false;
  return workspaces.some(
    ({ subscription, group, name }) =>
      group !== undefined && sameId(workspaceId(subscription, group, name), read.path),
  );
}

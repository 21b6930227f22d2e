import type { ServiceClient } from '@azure/core-client';
import { createPipelineRequest } from '@azure/core-rest-pipeline';
import { encodePath, isAskable, parseArmPath, splitFilter } from '../../arm/arm-path.js';
import { RESOURCE_GRAPH_PATH } from '../../arm/list-paths.js';
import type { ReadName } from '../../arm/reads.js';
import { PRIVATE_ENDPOINT_TYPE } from '../../arm/resource-types.js';
import type { Read } from '../exchange/read.js';
import type { Clients } from './clients.js';
import type { Recording } from './recording.js';

/** What the SDK clients ask of a resource id or a collection path, names in the spelling of the path. */
interface Place {
  /** Empty for a list of the whole subscription. */
  readonly group: string;
  /** Names below the provider, outermost first: of a deployments list the workspace's and the endpoint's. */
  readonly names: readonly string[];
}

interface CallContext {
  readonly clients: Clients;
  readonly path: Place;
  readonly read: Read;
}

interface Pages {
  byPage(): AsyncIterable<unknown>;
}

/** Asks for every page; what they hold is recorded on the way. */
async function drain(pages: Pages): Promise<void> {
  for await (const _page of pages.byPage()) {
    // The recording policy has it.
  }
}

type SdkCall = (context: CallContext) => Promise<unknown>;

/** The SDK operation of each read; `null` where the SDKs have none and the request is made by hand. */
const SDK_CALLS: Readonly<Record<ReadName, SdkCall | null>> = {
  workspace: ({ clients, path, read }) =>
    read.form === 'resource'
      ? clients.machineLearning.workspaces.get(path.group, nameAt(path, 0))
      : drain(clients.machineLearning.workspaces.listBySubscription()),
  workspacePreview: ({ clients, path }) =>
    clients.machineLearning.workspaces.get(path.group, nameAt(path, 0)),
  workspaceConnections: ({ clients, path }) =>
    drain(clients.machineLearning.privateEndpointConnections.list(path.group, nameAt(path, 0))),
  outboundRules: null,
  endpoints: ({ clients, path }) =>
    drain(clients.machineLearning.onlineEndpoints.list(path.group, nameAt(path, 0))),
  deployments: ({ clients, path }) =>
    drain(clients.machineLearning.onlineDeployments.list(path.group, nameAt(path, 0), nameAt(path, 1))),
  environment: ({ clients, path }) =>
    clients.machineLearning.environmentVersions.get(
      path.group,
      nameAt(path, 0),
      nameAt(path, 1),
      nameAt(path, 2),
    ),
  model: ({ clients, path }) =>
    clients.machineLearning.modelVersions.get(path.group, nameAt(path, 0), nameAt(path, 1), nameAt(path, 2)),
  code: ({ clients, path }) =>
    clients.machineLearning.codeVersions.get(path.group, nameAt(path, 0), nameAt(path, 1), nameAt(path, 2)),
  computes: ({ clients, path, read }) =>
    read.form === 'resource'
      ? clients.machineLearning.computeOperations.get(path.group, nameAt(path, 0), nameAt(path, 1))
      : drain(clients.machineLearning.computeOperations.list(path.group, nameAt(path, 0))),
  datastores: ({ clients, path }) =>
    drain(clients.machineLearning.datastores.list(path.group, nameAt(path, 0))),
  batchEndpoints: ({ clients, path }) =>
    drain(clients.machineLearning.batchEndpoints.list(path.group, nameAt(path, 0))),
  privateEndpoint: ({ clients, path, read }) =>
    read.form === 'resource'
      ? clients.network.privateEndpoints.get(path.group, nameAt(path, 0))
      : drain(clients.network.privateEndpoints.listBySubscription()),
  zoneGroups: ({ clients, path }) =>
    drain(clients.network.privateDnsZoneGroups.list(nameAt(path, 0), path.group)),
  networkInterface: ({ clients, path }) => clients.network.networkInterfaces.get(path.group, nameAt(path, 0)),
  virtualNetwork: ({ clients, path }) => clients.network.virtualNetworks.get(path.group, nameAt(path, 0)),
  networkSecurityGroup: ({ clients, path }) =>
    clients.network.networkSecurityGroups.get(path.group, nameAt(path, 0)),
  privateDnsZone: ({ clients, path, read }) =>
    read.form === 'resource'
      ? clients.privateDns.privateZones.get(path.group, nameAt(path, 0))
      : drain(clients.privateDns.privateZones.list()),
  zoneRecords: ({ clients, path }) =>
    drain(clients.privateDns.recordSets.listByType(path.group, nameAt(path, 0), 'A')),
  zoneLinks: ({ clients, path }) =>
    drain(clients.privateDns.virtualNetworkLinks.list(path.group, nameAt(path, 0))),
  keyVault: ({ clients, path }) => clients.keyVault.vaults.get(path.group, nameAt(path, 0)),
  registry: ({ clients, path }) => clients.registry.registries.get(path.group, nameAt(path, 0)),
  storageAccount: ({ clients, path }) =>
    clients.storage.storageAccounts.getProperties(path.group, nameAt(path, 0)),
  creationTimes: null,
  diagnosticSettings: null,
  roleAssignments: null,
  customRoles: null,
  denyAssignments: null,
  locks: null,
  resourceGraph: null,
};

/** Parameters of the reads that are a list with one filter, always the same: it is no part of their paths. */
const QUERIES: Partial<Readonly<Record<ReadName, string>>> = {
  creationTimes: `$expand=createdTime&$filter=resourceType eq '${PRIVATE_ENDPOINT_TYPE}'`,
};

/** Makes the call of a read and follows its pages to the end. What it brings is in the recording. */
export async function makeCall(
  recording: Recording,
  clientsOf: (subscription: string) => Clients,
  options: { readonly endpoint: string; readonly graphQuery: string; readonly anySubscription: string },
): Promise<void> {
  const { read } = recording;
  if (read.form === 'query') {
    const client = clientsOf(options.anySubscription).machineLearning;
    return queryGraph(recording, client, options);
  }
  const { list, query } = splitFilter(read.path);
  const { subscription, group, types, names } = parseArmPath(list);
  if (subscription === null || types.length === 0 || !isAskable(list)) {
    throw new Error(`not an ARM path: ${read.path}`);
  }
  const clients = clientsOf(subscription);
  const call = SDK_CALLS[read.name];
  if (call === null) {
    const parameters = encodeQuery(QUERIES[read.name] ?? query);
    await get(clients.machineLearning, `${options.endpoint}${encodePath(list)}?${parameters}`);
  } else {
    await call({ clients, path: { group: group ?? '', names }, read });
  }
  // Some operations of the SDKs take an answer for one page and leave its nextLink alone.
  while (recording.failure === undefined && recording.next !== undefined) {
    await get(clients.machineLearning, recording.next);
  }
}

async function get(client: Pick<ServiceClient, 'sendRequest'>, url: string): Promise<void> {
  await client.sendRequest(createPipelineRequest({ url, method: 'GET' }));
}

async function queryGraph(
  recording: Recording,
  client: Pick<ServiceClient, 'sendRequest'>,
  { endpoint, graphQuery }: { readonly endpoint: string; readonly graphQuery: string },
): Promise<void> {
  do {
    const $skipToken = recording.next;
    const options = {
      resultFormat: 'objectArray',
      $top: 1000,
      ...($skipToken === undefined ? {} : { $skipToken }),
    };
    const request = createPipelineRequest({
      url: `${endpoint}${RESOURCE_GRAPH_PATH}`,
      method: 'POST',
      body: JSON.stringify({ query: graphQuery, options }),
    });
    request.headers.set('Content-Type', 'application/json');
    await client.sendRequest(request);
  } while (recording.failure === undefined && recording.next !== undefined);
}

/** Encodes the values of a query, whose names are plain: `$filter=type eq 'CustomRole'`. */
function encodeQuery(query: string): string {
  return query
    .split('&')
    .map((part) => part.replace(/(?<==).*$/, encodeURIComponent))
    .join('&');
}

function nameAt({ names }: Place, index: number): string {
  const name = names[index];
  if (name === undefined) throw new Error('the path of a read has too few names');
  return name;
}

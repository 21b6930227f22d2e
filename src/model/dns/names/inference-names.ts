import { both, type Fact, map } from '../../algebra/fact.js';
import { WORKSPACE } from '../../arm-properties/index.js';
import type { Endpoint } from '../../resources/endpoint.js';
import type { Workspace } from '../../resources/workspace.js';

/**
 * The DNS names by which the online endpoints of a workspace are reached from private networks. The scoring host
 * `<endpoint>.<region>.inference.ml.azure.com` is a CNAME to `<endpoint>.<guid>.inference.<region>.<api zone>`, for
 * which the api zone holds a wildcard (learn.microsoft.com/azure/machine-learning/how-to-custom-dns, reviewed
 * 2026-11-24). All names are lower case.
 */
export interface InferenceNames {
  /** `privatelink.api.azureml.ms` */
  readonly apiZone: string;
  /** The record of all endpoints, relative to the api zone: `*.<guid>.inference.<region>`. */
  readonly wildcard: string;
  /** What stands below the scoring hosts of the region: `<region>.inference.ml.azure.com`. */
  readonly hostParent: string;
  /** The workspace's own host: `<guid>.workspace.<region>.api.azureml.ms`. */
  readonly workspaceHost: string;
}

/** The names of a workspace (of the hub, for a project): its GUID and region stand in them. */
export function inferenceNames(workspace: Workspace): Fact<InferenceNames> {
  const { cloud } = workspace.model;
  return map(whereabouts(workspace), ({ guid, region }) => {
    const publicApiZone = cloud.apiZone.replace(/^privatelink\./, '');
    return {
      apiZone: cloud.apiZone,
      wildcard: `*.${guid}.inference.${region}`,
      hostParent: `${region}.${cloud.inferenceSuffix}`,
      workspaceHost: `${guid}.workspace.${region}.${publicApiZone}`,
    };
  });
}

/** What stands in every private DNS name of a workspace, in lower case. */
export interface Whereabouts {
  readonly guid: string;
  /** Without blanks: `eastus2`. */
  readonly region: string;
}

/** The GUID and the region of a workspace. */
export function whereabouts(workspace: Workspace): Fact<Whereabouts> {
  return map(
    both(workspace.require(WORKSPACE.guid), workspace.require(WORKSPACE.location)),
    ([guid, location]) => ({
      guid: guid.toLowerCase(),
      region: location.toLowerCase().replaceAll(/\s/g, ''),
    }),
  );
}

/** The record of one endpoint, which answers in place of the wildcard where it exists. */
export function ownRecord(names: InferenceNames, endpoint: Endpoint): string {
  return names.wildcard.replace('*', endpoint.name.toLowerCase());
}

/** Tells whether a record is the wildcard, or that of a single endpoint of the workspace. */
export function isInferenceRecord(names: InferenceNames, record: string): boolean {
  const parent = names.wildcard.slice(1);
  return record.endsWith(parent) && !record.slice(0, -parent.length).includes('.');
}

/**
 * Tells whether a name of a private endpoint (lower case) is one of scoring requests: of the region's scoring hosts
 * (`*.<region>.inference.ml.azure.com`), or of what they lead to.
 */
export function isInferenceHost(names: InferenceNames, host: string): boolean {
  const publicApiZone = names.apiZone.replace(/^privatelink\./, '');
  return (
    host.endsWith(`.${names.hostParent}`) || host.endsWith(`${names.wildcard.slice(1)}.${publicApiZone}`)
  );
}

/** The host of an endpoint's scoring requests: by its scoring address, which ARM leaves out while it is made. */
export function scoringHost(names: InferenceNames, endpoint: Endpoint): string {
  const uri = endpoint.scoringUri();
  const host = uri.known && uri.value !== null && URL.canParse(uri.value) ? new URL(uri.value).hostname : '';
  return host === '' ? `${endpoint.name.toLowerCase()}.${names.hostParent}` : host;
}

import { READS, type ReadName } from '../../arm/reads.js';

/**
 * Older versions to fall back on where a cloud does not know the newest yet, newest first. Each is a stable
 * version of the provider's REST specification (learn.microsoft.com/rest/api, reviewed 2026-11-24) but for that of
 * the preview.
 */
const MACHINE_LEARNING = ['2024-10-01', '2024-04-01'];
const NETWORK = ['2024-05-01', '2023-11-01'];
const PRIVATE_DNS = ['2020-06-01'];

const OLDER: Readonly<Record<ReadName, readonly string[]>> = {
  workspace: MACHINE_LEARNING,
  workspacePreview: ['2024-10-01-preview'],
  workspaceConnections: MACHINE_LEARNING,
  outboundRules: MACHINE_LEARNING,
  endpoints: MACHINE_LEARNING,
  deployments: MACHINE_LEARNING,
  environment: MACHINE_LEARNING,
  model: MACHINE_LEARNING,
  code: MACHINE_LEARNING,
  computes: MACHINE_LEARNING,
  datastores: MACHINE_LEARNING,
  batchEndpoints: MACHINE_LEARNING,
  privateEndpoint: NETWORK,
  zoneGroups: NETWORK,
  networkInterface: NETWORK,
  virtualNetwork: NETWORK,
  networkSecurityGroup: NETWORK,
  privateDnsZone: PRIVATE_DNS,
  zoneRecords: PRIVATE_DNS,
  zoneLinks: PRIVATE_DNS,
  keyVault: ['2023-07-01'],
  registry: ['2023-07-01'],
  storageAccount: ['2023-05-01'],
  diagnosticSettings: [],
  roleAssignments: [],
  customRoles: ['2018-01-01-preview'],
  denyAssignments: [],
  locks: [],
  creationTimes: ['2020-06-01'],
  resourceGraph: ['2019-04-01'],
};

/** Which api-version to ask of each read: the newest that the cloud was not seen to refuse. */
export class ApiVersions {
  readonly #refused = new Map<ReadName, Set<string>>();

  /** The version to ask for now; the oldest when all were refused. */
  current(name: ReadName): string {
    const versions = versionsOf(name);
    return versions.find((version) => !this.#refused.get(name)?.has(version)) ?? versions.at(-1) ?? '';
  }

  /**
   * Notes that a version is not known here, so that no other read of its kind tries it in vain.
   * @returns whether there is one left to try
   */
  refuse(name: ReadName, version: string): boolean {
    const refused = this.#refused.get(name) ?? new Set();
    refused.add(version);
    this.#refused.set(name, refused);
    return versionsOf(name).some((other) => !refused.has(other));
  }
}

function versionsOf(name: ReadName): readonly string[] {
  return [READS[name].apiVersion, ...OLDER[name]];
}

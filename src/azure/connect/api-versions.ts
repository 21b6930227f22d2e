import { READS, type ReadName } from '../../arm/reads.js';

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
  return [READS[name].apiVersion, ...READS[name].olderVersions];
}

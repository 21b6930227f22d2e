import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Snapshot } from '../../src/snapshot/format.js';
import { startTestEmulator, type TestEmulator, type TestEmulatorOptions } from '../emulator/test-emulator.js';
import { type Environment, type Finished, isocheck, type RunOptions } from './command.js';
import { type AzAnswer, StandInAz, tokenAnswer } from './stand-in-az.js';

/** The token that the stand-in gives; it must come out nowhere. */
export const TOKEN = 'planted-token-4f9d1c';

/** A folder that is gone when the test has ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'isocheck-e2e-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A user's machine: a home, an Azure CLI, and a server that stands in for Azure Resource Manager. */
export class Site {
  readonly folder: string;
  readonly home: string;
  readonly az: StandInAz;
  readonly emulator: TestEmulator;

  private constructor(folder: string, az: StandInAz, emulator: TestEmulator) {
    this.folder = folder;
    this.home = join(folder, 'home');
    this.az = az;
    this.emulator = emulator;
    mkdirSync(join(this.home, '.azure'), { recursive: true });
    writeFileSync(this.certificate, emulator.certificate);
  }

  /** Makes a site that lasts as long as the test. */
  static async of(
    snapshot: Snapshot,
    options: Omit<TestEmulatorOptions, 'snapshot'> & { readonly az?: AzAnswer } = {},
  ): Promise<Site> {
    const folder = temporaryFolder();
    const emulator = await startTestEmulator({ snapshot, ...options });
    onTestFinished(() => emulator.close());
    return new Site(folder, new StandInAz(folder, options.az ?? tokenAnswer(TOKEN)), emulator);
  }

  get certificate(): string {
    return join(this.folder, 'authority.pem');
  }

  /** A path in the site's folder. */
  path(name: string): string {
    return join(this.folder, name);
  }

  /** Whether a file is there. */
  holds(name: string): boolean {
    return existsSync(this.path(name));
  }

  /** Writes one of the Azure CLI's own files. */
  azureFile(name: string, text: string): void {
    writeFileSync(join(this.home, '.azure', name), text);
  }

  get environment(): Environment {
    return {
      HOME: this.home,
      USERPROFILE: this.home,
      PATH: [this.az.folder, dirname(process.execPath)].join(delimiter),
      NODE_EXTRA_CA_CERTS: this.certificate,
      // Azure's address for managed identities would be tried first, and only time tells that it is not there.
      AZURE_TOKEN_CREDENTIALS: 'AzureCliCredential',
    };
  }

  /** Runs isocheck there, without saying where Azure Resource Manager is. */
  run(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
    return isocheck(args, { cwd: this.folder, ...options, env: { ...this.environment, ...options.env } });
  }

  /** Runs isocheck there against the server. */
  live(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
    return this.run([...args, '--arm-endpoint', this.emulator.url], options);
  }
}

/** The options that name a workspace whole. */
export function named({
  workspace,
  group,
  subscription,
}: {
  readonly workspace: string;
  readonly group: string;
  readonly subscription: string;
}): string[] {
  const name = workspace.slice(workspace.lastIndexOf('/') + 1);
  return ['--workspace', name, '--resource-group', group, '--subscription', subscription];
}

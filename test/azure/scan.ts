import { expect, onTestFinished } from 'vitest';
import { CLOUDS } from '../../src/arm/clouds.js';
import type { WorkspaceReference } from '../../src/arm/workspace-reference.js';
import { type Collected, type CollectOptions, collectSnapshot } from '../../src/azure/collect-snapshot.js';
import { type Emulator, emulatorCredential } from '../../src/emulator/server.js';
import type { Snapshot } from '../../src/snapshot/format.js';
import type { Fault } from '../emulator/faults.js';
import type { LoggedRequest } from '../emulator/request-log.js';
import { startTestEmulator, type TestEmulator } from '../emulator/test-emulator.js';

export interface ScanSetup {
  readonly faults?: readonly Fault[];
  readonly latencyMs?: number;
  readonly pageSize?: number;
  /** What is asked for; the workspaces of the snapshot, by group and name, unless told otherwise. */
  readonly workspaces?: readonly WorkspaceReference[];
  readonly options?: Partial<CollectOptions>;
}

export interface Scan extends Collected {
  readonly emulator: TestEmulator;
}

/** Starts a server of the snapshot that ends with the test. */
export async function serve(snapshot: Snapshot, setup: ScanSetup = {}): Promise<TestEmulator> {
  const { faults, latencyMs, pageSize } = setup;
  const emulator = await startTestEmulator({
    snapshot,
    ...(faults === undefined ? {} : { faults }),
    ...(latencyMs === undefined ? {} : { latencyMs }),
    ...(pageSize === undefined ? {} : { pageSize }),
  });
  onTestFinished(() => emulator.close());
  return emulator;
}

/** Scans a server of the snapshot through the real SDKs and https. */
export async function scan(snapshot: Snapshot, setup: ScanSetup = {}): Promise<Scan> {
  const emulator = await serve(snapshot, setup);
  return { emulator, ...(await collectFrom(emulator, snapshot, setup)) };
}

/** Scans a server that runs. */
export function collectFrom(
  emulator: Emulator,
  snapshot: Snapshot,
  setup: ScanSetup = {},
): Promise<Collected> {
  return collectSnapshot({
    workspaces: setup.workspaces ?? snapshot.workspaces.map(referenceTo),
    cloud: CLOUDS[snapshot.cloud],
    armEndpoint: emulator.url,
    credential: emulatorCredential(),
    concurrency: 16,
    takenAt: '2026-11-24T10:00:00.000Z',
    toolVersion: '0.0.0',
    trust: emulator.certificate,
    ...setup.options,
  });
}

/** A workspace's id as the command line would have read it. */
function referenceTo(id: string): WorkspaceReference {
  const [, , subscription = '', , group = '', , , , name = ''] = id.split('/');
  return { subscription, group, name };
}

/** What was asked: method, path and query, without regard to case. */
function callOf({ method, path, query }: LoggedRequest): string {
  return `${method} ${path} ${JSON.stringify(query)}`.toLowerCase();
}

/** Path and query of each request were asked once. */
export function expectNoCallTwice({ emulator }: Scan): void {
  const calls = emulator.requests.map(callOf);
  expect(calls).toEqual([...new Set(calls)]);
}

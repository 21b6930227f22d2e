import { afterEach } from 'vitest';
import type { JsonObject } from '../../src/json.js';
import type { Gap, GapReason, Snapshot, SnapshotCollection } from '../../src/snapshot/format.js';
import { startTestEmulator, type TestEmulator, type TestEmulatorOptions } from './test-emulator.js';

export const SUBSCRIPTION = '/subscriptions/11111111-2222-3333-4444-555555555555';
export const GROUP = `${SUBSCRIPTION}/resourceGroups/rg-Fraud`;
export const WORKSPACE = `${GROUP}/providers/Microsoft.MachineLearningServices/workspaces/mlw`;
export const VAULT = `${GROUP}/providers/Microsoft.KeyVault/vaults/kv`;
export const ZONE = `${GROUP}/providers/Microsoft.Network/privateDnsZones/privatelink.api.azureml.ms`;

/** A body with an id, the name that the id ends with, and some properties. */
export function body(id: string, properties: JsonObject = {}): JsonObject {
  return { id, name: id.slice(id.lastIndexOf('/') + 1), properties };
}

/** A gap whose operation is the read of a vault. */
export function gap(scope: string, reason: GapReason): Gap {
  return {
    scope: scope.toLowerCase(),
    operation: 'Microsoft.KeyVault/vaults/read',
    reason,
    detail: 'made for a test',
  };
}

export interface Parts {
  readonly bodies?: readonly JsonObject[];
  readonly collections?: Readonly<Record<string, Partial<SnapshotCollection>>>;
  readonly gaps?: readonly Gap[];
}

/** A snapshot of these bodies, read with api-version 2025-01-01. */
export function snapshotOf({ bodies = [], collections = {}, gaps = [] }: Parts): Snapshot {
  return {
    schemaVersion: 1,
    takenAt: '2026-11-24T10:00:00Z',
    cloud: 'AzureCloud',
    tool: { name: 'isocheck', version: '0.0.0' },
    workspaces: [],
    resources: Object.fromEntries(
      bodies.map((each) => [String(each['id']).toLowerCase(), { apiVersion: '2025-01-01', body: each }]),
    ),
    collections: Object.fromEntries(
      Object.entries(collections).map(([path, part]) => [
        path.toLowerCase(),
        { apiVersion: '2025-01-01', complete: true, members: [], ...part },
      ]),
    ),
    gaps: [...gaps],
    evidence: {},
  };
}

const running: TestEmulator[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()));
});

/** Starts a server that ends with the test. */
export async function serve(
  parts: Parts,
  options: Omit<TestEmulatorOptions, 'snapshot'> = {},
): Promise<TestEmulator> {
  return started({ ...options, snapshot: snapshotOf(parts) });
}

/** Starts a server of a whole snapshot that ends with the test. */
export async function started(options: TestEmulatorOptions): Promise<TestEmulator> {
  const emulator = await startTestEmulator(options);
  running.push(emulator);
  return emulator;
}

import { expect } from 'vitest';
import { isJsonObject } from '../../src/json.js';
import type { Model } from '../../src/model/bodies/model.js';
import { privateEndpointRulesOf } from '../../src/model/managed-network/outbound-rules.js';
import { workspacesIn } from '../../src/model/ownership/owners.js';
import type { Workspace } from '../../src/model/resources/workspace.js';
import { TARGETS } from '../../src/model/targets/targets.js';
import { type Recorded, taken } from './recorded.js';
import { type Expectations, knownValue, reasonsOf, type Scanned, scan } from './scanned.js';

/** Scans the workspaces of a recorded answer. */
async function workspacesOf(recorded: Recorded): Promise<Scanned & { readonly only: Workspace }> {
  const { value } = recorded.body;
  const bodies = (Array.isArray(value) ? value : [recorded.body]).filter(isJsonObject);
  const scanned = await scan(
    'workspace',
    recorded,
    bodies.map(({ id }) => String(id)),
  );
  return { ...scanned, only: first(scanned.model) };
}

function first(model: Model): Workspace {
  const [workspace] = workspacesIn(model);
  if (workspace === undefined) throw new Error('there is no workspace');
  return workspace;
}

export const workspaceExpectations: Expectations = {
  'workspace-list-private-endpoint-2020-08-01.json': async (recorded) => {
    const { only, verdicts, finding } = await workspacesOf(recorded);
    expect(knownValue(only.publicNetworkAccess())).toBe('closed');
    // The version of the answer does not know these: they are not absent, they are not known.
    expect(reasonsOf(only.v1LegacyMode())).toEqual(['unsupported']);
    expect(reasonsOf(only.managedNetworkMode())).toEqual(['unsupported']);
    expect(knownValue(only.registryId())).toBeNull();
    expect(knownValue(only.imageBuildCompute())).toBeNull();
    const [connection, ...more] = only.connections().items;
    expect(more).toEqual([]);
    // It has neither name nor type.
    expect(connection?.id).toMatch(/\/privateEndpointConnections\/mlvvtest\.[0-9a-f-]{36}$/);
    expect(connection?.name).toBe('testmlendp');
    expect(connection?.isEgress()).toBe(false);
    expect(connection && knownValue(connection.status())).toBe('Approved');
    // Its private endpoint lies in the workspace's own subscription and was not read: a gap, not somebody else's.
    expect(connection && reasonsOf(connection.attribution())).toEqual(['not-collected']);
    expect(finding('workspace/private-endpoint', 'mlvvtest').status).toBe('unknown');
    expect(verdicts).toEqual([
      'pass workspace/dependency-resource-group mlvvtest',
      'pass workspace/legacy-public-access-flag mlvvtest',
      'pass workspace/public-network-access mlvvtest',
    ]);
  },
  'workspace-list-no-public-network-access-field-2020-08-01.json': async (recorded) => {
    const { only, report } = await workspacesOf(recorded);
    // The older flag decides where the newer one is absent.
    expect(knownValue(only.publicNetworkAccess())).toBe('open');
    expect(only.connections()).toEqual({ items: [], gaps: [] });
    expect(report.workspaces).toMatchObject([{ isolation: 'unknown', publicNetworkAccess: 'Enabled' }]);
  },
  'workspace-list-managed-network-disabled-2023-04-01.json': async (recorded) => {
    const { model, finding } = await workspacesOf(recorded);
    expect(workspacesIn(model).map(({ name }) => name)).toEqual([
      'cctest-mlws',
      'cctest-mlws',
      'cctestml438669734316',
    ]);
    for (const workspace of workspacesIn(model)) {
      expect(knownValue(workspace.managedNetworkMode())).toBe('disabled');
      expect(knownValue(workspace.registryId())).toBeNull();
      expect(workspace.connections()).toEqual({ items: [], gaps: [] });
      // This version does not tell whether selected addresses limit an open workspace.
      expect(reasonsOf(workspace.selectedAddresses())).toEqual(['unsupported']);
      expect(finding('managed-network/provisioned', workspace.id).status).toBe('not-applicable');
    }
  },
  'workspace-list-public-disabled-no-private-endpoint-2023-04-01.json': async (recorded) => {
    const { only, finding } = await workspacesOf(recorded);
    expect(knownValue(only.publicNetworkAccess())).toBe('closed');
    expect(finding('workspace/private-endpoint', only.name)).toMatchObject({
      status: 'fail',
      severity: 'error',
    });
  },
  'workspace-list-hub-project-2024-04-01.json': async (recorded) => {
    const { model, verdicts } = await workspacesOf(recorded);
    const kinds = workspacesIn(model).map((workspace) => knownValue(workspace.kind()));
    expect(kinds).toEqual(['Default', 'Default', 'Hub', 'Project']);
    const [, , hub, project] = workspacesIn(model);
    expect(project && knownValue(project.owner())).toBe(hub);
    // What is said of a project's network is said of its hub.
    expect(verdicts.filter((each) => each.includes('testproj'))).toEqual([]);
    for (const workspace of workspacesIn(model)) {
      expect(knownValue(workspace.managedNetworkMode())).toBe('disabled');
      // A stable version, which by its page does not know the list, and carries it all the same.
      expect(knownValue(workspace.selectedAddresses())).toBeNull();
    }
    expect(workspacesIn(model).map((workspace) => knownValue(workspace.registryId()) !== null)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    // One vault under two spellings is one vault.
    const spelled = new Set(workspacesIn(model).map((workspace) => knownValue(workspace.keyVaultId())));
    expect(TARGETS['key-vault'].find(model).items.length).toBeLessThan(spelled.size);
  },
  'workspace-get-2024-04-01.json': async (recorded) => {
    const { only, verdicts, report } = await workspacesOf(recorded);
    expect(knownValue(only.v1LegacyMode())).toBe(false);
    expect(knownValue(only.publicNetworkAccess())).toBe('open');
    expect(knownValue(only.managedNetworkMode())).toBe('disabled');
    expect(knownValue(only.selectedAddresses())).toBeNull();
    expect(knownValue(only.registryId())).toBeNull();
    expect(verdicts).toEqual([
      'fail workspace/dependency-resource-group mlworkspace-test1',
      'pass workspace/legacy-public-access-flag mlworkspace-test1',
      'fail workspace/public-network-access mlworkspace-test1',
      'pass workspace/v1-legacy-mode mlworkspace-test1',
    ]);
    expect(report.exitCode).toBe(3);
  },
  'workspace-get-2024-10-01-preview.json': async (recorded) => {
    const { only } = await workspacesOf(recorded);
    // A preview that knows the rules and leaves them out: there are none.
    expect(knownValue(only.selectedAddresses())).toBeNull();
    expect(knownValue(only.managedNetworkMode())).toBe('disabled');
  },
  'workspace-get-2024-10-01-preview-recorded-2026.json': async (recorded) => {
    const { only } = await workspacesOf(recorded);
    expect(knownValue(only.selectedAddresses())).toBeNull();
    expect(knownValue(only.managedNetworkMode())).toBe('disabled');
  },
  'workspace-get-managed-network-approved-outbound-2022-12-01-preview.json': async (recorded) => {
    const { only, finding, report } = await workspacesOf(recorded);
    // Older than the version that brought managed networks, and tells of one all the same.
    expect(knownValue(only.managedNetworkMode())).toBe('approved');
    expect(report.workspaces).toMatchObject([{ isolation: 'managed-approved' }]);
    // The status is absent from a version that may not know it.
    expect(reasonsOf(only.managedNetworkStatus())).toEqual(['unsupported']);
    expect(finding('managed-network/provisioned', only.name).status).toBe('unknown');
    // An empty text means that none is attached.
    expect(knownValue(only.registryId())).toBeNull();
    const rules = privateEndpointRulesOf(only);
    expect(
      rules.items.map(({ name, status, subresourceTarget }) => [
        name.startsWith('__SYS_PE_'),
        status,
        subresourceTarget,
      ]),
    ).toEqual([
      [false, 'Inactive', 'blob'],
      [true, 'Inactive', 'vault'],
      [true, 'Inactive', 'blob'],
      [true, 'Inactive', 'file'],
    ]);
  },
  'workspace-get-managed-network-internet-outbound-2023-04-01-preview.json': async (recorded) => {
    const { only, finding } = await workspacesOf(recorded);
    expect(knownValue(only.managedNetworkMode())).toBe('internet');
    expect(knownValue(only.managedNetworkStatus())).toBe('Inactive');
    expect(knownValue(only.registryId())).toBeNull();
    expect(finding('managed-network/isolation-mode', only.name).status).toBe('fail');
    // Whether a managed endpoint needs the network is not known, so the highest severity is taken.
    expect(finding('managed-network/provisioned', only.name)).toMatchObject({
      status: 'fail',
      severity: 'error',
    });
  },
  'workspace-outbound-rules-map-2022-12-01-preview.json': (recorded) => {
    // A map where newer versions answer a list: nothing of it may pass for an empty list.
    const path = recorded.path.replace('/managedNetwork', '');
    const { items, failure } = taken('outboundRules', { ...recorded, path });
    expect(items).toEqual([]);
    expect(failure?.reason).toBe('error');
  },
  'spec-examples/workspace-get-2024-10-01.json': async (recorded) => {
    const { only, finding } = await workspacesOf(recorded);
    expect(knownValue(only.publicNetworkAccess())).toBe('closed');
    expect(knownValue(only.imageBuildCompute())).toBe('testcompute');
    expect(only.connections().items.map(({ name }) => name)).toEqual(['petest01']);
    expect(finding('workspace/private-endpoint', 'testworkspace').status).toBe('unknown');
  },
  'spec-examples/workspace-outbound-rules-list-2024-10-01.json': async (recorded) => {
    const workspace = recorded.path.replace('/outboundRules', '');
    const { model, snapshot } = await scan('outboundRules', recorded, [workspace]);
    expect(Object.values(snapshot.collections)).toMatchObject([{ complete: true }]);
    // Host names are no private endpoint rules.
    expect(privateEndpointRulesOf(first(model)).items).toEqual([]);
  },
  'spec-examples/workspace-private-endpoint-connections-list-2024-10-01.json': async (recorded) => {
    const workspace = recorded.path.replace('/privateEndpointConnections', '');
    const { model } = await scan('workspaceConnections', recorded, [workspace]);
    const connections = first(model).connections();
    // The same one twice.
    expect(connections.items.map(({ name }) => name)).toEqual(['petest01']);
    expect(connections.gaps).not.toEqual([]);
  },
};

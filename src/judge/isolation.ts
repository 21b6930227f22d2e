import type { Isolation, WorkspaceSummary } from '../findings/report.js';
import { anyIn, map } from '../model/algebra/fact.js';
import { WORKSPACE } from '../model/arm-properties/index.js';
import { deploymentsIn } from '../model/resources/deployment.js';
import type { Workspace } from '../model/resources/workspace.js';

/** How a workspace is isolated, for the head of the report. Network settings of a project are its hub's. */
export function summarizeWorkspace(workspace: Workspace): WorkspaceSummary {
  const owner = workspace.owner();
  const location = workspace.location();
  const kind = workspace.kind();
  return {
    id: workspace.id,
    name: workspace.name,
    location: location.known && location.value !== null ? location.value : 'unknown',
    kind: kind.known ? kind.value : 'unknown',
    isolation: isolationOf(workspace),
    publicNetworkAccess: owner.known ? accessWords(owner.value) : 'unknown',
  };
}

function accessWords(owner: Workspace): string {
  const access = owner.publicNetworkAccess();
  if (access.known) return access.value === 'open' ? 'Enabled' : 'Disabled';
  return owner.resource.known
    ? rawAccess(owner.resource.value.raw(WORKSPACE.publicNetworkAccess))
    : 'unknown';
}

function rawAccess(raw: string): string {
  return raw === 'absent' ? 'unknown' : raw;
}

function isolationOf(workspace: Workspace): Isolation {
  const owner = workspace.owner();
  if (!owner.known) return 'unknown';
  const mode = owner.value.managedNetworkMode();
  if (!mode.known) return 'unknown';
  if (mode.value !== 'disabled') return mode.value === 'internet' ? 'managed-internet' : 'managed-approved';
  const deployments = deploymentsIn(workspace);
  const isPrivate = anyIn(deployments, (each) =>
    map(each.generation(), (value) => value === 'legacy-private'),
  );
  const isPublic = anyIn(deployments, (each) => map(each.generation(), (value) => value === 'legacy-public'));
  if (!isPrivate.known || !isPublic.known) return 'unknown';
  if (isPrivate.value) return isPublic.value ? 'mixed' : 'legacy';
  return 'none';
}

import { idKey } from '../../arm/resource-id.js';
import { derived, shared } from '../algebra/derived.js';
import type { Listing } from '../algebra/fact.js';
import type { Model } from '../bodies/model.js';
import { Workspace, workspaceAt } from '../resources/workspace.js';

/** The workspaces that were asked for. */
export const workspacesIn = derived((model: Model): readonly Workspace[] => [
  ...new Set(model.index.snapshot.workspaces.map((id) => workspaceAt(model, id))),
]);

/**
 * The workspaces whose network settings are judged: those asked for, a project's hub in its place. A workspace of
 * which it can't be told whether it has a hub stands for itself, with all of it unknown.
 */
export const ownersIn = derived((model: Model): readonly Workspace[] => [
  ...new Set(
    workspacesIn(model).map((workspace) => {
      const owner = workspace.owner();
      return owner.known ? owner.value : new Workspace(model, workspace.id, owner);
    }),
  ),
]);

/** What keeps owners from being known. */
const ownerGaps = derived((model: Model) =>
  workspacesIn(model).flatMap((workspace) => {
    const owner = workspace.owner();
    return owner.known ? [] : owner.gaps;
  }),
);

/** The workspaces asked for, by the id of their hub. */
const usersByHub = derived((model: Model) => {
  const users = new Map<string, { items: Workspace[]; gaps: Listing<Workspace>['gaps'] }>();
  for (const workspace of workspacesIn(model)) {
    const owner = workspace.owner();
    if (!owner.known) continue;
    const listing = shared(users, owner.value.id, () => ({ items: [], gaps: ownerGaps(model) }));
    listing.items.push(workspace);
  }
  return users;
});

/** The workspaces asked for that take their network from a hub. */
function usersOfHub(model: Model, hub: Workspace): Listing<Workspace> {
  return usersByHub(model).get(idKey(hub.id)) ?? { items: [], gaps: ownerGaps(model) };
}

/** The workspaces asked for that take their network from this one: itself, or a hub's projects. */
export const networkUsersOf = derived((workspace: Workspace): Listing<Workspace> => {
  const kind = workspace.kind();
  if (!kind.known) return { items: [workspace], gaps: kind.gaps };
  return kind.value.toLowerCase() === 'hub'
    ? usersOfHub(workspace.model, workspace)
    : { items: [workspace], gaps: [] };
});

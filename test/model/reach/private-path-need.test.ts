import { describe, expect, it } from 'vitest';
import { Model } from '../../../src/model/bodies/model.js';
import { privatePathNeed } from '../../../src/model/reach/private-path-need.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import type { Estate } from '../../world/estate.js';
import { endpointId } from '../../world/names.js';
import { documentedExample, soundPrivate, soundPublic } from '../../world/sound.js';

/** What needs it, by name; null for nothing, or what the gaps say. */
function needIn({ world, names }: Estate) {
  const need = privatePathNeed(workspaceAt(new Model(world.snapshot()), names.workspace));
  if (!need.known) return need.gaps.map(({ detail }) => detail).join('; ');
  if (need.value === null) return null;
  const { isClosed, closedEndpoints, deployments } = need.value;
  return [isClosed, closedEndpoints.map(({ name }) => name), deployments.map(({ name }) => name)];
}

describe('what needs the private path into a workspace', () => {
  it('is a closed workspace, closed endpoints, and deployments sent out privately', () => {
    expect(needIn(soundPrivate())).toEqual([true, ['fraud'], ['blue']]);
    expect(needIn(documentedExample())).toEqual([false, ['endpoint'], ['blue']]);
  });

  it('is nothing in a workspace where all is public', () => {
    expect(needIn(soundPublic())).toBeNull();
  });

  it('is nothing for an endpoint that a Kubernetes cluster serves', () => {
    const estate = soundPublic().endpoint('k8s', 'Disabled', {});
    estate.world.set(endpointId(estate.names.workspace, 'k8s'), 'properties.compute', '/computes/k8s');
    expect(needIn(estate)).toBeNull();
  });

  it('is told by what is known, and not known where nothing is', () => {
    const known = soundPrivate();
    known.world.gap('endpoints', `${known.names.workspace}/onlineEndpoints`);
    expect(needIn(known)).toEqual([true, [], []]);
    const hidden = soundPublic();
    hidden.world.gap('endpoints', `${hidden.names.workspace}/onlineEndpoints`);
    expect(needIn(hidden)).toBe('403 AuthorizationFailed');
  });
});

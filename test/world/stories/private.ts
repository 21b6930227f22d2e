import { addDependencyEndpoints } from '../dependency-endpoints.js';
import { Estate } from '../estate.js';
import { endpointId } from '../names.js';
import { completeWorld } from './complete.js';
import type { Story } from './story.js';

export const privateStory: Story = {
  title: 'A sound private workspace',
  description:
    'A credit-risk team with everything closed and legacy isolation: one closed endpoint, two deployments sent out by private endpoints of their own.',
  order: 2,
  required: { inbound: 'private', outbound: 'private', workspace: 'private' },
  exitCode: 0,
  world: () =>
    completeWorld(soundEstate('credit', 'credit-risk').code('credit-risk', 'blue', 'credit-risk-score')),
};

/** The estate of the sound private workspace, from which other stories depart. */
export function soundEstate(suffix: string, endpoint: string): Estate {
  const estate = new Estate(suffix).endpoint(endpoint, 'Disabled', {
    blue: 'Disabled',
    green: 'Disabled',
  });
  estate.world.set(endpointId(estate.names.workspace, endpoint), 'properties.traffic', {
    blue: 90,
    green: 10,
  });
  return addDependencyEndpoints(estate);
}

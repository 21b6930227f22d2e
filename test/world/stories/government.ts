import { addDependencyEndpoints } from '../dependency-endpoints.js';
import { Estate } from '../estate.js';
import { namesOf } from '../names.js';
import { World } from '../world.js';
import { completeWorld } from './complete.js';
import type { Story } from './story.js';

export const government: Story = {
  title: 'Azure US Government',
  description:
    'A sound private workspace in the Azure US Government cloud, whose zones and hosts have names of their own.',
  order: 11,
  required: { inbound: 'private', outbound: 'private', workspace: 'private' },
  exitCode: 0,
  world: () => {
    const names = namesOf('permits', { region: 'usgovvirginia' });
    const estate = new Estate('permits', { cloud: 'AzureUSGovernment' }, new World(), names);
    return completeWorld(addDependencyEndpoints(estate.endpoint('permits', 'Disabled')));
  },
};

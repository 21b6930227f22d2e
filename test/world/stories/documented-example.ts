import { addDependencyEndpoints } from '../dependency-endpoints.js';
import { Estate } from '../estate.js';
import { namesOf } from '../names.js';
import { World } from '../world.js';
import { completeWorld } from './complete.js';
import type { Story } from './story.js';

/**
 * What the template of learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint makes (edition of
 * 2022-23).
 */
export const documentedExample: Story = {
  title: 'The documented example',
  description:
    'What the template in the documentation makes: the workspace open behind its private endpoint, endpoint and egress closed, no compute for image builds, no DNS zone for notebooks.',
  order: 3,
  required: { inbound: 'private', outbound: 'private' },
  exitCode: 0,
  world: () => {
    const names = namesOf('x7q2', { group: 'rg-online-endpoints', region: 'westus' });
    const options = { workspaceAccess: 'Enabled', notebooksZone: false, range: '192.168' } as const;
    const estate = new Estate('x7q2', options, new World(), names);
    const { world } = addDependencyEndpoints(estate.endpoint('endpt-vnet', 'Disabled'));
    world.unset(names.workspace, 'properties.imageBuildCompute');
    world.set(
      `${names.workspace}/environments/endpt-vnet-env/versions/1`,
      'properties.image',
      'crx7q2.azurecr.io/repo/img:v1',
    );
    showAddressesInPreviewsAlone(estate);
    return completeWorld(estate);
  },
};

/** Takes the list of selected addresses out of the stable answer; a preview shows it, and that none are selected. */
export function showAddressesInPreviewsAlone({ world, names }: Estate): void {
  world.unset(names.workspace, 'properties.ipAllowlist');
  world.otherVersion(names.workspace, '2025-10-01-preview', { ipAllowlist: [] });
}

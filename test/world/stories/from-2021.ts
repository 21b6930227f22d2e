import { addDependencyEndpoints } from '../dependency-endpoints.js';
import { Estate } from '../estate.js';
import { completeWorld } from './complete.js';
import type { Story } from './story.js';

/** May 2022 is when scoring through private endpoints came, and with it the third address of theirs. */
export const from2021: Story = {
  title: 'A workspace from 2021',
  description:
    'A private workspace that was never migrated: v1 legacy mode on, a private endpoint that does not know the scoring hosts, a Standard registry. Nobody has managed to make an online endpoint in it.',
  order: 12,
  required: { inbound: 'private' },
  exitCode: 1,
  world: () => {
    const estate = new Estate('pricing', { privateEndpoint: false, registrySku: 'Standard' });
    const { world, names } = estate;
    const { workspace, registry, apiZone, notebooksZone, virtualNetwork, privateEndpoint } = names;
    estate
      .network(virtualNetwork)
      .zone(apiZone)
      .zone(notebooksZone)
      .link(apiZone, virtualNetwork)
      .link(notebooksZone, virtualNetwork)
      .privateEndpoint(privateEndpoint, { created: '2021-10-05T13:22:41.0123456Z', inference: false });
    addDependencyEndpoints(estate, { registry: false });
    world
      .set(workspace, 'properties.v1LegacyMode', true)
      .set(workspace, 'systemData.createdAt', '2021-10-05T13:05:12.0000000Z')
      // A Standard registry can be neither closed nor reached by a private endpoint.
      .set(registry, 'properties.publicNetworkAccess', 'Enabled');
    return completeWorld(estate);
  },
};

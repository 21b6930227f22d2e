import { Estate } from '../estate.js';
import { completeWorld } from './complete.js';
import type { Story } from './story.js';

export const publicStory: Story = {
  title: 'A sound public workspace',
  description:
    'A churn model that nobody claims to be isolated: workspace, endpoint, deployments and everything behind them take part in the public network.',
  order: 4,
  required: {},
  exitCode: 0,
  world: () => {
    const estate = new Estate('churn', {
      workspaceAccess: 'Enabled',
      closedDependencies: false,
      privateEndpoint: false,
      registrySku: 'Standard',
    });
    estate.endpoint('churn', 'Enabled', { current: 'Enabled' });
    // An ARM template leaves it out, and ARM then means Enabled.
    estate.world.unset(
      `${estate.names.workspace}/onlineEndpoints/churn/deployments/current`,
      'properties.egressPublicNetworkAccess',
    );
    return completeWorld(estate);
  },
};

import { refusal } from '../refusal.js';
import { completeWorld } from './complete.js';
import { soundEstate } from './private.js';
import type { Story } from './story.js';

export const noRightsOnVault: Story = {
  title: 'A reader without rights on the vault',
  description:
    'The sound private workspace, scanned by somebody who may read everything but its key vault: the scan is incomplete, and says so.',
  order: 9,
  required: {},
  exitCode: 3,
  world: () => {
    const estate = soundEstate('credit', 'credit-risk');
    const { keyVault } = estate.names;
    estate.world.gap('keyVault', keyVault, 'forbidden', refusal('keyVault', keyVault));
    return completeWorld(estate);
  },
};

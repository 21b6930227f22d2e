import type { World } from '../../world/world.js';
import { approvedOnly, codeAt, legacy, modelAt } from '../deployment/stored.js';

const ON_LAKE = 'https://stlake.blob.core.windows.net/files/score';

/** Deployments whose image, model or scoring script is out of reach. */
export const DEPLOYMENT_WORLDS: readonly (() => World)[] = [
  () => modelAt(codeAt(legacy(), 'fraud', ON_LAKE), ON_LAKE).world,
  () => modelAt(codeAt(approvedOnly(), 'claims', ON_LAKE), 'azureml://datastores/lake/paths/score').world,
];

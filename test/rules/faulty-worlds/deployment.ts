import type { World } from '../../world/world.js';
import { approvedOnly, codeAt, legacy, modelAt } from '../deployment/stored.js';

/** A managed network that lets out only what is approved, and an image from a registry that nobody approved. */
function imageElsewhere(): World {
  const estate = approvedOnly();
  const { workspace } = estate.names;
  const image = 'crother.azurecr.io/score:2';
  return estate.environment(`${workspace}/environments/claims-env/versions/1`, { image }).world;
}

const ON_LAKE = 'https://stlake.blob.core.windows.net/files/score';

/** Deployments whose image, model or scoring script is out of reach. */
export const DEPLOYMENT_WORLDS: readonly (() => World)[] = [
  imageElsewhere,
  () => modelAt(codeAt(legacy(), 'fraud', ON_LAKE), ON_LAKE).world,
  () => modelAt(codeAt(approvedOnly(), 'claims', ON_LAKE), 'azureml://datastores/lake/paths/score').world,
];

import { addDependencyEndpoints } from './dependency-endpoints.js';
import { Estate } from './estate.js';

/** A sound workspace with legacy isolation: everything closed, one closed endpoint, one deployment sent out privately. */
export function soundPrivate(suffix = 'fraud'): Estate {
  return addDependencyEndpoints(new Estate(suffix).endpoint('fraud', 'Disabled'));
}

/**
 * The documented example (learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint): the workspace
 * open behind a private endpoint, no image build compute, no notebooks zone in the zone group, all else closed.
 */
export function documentedExample(): Estate {
  const estate = new Estate('example', { workspaceAccess: 'Enabled' }).endpoint('endpoint', 'Disabled');
  estate.world.unset(estate.names.workspace, 'properties.imageBuildCompute');
  return addDependencyEndpoints(estate);
}

/** A sound workspace without any isolation: all is public, and nothing claims otherwise. */
export function soundPublic(): Estate {
  return new Estate('open', {
    workspaceAccess: 'Enabled',
    closedDependencies: false,
    privateEndpoint: false,
    registrySku: 'Standard',
  }).endpoint('churn', 'Enabled');
}

/** A sound workspace whose managed network lets out only what is approved. */
export function soundManaged(
  isolationMode: 'AllowInternetOutbound' | 'AllowOnlyApprovedOutbound' = 'AllowOnlyApprovedOutbound',
): Estate {
  return new Estate('managed', { isolationMode }).endpoint('claims', 'Disabled', { blue: 'Enabled' });
}

import { derived } from '../algebra/derived.js';
import { anyIn, type Fact, map } from '../algebra/fact.js';
import { workspacesUsing } from '../ownership/dependency-users.js';
import { servedEndpoints } from '../ownership/served.js';
import type { KeyVault } from '../resources/key-vault.js';

/** Whether an endpoint of these workspaces is called with a key, which is kept in the vault. */
export const hasKeyEndpoint = derived(
  (vault: KeyVault): Fact<boolean> =>
    anyIn(workspacesUsing(vault), (workspace) =>
      anyIn(servedEndpoints(workspace), (endpoint) => map(endpoint.authMode(), (mode) => mode === 'Key')),
    ),
);

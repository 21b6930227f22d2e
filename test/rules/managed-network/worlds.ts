import type { Json } from '../../../src/json.js';
import type { Estate } from '../../world/estate.js';
import { addOutboundRule } from '../../world/managed-network.js';
import { soundManaged } from '../../world/sound.js';

type Mode = 'AllowInternetOutbound' | 'AllowOnlyApprovedOutbound';

/** A sound managed network after a change. */
export function managed(change: (estate: Estate) => unknown = () => undefined, mode?: Mode): () => Estate {
  return () => {
    const estate = soundManaged(mode);
    change(estate);
    return estate;
  };
}

/** A managed network with a rule of the user's own, called `rule`. */
export function withRule(
  type: 'FQDN' | 'PrivateEndpoint' | 'ServiceTag',
  destination: Json,
  change: (estate: Estate) => unknown = () => undefined,
  mode?: Mode,
): () => Estate {
  return managed((estate) => {
    addOutboundRule(estate, 'rule', { type, category: 'UserDefined', status: 'Active', destination });
    change(estate);
  }, mode);
}

/** Id of the rule that `withRule` adds. */
export const RULE = `${soundManaged().names.workspace}/outboundRules/rule`;

/** What every command of the managed network's workspace ends with. */
export const IN_WORKSPACE = `--workspace-name mlw-managed --resource-group rg-managed --subscription ${soundManaged().names.subscription}`;

export const OUTBOUND_RULES_READ = 'Microsoft.MachineLearningServices/workspaces/outboundRules/read';

export const PROVISION = `az ml workspace provision-network --name mlw-managed --resource-group rg-managed --subscription ${soundManaged().names.subscription}`;

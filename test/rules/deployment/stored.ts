import type { Json } from '../../../src/json.js';
import type { Estate } from '../../world/estate.js';
import { addOutboundRule } from '../../world/managed-network.js';
import { deploymentId } from '../../world/names.js';
import { soundManaged, soundPrivate } from '../../world/sound.js';

/** A data lake of the company's, and what leads to it in a workspace. */
export const LAKE =
  '/subscriptions/c4d5e6f7-0819-4a2b-8c3d-4e5f60718293/resourceGroups/rg-lake/providers/Microsoft.Storage/storageAccounts/stlake';

/** Registers a datastore `lake` that leads to the data lake. */
function withLake(estate: Estate): Estate {
  const { workspace } = estate.names;
  const properties = {
    datastoreType: 'AzureDataLakeGen2',
    accountName: 'stlake',
    filesystem: 'models',
    subscriptionId: LAKE.split('/')[2] ?? '',
    resourceGroup: 'rg-lake',
  };
  const id = `${workspace}/datastores/lake`;
  estate.world.add('datastores', { id, name: 'lake', properties }, `${workspace}/datastores`);
  return estate;
}

/** Says where the model of a deployment lies. */
export function modelAt(estate: Estate, modelUri: string): Estate {
  const { workspace } = estate.names;
  const [model] = Object.values(estate.world.snapshot().resources).flatMap(({ body }) =>
    typeof body['id'] === 'string' && body['id'].includes('/models/') ? [body['id']] : [],
  );
  estate.world.set(model ?? workspace, 'properties.modelUri', modelUri);
  return estate;
}

/** Gives a deployment a scoring script that lies there. */
export function codeAt(estate: Estate, endpoint: string, codeUri: Json): Estate {
  const { workspace } = estate.names;
  const code = `${workspace}/codes/${endpoint}-score/versions/1`;
  estate.world
    .add('code', { id: code, name: '1', properties: { codeUri } })
    .set(deploymentId(workspace, endpoint, 'blue'), 'properties.codeConfiguration', {
      codeId: code,
      scoringScript: 'score.py',
    });
  return estate;
}

/** A legacy workspace with the data lake beside it. */
export const legacy = (): Estate => withLake(soundPrivate());

/** A workspace behind a managed network in mode AllowOnlyApprovedOutbound, with the data lake beside it. */
export const approvedOnly = (): Estate => withLake(soundManaged());

type Rule = Parameters<typeof addOutboundRule>[2];

/** Adds a rule of the user's, Active unless told otherwise. */
export function allow(
  estate: Estate,
  type: Rule['type'],
  destination: Rule['destination'],
  status: Rule['status'] = 'Active',
): Estate {
  addOutboundRule(estate, 'own', { type, category: 'UserDefined', status, destination });
  return estate;
}

/** A destination of a service tag rule. */
export const tag = (serviceTag: string, rest: { [name: string]: Json } = {}): Json => ({
  serviceTag,
  protocol: 'TCP',
  portRanges: '443',
  action: 'Allow',
  ...rest,
});

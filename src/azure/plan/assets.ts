import { type AssetKind, parseAssetReference } from '../../arm/asset-reference.js';
import { isResourceId } from '../../arm/resource-id.js';
import type { JsonObject } from '../../json.js';
import { type Read, resourceRead } from '../exchange/read.js';
import { textAt } from './body.js';

/** Where a deployment names each kind of asset. */
const ASSETS: readonly {
  readonly read: 'environment' | 'model' | 'code';
  readonly kind: AssetKind;
  readonly at: readonly string[];
}[] = [
  { read: 'environment', kind: 'environments', at: ['properties', 'environmentId'] },
  { read: 'model', kind: 'models', at: ['properties', 'model'] },
  { read: 'code', kind: 'codes', at: ['properties', 'codeConfiguration', 'codeId'] },
];

/**
 * The environment, the model and the code of a deployment. Assets of a registry (`azureml://…`) are not below the
 * workspace and are not asked for, and neither are labels: what `latest` meant when the deployment was made, nobody
 * can tell.
 * @param workspace the one from which the deployment names them; without a GUID while its body was not read
 */
export function* assetReads(
  workspace: { readonly id: string; readonly guid: string | null },
  deployment: JsonObject,
): Generator<Read> {
  for (const { read, kind, at } of ASSETS) {
    const named = textAt(deployment, ...at);
    const id = named === undefined ? null : parseAssetReference(kind, named, workspace)?.versionId;
    if (id && isResourceId(id)) yield resourceRead(read, id);
  }
}

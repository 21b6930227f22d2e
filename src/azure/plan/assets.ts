import { type AssetKind, parseAssetReference, type ReferringWorkspace } from '../../arm/asset-reference.js';
import { isResourceId } from '../../arm/resource-id.js';
import { derived } from '../../model/algebra/derived.js';
import { DEPLOYMENT } from '../../model/arm-properties/index.js';
import type { Resource } from '../../model/bodies/resource.js';
import { type Read, resourceRead } from '../exchange/read.js';

/** Where a deployment names each kind of asset. */
const ASSETS = [
  { read: 'environment', kind: 'environments', property: DEPLOYMENT.environmentId },
  { read: 'model', kind: 'models', property: DEPLOYMENT.model },
  { read: 'code', kind: 'codes', property: DEPLOYMENT.codeId },
] as const;

interface NamedAsset {
  readonly read: 'environment' | 'model' | 'code';
  readonly kind: AssetKind;
  readonly text: string;
}

const assetsNamedIn = derived((deployment: Resource): readonly NamedAsset[] =>
  ASSETS.flatMap(({ read, kind, property }) => {
    const text = deployment.read(property);
    return text.known && text.value !== null ? [{ read, kind, text: text.value }] : [];
  }),
);

/**
 * The environment, the model and the code of a deployment. Assets of a registry (`azureml://…`) are not below the
 * workspace and are not asked for, and neither are labels: what `latest` meant when the deployment was made, nobody
 * can tell.
 * @param workspace the one from which the deployment names them; without a GUID while its body was not read
 */
export function* assetReads(workspace: ReferringWorkspace, deployment: Resource): Generator<Read> {
  for (const { read, kind, text } of assetsNamedIn(deployment)) {
    const id = parseAssetReference(kind, text, workspace)?.versionId;
    if (id && isResourceId(id)) yield resourceRead(read, id);
  }
}

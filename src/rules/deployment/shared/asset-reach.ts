import { nameOf } from '../../../arm/resource-id.js';
import type { Remedy } from '../../../findings/report.js';
import { chain, type Fact, map } from '../../../model/algebra/fact.js';
import { type AssetStorage, placeOf } from '../../../model/assets/asset-storage.js';
import type { OutboundLimit } from '../../../model/managed-network/outbound-limit.js';
import type { Deployment } from '../../../model/resources/deployment.js';
import { fail, type Outcome, pass, unknown } from '../../engine/outcome.js';
import { addPrivateEndpointRule, ruleNameFor } from '../../remedies/outbound-rule-commands.js';

/** What is judged: the files of a deployment's model, or of its scoring script. */
interface StoredAsset {
  /** In words, at the beginning of a sentence. */
  readonly noun: 'The model' | 'The scoring script';
  readonly storage: AssetStorage;
  /** What of a managed network leads there, in words; null for nothing. */
  readonly cover: Fact<string | null>;
  /** How the files get into the workspace's own storage account. */
  readonly moved: () => Remedy;
}

/**
 * Judges whether a deployment reaches the files of its model or of its scoring script: those in the workspace's own
 * storage account always; others by an outbound rule of the managed network, and never by private endpoints of the
 * deployment's own.
 */
export function judgeAssetReach(
  target: Deployment,
  limit: OutboundLimit,
  { noun, storage, cover, moved }: StoredAsset,
): Outcome {
  if (storage.way === 'none') return pass(`The deployment names no ${noun.slice('The '.length)}.`);
  if (storage.way === 'default-storage') {
    if (limit === 'own-private-endpoints' && storage.service !== 'blob')
      return besideBlob(noun, storage, moved());
    return pass(`${noun} lies in storage account ${storage.account}, which is the workspace's own.`);
  }
  const place = placeOf(storage);
  const evidence = [{ ...storage.asset, expected: `a path in ${ownAccount(target)}` }];
  if (limit === 'own-private-endpoints') {
    return fail({
      message: `${noun} lies in ${place}, which the deployment's private egress does not reach.`,
      evidence,
      remedy: moved(),
    });
  }
  if (!cover.known) return unknown(cover);
  if (cover.value !== null) return pass(`${noun} lies in ${place}, to which ${cover.value} leads.`);
  return fail({
    message: `${noun} lies in ${place}, to which no Active outbound rule of the managed network leads; whether it gets to the deployment by another way is doubtful.`,
    severity: 'warning',
    evidence,
    remedy: approved(target, storage) ?? moved(),
  });
}

/** The deployment's private endpoint leads to blob; shares of the same account are another service. */
function besideBlob(
  noun: StoredAsset['noun'],
  { account, service, asset }: Extract<AssetStorage, { readonly way: 'default-storage' | 'other-storage' }>,
  remedy: Remedy,
): Outcome {
  return fail({
    message: `${noun} lies in ${service} of the workspace's own storage account ${account}; the deployment's private endpoint leads to blob of it, and whether it reaches ${service} is doubtful.`,
    severity: 'warning',
    evidence: [{ ...asset, expected: `a path in blob of storage account ${account}` }],
    remedy,
  });
}

function ownAccount(target: Deployment): string {
  const id = chain(target.workspace.owner(), (owner) => owner.storageId());
  const name = map(id, (each) => (each === null ? null : nameOf(each)));
  return name.known && name.value !== null
    ? `storage account ${name.value}`
    : "the workspace's own storage account";
}

/** A private endpoint rule to the storage account; null where nobody tells its id. */
function approved({ workspace }: Deployment, storage: AssetStorage): Remedy | null {
  const owner = workspace.owner();
  if (storage.way !== 'other-storage' || storage.accountId === null || !owner.known) return null;
  const { account, accountId, service } = storage;
  return {
    summary: `Add a private endpoint rule for ${service} of storage account ${account} to the managed network: this opens a private way to that account for everything in the workspace. The account's owner may have to approve the connection. Files that are copied into the workspace's own storage account need no rule.`,
    commands: [addPrivateEndpointRule(owner.value, ruleNameFor(accountId, service), accountId, service)],
  };
}

import type { Model } from '../model/bodies/model.js';
import { managedNetworkOpenness } from '../model/managed-network/managed-network-openness.js';
import { ownersIn } from '../model/ownership/owners.js';
import type { AnyRule } from '../rules/engine/rule.js';
import { opennessVerdict } from '../rules/judgements/openness-words.js';

/**
 * One note for each managed network in AllowOnlyApprovedOutbound: what its rules open, and whether it is really
 * closed. Where no rule that was asked reads outbound rules, nobody asked ARM for them, and there is nothing to tell.
 */
export function managedNetworkNotes(model: Model, rules: readonly AnyRule[]): string[] {
  if (!rules.some(({ reads }) => reads.includes('outboundRules'))) return [];
  return ownersIn(model).flatMap((workspace) => {
    const mode = workspace.managedNetworkMode();
    if (!mode.known || mode.value !== 'approved') return [];
    return [
      `AllowOnlyApprovedOutbound of ${workspace.name}: ${opennessVerdict(managedNetworkOpenness(workspace))}`,
    ];
  });
}

import { groupPath, ofType } from '../../../arm/path-builders.js';
import type { RuleExample } from '../../engine/rule.js';

/** Where a private endpoint rule leads. */
interface Destination {
  readonly serviceResourceId: string;
  readonly subresourceTarget: string;
}

/** A private endpoint rule of a managed network that leads elsewhere, and the one that is wanted. */
export function outboundRuleExample(failing: Destination, mended: Destination): RuleExample {
  return {
    read: 'outboundRules',
    type: 'Microsoft.MachineLearningServices/workspaces/outboundRules',
    failing: ruleTo(failing),
    mended: ruleTo(mended),
  };
}

/** Id of a made-up resource: `Microsoft.Storage/storageAccounts/st`. */
export function exampleId(typeAndName: string): string {
  return ofType(groupPath('00000000-0000-0000-0000-000000000000', 'rg'), typeAndName);
}

function ruleTo(destination: Destination): RuleExample['failing'] {
  return {
    properties: { type: 'PrivateEndpoint', category: 'UserDefined', destination: { ...destination } },
  };
}

import { OUTBOUND_RULE } from './arm-properties.js';
import type { Resource } from './resource.js';
import { nameOf } from './resource-id.js';
import { once } from './snapshot-index.js';
import type { Workspace } from './workspace.js';

/** An outbound rule of a workspace's managed network, of whatever type. */
export class OutboundRule {
  readonly type = 'outbound-rule';
  readonly workspace: Workspace;
  readonly resource: Resource;
  readonly id: string;
  readonly name: string;

  constructor(workspace: Workspace, resource: Resource) {
    this.workspace = workspace;
    this.resource = resource;
    this.id = resource.id;
    this.name = nameOf(resource.id);
  }

  /** `PrivateEndpoint`, `FQDN` or `ServiceTag`. */
  readonly ruleType = once(() => this.resource.read(OUTBOUND_RULE.type));
}

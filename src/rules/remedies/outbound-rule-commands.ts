import { nameOf } from '../../arm/resource-id.js';
import type { OutboundRule } from '../../model/resources/outbound-rule.js';
import type { Workspace } from '../../model/resources/workspace.js';
import { type AzureCliOptions, azureCli, inGroupOf } from './azure-cli.js';

/** `--workspace-name`, `--resource-group` and `--subscription` of a managed network's workspace. */
function inWorkspace(workspace: Workspace): AzureCliOptions {
  return { '--workspace-name': workspace.name, ...inGroupOf(workspace.id) };
}

/** Shows an outbound rule as it is. */
export function showOutboundRule(rule: OutboundRule): string {
  return azureCli('az ml workspace outbound-rule show', {
    '--rule': rule.name,
    ...inWorkspace(rule.workspace),
  });
}

/** Deletes an outbound rule: nothing gets out by it any more. */
export function removeOutboundRule(rule: OutboundRule): string {
  return azureCli('az ml workspace outbound-rule remove', {
    '--rule': rule.name,
    ...inWorkspace(rule.workspace),
  });
}

/** Shows all outbound rules. */
export function listOutboundRules(workspace: Workspace): string {
  return azureCli('az ml workspace outbound-rule list', inWorkspace(workspace));
}

/** Adds a private endpoint rule, by which the managed network reaches one resource. */
export function addPrivateEndpointRule(
  workspace: Workspace,
  name: string,
  serviceResourceId: string,
  subresourceTarget: string,
): string {
  return azureCli('az ml workspace outbound-rule set', {
    '--rule': name,
    '--type': 'private_endpoint',
    '--service-resource-id': serviceResourceId,
    '--subresource-target': subresourceTarget,
    ...inWorkspace(workspace),
  });
}

/** Makes what the rules of a managed network ask for. */
export function provisionNetwork(workspace: Workspace): string {
  return azureCli('az ml workspace provision-network', {
    '--name': workspace.name,
    ...inGroupOf(workspace.id),
  });
}

/** A name for a rule to a resource, as Azure allows one: letters, digits, dashes, at most 32. */
export function ruleNameFor(serviceResourceId: string, subresourceTarget: string): string {
  return `${nameOf(serviceResourceId)}-${subresourceTarget}`.replaceAll(/[^A-Za-z0-9_-]/g, '-').slice(0, 32);
}

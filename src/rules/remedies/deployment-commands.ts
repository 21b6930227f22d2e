import type { Deployment } from '../../model/resources/deployment.js';
import { type AzureCliOptions, azureCli, inGroupOf } from './azure-cli.js';

/** The file that a deployment is made from; only its owner knows its name. */
const FILE = 'deployment.yml';

/** What tells a deployment from all others. */
function named(deployment: Deployment): AzureCliOptions {
  return { '--name': deployment.name, ...inEndpoint(deployment) };
}

function inEndpoint(deployment: Deployment): AzureCliOptions {
  return { '--endpoint-name': deployment.endpoint.name, ...inWorkspaceOf(deployment) };
}

/** `--workspace-name`, `--resource-group` and `--subscription` of a deployment's workspace. */
export function inWorkspaceOf(deployment: Deployment): AzureCliOptions {
  return { '--workspace-name': deployment.workspace.name, ...inGroupOf(deployment.workspace.id) };
}

/** Deletes a deployment and makes it again with another egress: the flag can't be changed later. */
export function remakeDeployment(deployment: Deployment, egress: 'enabled' | 'disabled'): string[] {
  return [
    azureCli('az ml online-deployment delete', named(deployment)),
    azureCli('az ml online-deployment create', {
      '--file': FILE,
      '--set': `egress_public_network_access=${egress}`,
      ...named(deployment),
    }),
  ];
}

/** What `remakeDeployment` does, in words. */
export function remakeSummary(deployment: Deployment): string {
  return `the flag can't be changed later, so this deletes deployment ${deployment.name} and makes it again from its own file (${FILE} here); it answers nothing meanwhile`;
}

/** Updates a deployment from its own file, after that was changed. */
export function updateDeployment(deployment: Deployment): string {
  return azureCli('az ml online-deployment update', { '--file': FILE, ...named(deployment) });
}

/** Shows what a deployment's containers wrote. */
export function deploymentLogs(
  deployment: Deployment,
  container: 'inference-server' | 'storage-initializer',
): string {
  return azureCli('az ml online-deployment get-logs', {
    '--container': container,
    '--lines': '200',
    ...named(deployment),
  });
}

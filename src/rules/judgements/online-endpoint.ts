import type { Endpoint } from '../../model/resources/endpoint.js';
import { type AzureCliOptions, inGroupOf } from '../remedies/azure-cli.js';

/** The options by which `az ml online-endpoint` finds an endpoint. */
export function onlineEndpoint({ name, workspace }: Endpoint): AzureCliOptions {
  return { '--name': name, '--workspace-name': workspace.name, ...inGroupOf(workspace.id) };
}

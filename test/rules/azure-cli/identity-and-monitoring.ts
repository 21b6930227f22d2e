import type { AzureCliCommand } from './azure-cli-command.js';

/** What the rules of identities and of monitoring say to run. */
export const COMMANDS: AzureCliCommand[] = [
  {
    command: 'az role assignment create',
    flags: ['--assignee-object-id', '--assignee-principal-type', '--role', '--scope', '--subscription'],
    page: 'https://learn.microsoft.com/cli/azure/role/assignment#az-role-assignment-create',
  },
  {
    command: 'az keyvault set-policy',
    flags: ['--name', '--object-id', '--secret-permissions', '--subscription'],
    page: 'https://learn.microsoft.com/cli/azure/keyvault#az-keyvault-set-policy',
  },
  {
    command: 'az monitor diagnostic-settings update',
    flags: ['--name', '--resource', '--logs', '--subscription'],
    page: 'https://learn.microsoft.com/cli/azure/monitor/diagnostic-settings#az-monitor-diagnostic-settings-update',
  },
];

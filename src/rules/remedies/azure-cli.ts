import { parseResourceId } from '../../arm/resource-id.js';
import type { JsonObject } from '../../json.js';

/** Options of an Azure CLI command: a value, several values, or true for a switch. */
export type AzureCliOptions = Readonly<Record<string, string | readonly string[] | true>>;

/**
 * An Azure CLI command, ready to be pasted into a POSIX shell.
 * @param command `az acr update`
 * @param options by their long name with dashes, in the order they are printed
 */
export function azureCli(command: string, options: AzureCliOptions): string {
  const words = Object.entries(options).flatMap(([option, value]) => {
    if (value === true) return [option];
    return [option, ...(typeof value === 'string' ? [value] : value).map(quoted)];
  });
  return [command, ...words].join(' ');
}

/** `--resource-group` and `--subscription` of a resource. */
export function inGroupOf(id: string): AzureCliOptions {
  const parsed = parseResourceId(id);
  return parsed === null ? {} : { '--resource-group': parsed.group, '--subscription': parsed.subscription };
}

/**
 * An ARM PATCH by `az rest`, for what no other Azure CLI command can change. The address is relative, so that the
 * CLI's own cloud answers.
 */
export function azureRestPatch(id: string, apiVersion: string, body: JsonObject): string {
  return azureCli('az rest', {
    '--method': 'patch',
    '--url': `${id}?api-version=${apiVersion}`,
    '--body': JSON.stringify(body),
  });
}

/** A word as a POSIX shell takes it: in single quotes unless it holds nothing that a shell reads. */
export function quoted(word: string): string {
  return /^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

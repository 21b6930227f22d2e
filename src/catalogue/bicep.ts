import { READS } from '../arm/reads.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { RuleExample } from '../rules/engine/rule.js';

/** Resources that are set on another one, which their `scope` names. */
const SET_ON_ANOTHER = /^Microsoft\.(?:Authorization|Insights\/diagnosticSettings)/i;

/** The parts of a resource type that are no plural of a word. */
const SINGULARS: Readonly<Record<string, string>> = { A: 'aRecord' };

/**
 * The mended part of an example as Bicep has it: the resource with placeholders for the names, below its parents,
 * which are there already (learn.microsoft.com/azure/azure-resource-manager/bicep/child-resource-name-type, reviewed
 * 2026-11-24). Lines end in `\n`, the last one too. For an example that Bicep cannot mend, it is of no use.
 */
export function mendedAsBicep({ read, type, mended }: RuleExample): string {
  const { apiVersion } = READS[read];
  const [namespace = '', ...parts] = type.split('/');
  const resources = parts.map((part, index) => {
    const path = [namespace, ...parts.slice(0, index + 1)].join('/');
    const symbol = singular(part);
    const isLast = index === parts.length - 1;
    const { name, ...rest } = isLast ? mended : {};
    const lines = [
      ...(index === 0 ? [] : [`parent: ${singular(parts[index - 1] ?? '')}`]),
      ...(isLast && SET_ON_ANOTHER.test(type) ? ['// scope: the resource that it is set on'] : []),
      `name: ${bicepValue(name ?? `<${inWords(symbol)}>`, 1)}`,
      ...(isLast ? ['// All else as your template has it.', ...bicepProperties(rest, 1)] : []),
    ];
    const body = lines.map((line) => `  ${line}\n`).join('');
    return `resource ${symbol} '${path}@${apiVersion}' ${isLast ? '=' : 'existing ='} {\n${body}}\n`;
  });
  return resources.join('\n');
}

/**
 * A JSON value as Bicep writes it (learn.microsoft.com/azure/azure-resource-manager/bicep/data-types, reviewed
 * 2026-11-24). Bicep knows whole numbers alone; others come out of `json()`.
 * @param depth how deep the line is indented on which the value begins
 */
export function bicepValue(value: Json, depth = 0): string {
  if (typeof value === 'string') return bicepString(value);
  if (typeof value === 'number' && !Number.isInteger(value)) return `json('${value}')`;
  if (Array.isArray(value)) {
    return enclosed(
      '[]',
      value.map((item) => bicepValue(item, depth + 1)),
      depth,
    );
  }
  return isJsonObject(value) ? enclosed('{}', bicepProperties(value, depth + 1), depth) : String(value);
}

function bicepProperties(value: JsonObject, depth: number): string[] {
  return Object.entries(value).map(([key, inner]) => `${bicepKey(key)}: ${bicepValue(inner, depth)}`);
}

/** Items and properties stand in a line each, with no commas. */
function enclosed(brackets: '[]' | '{}', items: readonly string[], depth: number): string {
  if (items.length === 0) return brackets;
  const [open, close] = brackets;
  const lines = items.map((item) => `${'  '.repeat(depth + 1)}${item}\n`);
  return `${open}\n${lines.join('')}${'  '.repeat(depth)}${close}`;
}

function bicepKey(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : bicepString(key);
}

function bicepString(text: string): string {
  const escaped = text
    .replace(/\\|'|\$(?=\{)/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `'${escaped}'`;
}

/** `registries`: `registry`. */
function singular(plural: string): string {
  return SINGULARS[plural] ?? plural.replace(/ies$/, 'y').replace(/s$/, '');
}

/** `privateDnsZone`: `private DNS zone`. */
function inWords(symbol: string): string {
  return symbol.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/\bdns\b/, 'DNS');
}

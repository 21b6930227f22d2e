import type { Json } from '../../src/json.js';

/** A resource as Bicep text declares it. */
export interface BicepResource {
  readonly symbol: string;
  readonly type: string;
  readonly isExisting: boolean;
  readonly body: { readonly [name: string]: Json };
}

type Object = { [name: string]: Json };

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '\\': '\\',
  "'": "'",
  $: '$',
};

/** A symbolic name, which stands where a value is expected: it is read as `{ symbol }`. */
const IDENTIFIER = /[A-Za-z_]\w*/y;

/**
 * Reads the part of Bicep that resources with literal values take
 * (learn.microsoft.com/azure/azure-resource-manager/bicep/file). Each property and item stands in a line of its own.
 * @throws Error where the text is something else
 */
export function readBicep(text: string): readonly BicepResource[] {
  let at = 0;

  function take(pattern: RegExp, what: string): string {
    const sticky = new RegExp(pattern.source, 'y');
    sticky.lastIndex = at;
    const found = sticky.exec(text)?.[0];
    if (found === undefined) {
      throw new Error(`expected ${what} at ${at}, found ${JSON.stringify(text.slice(at, at + 20))}`);
    }
    at += found.length;
    return found;
  }

  const isNext = (pattern: RegExp) => new RegExp(pattern.source, 'y').test(text.slice(at));
  const lineEnd = () => take(/ *\n(?:\s*\/\/[^\n]*\n|\s*\n)*\s*/, 'the end of the line');

  function string(): string {
    const quoted = take(/'(?:[^'\\\n$]|\$(?!\{)|\\[nrt\\'$])*'/, 'a string');
    return quoted.slice(1, -1).replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter);
  }

  function value(): Json {
    if (isNext(/'/)) return string();
    if (isNext(/\{/)) return object();
    if (isNext(/\[/)) return array();
    if (isNext(/json\(/)) {
      take(/json\(/, 'json(');
      const number = Number(string());
      take(/\)/, 'a bracket');
      return number;
    }
    if (isNext(/-?\d/)) return Number(take(/-?\d+(?![\d.eE])/, 'a whole number'));
    const word = take(IDENTIFIER, 'a value');
    if (word === 'null') return null;
    return word === 'true' || word === 'false' ? word === 'true' : { symbol: word };
  }

  function object(): Object {
    const result: Object = {};
    take(/\{/, 'an object');
    if (isNext(/\}/)) return close(result, /\}/);
    lineEnd();
    while (!isNext(/\}/)) {
      const key = isNext(/'/) ? string() : take(IDENTIFIER, 'a name');
      take(/: /, 'a colon');
      result[key] = value();
      lineEnd();
    }
    return close(result, /\}/);
  }

  function array(): Json[] {
    const result: Json[] = [];
    take(/\[/, 'a list');
    if (isNext(/\]/)) return close(result, /\]/);
    lineEnd();
    while (!isNext(/\]/)) {
      result.push(value());
      lineEnd();
    }
    return close(result, /\]/);
  }

  function close<T>(result: T, bracket: RegExp): T {
    take(bracket, 'a closing bracket');
    return result;
  }

  const resources: BicepResource[] = [];
  while (at < text.length) {
    take(/resource /, 'a resource');
    const symbol = take(IDENTIFIER, 'a symbolic name');
    take(/ /, 'a space');
    const type = string();
    const isExisting = take(/ (?:existing )?= /, 'an equals sign').includes('existing');
    resources.push({ symbol, type, isExisting, body: object() });
    if (at < text.length) take(/\n+/, 'the end of the line');
  }
  return resources;
}

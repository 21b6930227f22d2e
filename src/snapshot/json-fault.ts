/** Where a text stops being JSON; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

const SPACE = /[\t\n\r ]*/y;
const TOKEN =
  /[{}[\],:]|"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end' | 'nothing';

/**
 * Finds the place at which a text stops being JSON (RFC 8259). Node's own parser tells it for some faults only.
 * @returns undefined when the text is JSON
 */
export function findJsonFault(text: string): Place | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  for (;;) {
    offset = end(SPACE, text, offset) ?? offset;
    if (offset === text.length) return expected === 'nothing' ? undefined : placeOf(text, offset);
    const after = end(TOKEN, text, offset);
    if (after === undefined) return placeOf(text, offset);
    const next = step(expected, text.slice(offset, Math.min(after, offset + 5)), open);
    if (next === undefined) return placeOf(text, offset);
    expected = next;
    offset = after;
  }
}

/** What is expected after a token; undefined when the token is not what was expected. */
function step(expected: Expected, token: string, open: ('{' | '[')[]): Expected | undefined {
  const afterValue = (): Expected => (open.length === 0 ? 'nothing' : 'comma or end');
  const close = (bracket: '{' | '['): Expected | undefined =>
    open.pop() === bracket ? afterValue() : undefined;
  if (expected === 'key or }' && token === '}') return close('{');
  if (expected === 'value or ]' && token === ']') return close('[');
  switch (expected) {
    case 'key':
    case 'key or }':
      return token.startsWith('"') ? 'colon' : undefined;
    case 'colon':
      return token === ':' ? 'value' : undefined;
    case 'comma or end':
      if (token === ',') return open.at(-1) === '{' ? 'key' : 'value';
      if (token === '}') return close('{');
      return token === ']' ? close('[') : undefined;
    case 'nothing':
      return undefined;
    default:
      if (token === '{' || token === '[') {
        open.push(token);
        return token === '{' ? 'key or }' : 'value or ]';
      }
      return /^["\dtfn-]/.test(token) ? afterValue() : undefined;
  }
}

function end(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function placeOf(text: string, offset: number): Place {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', start)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

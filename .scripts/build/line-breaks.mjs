import { parseAst } from 'rolldown/parseAst';

/** Characters after which a line of about this length may end. */
const LENGTH = 200;

/**
 * Breaks the lines of minified code: Node shows the whole line of an error that nobody caught.
 *
 * @param {string} code
 * @returns {string}
 */
export function breakLines(code) {
  const lines = [];
  let start = 0;
  for (const place of [...places(parseAst(code), code)].sort((one, other) => one - other)) {
    if (place - start < LENGTH) continue;
    lines.push(code.slice(start, place));
    start = place;
  }
  lines.push(code.slice(start));
  return lines.join('\n');
}

/**
 * Where a line break changes nothing: between a separator and what it separates.
 *
 * @param {unknown} node
 * @param {string} code
 * @returns {Generator<number>}
 */
function* places(node, code) {
  if (typeof node !== 'object' || node === null) return;
  // The text of a template begins where its node does, and would have the break in it.
  if ('type' in node && node.type === 'TemplateElement') return;
  if ('start' in node && typeof node.start === 'number' && /[,;{]/.test(code.charAt(node.start - 1))) {
    yield node.start;
  }
  for (const child of Object.values(node)) yield* places(child, code);
}

import ts from 'typescript';
import { changesOf } from './operators.mjs';
import { isProse } from './prose.mjs';

/**
 * A fault that is put into a source.
 *
 * @typedef {object} Mutant
 * @property {string} file relative to the project
 * @property {number} line
 * @property {number} column
 * @property {number} start where what is replaced begins in the text
 * @property {number} end
 * @property {string} original
 * @property {string} text what stands there instead
 * @property {Probe} probe
 */

/**
 * What is run when the mutant is.
 *
 * @typedef {object} Probe
 * @property {'expression' | 'statement'} kind
 * @property {number} start
 * @property {number} end
 */

/**
 * Every mutant of a source, in the order of its text.
 *
 * @param {string} file relative to the project
 * @param {string} text
 * @returns {readonly Mutant[]}
 */
export function mutantsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  /** @type {Map<string, Mutant>} */
  const mutants = new Map();
  visit(source);
  return [...mutants.values()];

  /** @param {ts.Node} node */
  function visit(node) {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || isProse(node))
      return;
    for (const change of changesOf(node)) add(change);
    ts.forEachChild(node, visit);
  }

  /** @param {import('./operators.mjs').Change} change */
  function add({ node, text: changed }) {
    const start = node.getStart();
    const { line, character } = source.getLineAndCharacterOfPosition(start);
    const mutant = {
      file,
      line: line + 1,
      column: character + 1,
      start,
      end: node.end,
      original: node.getText(),
      text: changed,
      probe: probeOf(node),
    };
    // Two operators may come to the same.
    mutants.set(`${start} ${node.end} ${changed}`, mutant);
  }
}

/**
 * @param {Mutant} mutant
 * @param {string} text the source
 * @returns {string} the source with the fault in it
 */
export function mutated(mutant, text) {
  return text.slice(0, mutant.start) + mutant.text + text.slice(mutant.end);
}

/**
 * The smallest part of the source around a node that can be put in parentheses and means the same.
 *
 * @param {ts.Node} node
 * @returns {Probe}
 */
function probeOf(node) {
  if (ts.isStatement(node)) return { kind: 'statement', start: node.getStart(), end: node.end };
  let whole = node;
  while (belongsToParent(whole)) whole = whole.parent;
  return { kind: 'expression', start: whole.getStart(), end: whole.end };
}

/**
 * What is called, a method's name, and the rest of an optional chain do not stand by themselves.
 *
 * @param {ts.Node} node
 */
function belongsToParent(node) {
  const { parent } = node;
  if (ts.isCallExpression(parent) && parent.expression === node) return true;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return true;
  return ts.isOptionalChain(node) && ts.isOptionalChain(parent) && parent.expression === node;
}

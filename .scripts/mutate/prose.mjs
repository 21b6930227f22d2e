import ts from 'typescript';

/** Properties that hold text for people, however it is put together: what is wrong there, reading finds. */
const TEXTS = new Set([
  'advice',
  'caveat',
  'consequence',
  'detail',
  'docs',
  'heading',
  'message',
  'notInBicep',
  'sources',
  'summary',
  'title',
  'why',
  'wrongWhen',
]);

/**
 * Whether a node is text for people, with all that is in it: nothing there is mutated.
 *
 * @param {ts.Node} node
 * @returns {boolean}
 */
export function isProse(node) {
  if (ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node)) return true;
  if (ts.isNewExpression(node)) return /Error$|Failure$/.test(node.expression.getText());
  if (ts.isPropertyAssignment(node)) return TEXTS.has(node.name.getText());
  // Two wordings, of which one is chosen.
  if (ts.isConditionalExpression(node)) return isWording(node.whenTrue) && isWording(node.whenFalse);
  return false;
}

/**
 * @param {ts.Expression} node
 * @returns {boolean}
 */
function isWording(node) {
  if (ts.isParenthesizedExpression(node)) return isWording(node.expression);
  if (ts.isStringLiteral(node)) return node.text === '' || / /.test(node.text);
  return isProse(node);
}

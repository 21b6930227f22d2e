import ts from 'typescript';

/**
 * A change of one node.
 *
 * @typedef {object} Change
 * @property {ts.Node} node what is replaced
 * @property {string} text what takes its place
 */

const { SyntaxKind } = ts;

/** @type {ReadonlyMap<ts.SyntaxKind, readonly string[]>} */
const BINARY = new Map([
  [SyntaxKind.EqualsEqualsEqualsToken, ['!==']],
  [SyntaxKind.ExclamationEqualsEqualsToken, ['===']],
  [SyntaxKind.AmpersandAmpersandToken, ['||']],
  [SyntaxKind.BarBarToken, ['&&']],
  [SyntaxKind.LessThanToken, ['<=', '>=']],
  [SyntaxKind.LessThanEqualsToken, ['<', '>']],
  [SyntaxKind.GreaterThanToken, ['>=', '<=']],
  [SyntaxKind.GreaterThanEqualsToken, ['>', '<']],
  [SyntaxKind.PlusToken, ['-']],
  [SyntaxKind.MinusToken, ['+']],
  [SyntaxKind.AsteriskToken, ['/']],
  [SyntaxKind.SlashToken, ['*']],
]);

const COMPARISONS = new Set([
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
  SyntaxKind.LessThanToken,
  SyntaxKind.LessThanEqualsToken,
  SyntaxKind.GreaterThanToken,
  SyntaxKind.GreaterThanEqualsToken,
]);

/** Methods, and the one that is called in their place; the empty one leaves the call away. */
/** @type {Readonly<Record<string, string>>} */
const METHODS = {
  endsWith: 'startsWith',
  every: 'some',
  filter: '',
  max: 'min',
  min: 'max',
  reverse: '',
  slice: '',
  some: 'every',
  startsWith: 'endsWith',
  toLowerCase: '',
  trim: '',
};

/** Methods that compare with what they are given. */
const ASKING = new Set(['endsWith', 'has', 'includes', 'startsWith']);

/**
 * All changes of a node itself, not of what is in it.
 *
 * @param {ts.Node} node
 * @returns {readonly Change[]}
 */
export function changesOf(node) {
  return [
    ...binary(node),
    ...conditions(node),
    ...literals(node),
    ...calls(node),
    ...lists(node),
    ...statements(node),
  ];
}

/**
 * @param {ts.Node} node
 * @returns {readonly Change[]}
 */
function binary(node) {
  if (!ts.isBinaryExpression(node)) return [];
  const { left, operatorToken, right } = node;
  if (operatorToken.kind === SyntaxKind.QuestionQuestionToken) {
    return [
      { node, text: left.getText() },
      { node, text: right.getText() },
    ];
  }
  return (BINARY.get(operatorToken.kind) ?? []).map((operator) => ({
    node,
    // Within an operator that binds more tightly it must stay one operand.
    text: `(${left.getText()} ${operator} ${right.getText()})`,
  }));
}

/**
 * @param {ts.Node} node
 * @returns {readonly Change[]}
 */
function conditions(node) {
  if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) {
    return [{ node, text: node.operand.getText() }];
  }
  if (ts.isIfStatement(node)) return always(node.expression);
  if (ts.isConditionalExpression(node)) return always(node.condition);
  if (ts.isWhileStatement(node)) return [{ node: node.expression, text: 'false' }];
  return [];
}

/**
 * @param {ts.Expression} node
 * @returns {readonly Change[]}
 */
function always(node) {
  return [
    { node, text: 'true' },
    { node, text: 'false' },
  ];
}

/**
 * @param {ts.Node} node
 * @returns {readonly Change[]}
 */
function literals(node) {
  if (node.kind === SyntaxKind.TrueKeyword) return [{ node, text: 'false' }];
  if (node.kind === SyntaxKind.FalseKeyword) return [{ node, text: 'true' }];
  if (ts.isStringLiteral(node) && isCompared(node)) {
    return [{ node, text: node.text === '' ? "'mutant'" : "''" }];
  }
  if (ts.isNumericLiteral(node) && isCompared(node)) return [{ node, text: String(Number(node.text) + 1) }];
  if (node.kind === SyntaxKind.RegularExpressionLiteral) return expressions(node);
  return [];
}

/**
 * A regular expression without what ties it to the start, to the end, or to the case.
 *
 * @param {ts.Node} node
 * @returns {readonly Change[]}
 */
function expressions(node) {
  const text = node.getText();
  // What takes all that follows needs no tie.
  const isEndless = /\.[+*]\)*\$\/\w*$/.test(text);
  const untied = isEndless ? text : text.replace(/\$\/(\w*)$/, '/$1');
  return [text.replace(/^\/\^/, '/'), untied, text.replace(/(?<=\/\w*)i(\w*)$/, '$1')]
    .filter((changed) => changed !== text)
    .map((changed) => ({ node, text: changed }));
}

/**
 * Whether something is decided by a literal: it is compared, a case, or what is looked for.
 *
 * @param {ts.Expression} node
 */
function isCompared(node) {
  const { parent } = node;
  if (ts.isCaseClause(parent)) return true;
  if (ts.isBinaryExpression(parent)) return COMPARISONS.has(parent.operatorToken.kind);
  return (
    ts.isCallExpression(parent) && parent.expression !== node && ASKING.has(methodOf(parent)?.text ?? '')
  );
}

/**
 * @param {ts.Node} node
 * @returns {readonly Change[]}
 */
function calls(node) {
  if (!ts.isCallExpression(node)) return [];
  const method = methodOf(node);
  const other = METHODS[method?.text ?? ''];
  if (method === undefined || other === undefined || !ts.isPropertyAccessExpression(node.expression))
    return [];
  if (other === '') return [{ node, text: node.expression.expression.getText() }];
  return [{ node: method, text: other }];
}

/**
 * @param {ts.CallExpression} call
 * @returns {ts.MemberName | undefined}
 */
function methodOf(call) {
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.name : undefined;
}

/**
 * A list without anything in it, and without each of its strings.
 *
 * @param {ts.Node} node
 * @returns {readonly Change[]}
 */
function lists(node) {
  if (!ts.isArrayLiteralExpression(node) || node.elements.length === 0) return [];
  const { elements } = node;
  if (elements.some((element) => ts.isStringLiteral(element) && / /.test(element.text))) return [];
  const strings = elements.length === 1 ? [] : elements.filter((element) => ts.isStringLiteral(element));
  return [
    { node, text: '[]' },
    ...strings.map((left) => ({
      node,
      text: `[${elements
        .filter((element) => element !== left)
        .map((element) => element.getText())
        .join(', ')}]`,
    })),
  ];
}

/**
 * What is done for its effect alone, left undone.
 *
 * @param {ts.Node} node
 * @returns {readonly Change[]}
 */
function statements(node) {
  const isEffect =
    ts.isExpressionStatement(node) || ts.isContinueStatement(node) || ts.isBreakStatement(node);
  return isEffect ? [{ node, text: ';' }] : [];
}

/** What telling about rules takes, as one module: see `judging.ts`. */
export { explainRule } from './rule-explanation.js';
export { listRules } from './rule-list.js';

/** What telling about rules takes, as one module: see `judging.ts`. */

export { listPermissions, listRole } from './permission-list.js';
export { listRules } from './rule-list.js';
export { selectRules } from './rule-selection.js';

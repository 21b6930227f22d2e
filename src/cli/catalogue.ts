/** What telling about rules takes, as one module: see `judging.ts`. */

export { selectRules } from './input/rule-selection.js';
export { listPermissions, listRole } from './output/permission-list.js';
export { listRules } from './output/rule-list.js';

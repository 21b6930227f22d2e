/**
 * What a report of a snapshot takes, as one module: a command loads it once and whole when it runs, which is much
 * quicker than piece by piece.
 */
export { readSnapshot } from '../snapshot/read.js';
export { narrowedReads, selectRules } from './input/rule-selection.js';
export { selectWorkspaces } from './input/selected-workspaces.js';
export { parseOutputs } from './output/outputs.js';
export { reportOn } from './output/report-on.js';
export { saveSnapshot } from './output/saved-snapshot.js';

/**
 * What a report of a snapshot takes, as one module: a command loads it once and whole when it runs, which is much
 * quicker than piece by piece.
 */
export { readSnapshot } from '../snapshot/read.js';
export { parseOutputs } from './outputs.js';
export { reportOn } from './report-on.js';
export { narrowedReads, selectRules } from './rule-selection.js';
export { saveSnapshot, selectWorkspaces } from './snapshot-file.js';

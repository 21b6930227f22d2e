/** What reading from Azure takes, as one module: see `judging.ts`. The SDKs come later still, with the first call. */

export { contentOf, saveSnapshot } from './input/selected-workspaces.js';
export { takeFromAzure } from './input/take-snapshot.js';
export { checkWritable } from './output/file-faults.js';

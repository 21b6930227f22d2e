/** What reading from Azure takes, as one module: see `judging.ts`. The SDKs come later still, with the first call. */

export { takeFromAzure } from './input/take-snapshot.js';
export { checkWritable } from './output/file-faults.js';
export { contentOf, saveSnapshot } from './output/saved-snapshot.js';

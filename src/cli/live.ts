/** What reading from Azure takes, as one module: see `judging.ts`. The SDKs come later still, with the first call. */
export { checkWritable } from './file-faults.js';
export { contentOf, saveSnapshot } from './snapshot-file.js';
export { takeFromAzure } from './take-snapshot.js';

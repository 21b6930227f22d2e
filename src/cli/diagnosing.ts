/** What walking through a symptom takes, as one module: see `judging.ts`. */
export { readSnapshot } from '../snapshot/read.js';
export { diagnose, readsOfSymptom } from '../troubleshoot/diagnose.js';
export { renderDiagnosis } from './diagnosis-output.js';
export { refuseUnknownNames } from './known-names.js';
export { selectWorkspaces } from './snapshot-file.js';
export { readErrorText, symptomNamed, symptomOfText } from './symptom-choice.js';

/** What walking through a symptom takes, as one module: see `judging.ts`. */
export { readSnapshot } from '../snapshot/read.js';
export { diagnose, readsOfSymptom } from '../troubleshoot/diagnose.js';
export { refuseUnknownNames } from './input/known-names.js';
export { selectWorkspaces } from './input/selected-workspaces.js';
export { readErrorText, symptomNamed, symptomOfText } from './input/symptom-choice.js';
export { renderDiagnosis } from './output/diagnosis-output.js';

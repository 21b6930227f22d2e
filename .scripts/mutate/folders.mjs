/** The folders whose sources are mutated: what decides about isolation, and the policies of each request to Azure. */
export const FOLDERS = [
  'src/arm',
  'src/model',
  'src/findings',
  'src/rules',
  'src/scenarios',
  'src/judge',
  'src/azure/connect/policies',
];

/**
 * Tests that kill nothing here. Those of properties draw their cases: with them the score would hang on the draw. The
 * scaffold's run the project's scripts in processes of their own, where no mutant is seen.
 */
export const TESTS_LEFT_OUT = ['test/properties/', 'test/scaffold/'];

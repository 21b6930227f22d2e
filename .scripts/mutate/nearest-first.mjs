/** @typedef {import('./first-run.mjs').TestRun} TestRun */

/**
 * Puts first the tests that are most likely to kill a mutant of a source: its own, then those of its folder and of
 * the folders around it; among equals, the quickest.
 *
 * @param {string} source
 * @param {readonly TestRun[]} tests
 * @returns {readonly string[]}
 */
export function nearestFirst(source, tests) {
  const path = source.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts');
  return tests
    .map(({ test, milliseconds }) => ({ test, milliseconds, shared: shared(test, path) }))
    .sort((one, other) => other.shared - one.shared || one.milliseconds - other.milliseconds)
    .map(({ test }) => test);
}

/**
 * How many segments two paths begin with together.
 *
 * @param {string} one
 * @param {string} other
 */
function shared(one, other) {
  const segments = other.split('/');
  const differs = one.split('/').findIndex((segment, index) => segment !== segments[index]);
  return differs === -1 ? segments.length : differs;
}

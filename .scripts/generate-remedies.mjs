// Writes src/catalogue/remedies.json: of each rule what it says to do about a typical failure, with real names. The failures
// are those of the faulty worlds that the rules are tested with.
import { loadTypeScript } from './load-typescript.mjs';
import { writeGenerated } from './write-generated.mjs';

await import('./generate-rule-index.mjs');

const { faultsFound } = /** @type {typeof import('../test/rules/faulty-worlds.ts')} */ (
  await loadTypeScript('test/rules/faulty-worlds.ts')
);
const { SEVERITIES } = /** @type {typeof import('../src/findings/report.ts')} */ (
  await loadTypeScript('src/findings/report.ts')
);

/** @typedef {ReturnType<typeof faultsFound>[number]} Finding */

/** @type {Map<string, Finding>} */
const typical = new Map();
for (const finding of faultsFound()) {
  const before = typical.get(finding.ruleId);
  if (before === undefined || compare(finding, before) < 0) typical.set(finding.ruleId, finding);
}
const remedies = [...typical]
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([id, { message, remedy }]) => [
    id,
    { message, summary: remedy?.summary ?? '', commands: remedy?.commands ?? [] },
  ]);
await writeGenerated('src/catalogue/remedies.json', JSON.stringify(Object.fromEntries(remedies)));

/**
 * The worst come first, of those the ones that have commands, of those the shortest.
 *
 * @param {Finding} one
 * @param {Finding} other
 */
function compare(one, other) {
  const text = (/** @type {Finding} */ { message, remedy }) =>
    [remedy?.summary, ...(remedy?.commands ?? []), message].join('\n');
  return (
    SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
    Number(other.remedy?.commands.length !== 0) - Number(one.remedy?.commands.length !== 0) ||
    text(one).length - text(other).length ||
    (text(one) < text(other) ? -1 : 1)
  );
}

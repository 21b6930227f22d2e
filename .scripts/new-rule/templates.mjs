/** @typedef {import('../../src/model/targets/target-type.ts').TargetType} TargetType */
/** @typedef {typeof import('../../src/arm/reads.ts').READS} Reads */

/**
 * The read that brings the body of a target; of a dependency there are three.
 *
 * @type {Readonly<Record<Exclude<TargetType, 'dependency'>, keyof Reads>>}
 */
const READ_OF = {
  workspace: 'workspace',
  endpoint: 'endpoints',
  deployment: 'deployments',
  connection: 'workspaceConnections',
  registry: 'registry',
  'key-vault': 'keyVault',
  'storage-account': 'storageAccount',
  'private-endpoint': 'privateEndpoint',
  subnet: 'virtualNetwork',
  'virtual-network': 'virtualNetwork',
  'private-dns-zone': 'privateDnsZone',
  'virtual-network-link': 'zoneLinks',
  compute: 'computes',
  'outbound-rule': 'outboundRules',
};

/**
 * @param {string} id
 * @returns {string} the name of the function that makes the world
 */
export function worldName(id) {
  return id.replace(/[/-](\w)/g, (_, /** @type {string} */ letter) => letter.toUpperCase());
}

/** @param {TargetType} target */
function readOf(target) {
  return target === 'dependency' ? undefined : READ_OF[target];
}

/**
 * @param {string} id
 * @param {TargetType} target
 * @param {Reads} reads
 */
export function ruleText(id, target, reads) {
  const today = new Date().toISOString().slice(0, 10);
  const read = readOf(target);
  const type = read && reads[read].operation.replace(/\/read$/, '');
  return `import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';

/**
 * FIXME: the fact of Azure that this rule rests on, and its page.
 */
export default defineRule({
  id: '${id}',
  // FIXME: what holds when the rule passes, in a few words without a full stop.
  title: FIXME,
  // FIXME: 'error', 'warning' or 'info': the highest it can be.
  severity: FIXME,
  target: '${target}',
  docs: {
    // FIXME: why Azure asks for it.
    why: FIXME,
    // FIXME: what the user sees if it stays so, with the service's own error text or code where the page has it.
    consequence: FIXME,
    // FIXME: when the rule would be wrong: what ARM does not tell, what is doubtful.
    wrongWhen: FIXME,
    // FIXME: the least of the ARM body that makes the rule fail, and the same mended, both as they would stand in it.
    example: {
      read: ${read === undefined ? 'FIXME' : `'${read}'`},
      type: ${type === undefined ? 'FIXME' : `'${type}'`},
      failing: { properties: { FIXME: FIXME } },
      mended: { properties: { FIXME: FIXME } },
    },
    // FIXME: https://learn.microsoft.com/azure/... as far as the last part of the path.
    sources: [{ url: FIXME, reviewed: '${today}' }],
  },
  // FIXME: names of facts, from src/model/facts/${target}-facts.ts.
  needs: [FIXME],
  check: (facts, { target }) => {
    if (facts.FIXME) return pass(FIXME);
    return fail({
      message: FIXME,
      // FIXME: path is that of the property in src/model/arm-properties/.
      evidence: [{ resourceId: target.id, path: FIXME, actual: FIXME, expected: FIXME }],
      // FIXME: commands are made by azureCli() of ../remedies/azure-cli.js.
      remedy: { summary: FIXME, commands: [FIXME] },
    });
  },
});
`;
}

/**
 * @param {string} id
 * @param {TargetType} target
 */
export function tableText(id, target) {
  const world = worldName(id);
  const read = readOf(target);
  return `import rule from '../../../src/rules/${id}.js';
import { soundPrivate } from '../../world/sound.js';
import { ${world} } from '../faulty-worlds/${id.replace('/', '-')}.js';
import { testRule } from '../test-rule.js';

// FIXME: the first run writes what the rule says into each toMatchInlineSnapshot(). Read it, it is what users will see,
// and delete this comment.
testRule(rule, {
  fail: [
    {
      // FIXME: what is special about the world.
      name: FIXME,
      world: ${world},
      expect: (said) => said.toMatchInlineSnapshot(),
    },
  ],
  pass: [
    {
      name: 'the sound private workspace',
      world: soundPrivate,
      expect: (said) => said.toMatchInlineSnapshot(),
    },
  ],
  unknown: [
    {
      name: FIXME,
      world: () => {
        const estate = soundPrivate();
        // FIXME: the id whose answer is missing, one of estate.names.
        estate.world.gap(${read === undefined ? 'FIXME' : `'${read}'`}, FIXME);
        return estate;
      },
      expect: (said) => said.toMatchInlineSnapshot(),
    },
  ],
  // FIXME: cases in which the question does not arise; or, in place of the list, why it always does.
  notApplicable: [
    {
      name: FIXME,
      world: FIXME,
      expect: (said) => said.toMatchInlineSnapshot(),
    },
  ],
});
`;
}

/** @param {string} id */
export function worldText(id) {
  return `import type { Estate } from '../../world/estate.js';
import { soundPrivate } from '../../world/sound.js';

/** FIXME: what is at fault in this world. */
export function ${worldName(id)}(): Estate {
  const estate = soundPrivate();
  // FIXME: the id of a resource of estate.names, the path of the property, the value at fault.
  estate.world.set(FIXME, FIXME, FIXME);
  return estate;
}
`;
}

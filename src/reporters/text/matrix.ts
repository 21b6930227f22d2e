import type { Direction, Report, Scenario, Status } from '../../report/report.js';
import { printable } from '../printable.js';
import { type Block, paragraph, type Section, type Span, span } from './block.js';
import { type Row, table } from './table.js';

const INDENT = 2;

/** The conditions that decide, each once, in the order in which the rows name them. */
class Conditions {
  readonly #numbers = new Map<string, number>();
  readonly blocks: Block[] = [];

  /** The numbers of the conditions that make a row unsupported or undecided: ` [1,2]`. */
  numbersFor({ supported, conditions }: Scenario): string {
    const deciding: Status = supported === false ? 'fail' : 'unknown';
    const verdict = supported === false ? 'failed' : 'is unknown';
    const numbers = conditions
      .filter(({ status }) => supported !== true && status === deciding)
      .map(({ ruleId, text }) => this.#numberOf(`${ruleId} ${verdict}: ${text}`));
    return numbers.length === 0 ? '' : ` [${[...new Set(numbers)].join(',')}]`;
  }

  #numberOf(words: string): number {
    const known = this.#numbers.get(words);
    if (known !== undefined) {
      return known;
    }
    const number = this.#numbers.size + 1;
    this.#numbers.set(words, number);
    const mark = `[${number}] `;
    this.blocks.push(paragraph([span(mark + words)], INDENT, INDENT + mark.length));
    return number;
  }
}

function directionText(direction: Direction): string {
  return direction === 'not-applicable' ? 'n/a' : direction;
}

function supportedSpan(scenario: Scenario, conditions: Conditions): Span {
  const numbers = conditions.numbersFor(scenario);
  if (scenario.supported === null) {
    return span(`unknown${numbers}`, 'unknown');
  }
  return scenario.supported ? span('yes') : span(`no${numbers}`, 'error');
}

/**
 * The scenario matrix: a row for each deployment, and for each endpoint without one; then, by number, the
 * conditions for want of which a row is unsupported or undecided.
 * @param width columns of the terminal
 */
export function matrixSections({ scenarios, workspaces }: Report, width: number): readonly Section[] {
  if (scenarios.length === 0) {
    return [[paragraph([span('No online endpoint in this report.', 'faint')])]];
  }
  // One workspace is named above the table.
  const firstName = workspaces.length > 1 ? 0 : 1;
  const head: Row = {
    names: ['workspace', 'endpoint', 'deployment'].slice(firstName),
    values: ['inbound', 'outbound', 'generation'],
    last: span('supported', 'faint'),
  };
  const conditions = new Conditions();
  const rows = scenarios.map((scenario): Row => {
    const { workspace, endpoint, deployment, inbound, outbound, generation } = scenario;
    return {
      names: [workspace, endpoint, deployment ?? '(none)'].slice(firstName).map(printable),
      values: [directionText(inbound), directionText(outbound), generation],
      last: supportedSpan(scenario, conditions),
    };
  });
  return [table(head, rows, INDENT, width), conditions.blocks];
}

import {
  type Direction,
  MATRIX_LEFT_OUT,
  type Report,
  type Scenario,
  type Status,
} from '../../findings/report.js';
import { type Block, paragraph, type Section, type Span, span } from '../../terminal/block.js';
import { cut } from '../../terminal/columns.js';
import { printable } from '../../terminal/printable.js';
import { WIDEST_PROSE } from '../../terminal/render.js';
import { type Row, table } from '../../terminal/table.js';

const INDENT = 2;

/** The conditions that decide, each once, in the order in which the rows name them. */
class Conditions {
  readonly blocks: Block[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #columns: number;

  /** @param columns what a condition may take: its finding stands below in full */
  constructor(columns: number) {
    this.#columns = columns;
  }

  /** The numbers of the conditions that make a row unsupported or undecided: ` [1,2]`. */
  numbersFor({ supported, conditions }: Scenario): string {
    const deciding: readonly Status[] = supported === null ? ['unknown', 'fail'] : supported ? [] : ['fail'];
    const numbers = conditions
      .filter(({ status }) => deciding.includes(status))
      .map(({ ruleId, status, text }) =>
        this.#numberOf(`${ruleId} ${status === 'fail' ? 'failed' : 'is unknown'}`, text),
      );
    return numbers.length === 0 ? '' : ` [${[...new Set(numbers)].join(',')}]`;
  }

  #numberOf(verdict: string, text: string): number {
    const key = `${verdict}: ${text}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) {
      return known;
    }
    const number = this.#numbers.size + 1;
    this.#numbers.set(key, number);
    const mark = `[${number}] `;
    const room = Math.max(this.#columns - INDENT - mark.length, verdict.length + 2);
    this.blocks.push(paragraph([span(mark + cut(printable(key), room))], INDENT, INDENT + mark.length));
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
 * conditions for want of which a row is unsupported or undecided; and, where all is to be told, the network path of
 * each deployment.
 * @param width columns of the terminal
 */
export function matrixSections(
  { scenarios, workspaces, notes }: Report,
  width: number,
  verbose: boolean,
): readonly Section[] {
  if (scenarios.length === 0) {
    if (notes.some((note) => note.startsWith(MATRIX_LEFT_OUT))) return [];
    return [[paragraph([span('No online endpoint in this report.', 'faint')])]];
  }
  // One workspace is named above the table.
  const firstName = workspaces.length > 1 ? 0 : 1;
  const head: Row = {
    names: ['workspace', 'endpoint', 'deployment'].slice(firstName),
    values: ['inbound', 'outbound', 'generation'],
    last: span('supported', 'faint'),
  };
  const conditions = new Conditions(verbose ? Number.POSITIVE_INFINITY : Math.min(width, WIDEST_PROSE));
  const rows = scenarios.map((scenario): Row => {
    const { workspace, endpoint, deployment, inbound, outbound, generation } = scenario;
    return {
      names: [workspace, endpoint, deployment ?? '(none)'].slice(firstName).map(printable),
      values: [directionText(inbound), directionText(outbound), generation],
      last: supportedSpan(scenario, conditions),
    };
  });
  return [table(head, rows, INDENT, width), conditions.blocks, verbose ? paths(scenarios, firstName) : []];
}

/** The network path of each deployment. */
function paths(scenarios: readonly Scenario[], firstName: number): Section {
  return scenarios.flatMap(({ workspace, endpoint, deployment, path }) => {
    if (deployment === null) return [];
    const name = [workspace, endpoint, deployment].slice(firstName).join('/');
    return [paragraph([span(name, 'strong'), span(`  ${path}`)], INDENT, INDENT + 2)];
  });
}

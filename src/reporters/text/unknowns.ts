import type { Finding, Report } from '../../findings/report.js';
import type { Gap, GapReason } from '../../snapshot/format.js';
import { type Block, paragraph, type Section, span, wholeLine } from '../../terminal/block.js';
import { cut } from '../../terminal/columns.js';
import { printable } from '../../terminal/printable.js';
import { roleScope, scopeLabel, type TargetLabel, targetLabels } from './labels.js';

const INDENT = 2;

/** Scopes that one group shows in full when not all is asked for; the rest is counted. */
const SHOWN_SCOPES = 5;

/** Columns of what ARM said when not all is asked for. */
const SHOWN_DETAIL = 240;

/** The checks that one and the same thing would settle. */
interface Wait {
  readonly reason: GapReason;
  readonly operations: readonly string[];
  /** By what tells them apart. */
  readonly gaps: ReadonlyMap<string, Gap>;
  readonly findings: ReadonlySet<Finding>;
}

/** Groups what was not read by operation and reason. */
function waitsByOperation(report: Report): Wait[] {
  const waits = new Map<string, Wait & { gaps: Map<string, Gap>; findings: Set<Finding> }>();
  for (const finding of report.findings) {
    for (const gap of finding.status === 'unknown' ? finding.gaps : []) {
      const key = `${gap.operation.toLowerCase()} ${gap.reason}`;
      const wait = waits.get(key) ?? {
        reason: gap.reason,
        operations: [gap.operation],
        gaps: new Map(),
        findings: new Set(),
      };
      waits.set(key, wait);
      wait.gaps.set(`${gap.scope}\n${gap.detail}`, gap);
      wait.findings.add(finding);
    }
  }
  return [...waits.values()];
}

/**
 * Makes one of the groups for which the very same checks wait for the same reason: a reader without rights on the
 * network's resource group gets one paragraph, not one for each of its resource types.
 */
function merged(waits: readonly Wait[], report: Report): Wait[] {
  const numbers = new Map(report.findings.map((finding, number) => [finding, number]));
  const groups = new Map<string, Wait>();
  for (const wait of waits) {
    const key = `${wait.reason} ${[...wait.findings].map((finding) => numbers.get(finding)).join(' ')}`;
    const group = groups.get(key);
    groups.set(
      key,
      group === undefined
        ? wait
        : {
            ...group,
            operations: [...group.operations, ...wait.operations],
            gaps: new Map([...group.gaps, ...wait.gaps]),
          },
    );
  }
  return [...groups.values()];
}

/** What to do about a gap, for every reason but a refusal. */
const REMEDIES: Readonly<Record<Exclude<GapReason, 'forbidden'>, string>> = {
  'not-found':
    'check that it exists and that you may see it: ARM answers 404 in both cases. Then scan again.',
  throttled: 'wait a few minutes, then scan again with a lower --concurrency: ARM had too many requests.',
  timeout: 'scan again: no answer came in time.',
  unsupported:
    'look at the value by hand, or scan with a newer isocheck: this one does not know the value, or the api-version that answered lacks the property.',
  'not-collected': 'take a new snapshot with this isocheck: the one it was given does not hold the answer.',
  error: 'scan again. If it stays so, what is said above tells why.',
};

/** The first few when not all is asked for, and how many there are beyond. */
function shown<T>(
  items: readonly T[],
  verbose: boolean,
): { readonly first: readonly T[]; readonly more: number } {
  const first = verbose ? items : items.slice(0, SHOWN_SCOPES);
  return { first, more: items.length - first.length };
}

function moreBlock(more: number, indent: number): Block[] {
  return more === 0 ? [] : [paragraph([span(`and ${more} more (--verbose shows all)`, 'faint')], indent)];
}

function gapText({ scope, reason, detail }: Gap, verbose: boolean): string {
  const whole = printable(detail);
  // A refusal goes on with action and scope, which are shown anyway.
  const short = reason === 'forbidden' ? whole.replace(/^(\d{3} \w+): .*$/s, '$1') : whole;
  const said = verbose ? whole : cut(short, SHOWN_DETAIL);
  // It was read; the detail says what is the matter with what was read.
  const what = reason === 'unsupported' ? scopeLabel(scope) : `${scopeLabel(scope)} was not read (${reason})`;
  return said === '' ? what : `${what}: ${said}`;
}

function gapBlocks(wait: Wait, verbose: boolean): Block[] {
  const { first, more } = shown([...wait.gaps.values()], verbose);
  const blocks = first.map((gap) => paragraph([span(gapText(gap, verbose))], INDENT));
  return [...blocks, ...moreBlock(more, INDENT)];
}

/** The rules that wait, each with its targets. */
function ruleBlocks(wait: Wait, label: TargetLabel): Block[] {
  const targets = new Map<string, string[]>();
  for (const { ruleId, target } of wait.findings) {
    const labels = targets.get(ruleId) ?? [];
    labels.push(label(target));
    targets.set(ruleId, labels);
  }
  const widest = Math.max(...[...targets.keys()].map((ruleId) => ruleId.length));
  return [...targets].map(([ruleId, labels]) =>
    paragraph(
      [span(`${ruleId.padEnd(widest)}  `), span(labels.join(', '), 'strong')],
      2 * INDENT,
      2 * INDENT + widest + 2,
    ),
  );
}

function remedyBlocks(wait: Wait, verbose: boolean): Block[] {
  const label = span('Fix: ', 'strong');
  const close = wait.findings.size === 1 ? ' This check did not pass.' : ' These checks did not pass.';
  if (wait.reason !== 'forbidden') {
    return [paragraph([label, span(REMEDIES[wait.reason] + close)], INDENT, 2 * INDENT)];
  }
  const action = wait.operations.length === 1 ? 'that action alone' : 'those actions alone';
  const scopes = new Set(
    [...wait.gaps.values()].map(({ scope }) => roleScope(scope)).filter((scope) => scope !== null),
  );
  const place = ['on the subscriptions that are searched', 'at this scope'][scopes.size] ?? 'at these scopes';
  const { first, more } = shown([...scopes], verbose);
  return [
    paragraph(
      [label, span(`ask for Reader, or for ${action}, ${place}; then scan again.${close}`)],
      INDENT,
      2 * INDENT,
    ),
    ...first.map((scope) => wholeLine([span(scope, 'command')], 2 * INDENT)),
    ...moreBlock(more, 2 * INDENT),
  ];
}

/**
 * Unknown findings by what would settle them: for each permission and reason the scopes that were not read, the
 * rules that wait for them, and what to do. A check that waits for several things is named under each.
 */
export function waitSections(report: Report, verbose: boolean): readonly Section[] {
  const label = targetLabels(report);
  return merged(waitsByOperation(report), report)
    .sort((first, second) => second.findings.size - first.findings.size)
    .map((wait) => {
      const checks = wait.findings.size === 1 ? '1 check waits' : `${wait.findings.size} checks wait`;
      const subject = wait.reason === 'unsupported' ? 'a known value from ' : '';
      return [
        paragraph(
          [
            span('unknown', 'unknown'),
            span(`  ${checks} for ${subject}`),
            span(wait.operations.join(', '), 'strong'),
          ],
          0,
          INDENT,
        ),
        ...gapBlocks(wait, verbose),
        ...ruleBlocks(wait, label),
        ...remedyBlocks(wait, verbose),
      ];
    });
}

/** What was not read and no check waits for. */
export function idleGapSection({ gaps, findings }: Report): Section {
  const waited = new Set(findings.flatMap((finding) => finding.gaps.map(gapKey)));
  return gaps
    .filter((gap) => !waited.has(gapKey(gap)))
    .map(({ scope, operation, reason, detail }) =>
      paragraph(
        [span('not read', 'faint'), span(`  ${scopeLabel(scope)} (${operation}, ${reason}): ${detail}`)],
        0,
        INDENT,
      ),
    );
}

function gapKey({ scope, operation, reason }: Gap): string {
  return `${scope} ${operation} ${reason}`;
}

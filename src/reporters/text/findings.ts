import { sameId } from '../../arm/resource-id.js';
import {
  type Evidence,
  type Finding,
  type Remedy,
  type Report,
  SEVERITIES,
  type Severity,
  type Status,
} from '../../findings/report.js';
import {
  type Block,
  paragraph,
  type Section,
  type Span,
  span,
  type Tone,
  wholeLine,
} from '../../terminal/block.js';
import { columnsOf, cut } from '../../terminal/columns.js';
import { printable } from '../../terminal/printable.js';
import { idBeside, type TargetLabel, targetLabels } from './labels.js';

const INDENT = 2;

/** `error  registry/premium-sku  acrfraud` */
function heading(finding: Finding, word: string, tone: Tone, label: TargetLabel): Span[] {
  const origin = finding.origin === 'planned' ? ' (planned)' : '';
  return [span(word, tone), span(`  ${finding.ruleId}  `), span(label(finding.target) + origin, 'strong')];
}

/** A finding in a paragraph of its own, without evidence or remedy. */
function brief(finding: Finding, word: string, tone: Tone, label: TargetLabel): Block {
  return paragraph([...heading(finding, word, tone, label), span(`: ${finding.message}`)], 0, INDENT);
}

/** The values that decided; those of another resource than the target stand below its id. */
function evidenceBlocks(evidence: readonly Evidence[], targetId: string, verbose: boolean): Block[] {
  const values = new Map<string, Block[]>([[targetId, []]]);
  for (const { resourceId, path, actual, expected } of evidence) {
    const id = sameId(resourceId, targetId) ? targetId : resourceId;
    const indent = id === targetId ? INDENT : 2 * INDENT;
    const value = paragraph(
      [span(`${path}: ${actual} (expected ${expected})`, 'faint')],
      indent,
      indent + INDENT,
    );
    values.set(id, [...(values.get(id) ?? []), value]);
  }
  return [...values].flatMap(([id, blocks]) =>
    id === targetId
      ? blocks
      : [wholeLine([span(verbose ? id : idBeside(targetId, id), 'faint')], INDENT), ...blocks],
  );
}

/** Where each series of commands was printed first: one that mends several findings is run once. */
type Printed = Map<string, string>;

function remedyBlocks(finding: Finding, remedy: Remedy, printed: Printed, verbose: boolean): Block[] {
  const { summary, commands, property } = remedy;
  const series = commands.join('\n');
  const before = series === '' ? undefined : printed.get(series);
  if (before === undefined) printed.set(series, finding.ruleId);
  const blocks = [
    paragraph([span('Fix: ', 'strong'), span(summary)], INDENT, 2 * INDENT),
    ...(before === undefined
      ? commands.map((command) => wholeLine([span('$ ', 'faint'), span(command, 'command')], 2 * INDENT))
      : [paragraph([span(`The commands are those of ${before} above.`)], 2 * INDENT)]),
  ];
  return property !== undefined && (verbose || commands.length === 0)
    ? [...blocks, paragraph([span(`ARM property: ${property.path} = ${property.value}`)], 2 * INDENT)]
    : blocks;
}

function docsBlocks(docs: readonly string[], verbose: boolean): Block[] {
  return docs.slice(0, verbose ? docs.length : 1).map((page) => wholeLine([span(page, 'faint')], INDENT));
}

/** A finding with all that was found out about it. `tone` is also the word it begins with. */
function wholeFinding(
  finding: Finding,
  tone: Tone,
  label: TargetLabel,
  printed: Printed,
  verbose: boolean,
): Section {
  return [
    paragraph(heading(finding, tone, tone, label), 0, INDENT),
    paragraph(
      [span(finding.status === 'unknown' ? `${finding.message} This check did not pass.` : finding.message)],
      INDENT,
    ),
    ...evidenceBlocks(finding.evidence, finding.target.id, verbose),
    ...(finding.consequence === undefined
      ? []
      : [paragraph([span('If it stays: ', 'strong'), span(finding.consequence)], INDENT, 2 * INDENT)]),
    ...(finding.remedy === undefined ? [] : remedyBlocks(finding, finding.remedy, printed, verbose)),
    ...docsBlocks(finding.docs, verbose),
  ];
}

function withStatus(report: Report, status: Status): readonly Finding[] {
  return report.findings.filter((finding) => finding.status === status);
}

function failed(report: Report, severity: Severity): readonly Finding[] {
  return withStatus(report, 'fail').filter((finding) => finding.severity === severity);
}

/** Infos are told in a line or two; what to do about them is there for who asks. */
function moreOnInfos(findings: readonly Finding[]): Block[] {
  const hidden = findings.some(({ remedy }) => remedy !== undefined && remedy.commands.length > 0);
  return hidden
    ? [paragraph([span('-v shows the values and the commands of the above.', 'faint')], INDENT)]
    : [];
}

/** Failing findings, errors first; infos in a line or two unless all is asked for. */
export function failureSections(report: Report, verbose: boolean): readonly Section[] {
  const label = targetLabels(report);
  const printed: Printed = new Map();
  return SEVERITIES.flatMap((severity): readonly Section[] => {
    const findings = failed(report, severity);
    return severity === 'info' && !verbose
      ? [[...findings.map((finding) => brief(finding, severity, severity, label)), ...moreOnInfos(findings)]]
      : findings.map((finding) => wholeFinding(finding, severity, label, printed, verbose));
  });
}

/** Unknown findings that wait for nothing unread: a value that was read decides nothing. */
export function undecidedSections(report: Report, verbose: boolean): readonly Section[] {
  const label = targetLabels(report);
  return withStatus(report, 'unknown')
    .filter(({ gaps }) => gaps.length === 0)
    .map((finding) => wholeFinding(finding, 'unknown', label, new Map(), verbose));
}

/** Suppressed findings by name; with `verbose` their messages too, and what passed or did not apply. */
export function otherSections(report: Report, verbose: boolean): readonly Section[] {
  const label = targetLabels(report);
  const suppressed = withStatus(report, 'suppressed').map((finding) =>
    verbose
      ? brief(finding, 'suppressed', 'faint', label)
      : paragraph(heading(finding, 'suppressed', 'faint', label), 0, INDENT),
  );
  return verbose
    ? [
        suppressed,
        withStatus(report, 'pass').map((finding) => brief(finding, 'pass', 'faint', label)),
        withStatus(report, 'not-applicable').map((finding) =>
          brief(finding, 'not applicable', 'faint', label),
        ),
      ]
    : [suppressed];
}

/** Less of a message than this tells nothing. */
const LEAST_MESSAGE = 20;

/** A finding in one line; only a name that leaves no room for the message goes on to a second one. */
function oneLine(finding: Finding, tone: Tone, label: TargetLabel, width: number): Block {
  const spans = heading(finding, tone, tone, label);
  const used = spans.reduce((sum, { text }) => sum + columnsOf(printable(text)), 0);
  const room = width - used - 2;
  return room < LEAST_MESSAGE
    ? paragraph(spans, 0, INDENT)
    : wholeLine([...spans, span(`: ${cut(printable(finding.message), room)}`)]);
}

/**
 * Failing findings, worst first, then unknown ones: a line each, the message cut where the line ends.
 * @param width columns of the terminal
 */
export function quietSection(report: Report, width: number): Section {
  const label = targetLabels(report);
  const shown = [
    ...SEVERITIES.map((severity) => ({ tone: severity, findings: failed(report, severity) })),
    { tone: 'unknown' as const, findings: withStatus(report, 'unknown') },
  ];
  return shown.flatMap(({ tone, findings }) =>
    findings.map((finding) => oneLine(finding, tone, label, width)),
  );
}

import { type Block, paragraph, type Section, span, type Tone, wholeLine } from '../../terminal/block.js';
import { render } from '../../terminal/render.js';
import type { Diagnosis, StepResult } from '../../troubleshoot/diagnose.js';
import type { DiagnosisReporter } from '../reporter.js';

const TONES: Readonly<Record<StepResult['status'], Tone>> = {
  pass: 'sound',
  fail: 'error',
  unknown: 'unknown',
  'not-applicable': 'faint',
  manual: 'info',
};

const WORDS: Readonly<Record<StepResult['status'], string>> = {
  pass: 'pass',
  fail: 'CAUSE',
  unknown: 'unknown',
  'not-applicable': 'not applicable',
  manual: 'for you to see',
};

const INDENT = 4;

/** A diagnosis for people: the symptom's steps with their verdicts, and what came of it. */
export const diagnosisText: DiagnosisReporter = (diagnosis, { seen, pages }, terminal) =>
  render(
    [
      [paragraph([span(diagnosis.symptom, 'strong'), span(`  ${seen}`)], 0, 2)],
      ...diagnosis.steps.map((step, position) => stepSection(step, position + 1)),
      [conclusion(diagnosis)],
      pages.map((page) => wholeLine([span(page, 'faint')])),
    ],
    terminal,
  );

function stepSection(step: StepResult, position: number): Section {
  const { title, status, message, commands, fix, target } = step;
  const about = status === 'fail' && target !== undefined ? `  ${target}` : '';
  const word = isLikely(step) ? `LIKELY ${WORDS[status]}` : WORDS[status];
  return [
    paragraph(
      [
        span(`${String(position).padStart(2)}  `, 'faint'),
        span(title, 'strong'),
        span(about),
        span('  '),
        span(word, TONES[status]),
      ],
      0,
      INDENT,
    ),
    paragraph([span(status === 'unknown' ? `${message} This step did not pass.` : message)], INDENT),
    ...(fix === undefined ? [] : [paragraph([span('Fix: ', 'strong'), span(fix)], INDENT, INDENT + 2)]),
    ...commands.map((command) => wholeLine([span('$ ', 'faint'), span(command, 'command')], INDENT)),
  ];
}

/** A warning is no certain cause: what it tells is partly supported or doubtful. */
function isLikely({ status, severity }: StepResult): boolean {
  return status === 'fail' && severity !== 'error';
}

function conclusion({ cause, steps, exitCode }: Diagnosis): Block {
  if (cause !== null) {
    const last = steps.at(-1);
    const word = last !== undefined && isLikely(last) ? 'The likely cause' : 'The cause';
    return paragraph([
      span(`${word} is what step ${steps.length} found `, 'error'),
      span(`(${cause.ruleId}). More on it: isocheck explain ${cause.ruleId}`),
    ]);
  }
  const manual = steps.filter(({ status }) => status === 'manual').length;
  const left =
    manual === 0 ? '' : ` What is left is yours to see: ${manual} ${manual === 1 ? 'step' : 'steps'} above.`;
  if (exitCode === 3) {
    const open = steps.filter(({ status }) => status === 'unknown').length;
    return paragraph([
      span('No cause was found, ', 'unknown'),
      span(`and ${open} ${open === 1 ? 'step is' : 'steps are'} unknown: the cause may be there.${left}`),
    ]);
  }
  return paragraph([span(`Nothing that Azure Resource Manager can tell is the cause.${left}`)]);
}

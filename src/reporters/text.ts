import type { Report } from '../findings/report.js';
import { paragraph, type Section, span } from '../terminal/block.js';
import { render } from '../terminal/render.js';
import type { ReporterOptions } from './reporter.js';
import { failureSections, otherSections, quietSection, undecidedSections } from './text/findings.js';
import { matrixSections } from './text/matrix.js';
import { summarySection } from './text/summary-line.js';
import { idleGapSection, waitSections } from './text/unknowns.js';
import { workspaceSections } from './text/workspaces.js';

function noteSection({ notes }: Report): Section {
  return notes.map((note) => paragraph([span('note', 'faint'), span(`  ${note}`)], 0, 2));
}

/**
 * The report for people: the workspaces and how they are isolated, the scenario matrix, what failed and how to mend
 * it, what is unknown and what would settle it, and last the counts.
 */
export function text(report: Report, options: ReporterOptions): string {
  const { width, verbose, quiet } = options;
  const sections = quiet
    ? [quietSection(report, width)]
    : [
        ...workspaceSections(report),
        ...matrixSections(report, width, verbose),
        ...failureSections(report, verbose),
        ...waitSections(report, verbose),
        ...undecidedSections(report, verbose),
        ...otherSections(report, verbose),
        ...(verbose ? [idleGapSection(report)] : []),
        noteSection(report),
      ];
  return render([...sections, summarySection(report, width)], options);
}

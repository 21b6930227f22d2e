import { Chalk } from 'chalk';
import { type Block, type Section, type Span, span, type Tone } from './block.js';
import { columnsOf } from './columns.js';
import { printable } from './printable.js';
import type { Terminal } from './terminal.js';

/** Longer lines of prose are hard to read, however wide the terminal is. */
export const WIDEST_PROSE = 120;

/** Below this, indentation and words leave nothing to lay out. */
const NARROWEST = 20;

/** What stands between two spaces: it may change its tone midway. */
interface Word {
  /** The spaces before it. */
  readonly gap: string;
  readonly pieces: Span[];
  columns: number;
}

function wordsOf(spans: readonly Span[]): Word[] {
  const words: Word[] = [];
  let gap = '';
  let open: Word | null = null;
  for (const { text, tone } of spans) {
    for (const part of printable(text).split(/( +)/)) {
      if (part.startsWith(' ')) {
        gap += part;
        open = null;
      } else if (part !== '') {
        if (open === null) {
          open = { gap, pieces: [], columns: 0 };
          words.push(open);
          gap = '';
        }
        open.pieces.push(span(part, tone));
        open.columns += columnsOf(part);
      }
    }
  }
  return words;
}

/** Breaks a block into lines of at most `width` columns; a word that is wider stands alone in its line. */
function linesOf(block: Block, width: number): Span[][] {
  const lines: Span[][] = [];
  let line: Span[] = [];
  let used = 0;
  for (const word of wordsOf(block.spans)) {
    const before = line.at(-1);
    if (before !== undefined && (!block.breakable || used + word.gap.length + word.columns <= width)) {
      const tone = before.tone === word.pieces[0]?.tone ? before.tone : 'plain';
      line.push(span(word.gap, tone), ...word.pieces);
      used += word.gap.length + word.columns;
    } else {
      const indent = lines.length === 0 ? block.indent : block.hang;
      line = [span(' '.repeat(indent), 'plain'), ...word.pieces];
      lines.push(line);
      used = indent + word.columns;
    }
  }
  return lines;
}

function paintsOf(color: boolean): Readonly<Record<Tone, (text: string) => string>> {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return {
    plain: (text) => text,
    strong: chalk.bold,
    faint: chalk.dim,
    error: chalk.bold.red,
    warning: chalk.yellow,
    info: chalk.blueBright,
    unknown: chalk.magenta,
    sound: chalk.green,
    command: chalk.cyan,
  };
}

/** Joins neighbours of one tone, so that a styled run carries one pair of escape sequences. */
function runsOf(spans: readonly Span[]): Span[] {
  const runs: Span[] = [];
  for (const piece of spans) {
    const last = runs.at(-1);
    if (last?.tone === piece.tone) {
      runs[runs.length - 1] = span(last.text + piece.text, piece.tone);
    } else {
      runs.push(piece);
    }
  }
  return runs;
}

/**
 * Lays sections out for a terminal. All text passes here, and here alone it is made printable, wrapped and styled:
 * whatever a name from Azure holds, it cannot reach the terminal as anything but visible characters.
 */
export function render(sections: readonly Section[], terminal: Terminal): string {
  const width = Math.max(NARROWEST, Math.min(terminal.width, WIDEST_PROSE));
  const paints = paintsOf(terminal.color);
  const paint = (line: readonly Span[]) =>
    runsOf(line)
      .map(({ text, tone }) => paints[tone](text))
      .join('');
  return sections
    .filter((blocks) => blocks.length > 0)
    .map((blocks) =>
      blocks
        .flatMap((block) => linesOf(block, width))
        .map((line) => `${paint(line)}\n`)
        .join(''),
    )
    .join('\n');
}

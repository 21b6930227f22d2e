import { type Block, paragraph, type Span, span, type Tone, wholeLine } from './block.js';
import { columnsOf } from './columns.js';

const GAP = 2;

/** A row of printable cells. */
export interface Row {
  /** What the row is of. They may share a column. */
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly last: Span;
}

/** The columns of each place: those of its widest cell. */
function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const cells of rows) {
    for (const [place, cell] of cells.entries()) {
      widths[place] = Math.max(widths[place] ?? 0, columnsOf(cell));
    }
  }
  return widths;
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width + GAP, 0);
}

function aligned(cells: readonly string[], widths: readonly number[]): string {
  return cells.map((cell, place) => cell + ' '.repeat(GAP + (widths[place] ?? 0) - columnsOf(cell))).join('');
}

/**
 * Lays rows out in columns, one row a line. Where names leave no room for the values they share a column, and names
 * too long for that one stand in a line of their own: none is cut.
 * @param width columns of the terminal; where not even the values fit, lines are wrapped
 */
export function table(head: Row, body: readonly Row[], indent: number, width: number): readonly Block[] {
  const given = [head, ...body];
  const values = widthsOf(given.map((row) => row.values));
  const [last = 0] = widthsOf(given.map((row) => [row.last.text]));
  const room = width - indent - total(values) - last;
  const apart = widthsOf(given.map((row) => row.names));
  const shared = total(apart) > room;
  const namesOf = (row: Row) => (shared ? [row.names.join(' / ')] : row.names);
  const widest = shared ? widthsOf(given.map(namesOf)) : apart;
  const names = shared ? widest.map((own) => Math.min(own, Math.max(0, room - GAP))) : apart;
  const line = (spans: readonly Span[], at: number) =>
    room < GAP ? paragraph(spans, at) : wholeLine(spans, at);

  const linesOf = (row: Row, tone: Tone): Block[] => {
    const own = namesOf(row);
    const rest = aligned(row.values, values);
    if (own.every((name, place) => columnsOf(name) <= (names[place] ?? 0))) {
      return [line([span(aligned(own, names) + rest, tone), row.last], indent)];
    }
    return [
      paragraph([span(own.join(' '.repeat(GAP)), tone)], indent, indent + GAP),
      line([span(rest, tone), row.last], indent + total(names)),
    ];
  };
  return [...linesOf(head, 'faint'), ...body.flatMap((row) => linesOf(row, 'plain'))];
}

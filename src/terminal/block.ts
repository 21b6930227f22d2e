/** What a piece of text is, which decides its colour. */
export type Tone =
  | 'plain'
  | 'strong'
  | 'faint'
  | 'error'
  | 'warning'
  | 'info'
  | 'unknown'
  | 'sound'
  | 'command';

/** A piece of text of one tone. It may hold anything: rendering makes it printable. */
export interface Span {
  readonly text: string;
  readonly tone: Tone;
}

/** One paragraph, or one line that is never broken. */
export interface Block {
  readonly spans: readonly Span[];
  /** Columns before the first line. */
  readonly indent: number;
  /** Columns before each further line. */
  readonly hang: number;
  readonly breakable: boolean;
}

/** Blocks that stand together; a blank line parts one section from the next. */
export type Section = readonly Block[];

/** A piece of text. */
export function span(text: string, tone: Tone = 'plain'): Span {
  return { text, tone };
}

/** A paragraph that is wrapped between words. `hang` is counted from the left edge, and is `indent` by default. */
export function paragraph(spans: readonly Span[], indent = 0, hang = indent): Block {
  return { spans, indent, hang, breakable: true };
}

/** A line that stays whole, so that it can be copied: a command, an id, an address, a row of a table. */
export function wholeLine(spans: readonly Span[], indent = 0): Block {
  return { spans, indent, hang: indent, breakable: false };
}

import { eastAsianWidth } from 'get-east-asian-width';

const ASCII = /^[ -~]*$/;
const COMBINING = /\p{Mn}/u;

/**
 * Columns that a printable text takes in a terminal. Counts code points, not clusters: the segmenter and the emoji
 * tables that clusters take cost half of Node's own start, and names in Azure are ASCII nearly always. Where it is
 * off (an emoji with a skin tone), it is too large, so that no line becomes too long.
 */
export function columnsOf(text: string): number {
  if (ASCII.test(text)) {
    return text.length;
  }
  let columns = 0;
  for (const character of text) {
    columns += COMBINING.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return columns;
}

/**
 * Cuts a printable text to at most `columns` columns, between words where it can; what was cut shows as `…`.
 * @param columns at least 1
 */
export function cut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) {
    return text;
  }
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += columnsOf(character);
    if (used >= columns) {
      break;
    }
    kept += character;
  }
  const end = text.lastIndexOf(' ', kept.length);
  return `${end > 0 ? kept.slice(0, end) : kept}…`;
}

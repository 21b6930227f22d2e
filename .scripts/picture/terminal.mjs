/**
 * @typedef {{ bold: boolean, faint: boolean, color: string | null }} Style
 * @typedef {{ text: string, style: Style }} Run text of one style
 * @typedef {Run[]} Row what a terminal shows in one row
 */

/** The SGR codes that reports use, and what each changes. */
const CODES = /** @type {Readonly<Record<string, Partial<Style>>>} */ ({
  1: { bold: true },
  2: { faint: true },
  22: { bold: false, faint: false },
  31: { color: 'red' },
  32: { color: 'green' },
  33: { color: 'yellow' },
  35: { color: 'magenta' },
  36: { color: 'cyan' },
  39: { color: null },
  94: { color: 'blue' },
});

/** @type {Style} */
const PLAIN = { bold: false, faint: false, color: null };

/**
 * The lines of a styled text. A style ends with its line: reports style no more than a line at once.
 *
 * @param {string} text with SGR escape sequences
 * @returns {Row[]}
 * @throws {Error} for an escape sequence that it does not know
 */
export function linesOf(text) {
  return text.split('\n').map((line) => {
    /** @type {Row} */
    const row = [];
    let style = PLAIN;
    for (const part of line.split(SEQUENCE)) {
      const codes = /^\[([\d;]*)m$/.exec(part.slice(1));
      if (part.codePointAt(0) !== ESCAPE || codes === null) {
        if (part !== '') row.push({ text: part, style });
        continue;
      }
      for (const code of (codes[1] ?? '').split(';')) {
        const change = CODES[code];
        if (change === undefined) throw new Error(`the picture knows no SGR code ${code}`);
        style = { ...style, ...change };
      }
    }
    return row;
  });
}

const ESCAPE = 0x1b;
const SEQUENCE = new RegExp(`(${String.fromCodePoint(ESCAPE)}\\[[^A-Za-z]*[A-Za-z])`);

/**
 * Breaks a line where a terminal does: in the middle of a word when the row is full.
 *
 * @param {Row} line
 * @param {number} width columns
 * @returns {Row[]}
 */
export function wrap(line, width) {
  /** @type {Row[]} */
  const rows = [[]];
  let used = 0;
  for (const { text, style } of line) {
    let rest = [...text];
    while (rest.length > 0) {
      if (used === width) {
        rows.push([]);
        used = 0;
      }
      const taken = rest.slice(0, width - used);
      rows.at(-1)?.push({ text: taken.join(''), style });
      used += taken.length;
      rest = rest.slice(taken.length);
    }
  }
  return rows;
}

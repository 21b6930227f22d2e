/** @typedef {import('./terminal.mjs').Row} Row */

const SIZE = 14;
/** Of a character, in pixels: every run is fitted to it, so that columns stand whatever font there is. */
const ADVANCE = 8.4;
const LINE = 19;
const PADDING = 20;
const BAR = 36;

const FONT =
  "ui-monospace,'SF Mono',SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace";

/** Each is legible on its own ground: at least 4.5 to 1, and 3 to 1 for what is faint on purpose. */
const LIGHT = {
  ground: '#ffffff',
  bar: '#f0f2f5',
  edge: '#d0d7de',
  text: '#24292f',
  faint: '#6e7781',
  red: '#cf222e',
  green: '#116329',
  yellow: '#8a5a00',
  blue: '#0550ae',
  magenta: '#8250df',
  cyan: '#0e6d80',
};
const DARK = {
  ground: '#0d1117',
  bar: '#161b22',
  edge: '#30363d',
  text: '#e6edf3',
  faint: '#8b949e',
  red: '#ff7b72',
  green: '#56d364',
  yellow: '#e3b341',
  blue: '#79c0ff',
  magenta: '#d2a8ff',
  cyan: '#56d4dd',
};

/**
 * Draws a terminal. Its colours follow whether the reader prefers light or dark, and it has a ground of its own, so
 * that it can be read on any page.
 *
 * @param {readonly Row[]} rows
 * @param {{ columns: number, title: string }} options
 * @returns {string}
 */
export function drawTerminal(rows, { columns, title }) {
  const width = Math.ceil(columns * ADVANCE) + 2 * PADDING;
  const height = BAR + rows.length * LINE + 2 * PADDING - (LINE - SIZE);
  const texts = rows.flatMap((row, index) => drawRow(row, BAR + PADDING + SIZE - 2 + index * LINE));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${xml(title)}">`,
    `<title>${xml(title)}</title>`,
    '<style>',
    styles(LIGHT),
    `@media (prefers-color-scheme: dark) {\n${styles(DARK)}\n}`,
    `text { font: ${SIZE}px ${FONT}; white-space: pre }`,
    '.bold { font-weight: 700 }',
    '</style>',
    `<rect class="ground edge" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="9"/>`,
    `<path class="bar edge" d="M.5 ${BAR}V9.5a9 9 0 0 1 9-9h${width - 19}a9 9 0 0 1 9 9V${BAR}z"/>`,
    ...[0, 1, 2].map((dot) => `<circle class="dot" cx="${PADDING + dot * 18}" cy="${BAR / 2}" r="5.5"/>`),
    ...texts,
    '</svg>',
    '',
  ].join('\n');
}

/**
 * @param {Readonly<Record<string, string>>} palette
 */
function styles({ ground, bar, edge, text, ...colors }) {
  return [
    `.ground { fill: ${ground} } .bar { fill: ${bar} } .edge { stroke: ${edge} } .dot { fill: ${edge} } text { fill: ${text} }`,
    Object.entries(colors)
      .map(([name, color]) => `.${name} { fill: ${color} }`)
      .join(' '),
  ].join('\n');
}

/**
 * @param {Row} row
 * @param {number} baseline
 * @returns {string[]} an element for each run that can be seen
 */
function drawRow(row, baseline) {
  const elements = [];
  let column = 0;
  for (const { text, style } of row) {
    const visible = text.trim();
    const start = column + (text.length - text.trimStart().length);
    const columns = [...visible].length;
    column += [...text].length;
    if (columns === 0) continue;
    const classes = [style.color, style.bold ? 'bold' : null, style.faint ? 'faint' : null];
    const named = classes.filter((each) => each !== null).join(' ');
    elements.push(
      `<text x="${pixels(PADDING + start * ADVANCE)}" y="${baseline}" textLength="${pixels(columns * ADVANCE)}" lengthAdjust="spacingAndGlyphs"${named === '' ? '' : ` class="${named}"`}>${xml(visible)}</text>`,
    );
  }
  return elements;
}

/** @param {number} value */
function pixels(value) {
  return String(Math.round(value * 10) / 10);
}

/** @param {string} text */
function xml(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * @param {string} title
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows the first column is words, the others figures
 * @returns {string} lines of even columns
 */
export function table(title, head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (/** @type {readonly string[]} */ row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return `${title}\n${all.map((row) => `  ${line(row)}`).join('\n')}\n`;
}

/** @param {number} milliseconds */
export function time(milliseconds) {
  return milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}

/** @param {number} bytes */
export function megabytes(bytes) {
  return `${(bytes / 2 ** 20).toFixed(bytes < 10 * 2 ** 20 ? 1 : 0)} MB`;
}

/** @param {number} value */
export function ratio(value) {
  return `x${value.toFixed(2)}`;
}

/** @param {boolean} isMet */
export function goal(isMet) {
  return isMet ? 'met' : 'NOT MET';
}

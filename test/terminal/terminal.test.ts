import { describe, expect, it } from 'vitest';
import { terminalOf } from '../../src/terminal/terminal.js';

const TTY = { isTTY: true, columns: 132 };
const PIPE = {};

describe('the width', () => {
  it.each([
    ['is that of the terminal', TTY, {}, 132],
    ['is 80 elsewhere', PIPE, {}, 80],
    ['is 80 where the terminal does not tell', { isTTY: true, columns: 0 }, {}, 80],
    ['is COLUMNS first', TTY, { COLUMNS: '100' }, 100],
    ['is COLUMNS in a pipe', PIPE, { COLUMNS: '100' }, 100],
    ['is not a COLUMNS that is no number', TTY, { COLUMNS: 'wide' }, 132],
    ['is not an empty COLUMNS', TTY, { COLUMNS: '' }, 132],
  ])('%s', (_what, stream, environment, width) => {
    expect(terminalOf(stream, environment, true).width).toBe(width);
  });
});

describe('colours', () => {
  it.each([
    ['on a terminal', TTY, {}, true],
    ['not in a pipe', PIPE, {}, false],
    ['not on a dumb terminal', TTY, { TERM: 'dumb' }, false],
    ['not with NO_COLOR', TTY, { NO_COLOR: '1' }, false],
    ['with an empty NO_COLOR', TTY, { NO_COLOR: '' }, true],
    ['in a pipe with FORCE_COLOR', PIPE, { FORCE_COLOR: '1' }, true],
    ['in a pipe with an empty FORCE_COLOR', PIPE, { FORCE_COLOR: '' }, true],
    ['with FORCE_COLOR rather than NO_COLOR', PIPE, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    ['not with FORCE_COLOR=0', TTY, { FORCE_COLOR: '0' }, false],
  ])('%s', (_what, stream, environment, color) => {
    expect(terminalOf(stream, environment, true).color).toBe(color);
  });

  it('never with --no-color', () => {
    expect(terminalOf(TTY, { FORCE_COLOR: '1' }, false).color).toBe(false);
  });
});

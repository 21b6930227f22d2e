import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { progressLine } from '../../src/terminal/progress.js';

const ERASE = '\r\u001b[K';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function terminal(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

describe('on a terminal', () => {
  it('one line is written again and again, and taken away', () => {
    const stream = terminal(true);
    const line = progressLine(stream, 80, () => Date.now());
    line.show({ reading: 'deployments of fraud', calls: 1 });
    vi.advanceTimersByTime(100);
    line.show({ reading: 'key vault kv-fraud', calls: 12 });
    vi.advanceTimersByTime(1_400);
    line.clear();
    vi.advanceTimersByTime(5_000);
    expect(stream.written.at(0)).toBe(`${ERASE}signing in, 0 calls, 0.0 s`);
    expect(stream.written.at(1)).toBe(`${ERASE}reading deployments of fraud, 1 call, 0.1 s`);
    expect(stream.written.at(-2)).toBe(`${ERASE}reading key vault kv-fraud, 12 calls, 1.5 s`);
    expect(stream.written.at(-1)).toBe(ERASE);
  });

  it.each([20, 40, 79, 80])('it fits into %i columns, whatever is read', (width) => {
    const stream = terminal(true);
    const line = progressLine(stream, width);
    line.show({ reading: `datastore ${'x'.repeat(200)}`, calls: 1234 });
    vi.advanceTimersByTime(100);
    line.clear();
    const last = stream.written.at(-2)?.slice(ERASE.length) ?? '';
    expect(last.length).toBeLessThan(width);
    expect(last).not.toBe('');
  });

  it('a name cannot steer the terminal', () => {
    const stream = terminal(true);
    const line = progressLine(stream, 80);
    line.show({ reading: 'deployments of \u001b[2J\nfraud', calls: 1 });
    vi.advanceTimersByTime(100);
    line.clear();
    expect(stream.written.at(-2)).toContain('reading deployments of \\u001b[2J\\u000afraud');
  });

  it('it is not written again once it was taken away, however often that is', () => {
    const stream = terminal(true);
    const { clear } = progressLine(stream, 80);
    clear();
    clear();
    vi.advanceTimersByTime(1_000);
    expect(stream.written.slice(1)).toEqual([ERASE, ERASE]);
  });
});

it('on anything else nothing is written', () => {
  const stream = terminal(false);
  const line = progressLine(stream, 80);
  line.show({ reading: 'deployments of fraud', calls: 1 });
  vi.advanceTimersByTime(1_000);
  line.clear();
  expect(stream.written).toEqual([]);
});

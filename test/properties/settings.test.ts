import { describe, expect, it } from 'vitest';
import { sameAgain, settingsFrom, timeLimit } from './settings.js';

describe('how the properties are tried', () => {
  const everyday = settingsFrom({});

  it('is the same every day', () => {
    expect(settingsFrom({})).toEqual(everyday);
    expect(settingsFrom({ CI: 'true', ISOCHECK_PROPERTY_SEED: '', ISOCHECK_PROPERTY_RUNS: '' })).toEqual(
      everyday,
    );
  });

  it('is what was asked for', () => {
    expect(settingsFrom({ ISOCHECK_PROPERTY_SEED: '42', ISOCHECK_PROPERTY_RUNS: '1000' })).toEqual({
      seed: 42,
      runs: 1000,
    });
    expect(settingsFrom({ ISOCHECK_PROPERTY_SEED: '7' })).toEqual({ ...everyday, seed: 7 });
  });

  it('is another seed each time where a random one is asked for, and one that can be given again', () => {
    const seeds = Array.from({ length: 20 }, () => settingsFrom({ ISOCHECK_PROPERTY_SEED: 'random' }).seed);
    expect(new Set(seeds).size).toBeGreaterThan(15);
    for (const seed of seeds) expect(settingsFrom({ ISOCHECK_PROPERTY_SEED: String(seed) }).seed).toBe(seed);
  });

  it.each([
    ['ISOCHECK_PROPERTY_SEED', 'Random'],
    ['ISOCHECK_PROPERTY_SEED', '-1'],
    ['ISOCHECK_PROPERTY_SEED', '1.5'],
    ['ISOCHECK_PROPERTY_RUNS', '0'],
    ['ISOCHECK_PROPERTY_RUNS', 'many'],
  ])('is refused where %s is %s', (name, value) => {
    expect(() => settingsFrom({ [name]: value })).toThrow(`${name} is ${value}`);
  });

  it('may take longer where there are more runs', () => {
    expect(timeLimit({ seed: 1, runs: 1 })).toBe(30_000);
    expect(timeLimit({ seed: 1, runs: 1000 })).toBe(1_000_000);
  });

  it('can be had again', () => {
    expect(sameAgain({ seed: 7, runs: 9 })).toMatch(
      /^ISOCHECK_PROPERTY_SEED=7 ISOCHECK_PROPERTY_RUNS=9 npx vitest run .* test\/properties$/,
    );
  });
});

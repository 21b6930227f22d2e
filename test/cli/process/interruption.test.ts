import { expect, it } from 'vitest';
import { cleanUp, onInterruption } from '../../../src/cli/process/interruption.js';

it('undoes at once, and once, what was begun and has not ended', () => {
  const undone: string[] = [];
  onInterruption(() => undone.push('begun'));
  const takeBack = onInterruption(() => undone.push('ended'));
  takeBack();
  cleanUp();
  expect(undone).toEqual(['begun']);
  cleanUp();
  expect(undone).toEqual(['begun']);
});

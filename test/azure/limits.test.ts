import { describe, expect, it } from 'vitest';
import { Limiter } from '../../src/azure/connect/limiter.js';
import { WaitBudget } from '../../src/azure/connect/wait-budget.js';
import { Estate } from '../world/estate.js';
import { soundPrivate } from '../world/sound.js';
import { scan } from './scan.js';

describe('the limiter', () => {
  const never = new AbortController().signal;

  it('lets so many through, and the next in the order in which they came', async () => {
    const limiter = new Limiter(2);
    const order: number[] = [];
    const enter = async (number: number) => {
      const leave = await limiter.enter(never);
      order.push(number);
      return leave;
    };
    const [first, second] = await Promise.all([enter(1), enter(2)]);
    const third = enter(3);
    const fourth = enter(4);
    await Promise.resolve();
    expect(limiter.waiting).toBe(2);
    expect(order).toEqual([1, 2]);
    second();
    (await third)();
    await fourth;
    first();
    expect(order).toEqual([1, 2, 3, 4]);
    expect(limiter.waiting).toBe(0);
  });

  it('lets who waits go when the scan ends, and hands no place to them', async () => {
    const limiter = new Limiter(1);
    const controller = new AbortController();
    const leave = await limiter.enter(never);
    const waiting = limiter.enter(controller.signal);
    controller.abort(new Error('ended'));
    await expect(waiting).rejects.toThrow('ended');
    leave();
    await expect(limiter.enter(never)).resolves.toBeTypeOf('function');
    await expect(limiter.enter(controller.signal)).rejects.toThrow('ended');
  });

  it.each([1, 3, 16])('keeps a scan to %i requests at once', async (concurrency) => {
    const estate = soundPrivate();
    for (let index = 0; index < 30; index += 1) estate.endpoint(`endpoint-${index}`, 'Disabled');
    const { emulator } = await scan(estate.world.snapshot(), { latencyMs: 2, options: { concurrency } });
    const moments = emulator.requests.flatMap(({ startedAt, endedAt }) => [
      { at: startedAt, step: 1 },
      { at: endedAt, step: -1 },
    ]);
    moments.sort((a, b) => a.at - b.at || a.step - b.step);
    let now = 0;
    let most = 0;
    for (const { step } of moments) {
      now += step;
      most = Math.max(most, now);
    }
    expect(most).toBeLessThanOrEqual(concurrency);
    if (concurrency > 1) expect(most).toBeGreaterThan(1);
  });
});

describe('the budget of waits', () => {
  it('counts waits that overlap once', () => {
    let now = 0;
    const budget = new WaitBudget(10, () => now);
    expect(budget.take(6)).toBe(true);
    expect(budget.take(6)).toBe(true);
    now = 3;
    // Three of these six are covered already.
    expect(budget.take(6)).toBe(true);
    expect(budget.take(8)).toBe(false);
    expect(budget.take(7)).toBe(true);
    now = 20;
    expect(budget.take(0)).toBe(true);
    expect(budget.take(1)).toBe(false);
  });

  it('spends nothing on a wait that it refuses', () => {
    const budget = new WaitBudget(10, () => 0);
    expect(budget.take(11)).toBe(false);
    expect(budget.take(10)).toBe(true);
  });
});

it('a call that waits for its next attempt holds no place', async () => {
  const estate = new Estate('fraud').endpoint('fraud', 'Disabled');
  const { emulator, snapshot } = await scan(estate.world.snapshot(), {
    faults: [
      { path: `${estate.names.workspace}/outboundRules`, kind: 'throttled', retryAfterSeconds: 2, times: 1 },
    ],
    options: { concurrency: 1 },
  });
  expect(snapshot.gaps).toEqual([]);
  const isRules = ({ path }: { path: string }) => path.endsWith('/outboundRules');
  const first = emulator.requests.findIndex(isRules);
  const second = emulator.requests.findLastIndex(isRules);
  // With one place only, all the others went by meanwhile.
  expect(second - first).toBeGreaterThan(10);
});

import { RestError } from '@azure/core-rest-pipeline';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { armRetryPolicy } from '../../../../src/azure/connect/policies/retry.js';
import { NO_ANSWER_IN_TIME } from '../../../../src/azure/connect/transport-fault.js';
import { WaitBudget } from '../../../../src/azure/connect/wait-budget.js';
import { exchange, type Scripted } from '../../policies/pipeline.js';

const START = Date.parse('2026-11-24T10:00:00Z');

beforeEach(() => vi.useFakeTimers({ now: START }));
afterEach(() => vi.useRealTimers());

/** Runs the exchange on a clock of its own; returns how often was sent and how long was waited. */
async function retried(script: readonly Scripted[], budgetMs = 60_000) {
  const budget = new WaitBudget(budgetMs, () => Date.now());
  const running = exchange([armRetryPolicy(budget, () => 1)], script);
  await vi.runAllTimersAsync();
  const { outcome, sent } = await running;
  const status = 'status' in outcome ? outcome.status : outcome.thrown;
  return { status, attempts: sent.length, waited: Date.now() - START };
}

const OK: Scripted = { status: 200 };
const throttled = (headers: Record<string, string> = {}): Scripted => ({ status: 429, headers });
const dropped = (code: string): Scripted => new RestError('socket hang up', { code });
const times = (count: number, step: Scripted): readonly Scripted[] =>
  Array.from({ length: count }, () => step);

it.each<[string, readonly Scripted[], number, number]>([
  ['429 with seconds', [throttled({ 'Retry-After': '7' }), OK], 2, 7000],
  ['429 with a date', [throttled({ 'Retry-After': new Date(START + 9000).toUTCString() }), OK], 2, 9000],
  [
    '429 with a date that is past',
    [throttled({ 'Retry-After': new Date(START - 9000).toUTCString() }), OK],
    2,
    0,
  ],
  ['429 with zero', [throttled({ 'Retry-After': '0' }), OK], 2, 0],
  [
    '429 with zero twice waits a little the second time',
    [...times(2, throttled({ 'Retry-After': '0' })), OK],
    3,
    200,
  ],
  ['429 with milliseconds', [throttled({ 'x-ms-retry-after-ms': '1500', 'Retry-After': '9' }), OK], 2, 1500],
  ['429 without a wait', [...times(3, throttled()), OK], 4, 200 + 400 + 800],
  [
    '429 with nonsense for milliseconds',
    [
      throttled({ 'retry-after-ms': 'in 15', 'Retry-After': '3' }),
      throttled({ 'x-ms-retry-after-ms': '15 or so', 'Retry-After': '4' }),
      OK,
    ],
    3,
    7000,
  ],
  ['429 with nonsense', [throttled({ 'Retry-After': 'soon' }), OK], 2, 200],
  ['429 many times with seconds', [...times(10, throttled({ 'Retry-After': '5' })), OK], 11, 50_000],
  ['408', [{ status: 408 }, OK], 2, 200],
  ['500', [{ status: 500 }, { status: 500 }, OK], 3, 600],
  ['502', [{ status: 502 }, OK], 2, 200],
  ['503 that asks to wait', [{ status: 503, headers: { 'Retry-After': '3' } }, OK], 2, 3000],
  ['504', [{ status: 504 }, OK], 2, 200],
  ['a reset connection', [dropped('ECONNRESET'), OK], 2, 200],
  ['a connection cut in the body', [dropped('PARSE_ERROR'), OK], 2, 200],
  ['a name that is not found for a moment', [dropped('EAI_AGAIN'), OK], 2, 200],
])('heals %s', async (_name, script, attempts, waited) => {
  expect(await retried(script)).toEqual({ status: 200, attempts, waited });
});

it.each<[string, readonly Scripted[], number, number]>([
  ['500 for ever', [{ status: 500 }], 4, 500],
  ['429 for ever without a wait', [throttled()], 7, 429],
  ['429 for ever with zero', [throttled({ 'Retry-After': '0' })], 7, 429],
  ['a wait beyond the budget', [throttled({ 'Retry-After': '61' }), OK], 1, 429],
  ['waits that use the budget up', [throttled({ 'Retry-After': '25' })], 3, 429],
  ['501', [{ status: 501 }, OK], 1, 501],
  ['403', [{ status: 403 }, OK], 1, 403],
  ['404', [{ status: 404 }, OK], 1, 404],
])('gives up on %s', async (_name, script, attempts, status) => {
  expect(await retried(script)).toMatchObject({ status, attempts });
});

it.each([
  ['a refused certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT', 1],
  ['an expired certificate', 'CERT_HAS_EXPIRED', 1],
  ['an answer that does not come in time', NO_ANSWER_IN_TIME, 1],
  ['a refused connection', 'ECONNREFUSED', 4],
])('throws what it was given: %s', async (_name, code, attempts) => {
  expect(await retried([dropped(code)])).toMatchObject({ status: { code }, attempts });
});

it('keeps all calls of a scan within one budget', async () => {
  const budget = new WaitBudget(10_000, () => Date.now());
  const policy = armRetryPolicy(budget, () => 1);
  const running = Promise.all(
    Array.from({ length: 5 }, () =>
      exchange([policy], [throttled({ 'Retry-After': '8' }), throttled({ 'Retry-After': '8' })]),
    ),
  );
  await vi.runAllTimersAsync();
  const exchanges = await running;
  // The first waits overlap and count once; there is no room for a second.
  expect(exchanges.map(({ sent }) => sent.length)).toEqual([2, 2, 2, 2, 2]);
  expect(Date.now() - START).toBe(8000);
});

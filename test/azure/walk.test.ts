import { expect, it } from 'vitest';
import type { ArmAnswer } from '../../src/azure/exchange/arm-answer.js';
import type { KnownAnswers } from '../../src/azure/exchange/known-answers.js';
import { type Read, resourceRead } from '../../src/azure/exchange/read.js';
import { countRounds, walk } from '../../src/azure/walk.js';

const read = (name: string): Read => resourceRead('privateEndpoint', `/${name}`);
const a = read('a');
const b = read('b');
const c = read('c');
const d = read('d');

/** `c` needs `a`; `d` needs `b` and `c`, or `b` alone when `shortcut` holds. */
function plan(shortcut: boolean) {
  return function* (known: KnownAnswers): Generator<Read> {
    yield a;
    yield b;
    if (known.to(a)) yield c;
    if (known.to(b) && (shortcut || known.to(c))) yield d;
  };
}

function answer(asked: Read): ArmAnswer {
  return { read: asked, apiVersion: '1', items: [{ id: asked.path, body: {} }] };
}

it('asks for what an answer unlocks without waiting for others', async () => {
  const log: string[] = [];
  const slow = deferred();
  const walking = walk(
    plan(false),
    async (asked) => {
      log.push(asked.path);
      if (asked === b) await slow.promise;
      if (asked === c) slow.resolve();
      return answer(asked);
    },
    () => false,
  );
  const answers = await walking;
  expect(log).toEqual(['/a', '/b', '/c', '/d']);
  expect([...answers.values()]).toHaveLength(4);
});

function deferred() {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

it.each([
  [false, 3],
  [true, 2],
])('counts the depth of dependency, not the order of arrival (shortcut %s)', async (shortcut, rounds) => {
  const answers = await walk(
    plan(shortcut),
    async (asked) => answer(asked),
    () => false,
  );
  expect(countRounds(plan(shortcut), answers)).toBe(rounds);
});

it('asks once for what several paths lead to', async () => {
  let asked = 0;
  await walk(
    function* () {
      yield resourceRead('privateEndpoint', '/Same');
      yield resourceRead('privateEndpoint', '/sAME/');
    },
    async (one) => {
      asked += 1;
      return answer(one);
    },
    () => false,
  );
  expect(asked).toBe(1);
});

it('ends with the first error, after all that was under way', async () => {
  let ended = 0;
  const walking = walk(
    plan(false),
    async (asked) => {
      await new Promise((resolve) => setTimeout(resolve, asked === a ? 1 : 10));
      ended += 1;
      if (asked === a) throw new Error('first');
      throw new Error('second');
    },
    () => false,
  );
  await expect(walking).rejects.toThrow('first');
  expect(ended).toBe(2);
});

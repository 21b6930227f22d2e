import { setImmediate } from 'node:timers/promises';
import type { ArmAnswer } from './exchange/arm-answer.js';
import { Answers, type KnownAnswers } from './exchange/known-answers.js';
import { type Read, readKey } from './exchange/read.js';

/** What to read, going by what is known; called again whenever more is known. */
export type Plan = (known: KnownAnswers) => Iterable<Read>;

/**
 * Reads all that a plan wants, each thing once. What an answer unlocks is asked for at once, and does not wait for
 * other answers that it has no need of.
 * @param ask makes the call; a rejection ends the walk
 * @param busy whether calls wait for their turn, so that there is no hurry to find more of them
 */
export async function walk(
  plan: Plan,
  ask: (read: Read) => Promise<ArmAnswer>,
  busy: () => boolean,
): Promise<Answers> {
  const answers = new Answers();
  const asked = new Set<string>();
  const failures: unknown[] = [];
  let running = 0;
  let wake = (): void => {};

  const start = async (read: Read): Promise<void> => {
    running += 1;
    try {
      answers.add(await ask(read));
    } catch (error) {
      failures.push(error);
    } finally {
      running -= 1;
      wake();
    }
  };

  for (;;) {
    if (failures.length === 0 && !(running > 0 && busy())) {
      for (const read of plan(answers)) {
        if (asked.has(readKey(read))) continue;
        asked.add(readKey(read));
        void start(read);
      }
    }
    if (running === 0) break;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
    // Answers that came together are planned for together.
    await setImmediate();
  }
  if (failures.length > 0) throw failures[0];
  return answers;
}

/**
 * The number of rounds that the answers took: the depth of dependency, as if each round waited for the one before.
 * Found by going over the plan again, so it does not depend on which answer happened to come first.
 */
export function countRounds(plan: Plan, answers: Answers): number {
  const seen = new Set<string>();
  for (let rounds = 0; ; rounds += 1) {
    const known = answers.after(seen);
    const fresh = [...plan(known)].map(readKey).filter((key) => !seen.has(key));
    if (fresh.length === 0) return rounds;
    for (const key of fresh) seen.add(key);
  }
}

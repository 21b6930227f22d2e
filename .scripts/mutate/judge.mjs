import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {import('./runner.mjs').Order} Order */
/** @typedef {import('./runner.mjs').Message} Message */

/** How long a test file may take, in milliseconds, beside five times what it took without a fault. */
const PATIENCE = 60_000;

/**
 * Has tests run against mutants, one after the other, in a copy of the project.
 *
 * @param {string} root of the copy
 * @param {ReadonlyMap<string, number>} durations of the test files, in milliseconds
 */
export function startJudge(root, durations) {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let runner;

  return { judge, stop };

  /**
   * @param {Order} order
   * @returns {Promise<string | null>} what killed the mutant, or null where it survives
   */
  async function judge(order) {
    const child = runner ?? (await start());
    runner = child;
    return await new Promise((resolve, reject) => {
      /** @type {NodeJS.Timeout | undefined} */
      let timer;
      let at = 0;
      wait();
      child.on('message', hear);
      child.once('exit', lost);
      child.send(order);

      function wait() {
        clearTimeout(timer);
        const test = order.tests[at];
        timer = setTimeout(
          () => {
            void giveUp(`${test}: it does not end`);
          },
          PATIENCE + 5 * (durations.get(test ?? '') ?? 0),
        );
      }

      /** @param {Message} message */
      function hear(message) {
        if ('ended' in message) {
          at += 1;
          wait();
        } else if ('killedBy' in message) {
          settle(message.killedBy);
        } else if ('fault' in message) {
          clearTimeout(timer);
          reject(new Error(message.fault));
        }
      }

      function lost() {
        void giveUp('the process that ran the tests ended');
      }

      /** @param {string} why */
      async function giveUp(why) {
        clearTimeout(timer);
        stop();
        await writeFile(join(root, order.file), order.original);
        settle(why);
      }

      /** @param {string | null} killedBy */
      function settle(killedBy) {
        clearTimeout(timer);
        child.off('message', hear);
        child.off('exit', lost);
        resolve(killedBy);
      }
    });
  }

  async function start() {
    const child = fork(fileURLToPath(new URL('runner.mjs', import.meta.url)), [root], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const ended = once(child, 'exit').then(() => {
      throw new Error('the process that is to run the tests does not start');
    });
    ended.catch(() => undefined);
    await Promise.race([once(child, 'message'), ended]);
    return child;
  }

  function stop() {
    runner?.removeAllListeners('exit');
    runner?.kill('SIGKILL');
    runner = undefined;
  }
}

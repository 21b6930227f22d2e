import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds `dist`, unless it is of the present sources: the tests never run a stale command. */
export function setup(): void {
  execFileSync(
    process.execPath,
    [fileURLToPath(new URL('../.scripts/build.mjs', import.meta.url)), '--if-changed'],
    {
      stdio: 'inherit',
    },
  );
}

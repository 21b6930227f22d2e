import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Tests of the built command and of the package: they need `dist` to be of the present sources. */
const ofTheBuild = ['test/e2e/**/*.test.ts', 'test/package/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    // Much of the time is spent waiting for processes and for the loopback server.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          root,
          include: ['test/**/*.test.ts'],
          exclude: ofTheBuild,
          // No test leaves anything behind, and loading all anew for each file takes longer than many a test.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'build', root, include: ofTheBuild, globalSetup: 'test/build-once.ts' },
      },
    ],
  },
});

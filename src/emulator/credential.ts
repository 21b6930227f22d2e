import type { TokenCredential } from '@azure/core-auth';

const HOUR = 60 * 60 * 1000;

/**
 * A credential for the emulator: always the same token, good for an hour. The text of the token says what it is,
 * so that nobody who finds it in a trace takes it for a real one; no Azure endpoint accepts it.
 */
export function emulatorCredential(): TokenCredential {
  return {
    getToken: async () => ({
      token: 'isocheck-emulator-no-real-token',
      expiresOnTimestamp: Date.now() + HOUR,
    }),
  };
}

import { setTimeout as wait } from 'node:timers/promises';
import {
  type Emulator,
  type EmulatorOptions,
  type Interceptor,
  startEmulator,
} from '../../src/emulator/server.js';
import { type Fault, faulty } from './faults.js';
import { type LoggedRequest, logged } from './request-log.js';

export interface TestEmulatorOptions extends Omit<EmulatorOptions, 'interceptor'> {
  /** How long each answer is held back, in milliseconds; 0 unless told otherwise. */
  readonly latencyMs?: number;
  readonly faults?: readonly Fault[];
}

export interface TestEmulator extends Emulator {
  /** All requests so far, in the order of their arrival. */
  readonly requests: readonly LoggedRequest[];
}

/**
 * Starts a server of a snapshot that writes down what it is asked and may be slow or at fault.
 * @throws when the port is taken
 */
export async function startTestEmulator({
  latencyMs = 0,
  faults = [],
  ...options
}: TestEmulatorOptions): Promise<TestEmulator> {
  const { requests, interceptor } = logged(held(latencyMs, faulty(faults)));
  return { ...(await startEmulator({ ...options, interceptor })), requests };
}

/** Holds each answer back; an end of the server is not waited for. */
function held(milliseconds: number, interceptor: Interceptor): Interceptor {
  if (milliseconds === 0) return interceptor;
  return async (request, usual) => {
    await wait(milliseconds, undefined, { ref: false });
    return interceptor(request, usual);
  };
}

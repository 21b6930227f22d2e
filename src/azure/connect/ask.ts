import { ScanError } from '../../errors.js';
import type { ArmAnswer } from '../exchange/arm-answer.js';
import type { Read } from '../exchange/read.js';
import type { ApiVersions } from './api-versions.js';
import type { Clients } from './clients.js';
import { unusable } from './failure.js';
import { Recording, RecordingFailed } from './recording.js';
import { makeCall } from './sdk-calls.js';

export interface AskOptions {
  readonly clientsOf: (subscription: string) => Clients;
  readonly versions: ApiVersions;
  readonly endpoint: string;
  /** The text of the Resource Graph query. */
  readonly graphQuery: string;
  /** A subscription through whose client the Resource Graph query goes. */
  readonly anySubscription: string;
  readonly signal: AbortSignal;
}

/**
 * Makes one read, in an older api-version where the newest is refused.
 * @returns what came of it: a failure to read is an answer too
 * @throws ScanError when signing in failed; the signal's reason when it is aborted
 */
export async function ask(read: Read, options: AskOptions): Promise<ArmAnswer> {
  const { versions } = options;
  for (;;) {
    const answer = await askOnce(read, options);
    const refused = answer.failure?.reason === 'unsupported' && answer.items.length === 0;
    if (!refused || !versions.refuse(read.name, answer.apiVersion)) return answer;
  }
}

async function askOnce(read: Read, options: AskOptions): Promise<ArmAnswer> {
  const recording = new Recording(read, options.versions);
  try {
    await recording.run(() => makeCall(recording, options.clientsOf, options));
  } catch (error) {
    options.signal.throwIfAborted();
    if (error instanceof ScanError) throw error;
    // What was recorded counts, whatever a client thinks of the body afterwards: arm-containerregistry throws on one
    // without `sku`. Its words are not repeated, for they may hold the whole body.
    if (!recording.complete && recording.failure === undefined && !(error instanceof RecordingFailed)) {
      recording.fail(unusable(`the request was not made (${error instanceof Error ? error.name : 'error'})`));
    }
  }
  return recording.answer();
}

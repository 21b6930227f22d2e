import { isRestError } from '@azure/core-rest-pipeline';
import type { Failure, TransportFault } from '../exchange/failure.js';

/** The code of the error that the transport throws when an answer does not come in time. */
export const NO_ANSWER_IN_TIME = 'NO_ANSWER_IN_TIME';

/** Node's codes for a certificate or a handshake that cannot be trusted (nodejs.org/api/tls.html#x509-certificate-error-codes). */
const TLS =
  /^(?:ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|EPROTO)/;

/**
 * Reads what kept an answer from coming out of an error that the HTTP client threw.
 * @returns null for an error that did not come from the network
 */
export function transportFault(error: unknown): TransportFault | null {
  if (!isRestError(error) || error.statusCode !== undefined) return null;
  const code = error.code ?? 'REQUEST_SEND_ERROR';
  if (code === NO_ANSWER_IN_TIME) return { kind: 'timeout', code };
  return { kind: TLS.test(code) ? 'tls' : 'dropped', code: code === 'PARSE_ERROR' ? 'ECONNRESET' : code };
}

/**
 * The failure that an error of the HTTP client stands for.
 * @returns null for an error that did not come from the network
 */
export function transportFailure(error: unknown): Failure | null {
  const transport = transportFault(error);
  if (transport === null) return null;
  const detail = {
    timeout: 'no answer in time',
    dropped: `the connection could not be made or was dropped (${transport.code})`,
    tls: `the connection is not to be trusted (${transport.code})`,
  }[transport.kind];
  return { reason: transport.kind === 'tls' ? 'error' : 'timeout', detail, transport };
}

import type { GapReason } from '../../snapshot/format.js';

/** Why a read brought nothing, or not everything. */
export interface Failure {
  readonly reason: GapReason;
  /** One line, masked: what a gap says. */
  readonly detail: string;
  /** Status of the answer; absent when there was none. */
  readonly status?: number;
  /** ARM's error code; absent when the answer had none. */
  readonly code?: string;
  /** The service's message as it came, for what it tells beside its text (a tenant). Never shown. */
  readonly message?: string;
  /** Set when there was no answer at all. */
  readonly transport?: TransportFault;
}

/** What kept an answer from coming. */
export interface TransportFault {
  readonly kind: 'tls' | 'dropped' | 'timeout';
  /** The system's code, e.g. `ECONNREFUSED`. */
  readonly code: string;
}

import { READS, type ReadName } from '../../src/arm/reads.js';
import { serviceMessage } from '../../src/azure/connect/service-message.js';

/** What a gap says where ARM refused a read with 403: its message, masked and cut as in every gap. */
export function refusal(read: ReadName, scope: string): string {
  return `403 AuthorizationFailed: ${serviceMessage(
    `The client 'reader@example.com' with object id '6e7f8091-a2b3-4c4d-8e5f-708192a3b4c5' does not have authorization to perform action '${READS[read].operation}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  )}`;
}

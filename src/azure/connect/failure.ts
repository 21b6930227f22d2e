import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { isJsonObject, type JsonObject } from '../../json.js';
import type { GapReason } from '../../snapshot/format.js';
import type { Failure } from '../exchange/failure.js';
import { serviceMessage } from './service-message.js';

/**
 * Codes with which ARM refuses an api-version: of ARM itself, of a provider that is not that far in this cloud, of
 * a type that the version does not have (learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-register-resource-provider
 * and error-invalid-template, reviewed 2026-11-24).
 */
const UNSUPPORTED_VERSION: ReadonlySet<string> = new Set([
  'InvalidApiVersionParameter',
  'InvalidResourceType',
  'NoRegisteredProviderFound',
  'UnsupportedApiVersion',
]);

/** The failure that an answer other than 200 stands for. */
export function failureOfResponse(response: PipelineResponse): Failure {
  const { status } = response;
  if (status >= 300 && status < 400) {
    return { status, reason: 'error', detail: `${status}: a redirect, which is not followed` };
  }
  const { code, message } = errorOf(response.bodyAsText ?? '');
  const words = [`${status}${code === undefined ? '' : ` ${code}`}`, serviceMessage(message ?? '')];
  const waited = status === 429 ? response.headers.get('Retry-After') : undefined;
  const asked = waited === undefined ? '' : ` (asked to wait: ${serviceMessage(waited, 40)})`;
  return {
    status,
    reason: reasonOf(status, code),
    detail: `${words.filter((word) => word !== '').join(': ')}${asked}`,
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
  };
}

/** A failure of our own making or of an answer that cannot be used: `error`. */
export function unusable(detail: string): Failure {
  return { reason: 'error', detail };
}

function reasonOf(status: number, code: string | undefined): GapReason {
  if (code !== undefined && UNSUPPORTED_VERSION.has(code)) return 'unsupported';
  switch (status) {
    case 401:
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    case 408:
    case 504:
      return 'timeout';
    case 429:
      return 'throttled';
    default:
      return 'error';
  }
}

/** Code and message of ARM's error body; some providers leave out the `error` around them. */
function errorOf(text: string): { code?: string; message?: string } {
  const body = parse(text);
  if (body === null) return {};
  const error = isJsonObject(body['error']) ? body['error'] : body;
  const code = error['code'];
  const message = error['message'];
  return {
    ...(typeof code === 'string' && /^[\w.]{1,80}$/.test(code) ? { code } : {}),
    ...(typeof message === 'string' ? { message } : {}),
  };
}

function parse(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

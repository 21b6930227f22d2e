import { parseArmPath } from '../../src/arm/arm-path.js';
import { armError, throttled, unauthorized, unsupportedApiVersion } from '../../src/emulator/arm-errors.js';
import type { ArmResponse } from '../../src/emulator/arm-response.js';

/** Errors of ARM that no snapshot leads to, so that the server does not give them by itself. */

const SERVER_ERRORS = {
  500: ['InternalServerError', 'Encountered internal server error.'],
  502: ['BadGateway', 'The gateway did not receive a response from the resource provider.'],
  503: ['ServiceUnavailable', 'The service is temporarily unavailable. Please try again later.'],
  504: ['GatewayTimeout', 'The gateway did not receive a response within the specified time period.'],
} as const;

export type ServerErrorStatus = keyof typeof SERVER_ERRORS;

/** 5xx. */
export function serverErrorOf(status: ServerErrorStatus = 500): ArmResponse {
  const [code, message] = SERVER_ERRORS[status];
  return armError(status, code, message);
}

const TOKEN_ERRORS = {
  InvalidAuthenticationToken: 'The access token is invalid.',
  ExpiredAuthenticationToken:
    "The access token expiry UTC time '1/1/2024 12:00:00 AM' is earlier than current UTC time '1/1/2024 1:00:00 AM'.",
  InvalidAuthenticationTokenTenant:
    "The access token is from the wrong issuer 'https://sts.windows.net/00000000-0000-0000-0000-000000000000/'. It must match one of the tenants 'https://sts.windows.net/11111111-1111-1111-1111-111111111111/' associated with this subscription.",
} as const;

export type TokenErrorCode = keyof typeof TOKEN_ERRORS;

/** 401 for a token that is there. */
export function refusedToken(code: TokenErrorCode = 'InvalidAuthenticationToken'): ArmResponse {
  return unauthorized(code, TOKEN_ERRORS[code]);
}

/** 429, without a Retry-After header when no wait in seconds is given. */
export function throttledFor(seconds?: number): ArmResponse {
  return seconds === undefined
    ? armError(429, 'TooManyRequests', 'The request is being throttled.')
    : throttled(seconds);
}

export type UnsupportedCode = 'NoRegisteredProviderFound' | 'InvalidResourceType';

/** 400: the two answers of ARM to an api-version that a resource type does not have. */
export function unsupportedVersion(path: string, version: string, code?: UnsupportedCode): ArmResponse {
  if (code !== 'InvalidResourceType') return unsupportedApiVersion(path, version);
  const { namespace } = parseArmPath(path);
  return armError(
    400,
    code,
    `The resource type could not be found in the namespace '${namespace ?? ''}' for api version '${version}'.`,
  );
}

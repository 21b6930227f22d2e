import { actionOf, parseArmPath } from '../arm/arm-path.js';
import { type ArmResponse, jsonAnswer } from './arm-response.js';

/**
 * ARM's error answers: status, code and wording as ARM sends them. Codes:
 * learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors and
 * learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling.
 */

/** The caller that error messages name: nobody. */
const CLIENT = '00000000-0000-0000-0000-000000000000';

/** Any error in ARM's shape. */
export function armError(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): ArmResponse {
  return jsonAnswer({ error: { code, message } }, status, headers);
}

/** 403: names the action that is missing and the scope it was asked for. */
export function forbidden(path: string, action = actionOf(path)): ArmResponse {
  return armError(
    403,
    'AuthorizationFailed',
    `The client '${CLIENT}' with object id '${CLIENT}' does not have authorization to perform action '${action}' over scope '${path}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}

/** 404 for a resource, or for a list whose parent is not there: ARM names the child in both cases. */
export function resourceNotFound(path: string): ArmResponse {
  const { namespace, group, rest } = parseArmPath(path);
  const name = [...(namespace === null ? [] : [namespace]), ...rest].join('/');
  return armError(
    404,
    'ResourceNotFound',
    `The Resource '${name}' under resource group '${group ?? '<null>'}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
    { 'x-ms-failure-cause': 'gateway' },
  );
}

/** 404 for a resource group. */
export function groupNotFound(group: string): ArmResponse {
  return armError(404, 'ResourceGroupNotFound', `Resource group '${group}' could not be found.`);
}

/** 404 for a subscription that does not exist, or that the caller's tenant does not hold. */
export function subscriptionNotFound(subscription: string): ArmResponse {
  return armError(404, 'SubscriptionNotFound', `The subscription '${subscription}' could not be found.`);
}

/** 429, with the Retry-After header when a wait in seconds is given, else without. */
export function throttled(retryAfterSeconds?: number): ArmResponse {
  if (retryAfterSeconds === undefined) {
    return armError(429, 'TooManyRequests', 'The request is being throttled.');
  }
  return armError(
    429,
    'SubscriptionRequestsThrottled',
    `Number of 'read' requests for subscription actor '${CLIENT}' exceeded. Please try again after '${retryAfterSeconds}' seconds after additional tokens are available. Refer to https://aka.ms/arm-throttling for additional information.`,
    { 'Retry-After': String(retryAfterSeconds) },
  );
}

const SERVER_ERRORS = {
  500: ['InternalServerError', 'Encountered internal server error.'],
  502: ['BadGateway', 'The gateway did not receive a response from the resource provider.'],
  503: ['ServiceUnavailable', 'The service is temporarily unavailable. Please try again later.'],
  504: ['GatewayTimeout', 'The gateway did not receive a response within the specified time period.'],
} as const;

export type ServerErrorStatus = keyof typeof SERVER_ERRORS;

/** 5xx. */
export function serverError(status: ServerErrorStatus = 500): ArmResponse {
  const [code, message] = SERVER_ERRORS[status];
  return armError(status, code, message);
}

const TOKEN_ERRORS = {
  AuthenticationFailed: "Authentication failed. The 'Authorization' header is missing.",
  InvalidAuthenticationToken: 'The access token is invalid.',
  ExpiredAuthenticationToken:
    "The access token expiry UTC time '1/1/2024 12:00:00 AM' is earlier than current UTC time '1/1/2024 1:00:00 AM'.",
  InvalidAuthenticationTokenTenant: `The access token is from the wrong issuer 'https://sts.windows.net/${CLIENT}/'. It must match one of the tenants 'https://sts.windows.net/11111111-1111-1111-1111-111111111111/' associated with this subscription.`,
} as const;

export type TokenErrorCode = keyof typeof TOKEN_ERRORS;

/** 401 with the challenge that names where to sign in. */
export function unauthorized(code: TokenErrorCode): ArmResponse {
  const message = TOKEN_ERRORS[code];
  return armError(401, code, message, {
    'WWW-Authenticate': `Bearer authorization_uri="https://login.microsoftonline.com/", error="invalid_token", error_description="${message.replaceAll('"', "'")}"`,
  });
}

/** 400: ARM demands an api-version of every request. */
export function missingApiVersion(): ArmResponse {
  return armError(
    400,
    'MissingApiVersionParameter',
    'The api-version query parameter (?api-version=) is required for all requests.',
  );
}

/** 400: an api-version that is not a date. */
export function invalidApiVersion(version: string): ArmResponse {
  return armError(400, 'InvalidApiVersionParameter', `The api-version '${version}' is invalid.`);
}

export type UnsupportedCode = 'NoRegisteredProviderFound' | 'InvalidResourceType';

/** 400: the two answers of ARM to an api-version that a resource type does not have. */
export function unsupportedApiVersion(
  path: string,
  version: string,
  { code = 'NoRegisteredProviderFound', supported = ['2020-01-01'] }: UnsupportedOptions = {},
): ArmResponse {
  const { namespace, rest } = parseArmPath(path);
  const type = rest.filter((_, index) => index % 2 === 0).join('/');
  const message =
    code === 'InvalidResourceType'
      ? `The resource type could not be found in the namespace '${namespace ?? ''}' for api version '${version}'.`
      : `No registered resource provider found for location 'eastus' and API version '${version}' for type '${type}'. The supported api-versions are '${supported.join(', ')}'. The supported locations are 'eastus, westeurope'.`;
  return armError(400, code, message);
}

export interface UnsupportedOptions {
  readonly code?: UnsupportedCode;
  /** The api-versions that the message lists. */
  readonly supported?: readonly string[];
}

/** 405: whatever the server does not allow, which is all that could write. */
export function methodNotAllowed(method: string): ArmResponse {
  return armError(
    405,
    'MethodNotAllowed',
    `The HTTP method '${method}' is not supported at scope: read only.`,
    { Allow: 'GET' },
  );
}

/** 400 for a request that cannot be read. */
export function badRequest(message: string): ArmResponse {
  return armError(400, 'BadRequest', message);
}

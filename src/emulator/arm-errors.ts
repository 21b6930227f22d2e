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

/** 429, with a wait in seconds. */
export function throttled(retryAfterSeconds: number): ArmResponse {
  return armError(
    429,
    'SubscriptionRequestsThrottled',
    `Number of 'read' requests for subscription actor '${CLIENT}' exceeded. Please try again after '${retryAfterSeconds}' seconds after additional tokens are available. Refer to https://aka.ms/arm-throttling for additional information.`,
    { 'Retry-After': String(retryAfterSeconds) },
  );
}

/** 500. */
export function serverError(): ArmResponse {
  return armError(500, 'InternalServerError', 'Encountered internal server error.');
}

/** 401 with the challenge that names where to sign in. */
export function unauthorized(code: string, message: string): ArmResponse {
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

/**
 * 400 for an api-version that a resource type does not have.
 * @param supported the api-versions that the message lists
 */
export function unsupportedApiVersion(
  path: string,
  version: string,
  supported: readonly string[] = ['2020-01-01'],
): ArmResponse {
  const { rest } = parseArmPath(path);
  const type = rest.filter((_, index) => index % 2 === 0).join('/');
  return armError(
    400,
    'NoRegisteredProviderFound',
    `No registered resource provider found for location 'eastus' and API version '${version}' for type '${type}'. The supported api-versions are '${supported.join(', ')}'. The supported locations are 'eastus, westeurope'.`,
  );
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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symptomOf } from '../../src/troubleshoot/error-text.js';
import { SYMPTOM_NAMES, type SymptomName } from '../../src/troubleshoot/symptom.js';

const TEXTS: readonly (readonly [string, SymptomName])[] = [
  ['(UserError) The workspace is configured with V1LegacyMode == true.', 'endpoint-creation-fails'],
  ['Online endpoint creation with key-based authentication fails', 'key-authentication-fails'],
  [
    'Client address is not authorized and caller is not a trusted service.\\r\\nClient address: 20.1.2.3',
    'key-authentication-fails',
  ],
  ['ERROR: ImageBuildFailure', 'image-build-fails'],
  ['{"error":{"code":"ImageBuildComputeNotValid","message":"…"}}', 'image-build-fails'],
  ["failed to communicate with the workspace's container registry", 'image-build-fails'],
  ['failed to communicate with the workspace’s container registry', 'image-build-fails'],
  ['failed to communicate with the workspace\\u0027s container registry', 'image-build-fails'],
  [
    'ResourceNotFound: Deployment failed due to timeout while waiting for Environment Image to become available.',
    'image-build-fails',
  ],
  ['code: WorkspaceManagedNetworkNotReady', 'deployment-fails'],
  ['BadArgument: MLflow model format with private network is unsupported', 'deployment-fails'],
  ['Startup task failed due to incorrect role assignments on resource', 'deployment-fails'],
  ['SecretsInjectionError: …', 'deployment-fails'],
  ["The property 'egressPublicNetworkAccess' can't be changed", 'deployment-fails'],
  [
    "The client 'x' doesn't have authorization to perform action 'Microsoft.MachineLearningServices/workspaces/privateEndpointConnections/read'",
    'deployment-fails',
  ],
  ['Endpoint identity does not have pull permission on the registry', 'image-download-error'],
  ['Unable to download user container image', 'image-download-error'],
  ['an image download error', 'image-download-error'],
  ['Error: ImagePullBackOff', 'image-download-error'],
  ['container registry authorization failure', 'image-download-error'],
  ['Unable to download user model', 'model-download-error'],
  ["** server can't find fraud.eastus.inference.ml.azure.com: NXDOMAIN", 'host-not-resolved'],
  ['curl: (6) Could not resolve host: fraud.eastus.inference.ml.azure.com', 'host-not-resolved'],
  ['socket.gaierror: [Errno -2] Name or service not known', 'host-not-resolved'],
  ['Error: getaddrinfo ENOTFOUND fraud.eastus.inference.ml.azure.com', 'host-not-resolved'],
  ['Public network access for your workspace is disabled.', 'access-denied'],
  ['HTTP/1.1 403 Forbidden', 'access-denied'],
  ['(AuthorizationFailed) The client does not have authorization', 'access-denied'],
  ['HTTP status code: 404', 'cannot-be-scored'],
  ['503 Service Unavailable', 'cannot-be-scored'],
  ["The endpoint doesn't have any valid deployment with positive weight.", 'cannot-be-scored'],
  ['AmlOnlineEndpointConsoleLog is empty', 'no-logs'],
];

describe('an error text of the service', () => {
  it.each(TEXTS)('%s', (text, symptom) => expect(symptomOf(text)).toBe(symptom));

  it('tells every symptom by some text', () => {
    expect(new Set(TEXTS.map(([, symptom]) => symptom))).toEqual(new Set(SYMPTOM_NAMES));
  });

  it('is found in any case, over lines, and in documents of JSON inside one another', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), fc.nat(3), (known, depth) => {
        let [text] = known;
        for (let level = 0; level < depth; level += 1) text = JSON.stringify({ error: { message: text } });
        expect(symptomOf(`\r\n  ${text.toUpperCase()}`), text).toBe(known[1]);
        expect(symptomOf(text.replaceAll(' ', '\n ')), text).toBe(known[1]);
      }),
    );
  });

  it.each([
    '(ResourceNotFound) The Resource was not found.',
    'OutOfQuota: not enough cores',
    'It does not work.',
    '',
    '404',
    'the model is bad',
  ])('that tells of none: "%s"', (text) => expect(symptomOf(text)).toBeNull());

  it('is read in linear time, however long it is', () => {
    expect(symptomOf('managed network '.repeat(50_000))).toBeNull();
  });
});

const recorded = process.env['ISOCHECK_RECORDED_ARM'];

describe.skipIf(recorded === undefined)('an error recorded from the service', () => {
  it('is found in the document nested in a failed deployment', () => {
    const file = join(recorded ?? '', 'error-nested-aml-user-error-in-deployment-status.json');
    const { body } = JSON.parse(readFileSync(file, 'utf8'));
    expect(symptomOf(JSON.stringify(body))).toBe('deployment-fails');
  });
});

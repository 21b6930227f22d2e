import type { SymptomName } from './symptom.js';

/**
 * Codes and words by which the service's error texts are known, the more telling ones first: one text often holds
 * several. Sources: learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-online-endpoints,
 * how-to-secure-online-endpoint, how-to-managed-network and how-to-secure-workspace-vnet (reviewed 2026-11-24); of
 * name resolution, what nslookup, curl, Python and Node say.
 */
const KNOWN: readonly (readonly [RegExp, SymptomName])[] = [
  [/v1_?legacy_?mode/, 'endpoint-creation-fails'],
  [/amlonlineendpoint(?:console|event)log/, 'no-logs'],
  [/key[- ]based auth|client address is not authorized|forbiddenbyfirewall/, 'key-authentication-fails'],
  [
    /imagebuild(?:computenotvalid|failure)|failed to communicate with the workspace's container registry|timeout while waiting for environment image|image build (?:compute|fail|tim)/,
    'image-build-fails',
  ],
  [
    /workspacemanagednetworknotready|managed (?:virtual )?network .{0,40}(?:not (?:ready|provisioned)|isn't provisioned)/,
    'deployment-fails',
  ],
  [/mlflow model format with private network is unsupported/, 'deployment-fails'],
  [
    /does(?: not|n't) have permission to approve private link|privateendpointconnections\/(?:read|write)|secretsinjectionerror/,
    'deployment-fails',
  ],
  [/startup task failed due to (?:authorization error|incorrect role assignments)/, 'deployment-fails'],
  [/egress_?public_?network_?access/, 'deployment-fails'],
  [
    /pull permission on the registry|unable to download user container image|image download error|(?:err)?imagepull(?:loop)?(?:backoff)?|container registry authorization|acr(?:authenticationchallenge|tokenexchange)failed|acrsecreterror/,
    'image-download-error',
  ],
  [/unable to download user model|storage-initializer/, 'model-download-error'],
  [
    /could not resolve host|name or service not known|nodename nor servname|temporary failure in name resolution|getaddrinfo|\benotfound\b|eai_again|nxdomain|servfail|server can't find|no such host|name resolution/,
    'host-not-resolved',
  ],
  [
    /doesn't have any valid deployment|no valid deployment|specified deployment could not be found|azureml-model-deployment|(?:http\S{0,8}|status)(?: status)?(?: code)?:? ?(?:404|408|424|502|503|504)\b|\b(?:404 not found|424 failed dependency|502 bad gateway|503 service (?:temporarily )?unavailable|504 gateway time-?out)\b/,
    'cannot-be-scored',
  ],
  [
    /public network access|publicnetworkaccess|access ?denied|authorizationfailed|authorization failed|not authorized to perform|(?:http\S{0,8}|status)(?: status)?(?: code)?:? ?403\b|\b403 forbidden|"statuscode": ?403/,
    'access-denied',
  ],
];

/**
 * Finds the symptom that a service's error text tells of, by a code or by words. Whatever documents of JSON it is
 * nested in are looked through.
 * @returns null for a text that fits none
 */
export function symptomOf(text: string): SymptomName | null {
  const words = plainWords(text);
  return KNOWN.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** Lower case, in one line, without the escapes by which a document of JSON stands inside another one. */
function plainWords(text: string): string {
  return text
    .replaceAll(/\\+[rnt]/g, ' ')
    .replaceAll(/\\+"/g, '"')
    .replaceAll(/\\+u0027/gi, "'")
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();
}

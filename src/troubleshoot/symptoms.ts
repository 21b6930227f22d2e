import type { Symptom, SymptomName } from './symptom.js';
import { accessDenied } from './symptoms/access-denied.js';
import { cannotBeScored } from './symptoms/cannot-be-scored.js';
import { deploymentFails } from './symptoms/deployment-fails.js';
import { endpointCreationFails } from './symptoms/endpoint-creation-fails.js';
import { hostNotResolved } from './symptoms/host-not-resolved.js';
import { imageBuildFails } from './symptoms/image-build-fails.js';
import { imageDownloadError } from './symptoms/image-download-error.js';
import { keyAuthenticationFails } from './symptoms/key-authentication-fails.js';
import { modelDownloadError } from './symptoms/model-download-error.js';
import { noLogs } from './symptoms/no-logs.js';

/** Every symptom that can be walked through, by its name. */
export const SYMPTOMS: Readonly<Record<SymptomName, Symptom>> = {
  'endpoint-creation-fails': endpointCreationFails,
  'key-authentication-fails': keyAuthenticationFails,
  'deployment-fails': deploymentFails,
  'image-download-error': imageDownloadError,
  'model-download-error': modelDownloadError,
  'image-build-fails': imageBuildFails,
  'host-not-resolved': hostNotResolved,
  'access-denied': accessDenied,
  'cannot-be-scored': cannotBeScored,
  'no-logs': noLogs,
};

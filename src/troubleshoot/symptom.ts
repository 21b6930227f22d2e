import type { ReadName } from '../arm/reads.js';
import type { Surroundings } from './surroundings.js';

/** What people see when isolation is at fault, by the name that they give it on the command line. */
export const SYMPTOM_NAMES = [
  'endpoint-creation-fails',
  'key-authentication-fails',
  'deployment-fails',
  'image-download-error',
  'model-download-error',
  'image-build-fails',
  'host-not-resolved',
  'access-denied',
  'cannot-be-scored',
  'no-logs',
] as const;
export type SymptomName = (typeof SYMPTOM_NAMES)[number];

/** A step that rules answer. */
export interface RuleStep {
  readonly title: string;
  /** In the order in which a failure of one is taken for the cause before that of another. */
  readonly ruleIds: readonly [string, ...string[]];
  /** Of this symptom even what is otherwise merely worth knowing is a cause. */
  readonly infoIsCause?: true;
  /** What is otherwise merely worth knowing leaves this step open: ARM does not show the rest. */
  readonly infoIsOpen?: true;
  /** Of the services behind a workspace, those of these ARM types alone have to do with the step. */
  readonly dependencies?: readonly [string, ...string[]];
  /** Kubernetes endpoints have nothing to do with the step. */
  readonly managedAlone?: true;
}

/** A step that ARM can't answer: the user runs its commands where the fault is seen. */
export interface ManualStep {
  readonly title: string;
  /** What to look for in what the commands print. */
  readonly message: string;
  /** What has to be read for the names in the commands. */
  readonly reads: readonly ReadName[];
  /** Ready to be run; none where the step has no object, and it is then left out. */
  readonly commands: (surroundings: Surroundings) => readonly string[];
}

export type Step = RuleStep | ManualStep;

/** One of the symptoms of the documented troubleshooting, with its steps in their order. */
export interface Symptom {
  readonly name: SymptomName;
  /** What is seen, in one sentence. */
  readonly seen: string;
  /** The pages whose order the steps follow. */
  readonly pages: readonly [string, ...string[]];
  readonly steps: readonly Step[];
}

/** Whether a step is answered by rules. */
export function isRuleStep(step: Step): step is RuleStep {
  return 'ruleIds' in step;
}

export const SECURE_ONLINE_ENDPOINT =
  'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint';
export const TROUBLESHOOT_ONLINE_ENDPOINTS =
  'https://learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-online-endpoints';

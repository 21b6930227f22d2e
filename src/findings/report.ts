import type { CloudName } from '../arm/clouds.js';
import type { TargetType } from '../model/targets/target-type.js';
import type { Gap } from '../snapshot/format.js';

/** The version of the JSON report. */
export const REPORT_SCHEMA_VERSION = 1;

/** From worst to least: see the rule catalogue. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const STATUSES = ['pass', 'fail', 'unknown', 'not-applicable', 'suppressed'] as const;
export type Status = (typeof STATUSES)[number];

/** A property that decided a finding. `path` is the ARM property path, e.g. `properties.publicNetworkAccess`. */
export interface Evidence {
  readonly resourceId: string;
  readonly path: string;
  /** The value as ARM gave it, or in words where it is none (`absent`). */
  readonly actual: string;
  readonly expected: string;
}

/** What mends a failure. */
export interface Remedy {
  /** One or two sentences; says so when it deletes, recreates or opens something. */
  readonly summary: string;
  /** Commands with the real names filled in, in order. */
  readonly commands: readonly string[];
  /** The ARM property that the commands change, where there is one. */
  readonly property?: {
    readonly resourceId: string;
    readonly path: string;
    readonly value: string | boolean;
  };
}

export interface FindingTarget {
  /** The ARM resource id, as ARM spelled it. */
  readonly id: string;
  readonly type: TargetType;
  readonly name: string;
}

/** The outcome of one rule for one target. */
export interface Finding {
  readonly ruleId: string;
  readonly status: Status;
  readonly severity: Severity;
  readonly target: FindingTarget;
  readonly origin: 'existing' | 'planned';
  /** What is, in one sentence. */
  readonly message: string;
  /** What follows if it stays so: the service's own error where documented. Only on failures. */
  readonly consequence?: string;
  readonly evidence: readonly Evidence[];
  readonly remedy?: Remedy;
  /** Addresses of the pages the rule comes from. */
  readonly docs: readonly string[];
  /** For an unknown finding: what was not read. Empty when a value that was read decides nothing. */
  readonly gaps: readonly Gap[];
}

export type Isolation = 'none' | 'legacy' | 'mixed' | 'managed-internet' | 'managed-approved' | 'unknown';

export interface WorkspaceSummary {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly kind: string;
  readonly isolation: Isolation;
  /** As ARM gave it, or `unknown`. */
  readonly publicNetworkAccess: string;
}

export type Direction = 'private' | 'public' | 'not-applicable' | 'unknown';

/** `unknown` is an addition to the documented names: the managed network could not be read. */
export type Generation = 'none' | 'legacy' | 'managed' | 'kubernetes' | 'unknown';

/** One row of the scenario matrix. */
export interface Scenario {
  /** Name of the workspace. */
  readonly workspace: string;
  /** Name of the endpoint. */
  readonly endpoint: string;
  /** Name of the deployment; null for an endpoint that has none. */
  readonly deployment: string | null;
  readonly inbound: Direction;
  readonly outbound: Direction;
  readonly generation: Generation;
  /** null: not decided, see the conditions. */
  readonly supported: boolean | null;
  /** Which network path the deployment takes to its image, its model and its code, in one sentence. */
  readonly path: string;
  readonly conditions: readonly { readonly ruleId: string; readonly status: Status; readonly text: string }[];
}

/** What the user required on the command line or in the configuration. */
export interface Requirements {
  readonly inbound?: 'private';
  readonly outbound?: 'private';
  readonly workspace?: 'private';
}

export type FailOn = 'error' | 'warning' | 'never';

export interface Summary {
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
  readonly notApplicable: number;
  readonly suppressed: number;
  readonly failBySeverity: Readonly<Record<Severity, number>>;
}

/** How the note begins of a report without a matrix although there may be endpoints: rules it goes by were not asked. */
export const MATRIX_LEFT_OUT = 'The scenario matrix is left out';

/** The whole result of a scan: everything a format needs; reporters compute nothing about Azure. */
export interface Report {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly tool: { readonly name: string; readonly version: string };
  /** `source`: `azure`, `demo:STORY`, or the name of the snapshot file. */
  readonly snapshot: { readonly takenAt: string; readonly cloud: CloudName; readonly source: string };
  readonly required: Requirements;
  readonly workspaces: readonly WorkspaceSummary[];
  readonly scenarios: readonly Scenario[];
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  readonly notes: readonly string[];
  readonly summary: Summary;
  readonly exitCode: 0 | 1 | 3;
}

/**
 * The library: `collect` reads from Azure, `readSnapshot` a saved snapshot; `createReport` judges it, `renderReport`
 * words the result.
 */
export type { CloudName } from './arm/clouds.js';
export type { WorkspaceReference } from './arm/workspace-reference.js';
export type { RuleSummary } from './catalogue/rule-summary.js';
export { ScanError, UsageError } from './errors.js';
export type {
  Direction,
  Evidence,
  FailOn,
  Finding,
  FindingTarget,
  Generation,
  Isolation,
  Remedy,
  Report,
  Requirements,
  Scenario,
  Severity,
  Status,
  Summary,
  WorkspaceSummary,
} from './findings/report.js';
export type { Json, JsonObject } from './json.js';
export type {
  CollectCall,
  CollectProgress,
  CollectSettings,
  EndSignal,
  TokenCredential,
} from './library/collect.js';
export { collect } from './library/collect.js';
export type { ReportSettings } from './library/report.js';
export { createReport, renderReport, rules } from './library/report.js';
export type { TargetType } from './model/targets/target-type.js';
export type { FormatName, ReporterOptions } from './reporters/index.js';
export type {
  Gap,
  GapReason,
  Snapshot,
  SnapshotCollection,
  SnapshotResource,
} from './snapshot/format.js';
export type { SnapshotSource } from './snapshot/read.js';
export { readSnapshot } from './snapshot/read.js';
export { writeSnapshot } from './snapshot/write.js';
export { VERSION } from './version.js';

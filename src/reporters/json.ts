import type { Report } from '../findings/report.js';
import { printableJson } from '../terminal/printable.js';
import type { Diagnosis } from '../troubleshoot/diagnose.js';

/**
 * A report, under the names of `report.schema.json`, or a diagnosis as one JSON document. `JSON.stringify` escapes C0
 * controls alone; C1 controls and bidirectional overrides are escaped here, since people also read JSON in terminals.
 */
export function json(document: Report | Diagnosis): string {
  return `${printableJson(JSON.stringify(document, null, 2))}\n`;
}

import type { Report } from '../findings/report.js';
import { printableJson } from '../terminal/printable.js';

/**
 * The report as one JSON document, under the names of `report.schema.json`. `JSON.stringify` escapes C0 controls
 * alone; C1 controls and bidirectional overrides are escaped here, since people also read JSON in terminals.
 */
export function json(report: Report): string {
  return `${printableJson(JSON.stringify(report, null, 2))}\n`;
}

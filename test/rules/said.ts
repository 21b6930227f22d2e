import { type Assertion, expect } from 'vitest';
import type { Severity } from '../../src/findings/report.js';
import type { Outcome } from '../../src/rules/engine/outcome.js';

/** All that a rule said of a case, as a person reads it. */
class Said {
  readonly text: string;
  /** Whether it was compared with anything. */
  isRead = false;

  /**
   * @param severity the rule's own, which a failure may lower
   * @param targetId the resource that evidence is of unless it names another
   */
  constructor(outcome: Outcome, severity: Severity, targetId: string) {
    this.text = linesOf(outcome, severity, targetId).join('\n');
  }
}

/**
 * Takes what a rule said, to compare it with what stands in the table: `(said) => said.toMatchInlineSnapshot()`. The
 * first run writes it there, for the author to read; in CI nothing is written, and the case fails.
 */
export type ExpectSaid = (said: Assertion<Said>) => void;

// As it is: no quotes around it, and none of its own escaped.
expect.addSnapshotSerializer({
  test: (value) => value instanceof Said,
  serialize: (value: Said) => {
    value.isRead = true;
    return value.text;
  },
});

/** Compares what a rule said of a case with what the table has. */
export function expectSaid(outcome: Outcome, severity: Severity, targetId: string, each: ExpectSaid): void {
  const said = new Said(outcome, severity, targetId);
  each(expect(said));
  if (!said.isRead) throw new Error(`Nothing is compared with what the rule said:\n${said.text}`);
}

function linesOf(outcome: Outcome, severity: Severity, targetId: string): readonly string[] {
  if (outcome.status === 'unknown') {
    const operations = [...new Set(outcome.gaps.map(({ operation }) => operation))].sort();
    return [outcome.message, ...operations.map((operation) => `not read: ${operation}`)];
  }
  if (outcome.status !== 'fail') return [outcome.message];
  const { message, evidence, remedy, consequence } = outcome;
  return [
    `${outcome.severity ?? severity}: ${message}`,
    ...evidence.map(({ resourceId, path, actual, expected }) => {
      const of = resourceId === targetId ? '' : ` of ${resourceId}`;
      return `${path}${of}: ${actual} (expected ${expected})`;
    }),
    ...(consequence === undefined ? [] : [`If it stays: ${consequence}`]),
    `Fix: ${remedy.summary}`,
    ...remedy.commands.map((command) => `$ ${command}`),
  ];
}

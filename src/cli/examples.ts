import type { Command } from 'commander';

/** Ends a command's help with examples: what to type, and what that does. */
export function examples(command: Command, lines: readonly (readonly [typed: string, does: string])[]): void {
  const text = lines.map(([typed, does]) => `  ${typed}\n      ${does}`).join('\n');
  command.addHelpText('after', `\nExamples:\n${text}`);
}

import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The built command. */
export const COMMAND = fileURLToPath(new URL('../../dist/isocheck.js', import.meta.url));

/** What of the surroundings a process cannot do without: nothing that tells of Azure, of colours or of a width. */
const KEPT = ['SystemRoot', 'windir', 'ComSpec', 'PATHEXT', 'TEMP', 'TMP', 'TMPDIR'];

export type Environment = Readonly<Record<string, string>>;

export interface RunOptions {
  /** In addition to what no process can do without. */
  readonly env?: Environment;
  readonly cwd?: string;
  /** What standard input holds; nothing unless told otherwise. */
  readonly input?: string;
  /** Called when the process has started. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** How a process ended. */
export interface Finished {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function environment(added: Environment = {}): Record<string, string> {
  const kept = KEPT.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), ...added };
}

/** Runs a program to its end. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: environment(options.env),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
    // A process that never reads its input closes it.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    options.onStart?.(child);
  });
}

/** Runs isocheck to its end. */
export function isocheck(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return run(process.execPath, [COMMAND, ...args], options);
}

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the stand-in for `az` prints, and how it ends. */
export interface AzAnswer {
  readonly stdout?: string;
  readonly stderr?: string;
  readonly exitCode?: number;
}

/** What `az account get-access-token --output json` prints of a token (learn.microsoft.com/cli/azure/account). */
export function tokenAnswer(token: string): AzAnswer {
  const expires = new Date(Date.now() + 60 * 60 * 1000);
  return {
    stdout: JSON.stringify({
      accessToken: token,
      expiresOn: expires.toISOString().replace('T', ' ').replace('Z', '000'),
      expires_on: Math.floor(expires.getTime() / 1000),
      subscription: '3f1c2a4e-5b6d-4e7f-8a9b-0c1d2e3f4a5b',
      tenant: '2c3d4e5f-6071-4829-9a31-b2c3d4e5f607',
      tokenType: 'Bearer',
    }),
  };
}

/** A program by the name of `az` that answers whatever it is asked with one answer, and keeps what it was asked. */
export class StandInAz {
  /** To be put on the PATH. */
  readonly folder: string;

  constructor(folder: string, answer: AzAnswer) {
    this.folder = join(folder, 'az');
    mkdirSync(this.folder);
    const { stdout = '', stderr = '', exitCode = 0 } = answer;
    writeFileSync(
      join(this.folder, 'az.mjs'),
      `import { appendFileSync } from 'node:fs';
      appendFileSync(${JSON.stringify(this.#log)}, process.argv.slice(2).join(' ') + '\\n');
      process.stdout.write(${JSON.stringify(stdout)});
      process.stderr.write(${JSON.stringify(stderr)});
      process.exitCode = ${exitCode};`,
    );
    const node = process.execPath;
    const shell = `#!/bin/sh\nexec '${node}' '${join(this.folder, 'az.mjs')}' "$@"\n`;
    writeFileSync(join(this.folder, 'az'), shell, { mode: 0o755 });
    writeFileSync(join(this.folder, 'az.cmd'), `@"${node}" "%~dp0az.mjs" %*\r\n`);
    writeFileSync(this.#log, '');
  }

  get #log(): string {
    return join(this.folder, 'az.log');
  }

  /** The command lines that it was started with. */
  get started(): readonly string[] {
    return readFileSync(this.#log, 'utf8').split('\n').filter(Boolean);
  }
}

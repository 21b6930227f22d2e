import { fork } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureInTurns, run } from './run.mjs';
import { goal, megabytes, table, time } from './table.mjs';
import { writeWorld } from './worlds.mjs';

/** What a scan may take beside the rounds: starting, signing in, loading the SDKs, judging. */
const ALLOWANCE = 1000;

/** As `az account get-access-token --output json` answers. The text of the token says what it is. */
const AZ = `#!/bin/sh
echo '{"accessToken":"no-real-token","expires_on":4102444800,"expiresOn":"2100-01-01 00:00:00.000000","subscription":"s","tenant":"t","tokenType":"Bearer"}'
`;

/**
 * The built command as a process, through the Azure SDKs and https, against a server in another process.
 *
 * @param {{ folder: string, dist: string, times: number, endpoints: readonly number[], latencies: readonly number[] }} options
 * @returns {Promise<string>}
 */
export async function live({ folder, dist, times, endpoints, latencies }) {
  const rows = [];
  for (const count of endpoints) {
    const world = await writeWorld(folder, { workspaces: 1, endpoints: count });
    for (const latency of latencies) rows.push(await scan({ folder, dist, times, count, latency, world }));
  }
  return table(
    `Live scan of one workspace, two deployments an endpoint: ${times} runs each (goal: rounds x latency + 1 s)`,
    ['endpoints, latency', 'calls', 'rounds', 'median', 'min', 'at most', 'processor', 'memory', 'goal'],
    rows,
  );
}

/**
 * @param {{ folder: string, dist: string, times: number, count: number, latency: number,
 *   world: Awaited<ReturnType<typeof writeWorld>> }} options
 */
async function scan({ folder, dist, times, count, latency, world }) {
  const server = await serve(world.file, latency);
  try {
    const env = await surroundings(folder, server.certificate);
    const args = [
      join(dist, 'isocheck.js'),
      'scan',
      '--workspace',
      world.workspaces[0] ?? '',
      '--arm-endpoint',
      server.url,
    ];
    // Told in numbers by a run of its own: a line for each call takes its time too.
    const told = await run([...args, '--verbose'], { env });
    const [, calls = '', rounds = ''] = /(\d+) calls in (\d+) rounds/.exec(told.errors) ?? [];
    if (rounds === '') throw new Error(`the scan tells no calls:\n${told.errors.slice(-500)}`);
    const measured = await measureInTurns({ scan: () => run(args, { env }) }, times);
    const { median, min, cpu, peak } = measured['scan'] ?? { median: 0, min: 0, cpu: 0, peak: 0 };
    const most = Number(rounds) * latency + ALLOWANCE;
    return [
      `${count}, ${latency} ms`,
      calls,
      rounds,
      time(median),
      time(min),
      time(most),
      time(cpu),
      megabytes(peak),
      goal(median <= most),
    ];
  } finally {
    server.end();
  }
}

/**
 * @param {string} file
 * @param {number} latency
 * @returns {Promise<{ url: string, certificate: string, end: () => void }>}
 */
function serve(file, latency) {
  const child = fork(fileURLToPath(new URL('serve.mjs', import.meta.url)), [file, String(latency)]);
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.once('message', (message) => {
      const { url, certificate } = /** @type {{ url: string, certificate: string }} */ (message);
      resolve({ url, certificate, end: () => child.kill() });
    });
  });
}

/**
 * What the command finds around it: an Azure CLI that gives a token, and a certificate to trust.
 *
 * @param {string} folder
 * @param {string} certificate
 */
async function surroundings(folder, certificate) {
  const bin = join(folder, 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, 'az'), AZ);
  await chmod(join(bin, 'az'), 0o755);
  const trusted = join(folder, 'certificate.pem');
  await writeFile(trusted, certificate);
  return {
    PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
    AZURE_CONFIG_DIR: folder,
    AZURE_TOKEN_CREDENTIALS: 'AzureCliCredential',
    NODE_EXTRA_CA_CERTS: trusted,
  };
}

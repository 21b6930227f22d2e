// A process of its own: serves a snapshot as ARM would, until it is ended. Arguments: snapshot file, latency in ms.
import { readFile } from 'node:fs/promises';
import { loadTypeScript } from '../load-typescript.mjs';

const [, , file = '', latency = '0'] = process.argv;
const { startEmulator } = /** @type {typeof import('../../src/emulator/server.ts')} */ (
  await loadTypeScript('src/emulator/server.ts')
);
const emulator = await startEmulator({
  snapshot: JSON.parse(await readFile(file, 'utf8')),
  latencyMs: Number(latency),
});
process.on('disconnect', () => process.exit());
process.send?.({ url: emulator.url, certificate: emulator.certificate });

// A process of its own: serves a snapshot as ARM would, until it is ended. Arguments: snapshot file, latency in ms.
import { readFile } from 'node:fs/promises';
import { loadTypeScript } from '../load-typescript.mjs';

const [, , file = '', latency = '0'] = process.argv;
const { startTestEmulator } = /** @type {typeof import('../../test/emulator/test-emulator.ts')} */ (
  await loadTypeScript('test/emulator/test-emulator.ts')
);
const emulator = await startTestEmulator({
  snapshot: JSON.parse(await readFile(file, 'utf8')),
  latencyMs: Number(latency),
});
process.on('disconnect', () => process.exit());
process.send?.({ url: emulator.url, certificate: emulator.certificate });

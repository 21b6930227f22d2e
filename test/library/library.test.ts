import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { emulatorCredential } from '../../src/emulator/server.js';
import {
  type CollectCall,
  collect,
  createReport,
  readSnapshot,
  renderReport,
  rules,
  ScanError,
  UsageError,
  writeSnapshot,
} from '../../src/index.js';
import { startTestEmulator } from '../emulator/test-emulator.js';
import { soundPrivate } from '../world/sound.js';

const { world, names } = soundPrivate();

async function served(latencyMs = 0) {
  const emulator = await startTestEmulator({ snapshot: world.snapshot(), latencyMs });
  onTestFinished(() => emulator.close());
  return {
    emulator,
    settings: { armEndpoint: emulator.url, trust: emulator.certificate, credential: emulatorCredential() },
  };
}

describe('the library', () => {
  it('reads, saves, reads again and judges', async () => {
    const { emulator, settings } = await served();
    const calls: CollectCall[] = [];
    const reading: string[] = [];
    const snapshot = await collect({
      ...settings,
      workspaces: [names.workspace],
      onCall: (call) => calls.push(call),
      onProgress: (progress) => reading.push(progress.reading),
    });
    expect(calls).toHaveLength(emulator.requests.length);
    expect(reading.length).toBeGreaterThan(0);
    const folder = mkdtempSync(join(tmpdir(), 'isocheck-library-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'mlw.json');
    writeSnapshot(snapshot, file);
    const again = await readSnapshot({ file });
    expect(again).toEqual(snapshot);
    const report = createReport(again, { required: { inbound: 'private' }, source: 'a test' });
    expect(report).toMatchObject({ exitCode: 0, snapshot: { source: 'a test' } });
    expect(createReport(snapshot, { required: { inbound: 'private' }, source: 'a test' })).toEqual(report);
    expect(JSON.parse(renderReport(report, 'json'))).toEqual(report);
    expect(renderReport(report, 'text')).toContain('mlw-fraud');
  });

  it('finds a workspace that is named with its subscription', async () => {
    const { settings } = await served();
    const snapshot = await collect({
      ...settings,
      workspaces: [{ subscription: names.subscription, name: 'mlw-fraud' }],
    });
    expect(snapshot.workspaces).toEqual([names.workspace]);
  });

  it('takes a credential of any make', async () => {
    const { emulator, settings } = await served();
    const asked: (string | string[])[] = [];
    const credential = {
      async getToken(scopes: string | string[]) {
        asked.push(scopes);
        return { token: 'own', expiresOnTimestamp: Date.now() + 3_600_000 };
      },
    };
    await collect({ ...settings, credential, workspaces: [names.workspace] });
    expect(asked.flat()).toEqual([`${emulator.url}/.default`]);
  });

  it('ends at once when its signal says so', async () => {
    const { settings } = await served(60_000);
    const end = new AbortController();
    const collected = collect({ ...settings, workspaces: [names.workspace], signal: end.signal });
    setTimeout(() => end.abort(new Error('enough')), 300);
    await expect(collected).rejects.toThrow('enough');
    await expect(collect({ ...settings, workspaces: [names.workspace], signal: end.signal })).rejects.toThrow(
      'enough',
    );
  });

  it('says what is wrong', async () => {
    const { settings } = await served();
    await expect(collect({ ...settings, workspaces: [] })).rejects.toThrow(UsageError);
    await expect(collect({ ...settings, workspaces: ['mlw-fraud'] })).rejects.toThrow(
      '"mlw-fraud" is a name alone: its subscription is not known',
    );
    await expect(
      collect({ ...settings, workspaces: [names.workspace.replace('mlw-fraud', 'mlw-none')] }),
    ).rejects.toThrow(ScanError);
    await expect(readSnapshot({ text: '[', name: 'a text' })).rejects.toThrow('a text is not JSON');
  });

  it('lists the rules as plain data', () => {
    expect(rules.length).toBeGreaterThan(20);
    expect(structuredClone(rules)).toEqual(rules);
  });
});

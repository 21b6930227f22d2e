import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../emulator/faults.js';
import { deploymentId } from '../world/names.js';
import { soundPrivate } from '../world/sound.js';
import { named, Site, TOKEN } from './site.js';
import { tokenAnswer } from './stand-in-az.js';

/** A JSON web token, as ARM's and the sign-in service's messages sometimes repeat one. */
const WEB_TOKEN = 'eyJhbGciOiJub25lIn0.eyJwbGFudGVkIjoiZXJyb3IifQ.cGxhbnRlZA';

const PLANTED = {
  variable: 'planted-variable-81c2',
  tag: 'planted-tag-77d0',
  signature: 'planted%2Bsignature%3D',
  token: TOKEN,
  webToken: WEB_TOKEN,
};

describe('no secret comes out', () => {
  it('of a header, a variable, a tag or an error message', async () => {
    const { world, names } = soundPrivate();
    const deployment = deploymentId(names.workspace, 'fraud', 'blue');
    world.set(deployment, 'properties.environmentVariables', { API_KEY: PLANTED.variable });
    world.set(deployment, 'tags', { password: PLANTED.tag });
    world.set(
      names.storage,
      'properties.note',
      `https://st.blob.core.windows.net/c?sig=${PLANTED.signature}`,
    );
    world.gap(
      'keyVault',
      names.keyVault,
      'forbidden',
      `403 AuthorizationFailed: The token ${WEB_TOKEN} may not read https://x/y?sig=${PLANTED.signature}`,
    );
    const site = await Site.of(world.snapshot());
    const { exitCode, stdout, stderr } = await site.live([
      'scan',
      ...named(names),
      ...['-v', '-o', 'text', '-o', 'json=report.json', '--save-snapshot', 'saved.json'],
    ]);
    expect(exitCode).toBe(3);
    const saved = readFileSync(site.path('saved.json'), 'utf8');
    // What was read is there; what it said is not.
    expect(saved).toContain('API_KEY');
    expect(stdout).toContain('AuthorizationFailed');
    for (const text of [stdout, stderr, saved, readFileSync(site.path('report.json'), 'utf8')]) {
      for (const secret of Object.values(PLANTED)) expect(text).not.toContain(secret);
    }
  });

  it('of an address that ARM gives for the next page', async () => {
    const { world, names } = soundPrivate();
    let arm = '';
    const fault: Fault = {
      path: /\/onlineendpoints$/,
      kind: 'foreign-next-link',
      // The port is known once the server runs.
      get origin() {
        return arm.replace('//', '//planted-user:planted-pass@');
      },
    };
    const site = await Site.of(world.snapshot(), { faults: [fault] });
    arm = site.emulator.url;
    const { exitCode, stdout, stderr } = await site.live([
      'scan',
      ...named(names),
      ...['-v', '-o', 'text', '-o', 'json=report.json', '--save-snapshot', 'saved.json'],
    ]);
    expect(exitCode).toBe(3);
    const files = ['saved.json', 'report.json'].map((name) => readFileSync(site.path(name), 'utf8'));
    for (const text of files) expect(text).toContain('a nextLink with a user name is not followed');
    for (const text of [stdout, stderr, ...files]) expect(text).not.toContain('planted');
  });

  it.each([
    ['of what az says', { stderr: `ERROR: AADSTS999999: assertion ${WEB_TOKEN} was refused\n`, exitCode: 1 }],
    ['of a token that no header can hold', tokenAnswer(`${TOKEN}\nsecond line`)],
  ])('%s', async (_what, az) => {
    const { world, names } = soundPrivate();
    const site = await Site.of(world.snapshot(), { az });
    const { exitCode, stdout, stderr } = await site.live(['scan', ...named(names), '-v']);
    expect(exitCode).toBe(4);
    expect(stderr).toMatch(/^isocheck: /m);
    for (const secret of [TOKEN, WEB_TOKEN]) expect(stdout + stderr).not.toContain(secret);
  });
});

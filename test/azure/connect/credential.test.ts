import type { AccessToken, TokenCredential } from '@azure/core-auth';
import {
  AggregateAuthenticationError,
  AuthenticationError,
  AuthenticationRequiredError,
  CredentialUnavailableError,
} from '@azure/identity';
import { describe, expect, it } from 'vitest';
import { sharedCredential, signInFailure } from '../../../src/azure/connect/credential.js';
import { ScanError } from '../../../src/errors.js';

const GUID = 'f42ef584-c092-4e08-866a-4a3826bb5f9b';

function refused(code: string, text = 'something'): AuthenticationError {
  return new AuthenticationError(400, {
    error: 'invalid_grant',
    error_description: `${code}: ${text} Trace ID: ${GUID} Correlation ID: ${GUID} Timestamp: 2026-11-24 10:00:00Z`,
  });
}

function unavailable(...messages: string[]): AggregateAuthenticationError {
  return new AggregateAuthenticationError(
    messages.map((message) => new CredentialUnavailableError(message)),
    'ChainedTokenCredential authentication failed.',
  );
}

describe('a sign-in that fails says what to do', () => {
  it.each<[string, unknown, string, string]>([
    [
      'nothing is set up',
      unavailable(
        'EnvironmentCredential is unavailable. No underlying credential could be used.',
        'Azure CLI could not be found. Please visit https://aka.ms/azure-cli for installation instructions',
      ),
      'no credential was found',
      'az login',
    ],
    [
      'az is not signed in',
      unavailable(
        "Please run 'az login' from a command prompt to authenticate before using this credential.",
      ),
      'no credential was found',
      'az login',
    ],
    [
      'a sign-in by hand is asked for',
      new AuthenticationRequiredError({ scopes: [], message: 'Automatic authentication has been disabled.' }),
      'no credential was found',
      'az login',
    ],
    [
      'the sign-in of az has expired',
      unavailable(
        'EnvironmentCredential is unavailable.',
        `ERROR: AADSTS700082: The refresh token has expired due to inactivity. The token was issued on 2026-01-01. Trace ID: ${GUID}\nTo re-authenticate, please run:\naz login --scope https://management.azure.com//.default`,
      ),
      'the sign-in has expired (AADSTS700082)',
      'az login',
    ],
    ['the password was changed', refused('AADSTS50173'), 'the sign-in was revoked', 'az login'],
    [
      'a second factor is missing',
      refused('AADSTS50076'),
      'a second factor is asked for',
      'az login --tenant TENANT',
    ],
    [
      'the account is of another tenant',
      refused('AADSTS50020'),
      'does not belong to the tenant',
      'az login --tenant TENANT',
    ],
    [
      'there is no such tenant',
      refused('AADSTS90002'),
      'the tenant was not found (AADSTS90002)',
      'see AZURE_TENANT_ID',
    ],
    [
      'the secret is wrong',
      refused('AADSTS7000215'),
      "the application's secret is wrong",
      'see AZURE_CLIENT_SECRET',
    ],
    [
      'the secret has expired',
      refused('AADSTS7000222'),
      "the application's secret has expired",
      'AZURE_CLIENT_SECRET',
    ],
    [
      'the policy says no',
      refused('AADSTS53003'),
      'a conditional access policy refused the sign-in',
      'policy allows',
    ],
    ['no federated credential fits', refused('AADSTS700213'), 'no federated credential', 'subject'],
    [
      'a code that nobody listed',
      refused('AADSTS999999', 'A new reason.'),
      'AADSTS999999: A new reason.',
      'az login',
    ],
    [
      'a bug of a credential',
      new TypeError("Cannot read properties of undefined (reading 'constructor')"),
      'could not sign in',
      'az login',
    ],
    ['something that is no error', 'text', 'no token came back', 'az login'],
  ])('%s', (_name, error, message, hint) => {
    const failure = signInFailure(error);
    expect(failure).toBeInstanceOf(ScanError);
    expect(failure.message).toMatch(/^could not sign in: /);
    expect(failure.message).toContain(message);
    expect(failure.hints.join('\n')).toContain(hint);
    expect(failure.message).not.toMatch(new RegExp(`${GUID}|\\n`));
    expect(failure.message.length).toBeLessThan(300);
  });

  it('without repeating a secret', () => {
    const token = `eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.${'a1B2'.repeat(10)}.c2ln`;
    const failure = signInFailure(refused('AADSTS999999', `client_assertion ${token} client_secret=hunter2`));
    expect([failure.message, ...failure.hints].join()).not.toMatch(/eyJ|hunter2/);
  });
});

describe('one token for all clients', () => {
  function counted(lifetimeMs = 3_600_000): TokenCredential & { asked: number } {
    return {
      asked: 0,
      async getToken(): Promise<AccessToken> {
        this.asked += 1;
        return { token: `token-${this.asked}`, expiresOnTimestamp: Date.now() + lifetimeMs };
      },
    };
  }

  it('is asked for once, however many ask at once and afterwards', async () => {
    const inner = counted();
    const shared = sharedCredential(inner);
    const tokens = await Promise.all(Array.from({ length: 20 }, () => shared.getToken(['scope'])));
    tokens.push(await shared.getToken(['scope']));
    expect(new Set(tokens.map((token) => token?.token))).toEqual(new Set(['token-1']));
  });

  it('is asked for again for another scope, for claims, and shortly before it expires', async () => {
    const inner = counted(60_000);
    const shared = sharedCredential(inner);
    await shared.getToken(['scope']);
    await shared.getToken(['scope']);
    expect(inner.asked).toBe(2);
    await shared.getToken(['other']);
    await shared.getToken(['scope'], { claims: '{}' });
    expect(inner.asked).toBe(4);
  });

  it('that failed is asked for again', async () => {
    let asked = 0;
    const shared = sharedCredential({
      async getToken() {
        asked += 1;
        if (asked === 1) throw new CredentialUnavailableError('not yet');
        return { token: 'token', expiresOnTimestamp: Date.now() + 3_600_000 };
      },
    });
    await expect(shared.getToken(['scope'])).rejects.toBeInstanceOf(ScanError);
    await expect(shared.getToken(['scope'])).resolves.toMatchObject({ token: 'token' });
  });

  it('that does not come is a failure to sign in', async () => {
    const shared = sharedCredential({ getToken: async () => null });
    await expect(shared.getToken(['scope'])).rejects.toThrow('could not sign in');
  });
});

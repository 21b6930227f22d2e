import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth';
import type { Cloud } from '../../arm/clouds.js';
import { ScanError } from '../../errors.js';
import { serviceMessage } from './service-message.js';

/**
 * The credential that users of Azure tools expect: environment, workload identity, managed identity, Azure CLI,
 * Azure PowerShell, Azure Developer CLI
 * (learn.microsoft.com/azure/developer/javascript/sdk/authentication/credential-chains, reviewed 2026-11-24).
 * The package is loaded when the first token is asked for.
 */
export function defaultCredential(cloud: Cloud): TokenCredential {
  let credential: Promise<TokenCredential> | undefined;
  return {
    async getToken(scopes, options) {
      credential ??= import('@azure/identity').then(
        ({ DefaultAzureCredential }) => new DefaultAzureCredential({ authorityHost: cloud.authorityHost }),
      );
      return (await credential).getToken(scopes, options);
    },
  };
}

/** A token is asked for again when it has less than this left, in milliseconds. */
const MARGIN = 2 * 60 * 1000;

/**
 * One token for all clients: each would ask for its own, and a credential may start a process for each.
 * @returns a credential whose failures are ScanErrors
 */
export function sharedCredential(credential: TokenCredential): TokenCredential {
  const tokens = new Map<string, Promise<AccessToken>>();
  const fetch = async (scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken> => {
    let token: AccessToken | null;
    try {
      token = await credential.getToken(scopes, options);
    } catch (error) {
      if (options?.abortSignal?.aborted === true) throw error;
      throw signInFailure(error);
    }
    if (token === null) throw signInFailure(new Error('no credential gave a token'));
    return token;
  };
  return {
    async getToken(scopes, options) {
      // Asked for with claims, ARM has refused the token that is there.
      const key = JSON.stringify([scopes, options?.claims, options?.tenantId]);
      const known = tokens.get(key);
      if (known !== undefined && (await known).expiresOnTimestamp - Date.now() > MARGIN) return known;
      if (tokens.get(key) === known) {
        const token = fetch(scopes, options);
        tokens.set(key, token);
        token.catch(() => tokens.delete(key));
      }
      return tokens.get(key) ?? fetch(scopes, options);
    },
  };
}

/**
 * What the sign-in service's codes mean for the user
 * (learn.microsoft.com/entra/identity-platform/reference-error-codes, reviewed 2026-11-24).
 */
const SIGN_IN_CODES: Readonly<Record<string, { readonly what: string; readonly hints: readonly string[] }>> =
  {
    AADSTS700082: { what: 'the sign-in has expired', hints: ['az login'] },
    AADSTS70043: { what: 'the sign-in has expired', hints: ['az login'] },
    AADSTS70044: { what: 'the sign-in has expired', hints: ['az login'] },
    AADSTS50173: { what: 'the sign-in was revoked, as after a change of password', hints: ['az login'] },
    AADSTS50076: { what: 'a second factor is asked for', hints: ['az login --tenant TENANT'] },
    AADSTS50078: { what: 'the second factor has expired', hints: ['az login --tenant TENANT'] },
    AADSTS50079: { what: 'a second factor has to be set up', hints: ['az login --tenant TENANT'] },
    AADSTS50158: { what: 'a further check is asked for', hints: ['az login --tenant TENANT'] },
    AADSTS53003: {
      what: 'a conditional access policy refused the sign-in',
      hints: ['sign in from a device or network that the policy allows'],
    },
    AADSTS50020: {
      what: 'the account does not belong to the tenant',
      hints: ['az login --tenant TENANT', 'or let the account be invited as a guest'],
    },
    AADSTS90002: {
      what: 'the tenant was not found',
      hints: ['az login --tenant TENANT', 'see AZURE_TENANT_ID'],
    },
    AADSTS900023: {
      what: 'the tenant was not found',
      hints: ['az login --tenant TENANT', 'see AZURE_TENANT_ID'],
    },
    AADSTS700016: {
      what: 'the application is not known in the tenant',
      hints: ['see AZURE_CLIENT_ID and AZURE_TENANT_ID'],
    },
    AADSTS7000215: { what: "the application's secret is wrong", hints: ['see AZURE_CLIENT_SECRET'] },
    AADSTS7000222: {
      what: "the application's secret has expired",
      hints: ['make a new secret, then set AZURE_CLIENT_SECRET'],
    },
    AADSTS70021: {
      what: 'no federated credential of the application fits the token',
      hints: ["see issuer, subject and audience of the application's federated credential"],
    },
    AADSTS700213: {
      what: 'no federated credential of the application fits the token',
      hints: ["see issuer, subject and audience of the application's federated credential"],
    },
  };

const WAYS_TO_SIGN_IN = [
  'az login',
  'in a pipeline: AZURE_CLIENT_ID, AZURE_TENANT_ID and a federated token or AZURE_CLIENT_SECRET',
  'on a machine in Azure: a managed identity',
];

/** Turns what a credential threw into a message that says what to do. */
export function signInFailure(error: unknown): ScanError {
  if (error instanceof ScanError) return error;
  const messages = messagesOf(error);
  for (const [code] of messages.join('\n').matchAll(/\bAADSTS\d+\b/g)) {
    const known = SIGN_IN_CODES[code];
    if (known !== undefined) return new ScanError(`could not sign in: ${known.what} (${code})`, known.hints);
  }
  const name = error instanceof Error ? error.name : '';
  const unavailable =
    /^(?:CredentialUnavailableError|AggregateAuthenticationError|AuthenticationRequiredError)$/;
  const unknownCode = /\bAADSTS\d+\b/.exec(messages.join('\n'))?.[0];
  if (unavailable.test(name) && unknownCode === undefined) {
    return new ScanError('could not sign in: no credential was found', WAYS_TO_SIGN_IN);
  }
  const detail = messages.find((message) => unknownCode === undefined || message.includes(unknownCode)) ?? '';
  return new ScanError(
    `could not sign in: ${serviceMessage(detail) || 'no token came back'}`,
    WAYS_TO_SIGN_IN,
  );
}

/** The messages of an error and of those that it was made of, innermost first. */
function messagesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const inner = 'errors' in error && Array.isArray(error.errors) ? error.errors.flatMap(messagesOf) : [];
  return [...inner, ...(error.cause === undefined ? [] : messagesOf(error.cause)), error.message];
}

import type { ContainerRegistryManagementClient } from '@azure/arm-containerregistry';
import type { KeyVaultManagementClient } from '@azure/arm-keyvault';
import type { AzureMachineLearningWorkspaces } from '@azure/arm-machinelearning';
import type { NetworkManagementClient } from '@azure/arm-network';
import type { PrivateDnsManagementClient } from '@azure/arm-privatedns';
import type { StorageManagementClient } from '@azure/arm-storage';
import type { TokenCredential } from '@azure/core-auth';
import {
  bearerTokenAuthenticationPolicyName,
  type HttpClient,
  type Pipeline,
  proxyPolicyName,
  redirectPolicyName,
} from '@azure/core-rest-pipeline';
import type { Limiter } from './limiter.js';
import { abortPolicy } from './policies/abort.js';
import { apiVersionPolicy } from './policies/api-version.js';
import { hostCheckPolicy } from './policies/host-check.js';
import { limitPolicy } from './policies/limit.js';
import { nextLinkPolicy } from './policies/next-link.js';
import { recordingPolicy } from './policies/recording.js';
import { armRetryPolicy } from './policies/retry.js';
import type { WaitBudget } from './wait-budget.js';

/** The clients of one subscription, each made when it is first asked for. */
export interface Clients {
  readonly machineLearning: AzureMachineLearningWorkspaces;
  readonly network: NetworkManagementClient;
  readonly privateDns: PrivateDnsManagementClient;
  readonly keyVault: KeyVaultManagementClient;
  readonly registry: ContainerRegistryManagementClient;
  readonly storage: StorageManagementClient;
}

export interface ClientOptions {
  /** Address of ARM, without a trailing slash. */
  readonly endpoint: string;
  readonly credential: TokenCredential;
  /** What the token is asked for, e.g. `https://management.azure.com/.default`. */
  readonly tokenScope: string;
  readonly http: HttpClient;
  /** Shared by all clients. */
  readonly limiter: Limiter;
  readonly budget: WaitBudget;
  readonly signal: AbortSignal;
  readonly userAgent: string;
  /** Certificates to trust in place of Node's own, PEM. */
  readonly trust?: string;
}

/**
 * Loads the SDK packages, which takes longer than everything else that isocheck does on its own: nothing but a
 * live scan may call this.
 * @returns what makes the clients of a subscription
 */
export async function loadClients(options: ClientOptions): Promise<(subscription: string) => Clients> {
  const [machineLearning, network, privateDns, keyVault, registry, storage] = await Promise.all([
    // A CommonJS module: its names stand below the default.
    import('@azure/arm-machinelearning').then((module) => module.default),
    import('@azure/arm-network'),
    import('@azure/arm-privatedns').then((module) => module.default),
    import('@azure/arm-keyvault'),
    import('@azure/arm-containerregistry'),
    import('@azure/arm-storage'),
  ]);
  const { credential } = options;
  const shared = {
    endpoint: options.endpoint,
    // The clients spell it in two ways, and arm-storage asks for the public cloud's unless told otherwise.
    credentialScopes: options.tokenScope,
    credentials: { scopes: [options.tokenScope] },
    httpClient: options.http,
    userAgentOptions: { userAgentPrefix: options.userAgent },
    ...(options.trust === undefined ? {} : { tlsOptions: { ca: options.trust } }),
  };
  const prepared = <T extends { readonly pipeline: Pipeline }>(client: T): T => {
    preparePipeline(client.pipeline, options);
    return client;
  };
  const bySubscription = new Map<string, Clients>();
  return (subscription) => {
    const known = bySubscription.get(subscription.toLowerCase());
    if (known !== undefined) return known;
    const clients = lazily({
      machineLearning: () =>
        prepared(new machineLearning.AzureMachineLearningWorkspaces(credential, subscription, shared)),
      network: () => prepared(new network.NetworkManagementClient(credential, subscription, shared)),
      privateDns: () => prepared(new privateDns.PrivateDnsManagementClient(credential, subscription, shared)),
      keyVault: () => prepared(new keyVault.KeyVaultManagementClient(credential, subscription, shared)),
      registry: () =>
        prepared(new registry.ContainerRegistryManagementClient(credential, subscription, shared)),
      storage: () => prepared(new storage.StorageManagementClient(credential, subscription, shared)),
    });
    bySubscription.set(subscription.toLowerCase(), clients);
    return clients;
  };
}

/** Puts isocheck's policies in and takes out what would act beside them. */
function preparePipeline(pipeline: Pipeline, { endpoint, limiter, budget, signal }: ClientOptions): void {
  const { origin, hostname } = new URL(endpoint);
  pipeline.removePolicy({ phase: 'Retry' });
  // ARM redirects no read; a redirect that was followed would carry the token along.
  pipeline.removePolicy({ name: redirectPolicyName });
  if (isLoopback(hostname)) pipeline.removePolicy({ name: proxyPolicyName });
  const beforeToken = { beforePolicies: [bearerTokenAuthenticationPolicyName] };
  pipeline.addPolicy(abortPolicy(signal), beforeToken);
  const nextLink = nextLinkPolicy();
  pipeline.addPolicy(nextLink, beforeToken);
  pipeline.addPolicy(hostCheckPolicy(origin), { ...beforeToken, afterPolicies: [nextLink.name] });
  pipeline.addPolicy(recordingPolicy(), { afterPhase: 'Deserialize' });
  pipeline.addPolicy(armRetryPolicy(budget), { phase: 'Retry' });
  const limit = limitPolicy(limiter, signal);
  pipeline.addPolicy(limit, { afterPhase: 'Sign' });
  pipeline.addPolicy(apiVersionPolicy(), { afterPhase: 'Sign', afterPolicies: [limit.name] });
}

/** No proxy leads to the machine itself, whatever HTTPS_PROXY says. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** An object whose properties are made when they are first read. */
function lazily<T extends object>(makers: { readonly [Name in keyof T]: () => T[Name] }): T {
  const made: Partial<T> = {};
  const descriptors: PropertyDescriptorMap = {};
  for (const name in makers) {
    descriptors[name] = { enumerable: true, get: () => (made[name] ??= makers[name]()) };
  }
  return Object.defineProperties(Object.create(null), descriptors);
}

import {
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
  type HttpMethods,
  type PipelinePolicy,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { ApiVersions } from '../../../src/azure/connect/api-versions.js';
import { Recording } from '../../../src/azure/connect/recording.js';
import type { ArmAnswer } from '../../../src/azure/exchange/arm-answer.js';
import { type Read, resourceRead } from '../../../src/azure/exchange/read.js';
import type { JsonObject } from '../../../src/json.js';

export const ID = '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv';
export const READ = resourceRead('keyVault', ID);

/** An answer of the stand-in for the network, or what it throws. */
export type Scripted =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | Error;

export interface Exchange {
  /** What the pipeline's caller got. */
  readonly outcome: PipelineResponse | { readonly thrown: unknown };
  /** The addresses that reached the network. */
  readonly sent: readonly string[];
  readonly answer: ArmAnswer;
}

export interface Asked {
  readonly read?: Read;
  readonly url?: string;
  readonly method?: HttpMethods;
  readonly body?: string;
  /** The page that was read before, whose next one is asked for. */
  readonly page?: JsonObject;
}

/** Sends one request through policies to a stand-in for the network, which answers as told, the last for ever. */
export async function exchange(
  policies: readonly PipelinePolicy[],
  script: readonly Scripted[],
  { read = READ, url = `https://arm.test${ID}`, method = 'GET', body, page }: Asked = {},
): Promise<Exchange> {
  const pipeline = createEmptyPipeline();
  for (const policy of policies) pipeline.addPolicy(policy);
  const sent: string[] = [];
  const network: HttpClient = {
    async sendRequest(request) {
      const next = script[Math.min(sent.length, script.length - 1)];
      sent.push(request.url);
      if (next === undefined || next instanceof Error) throw next ?? new Error('nothing scripted');
      return responseOf(next, request);
    },
  };
  const recording = new Recording(read, new ApiVersions());
  if (page !== undefined) recording.file(JSON.stringify(page));
  const request = createPipelineRequest({ url, method, ...(body === undefined ? {} : { body }) });
  const outcome = await recording
    .run(() => pipeline.sendRequest(network, request))
    .catch((thrown: unknown) => ({ thrown }));
  return { outcome, sent, answer: recording.answer() };
}

function responseOf(
  { status, headers = {}, body = '{}' }: Exclude<Scripted, Error>,
  request: PipelineRequest,
): PipelineResponse {
  return { status, headers: createHttpHeaders(headers), bodyAsText: body, request };
}

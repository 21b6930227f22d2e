import { AsyncLocalStorage } from 'node:async_hooks';
import { isJsonObject, type JsonObject } from '../../json.js';
import { redact } from '../../snapshot/redact.js';
import type { ArmAnswer, Item } from '../exchange/arm-answer.js';
import type { Failure } from '../exchange/failure.js';
import type { Read } from '../exchange/read.js';
import type { ApiVersions } from './api-versions.js';
import { unusable } from './failure.js';

/** Thrown inside a request whose recording has failed, so that the client stops there. */
export class RecordingFailed extends Error {
  override readonly name = 'RecordingFailed';
}

const current = new AsyncLocalStorage<Recording>();

/**
 * What one read brings while it runs. Requests find their recording by the asynchronous call they belong to: the
 * address of a list's second page is ARM's to choose and tells nothing.
 */
export class Recording {
  readonly read: Read;
  readonly #versions: ApiVersions;
  readonly #items: Item[] = [];
  readonly #addresses = new Set<string>();
  #failure: Failure | undefined;
  #pages = 0;
  #next: string | undefined;
  #apiVersion: string | undefined;

  constructor(read: Read, versions: ApiVersions) {
    this.read = read;
    this.#versions = versions;
  }

  /** The recording of the request that is being sent. */
  static current(): Recording {
    const recording = current.getStore();
    if (recording === undefined) throw new Error('a request was sent outside any read');
    return recording;
  }

  /** Runs a read; every request that it sends is recorded here. */
  run<T>(call: () => Promise<T>): Promise<T> {
    return current.run(this, call);
  }

  /** The version of the read: settled when its first request leaves, and the same for all its pages. */
  get apiVersion(): string {
    this.#apiVersion ??= this.#versions.current(this.read.name);
    return this.#apiVersion;
  }

  /** Where the next page lies; undefined at the end. A Resource Graph page is named by a token. */
  get next(): string | undefined {
    return this.#next;
  }

  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** Whether a whole answer came: for a list, its last page. */
  get complete(): boolean {
    return this.#failure === undefined && this.#pages > 0 && this.#next === undefined;
  }

  answer(): ArmAnswer {
    const failure = this.complete
      ? undefined
      : (this.#failure ?? unusable(this.#pages === 0 ? 'no answer' : 'the list ended before its last page'));
    return {
      read: this.read,
      apiVersion: this.apiVersion,
      items: this.#items,
      ...(failure === undefined ? {} : { failure }),
    };
  }

  /** Notes where a request goes; a list that leads back to a page already asked for would never end. */
  visit(address: string): void {
    if (this.#addresses.has(address))
      throw this.fail(unusable('a nextLink leads back to a page already read'));
    this.#addresses.add(address);
  }

  /** Notes why the read failed. */
  fail(failure: Failure): RecordingFailed {
    this.#failure = failure;
    return new RecordingFailed(failure.detail);
  }

  /** Files the text of a 200 answer. */
  file(text: string): void {
    this.#failure = undefined;
    this.#next = undefined;
    const body = this.#parse(text);
    switch (this.read.form) {
      case 'resource':
        // Under the id that was asked: that is the one by which others refer to it.
        this.#items.push({ id: this.read.path, body: redact(body) });
        break;
      case 'query':
        this.#fileRows(body);
        break;
      default:
        this.#filePage(body);
    }
    this.#pages += 1;
  }

  #parse(text: string): JsonObject {
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      throw this.fail(unusable(`200, but not JSON or cut off after ${Buffer.byteLength(text)} bytes`));
    }
    if (!isJsonObject(body)) throw this.fail(unusable('200, but not a JSON object'));
    return body;
  }

  #filePage(body: JsonObject): void {
    const { value, nextLink } = body;
    if (!Array.isArray(value)) throw this.fail(unusable('200, but no list of values'));
    for (const item of value) {
      const id = isJsonObject(item) ? item['id'] : undefined;
      if (!isJsonObject(item) || typeof id !== 'string') {
        throw this.fail(unusable('a member of the list has no id'));
      }
      this.#items.push({ id, body: redact(item) });
    }
    if (nextLink !== undefined && nextLink !== null && typeof nextLink !== 'string') {
      throw this.fail(unusable('the nextLink is not an address'));
    }
    this.#next = nextLink || undefined;
  }

  /** learn.microsoft.com/rest/api/azureresourcegraph/resourcegraph/resources/resources (reviewed 2026-11-24). */
  #fileRows(body: JsonObject): void {
    const { data, totalRecords, resultTruncated } = body;
    if (!Array.isArray(data)) throw this.fail(unusable('200, but no rows'));
    for (const row of data) {
      const id = isJsonObject(row) ? row['id'] : undefined;
      if (typeof id !== 'string') throw this.fail(unusable('a row has no id'));
      this.#items.push({ id });
    }
    const token = body['$skipToken'];
    this.#next = typeof token === 'string' && token !== '' ? token : undefined;
    const short = typeof totalRecords === 'number' && this.#items.length < totalRecords;
    if (this.#next === undefined && (short || resultTruncated === 'true' || resultTruncated === true)) {
      throw this.fail(unusable('Resource Graph cut its answer short'));
    }
  }
}

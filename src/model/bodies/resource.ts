import { at, obstacle, type Property } from '../../arm/property.js';
import type { Json, JsonObject } from '../../json.js';
import type { Gap, GapReason, SnapshotResource } from '../../snapshot/format.js';
import { chain, type Fact, known, unread } from '../algebra/fact.js';

/**
 * A body that ARM sent, and the only way to its properties: each is read through its `Property`, so that an
 * absent one becomes ARM's default where the api-version knows it, and a gap in every other case.
 */
export class Resource {
  /** As ARM spelled it, or the id it was asked by when the body has none. */
  readonly id: string;
  readonly operation: string;
  readonly #resource: SnapshotResource;

  /**
   * @param id the id that the body was asked by
   * @param operation the action that reads this resource; gaps name it
   */
  constructor(id: string, operation: string, resource: SnapshotResource) {
    const own = at(resource.body, 'id');
    const isOwn = typeof own === 'string' && (own === id || own.toLowerCase() === id.toLowerCase());
    this.id = isOwn ? own : id;
    this.operation = operation;
    this.#resource = resource;
  }

  /** A resource that stands inside another one's body (a connection, an IP configuration). */
  part(id: string, body: JsonObject): Resource {
    return new Resource(id, this.operation, { apiVersion: this.#resource.apiVersion, body });
  }

  /**
   * Reads a property. A value of the wrong type or outside the documented ones is a gap that shows it, never a
   * default: see the fact's gaps.
   */
  read<T>(property: Property<T>): Fact<T> {
    const json = this.#value(property);
    if (json !== null) return this.#parse(property, json);
    const { apiVersion, otherVersions, body } = this.#resource;
    const odd = obstacle(body, property.path);
    if (odd !== undefined) {
      return unread(
        this.gap('unsupported', `${odd.path} is ${showJson(odd.json)}; isocheck knows an object`),
      );
    }
    const isKnown = knows(apiVersion, property) || anyKnows(otherVersions, property);
    if (isKnown) return known(property.absent);
    return unread(
      this.gap(
        'unsupported',
        `${property.path} is not known to api-version ${this.#resource.apiVersion}, which was asked`,
      ),
    );
  }

  /** Reads a property that ARM always writes: where it is absent nothing is known, and that is a gap. */
  require<T>(property: Property<T | null>): Fact<T> {
    return chain(this.read(property), (value) =>
      value === null ? unread(this.gap('unsupported', `${property.path} is absent`)) : known(value),
    );
  }

  /** Whether any of the answers carries a value of the property. */
  has(property: Property<unknown>): boolean {
    return this.#value(property) !== null;
  }

  /** The value as ARM wrote it, for evidence: `absent` where there is none. */
  raw(property: Property<unknown>): string {
    const json = this.#value(property);
    return json === null ? 'absent' : showJson(json);
  }

  /** A gap on this resource. */
  gap(reason: GapReason, detail: string): Gap {
    return { scope: this.id.toLowerCase(), operation: this.operation, reason, detail };
  }

  /** The value in the first answer that carries one; null, which ARM writes for "none" as well, where none does. */
  #value(property: Property<unknown>): Json {
    const { body, otherVersions } = this.#resource;
    const first = at(body, property.path) ?? null;
    if (first !== null || otherVersions === undefined) return first;
    for (const other of Object.values(otherVersions)) {
      const json = at(other, property.path) ?? null;
      if (json !== null) return json;
    }
    return null;
  }

  #parse<T>(property: Property<T>, json: Json): Fact<T> {
    const parsed = property.parse(json);
    if (parsed.ok) return known(parsed.value);
    return unread(
      this.gap('unsupported', `${property.path} is ${showJson(json)}; isocheck knows ${parsed.expected}`),
    );
  }
}

/** A JSON value in at most 80 characters: strings as they are when they stand alone in evidence. */
function showJson(json: Json): string {
  const shown = typeof json === 'string' && json !== '' ? json : JSON.stringify(json);
  return shown.length > 80 ? `${shown.slice(0, 77)}...` : shown;
}

const DATED = /^\d{4}-\d\d-\d\d/;

function anyKnows(versions: SnapshotResource['otherVersions'], property: Property<unknown>): boolean {
  return versions !== undefined && Object.keys(versions).some((version) => knows(version, property));
}

/** Api-versions are dates; a preview knows what came by its date, and one that is no date does not tell. */
function knows(version: string, property: Property<unknown>): boolean {
  if (property.previewOnly && !version.endsWith('-preview')) return false;
  if (property.since === undefined) return true;
  return DATED.test(version) && version.slice(0, 10) >= property.since;
}

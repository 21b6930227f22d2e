import { idKey } from '../../arm/resource-id.js';
import { Resource } from '../../model/bodies/resource.js';
import type { ArmAnswer } from './arm-answer.js';
import { operationOf, type Read, readKey } from './read.js';

/** What is known at some point of a scan; all that the plan goes by. */
export interface KnownAnswers {
  /** The answer to a read; undefined while there is none. */
  to(read: Read): ArmAnswer | undefined;
  /** The bodies that a read brought; none while it was not answered. */
  broughtBy(read: Read): readonly Resource[];
  /** The body of a resource, whichever read brought it. */
  resource(id: string): Resource | undefined;
}

/** The answers of a scan, with their bodies made ready to be read as the model reads them. */
export class Answers implements KnownAnswers {
  readonly #answers = new Map<string, { readonly answer: ArmAnswer; readonly bodies: readonly Resource[] }>();
  /** Bodies by lower-cased id, with the key of the read that brought each. */
  readonly #byId = new Map<string, { readonly from: string; readonly body: Resource }[]>();

  add(answer: ArmAnswer): void {
    const { read, apiVersion, items } = answer;
    const from = readKey(read);
    const bodies = items.flatMap(({ id, body }) =>
      body === undefined ? [] : [new Resource(id, operationOf(read), { apiVersion, body })],
    );
    this.#answers.set(from, { answer, bodies });
    // A second version of a body and a summary stand beside the resource, not in its place.
    if (read.name === 'workspacePreview' || read.form === 'summaries') return;
    for (const body of bodies) {
      const known = this.#byId.get(idKey(body.id));
      if (known === undefined) this.#byId.set(idKey(body.id), [{ from, body }]);
      else known.push({ from, body });
    }
  }

  to(read: Read): ArmAnswer | undefined {
    return this.#answers.get(readKey(read))?.answer;
  }

  broughtBy(read: Read): readonly Resource[] {
    return this.#answers.get(readKey(read))?.bodies ?? [];
  }

  resource(id: string): Resource | undefined {
    return this.#byId.get(idKey(id))?.[0]?.body;
  }

  values(): readonly ArmAnswer[] {
    return [...this.#answers.values()].map(({ answer }) => answer);
  }

  /** What was known when only the given reads had been answered. */
  after(keys: ReadonlySet<string>): KnownAnswers {
    return {
      to: (read) => (keys.has(readKey(read)) ? this.to(read) : undefined),
      broughtBy: (read) => (keys.has(readKey(read)) ? this.broughtBy(read) : []),
      resource: (id) => this.#byId.get(idKey(id))?.find(({ from }) => keys.has(from))?.body,
    };
  }
}

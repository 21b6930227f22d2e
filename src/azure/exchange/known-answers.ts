import { idKey } from '../../arm/resource-id.js';
import type { JsonObject } from '../../json.js';
import type { ArmAnswer } from './arm-answer.js';
import { type Read, readKey } from './read.js';

/** What is known at some point of a scan; all that the plan goes by. */
export interface KnownAnswers {
  /** The answer to a read; undefined while there is none. */
  to(read: Read): ArmAnswer | undefined;
  /** The body of a resource, whichever read brought it. */
  body(id: string): JsonObject | undefined;
}

/** The answers of a scan. */
export class Answers implements KnownAnswers {
  readonly #answers = new Map<string, ArmAnswer>();
  /** Bodies by lower-cased id, with the key of the read that brought each. */
  readonly #bodies = new Map<string, { readonly from: string; readonly body: JsonObject }[]>();

  add(answer: ArmAnswer): void {
    const from = readKey(answer.read);
    this.#answers.set(from, answer);
    // A second version of a body and a summary stand beside the resource, not in its place.
    if (answer.read.name === 'workspacePreview' || answer.read.form === 'summaries') return;
    for (const { id, body } of answer.items) {
      if (body === undefined) continue;
      const bodies = this.#bodies.get(idKey(id));
      if (bodies === undefined) this.#bodies.set(idKey(id), [{ from, body }]);
      else bodies.push({ from, body });
    }
  }

  to(read: Read): ArmAnswer | undefined {
    return this.#answers.get(readKey(read));
  }

  body(id: string): JsonObject | undefined {
    return this.#bodies.get(idKey(id))?.[0]?.body;
  }

  values(): Iterable<ArmAnswer> {
    return this.#answers.values();
  }

  /** What was known when only the given reads had been answered. */
  after(keys: ReadonlySet<string>): KnownAnswers {
    return {
      to: (read) => (keys.has(readKey(read)) ? this.to(read) : undefined),
      body: (id) => this.#bodies.get(idKey(id))?.find(({ from }) => keys.has(from))?.body,
    };
  }
}

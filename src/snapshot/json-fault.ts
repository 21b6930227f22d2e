import { visit } from 'jsonc-parser';

/** Where a text stops being JSON; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Ends the search: what comes after the first fault tells nothing. */
class Fault extends Error {
  readonly place: Place;

  constructor(place: Place) {
    super('not JSON');
    this.place = place;
  }
}

/**
 * Finds the place at which a text stops being JSON (RFC 8259). Node's own parser tells it for some faults only.
 * @returns undefined when the text is JSON, or is nested so deeply that the place cannot be found
 */
export function findJsonFault(text: string): Place | undefined {
  try {
    visit(
      text,
      {
        onError(_code, _offset, _length, line, column) {
          throw new Fault({ line: line + 1, column: column + 1 });
        },
      },
      { disallowComments: true },
    );
  } catch (error) {
    if (error instanceof Fault) return error.place;
    // The stack is full: the parser calls itself for each level, and there are thousands.
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

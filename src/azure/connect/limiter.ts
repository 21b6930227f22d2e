/** Lets so many through at once; the others wait in the order in which they came. */
export class Limiter {
  readonly #queue: (() => void)[] = [];
  #free: number;

  /** @param places at least 1 */
  constructor(places: number) {
    this.#free = Math.max(1, Math.floor(places));
  }

  /** How many wait. */
  get waiting(): number {
    return this.#queue.length;
  }

  /**
   * Waits for a place.
   * @returns what gives the place back
   * @throws the signal's reason when it is aborted before the turn comes
   */
  async enter(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#free > 0) this.#free -= 1;
    else await this.#turn(signal);
    return () => this.#leave();
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const come = (): void => {
        signal.removeEventListener('abort', give);
        resolve();
      };
      const give = (): void => {
        this.#queue.splice(this.#queue.indexOf(come), 1);
        reject(signal.reason);
      };
      signal.addEventListener('abort', give, { once: true });
      this.#queue.push(come);
    });
  }

  /** A place is handed on to who waits: it is never free in between. */
  #leave(): void {
    const next = this.#queue.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}

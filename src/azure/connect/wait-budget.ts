/**
 * How long a scan may stand waiting between attempts, all calls together. Waits that overlap count once: what is
 * spent is time by the clock, whatever the number of calls that wait.
 */
export class WaitBudget {
  readonly #clock: () => number;
  #left: number;
  #waitingUntil = 0;

  /**
   * @param milliseconds the most that may be waited
   * @param clock milliseconds of a clock that never goes back
   */
  constructor(milliseconds: number, clock: () => number = () => performance.now()) {
    this.#left = milliseconds;
    this.#clock = clock;
  }

  /**
   * Asks for a wait that would begin now.
   * @returns false when it is longer than what is left; then nothing is spent
   */
  take(milliseconds: number): boolean {
    const now = this.#clock();
    const more = Math.max(0, now + milliseconds - Math.max(now, this.#waitingUntil));
    if (more > this.#left) return false;
    this.#left -= more;
    this.#waitingUntil = Math.max(this.#waitingUntil, now + milliseconds);
    return true;
  }
}

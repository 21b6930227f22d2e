const ending = new AbortController();

/** Is aborted when the command has failed, so that nothing goes on that nobody waits for. */
export const ended: AbortSignal = ending.signal;

/** Ends what is under way. */
export function endAll(reason: unknown): void {
  ending.abort(reason);
}

const cleanups = new Set<() => void>();

/**
 * Has something undone when the user interrupts the command.
 * @param cleanup runs at once and must not wait for anything
 * @returns what takes it back
 */
export function onInterruption(cleanup: () => void): () => void {
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

/** Undoes what an interrupted command has begun. */
export function cleanUp(): void {
  for (const cleanup of cleanups) cleanup();
  cleanups.clear();
}

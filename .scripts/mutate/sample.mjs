/**
 * Puts items in an order drawn from a seed: the same seed, the same order.
 *
 * @template T
 * @param {readonly T[]} items
 * @param {number} seed
 * @returns {T[]}
 */
export function shuffled(items, seed) {
  const random = randomOf(seed);
  return items
    .map((item) => ({ item, drawn: random() }))
    .sort((one, other) => one.drawn - other.drawn)
    .map(({ item }) => item);
}

/**
 * Mulberry32: numbers from 0 to 1.
 *
 * @param {number} seed
 */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

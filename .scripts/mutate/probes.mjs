/**
 * Puts into a source, at each mutant's place, a call that says that it is run.
 *
 * @param {string} text
 * @param {readonly { readonly id: number, readonly probe: import('./mutants.mjs').Probe }[]} mutants of this source
 * @returns {string}
 */
export function withProbes(text, mutants) {
  /** @type {Map<string, { probe: import('./mutants.mjs').Probe, ids: number[] }>} */
  const places = new Map();
  for (const { id, probe } of mutants) {
    const key = `${probe.start} ${probe.end} ${probe.kind}`;
    const place = places.get(key) ?? { probe, ids: [] };
    place.ids.push(id);
    places.set(key, place);
  }
  const inserts = [...places.values()].flatMap(({ probe: { kind, start, end }, ids }) => {
    const call = `globalThis.mutantsRun?.(${ids.join(', ')})`;
    const [opening, closing] = kind === 'expression' ? [`(${call}, `, ')'] : [`{ ${call}; `, ' }'];
    return [
      // Where several open at the same place, the longest is the outermost; where several close, the shortest comes first.
      { at: start, order: 1, nested: -(end - start), text: opening },
      { at: end, order: 0, nested: end - start, text: closing },
    ];
  });
  inserts.sort((one, other) => one.at - other.at || one.order - other.order || one.nested - other.nested);
  let result = '';
  let from = 0;
  for (const insert of inserts) {
    result += text.slice(from, insert.at) + insert.text;
    from = insert.at;
  }
  return result + text.slice(from);
}

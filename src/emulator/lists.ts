import { actionOf } from '../arm/arm-path.js';
import { idKey } from '../arm/resource-id.js';
import type { Gap, SnapshotResource } from '../snapshot/format.js';
import type { IndexedCollection, SnapshotTree } from './snapshot-tree.js';
import { type ArmList, synthesizeList } from './synthesized-lists.js';

/** Answers which list stands at a path; each is put together once. */
export class ArmLists {
  readonly #tree: SnapshotTree;
  readonly #known = new Map<string, ArmList>();

  constructor(tree: SnapshotTree) {
    this.#tree = tree;
  }

  /**
   * The list at a lower-cased path: the snapshot's own collection, or one put together from its resources where
   * the path is a list of a type that ARM always answers for an existing parent.
   * @returns null when there is no such list
   */
  at(key: string): ArmList | null {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const indexed = this.#tree.collections.get(key);
    const list = indexed === undefined ? synthesizeList(this.#tree, key) : this.#recorded(key, indexed);
    if (list !== null) this.#known.set(key, list);
    return list;
  }

  /** Ids that a Resource Graph query answers: the collection's members, or else every private DNS zone. */
  graphRows(key: string): { readonly ids: readonly string[]; readonly end: Gap | null } {
    const recorded = this.#tree.collections.get(key)?.collection;
    if (recorded === undefined) return { ids: this.#tree.privateDnsZones, end: null };
    return { ids: recorded.members, end: recorded.complete ? null : this.#incomplete(key) };
  }

  /**
   * The items whose bodies the snapshot holds. A shorter list than ARM's would be a false answer, so where one
   * is lacking the page after them fails.
   */
  #recorded(key: string, { collection, summaries }: IndexedCollection): ArmList {
    const items: SnapshotResource[] = [];
    let end: Gap | null = collection.complete ? null : this.#incomplete(key);
    for (const member of collection.members) {
      const id = idKey(member);
      const summary = summaries.get(id);
      const item =
        summary === undefined
          ? this.#tree.resources.get(id)
          : { apiVersion: collection.apiVersion, body: summary };
      if (item !== undefined) items.push(item);
      else end ??= this.#tree.gaps.get(id) ?? gapAt(key, 'error', `no body for ${member}`);
    }
    return { items, end };
  }

  #incomplete(key: string): Gap {
    return this.#tree.gaps.get(key) ?? gapAt(key, 'not-collected', 'the list is not complete');
  }
}

function gapAt(key: string, reason: Gap['reason'], detail: string): Gap {
  return { scope: key, operation: actionOf(key), reason, detail };
}

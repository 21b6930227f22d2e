import { isResourceId } from '../../arm/resource-id.js';
import type { Fact } from '../../model/algebra/fact.js';

/** The resource that a property names; null where it names none, or none that ARM could be asked for. */
export function namedId(id: Fact<string | null>): string | null {
  return id.known && id.value !== null && isResourceId(id.value) ? id.value : null;
}

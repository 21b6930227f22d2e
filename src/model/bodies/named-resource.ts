import type { Property } from '../../arm/property.js';
import { nameOf } from '../../arm/resource-id.js';
import { chain, type Fact } from '../algebra/fact.js';
import type { Resource } from './resource.js';

/** A resource that is known by its id, whether or not its body was read. */
export abstract class NamedResource {
  readonly resource: Fact<Resource>;
  /** As ARM spelled it, or as it was asked for where there is no body. */
  readonly id: string;
  readonly name: string;

  /**
   * @param id the id that it was asked by
   * @param resource its body, or the reason why there is none
   */
  constructor(id: string, resource: Fact<Resource>) {
    this.resource = resource;
    this.id = resource.known ? resource.value.id : id;
    this.name = nameOf(this.id);
  }
  /** Reads a property of its body: see `Resource.read`. Where the body was not read, neither was the property. */
  read<T>(property: Property<T>): Fact<T> {
    return chain(this.resource, (resource) => resource.read(property));
  }

  /** Reads a property that ARM always writes: see `Resource.require`. */
  require<T>(property: Property<T | null>): Fact<T> {
    return chain(this.resource, (resource) => resource.require(property));
  }
}

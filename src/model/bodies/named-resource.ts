import { nameOf } from '../../arm/resource-id.js';
import type { Fact } from '../algebra/fact.js';
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
}

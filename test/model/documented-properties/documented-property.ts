import type { Json } from '../../../src/json.js';

/** What a property holds by Microsoft's page; a list of words where the page has an enumeration. */
export type Holds = Kind | readonly string[];

/** `name` is a text whose empty form means none; `id` one whose empty form is no id. */
export type Kind = 'text' | 'name' | 'id' | 'flag' | 'integer' | 'object' | 'objects' | 'strings' | 'names';

/** Why isocheck may read absence as it does. */
type Grounds =
  /** What the page says of absence. */
  | { readonly says: string; readonly safe?: never }
  /** The page is silent: why the reading lets nothing pass that is at fault. */
  | { readonly safe: string; readonly says?: never };

/** A property as Microsoft documents it: what isocheck has to make of it, whatever its source says. */
export type DocumentedProperty = Grounds & {
  /** Path from the body down. */
  readonly path: string;
  readonly holds: Holds;
  /** Words that are documented as well and that isocheck decides nothing by: a gap. */
  readonly undecided?: readonly string[];
  /** What absence means, and null. */
  readonly absent: Json;
  /** The api-version from which on absence means that; without one, all that are asked know the property. */
  readonly since?: string;
  /** No stable version knows it. */
  readonly previewOnly?: true;
  /** The page of the grounds, where it is not that of the resource type. */
  readonly page?: string;
};

/** The properties of a resource type, or of something inside a body, by their names in isocheck. */
export interface DocumentedType {
  /** The REST reference of the resource type. */
  readonly page: string;
  readonly properties: Readonly<Record<string, DocumentedProperty>>;
}

/** Types by their names in isocheck. */
export type DocumentedTypes = Readonly<Record<string, DocumentedType>>;

export const LEARN = 'https://learn.microsoft.com';
export const MACHINE_LEARNING = `${LEARN}/azure/machine-learning`;
export const REST = `${LEARN}/rest/api`;

/**
 * States of all resources that are made and changed. A compute does not document Canceled, nor an endpoint Scaling:
 * isocheck has one list of them.
 */
export const PROVISIONING_STATES = [
  'Creating',
  'Updating',
  'Scaling',
  'Deleting',
  'Succeeded',
  'Failed',
  'Canceled',
];

export const ENABLED_OR_DISABLED = ['Enabled', 'Disabled'];
export const ALLOW_OR_DENY = ['Allow', 'Deny'];

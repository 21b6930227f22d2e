import { describe, expect, it } from 'vitest';
import type { FactDefinition } from '../../../src/model/facts/define.js';
import { FACTS } from '../../../src/model/facts/index.js';
import { TARGET_READS } from '../../../src/model/facts/target-reads.js';
import { Model, type TargetByType } from '../../../src/model/model.js';
import type { Snapshot } from '../../../src/snapshot/format.js';
import type { ReadName } from '../../../src/snapshot/reads.js';
import { narrowed } from '../../properties/narrowed.js';
import { STORIES } from '../../world/stories.js';

type Type = keyof TargetByType;
type Facts<T extends Type> = Readonly<Record<string, FactDefinition<TargetByType[T], unknown>>>;

/** What the facts of a target type say of a snapshot, from all of it and from what each declares. */
interface Answers {
  readonly fact: string;
  readonly whole: readonly string[];
  readonly alone: readonly string[];
}

const TABLES: Readonly<Record<Type, (snapshot: Snapshot) => readonly Answers[]>> = {
  workspace: table('workspace', FACTS.workspace),
  endpoint: table('endpoint', FACTS.endpoint),
  deployment: table('deployment', FACTS.deployment),
  connection: table('connection', FACTS.connection),
  registry: table('registry', FACTS.registry),
  'key-vault': table('key-vault', FACTS['key-vault']),
  'storage-account': table('storage-account', FACTS['storage-account']),
  dependency: table('dependency', FACTS.dependency),
  'private-endpoint': table('private-endpoint', FACTS['private-endpoint']),
  subnet: table('subnet', FACTS.subnet),
  'virtual-network': table('virtual-network', FACTS['virtual-network']),
  'private-dns-zone': table('private-dns-zone', FACTS['private-dns-zone']),
  'virtual-network-link': table('virtual-network-link', FACTS['virtual-network-link']),
  compute: table('compute', FACTS.compute),
  'outbound-rule': table('outbound-rule', FACTS['outbound-rule']),
};

function table<T extends Type>(type: T, facts: Facts<T>) {
  return (snapshot: Snapshot): readonly Answers[] => {
    const model = new Model(snapshot);
    return Object.entries(facts).map(([name, fact]) => {
      const reads = new Set<ReadName>([...TARGET_READS[type], ...fact.reads]);
      return {
        fact: `${type} ${name}`,
        whole: answers(type, fact, model),
        alone: answers(type, fact, new Model(narrowed(snapshot, reads))),
      };
    });
  };
}

function answers<T extends Type>(
  type: T,
  fact: FactDefinition<TargetByType[T], unknown>,
  model: Model,
): readonly string[] {
  return targets(type, model).map((target) => `${target.id}: ${shown(fact.of(target))}`);
}

function targets<T extends Type>(type: T, model: Model): readonly TargetByType[T][] {
  return model.targets()[type]().items;
}

/** As JSON, with the id in place of whatever else the model knows of a resource. */
function shown(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (each instanceof Set || each instanceof Map) return [...each];
    const isOfModel = each instanceof Object && !Array.isArray(each) && each.constructor !== Object;
    return isOfModel && 'id' in each ? each.id : each;
  });
}

describe('a fact declares all that it reads', () => {
  describe.each(Object.entries(STORIES))('%s', (_, story) => {
    const snapshot = story.world().snapshot();
    it.each(Object.entries(TABLES))('%s', (_type, table) => {
      for (const { fact, whole, alone } of table(snapshot)) expect(alone, fact).toEqual(whole);
    });
  });
});

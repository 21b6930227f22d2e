import type { JsonObject } from '../json.js';
import type { AnyRule, Source } from '../rules/engine/rule.js';
import { mendedAsBicep } from './bicep.js';
import remedies from './remedies.json' with { type: 'json' };
import { severityInWords, summarizeRule } from './rule-summary.js';

/** A piece of what is told about a rule. */
export type PagePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'code'; readonly language: 'json' | 'sh' | 'bicep'; readonly code: string }
  | { readonly kind: 'source'; readonly source: Source };

export interface PageSection {
  readonly heading: string;
  readonly parts: readonly PagePart[];
}

/** All that is told about a rule: `isocheck explain` and the pages below docs/rules are two forms of it. */
export interface RulePage {
  readonly id: string;
  readonly title: string;
  /** What it is asked of, and how severe it is. */
  readonly inShort: readonly { readonly name: string; readonly value: string }[];
  readonly sections: readonly PageSection[];
}

/** What a rule said of a typical failure in a made-up world. */
interface TypicalFailure {
  readonly message: string;
  readonly summary: string;
  readonly commands: readonly string[];
}

/** By the ids of the rules. Only what tells about rules loads this: a scan has no use for it. */
const TYPICAL_FAILURES: Readonly<Record<string, TypicalFailure>> = remedies;

/** Gathers what there is to tell about a rule. */
export function pageOf(rule: AnyRule): RulePage {
  const { docs } = rule;
  const summary = summarizeRule(rule);
  const { applies, needs, considers } = rule.facts;
  return {
    id: rule.id,
    title: rule.title,
    inShort: [
      { name: 'Asked of', value: rule.target },
      { name: 'Severity', value: docs.severity ?? severityInWords(summary) },
    ],
    sections: [
      { heading: 'Why', parts: [text(docs.why)] },
      { heading: 'If it stays so', parts: [text(docs.consequence)] },
      { heading: 'When it would be wrong', parts: [text(docs.wrongWhen)] },
      {
        heading: 'The property at fault',
        parts: [
          text(`It fails on this part of a ${docs.example.type}:`),
          json(docs.example.failing),
          text('Mended:'),
          json(docs.example.mended),
        ],
      },
      { heading: 'How to mend it', parts: remedyParts(rule) },
      {
        heading: 'What it reads',
        parts: [
          text(`Facts: ${[...new Set([...applies, ...needs, ...considers])].join(', ')}.`),
          text('Permissions:'),
          { kind: 'list', items: summary.operations },
        ],
      },
      { heading: 'Sources', parts: docs.sources.map((source) => ({ kind: 'source', source })) },
    ],
  };
}

function remedyParts({ id, docs }: AnyRule): PagePart[] {
  const failure = TYPICAL_FAILURES[id];
  const { example } = docs;
  const commands = failure?.commands ?? [];
  return [
    ...(failure === undefined ? [] : [text(`For example: ${failure.message}`), text(failure.summary)]),
    ...(commands.length === 0
      ? []
      : [text('Azure CLI:'), { kind: 'code', language: 'sh', code: lines(commands) } as const]),
    text('Bicep:'),
    example.notInBicep === undefined
      ? { kind: 'code', language: 'bicep', code: mendedAsBicep(example) }
      : text(example.notInBicep),
  ];
}

function text(words: string): PagePart {
  return { kind: 'text', text: words };
}

function json(value: JsonObject): PagePart {
  return { kind: 'code', language: 'json', code: lines([JSON.stringify(value, undefined, 2)]) };
}

function lines(texts: readonly string[]): string {
  return texts.map((line) => `${line}\n`).join('');
}

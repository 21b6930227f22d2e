import type { JsonObject } from '../json.js';

/** What the server does about one request. */
export type ArmResponse =
  | {
      readonly kind: 'json';
      readonly status: number;
      readonly body: JsonObject;
      readonly headers: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'text'; readonly status: number; readonly contentType: string; readonly text: string }
  /** The connection is destroyed without a byte of an answer. */
  | { readonly kind: 'dropped' };

/** An answer with a JSON body; status 200 unless told otherwise. */
export function jsonAnswer(
  body: JsonObject,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): ArmResponse {
  return { kind: 'json', status, body, headers };
}

/** What an answer sends as its body. */
export function textOf(answer: Extract<ArmResponse, { kind: 'json' | 'text' }>): string {
  return answer.kind === 'json' ? JSON.stringify(answer.body) : answer.text;
}

import { RESOURCE_GRAPH_PATH } from '../arm/list-paths.js';
import { idKey } from '../arm/resource-id.js';
import { isJsonObject, type JsonObject } from '../json.js';
import { badRequest } from './arm-errors.js';
import { type ArmResponse, jsonAnswer } from './arm-response.js';
import { gapAnswer } from './gap-answers.js';
import type { ArmLists } from './lists.js';
import { pageNumber, pageOf, skipTokenFor } from './paging.js';
import type { ArmRequest } from './request.js';

/** Path of the one POST that the server answers, lower case. */
const RESOURCE_GRAPH = idKey(RESOURCE_GRAPH_PATH);

/** Whether a request is a Resource Graph query. */
export function isGraphQuery({ method, key }: Pick<ArmRequest, 'method' | 'key'>): boolean {
  return method === 'POST' && key === RESOURCE_GRAPH;
}

/** The skip token in the body of a Resource Graph query. */
export function graphSkipToken(body: string): string | undefined {
  const token = optionsOf(parse(body))['$skipToken'];
  return typeof token === 'string' ? token : undefined;
}

/**
 * Answers a Resource Graph query with the ids that the snapshot holds; the query's own text is not run.
 * Shape: learn.microsoft.com/rest/api/azureresourcegraph/resourcegraph/resources/resources.
 */
export function answerGraphQuery(lists: ArmLists, request: ArmRequest, pageSize: number): ArmResponse {
  const asked = parse(request.body);
  if (typeof asked?.['query'] !== 'string') return badRequest('The request body holds no query.');
  const number = pageNumber(graphSkipToken(request.body));
  if (Number.isNaN(number)) return badRequest('The $skipToken is not one that this server gave.');
  const top = optionsOf(asked)['$top'];
  const size = typeof top === 'number' && top >= 1 ? Math.min(Math.floor(top), pageSize) : pageSize;
  const { ids, end } = lists.graphRows(RESOURCE_GRAPH);
  const page = pageOf(ids, number, size, end !== null);
  if (end !== null && page.items.length === 0) return gapAnswer(end, request, undefined);
  return jsonAnswer({
    totalRecords: ids.length,
    count: page.items.length,
    data: page.items.map((id) => ({ id })),
    facets: [],
    resultTruncated: 'false',
    ...(page.more ? { $skipToken: skipTokenFor(number + 1) } : {}),
  });
}

function optionsOf(query: JsonObject | null): JsonObject {
  const options = query?.['options'];
  return isJsonObject(options) ? options : {};
}

function parse(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

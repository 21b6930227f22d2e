import { parseArmPath } from '../arm/arm-path.js';
import { groupPath, subscriptionPath } from '../arm/path-builders.js';
import { idKey } from '../arm/resource-id.js';
import type { JsonObject } from '../json.js';
import type { Gap, SnapshotResource } from '../snapshot/format.js';
import {
  badRequest,
  groupNotFound,
  invalidApiVersion,
  methodNotAllowed,
  missingApiVersion,
  resourceNotFound,
  subscriptionNotFound,
  unauthorized,
} from './arm-errors.js';
import { type ArmResponse, jsonAnswer } from './arm-response.js';
import { gapAnswer } from './gap-answers.js';
import { ArmLists } from './lists.js';
import { nextLinkTo, pageNumber, pageOf, skipTokenOf } from './paging.js';
import { type ArmRequest, filteredKey, parameter } from './request.js';
import { answerGraphQuery, isGraphQuery } from './resource-graph.js';
import { bodyFor, holdsVersion, type SnapshotTree } from './snapshot-tree.js';
import type { ArmList } from './synthesized-lists.js';

/** Answers requests from a snapshot as ARM would. Knows nothing of sockets and time. */
export class SnapshotAnswers {
  readonly #tree: SnapshotTree;
  readonly #lists: ArmLists;
  readonly #pageSize: number;

  /** @param pageSize items on a page of a list, at least 1 */
  constructor(tree: SnapshotTree, pageSize: number) {
    this.#tree = tree;
    this.#lists = new ArmLists(tree);
    this.#pageSize = pageSize;
  }

  /** The answer to a request, whatever it is. */
  answer(request: ArmRequest): ArmResponse {
    if (request.method !== 'GET' && !isGraphQuery(request)) return methodNotAllowed(request.method);
    const { authorization } = request;
    if (authorization === undefined) {
      return unauthorized(
        'AuthenticationFailed',
        "Authentication failed. The 'Authorization' header is missing.",
      );
    }
    if (!/^Bearer +\S+$/i.test(authorization)) {
      return unauthorized('InvalidAuthenticationToken', 'The access token is invalid.');
    }
    const version = parameter(request.query, 'api-version');
    if (version === undefined || version === '') return missingApiVersion();
    if (!/^\d{4}-\d{2}-\d{2}(-[a-z]+)?$/i.test(version)) return invalidApiVersion(version);
    const key = this.#idKey(request);
    const gap = this.#tree.gaps.get(key);
    const resource = this.#tree.resources.get(key);
    if (gap !== undefined && this.#stands(gap, key, version)) return gapAnswer(gap, request, resource);
    if (isGraphQuery(request)) return answerGraphQuery(this.#lists, request, this.#pageSize);
    if (resource !== undefined) return jsonAnswer(bodyFor(resource, version));
    const list = this.#lists.at(key);
    if (list !== null) return this.#page(list, request, version);
    return this.#container(request) ?? this.#missing(request);
  }

  /** Under which key the snapshot has what is asked for: with the filter where it knows that list, else without. */
  #idKey(request: ArmRequest): string {
    const filtered = filteredKey(request);
    const { collections, gaps } = this.#tree;
    return filtered !== null && (collections.has(filtered) || gaps.has(filtered)) ? filtered : request.key;
  }

  /**
   * A gap is in the way of all that the snapshot holds of its scope, but for two: the api-versions that did
   * answer where another was not supported, and the pages that were read before a list broke off.
   */
  #stands(gap: Gap, key: string, version: string): boolean {
    const resource = this.#tree.resources.get(key);
    if (gap.reason === 'unsupported' && resource !== undefined) return !holdsVersion(resource, version);
    return this.#tree.collections.get(key)?.collection.complete !== false;
  }

  #page({ items, end }: ArmList, request: ArmRequest, version: string): ArmResponse {
    const number = pageNumber(skipTokenOf(request.query));
    if (Number.isNaN(number)) return badRequest('The $skiptoken is not one that this server gave.');
    const page = pageOf(items, number, this.#pageSize, end !== null);
    if (end !== null && page.items.length === 0) return gapAnswer(end, request, undefined);
    return jsonAnswer({
      value: page.items.map((item: SnapshotResource) => bodyFor(item, version)),
      ...(page.more ? { nextLink: nextLinkTo(request.origin, request.path, request.query, number + 1) } : {}),
    });
  }

  /** A subscription or a resource group in which something lies. */
  #container({ key, path }: ArmRequest): ArmResponse | null {
    const { subscription, group, namespace, rest } = parseArmPath(path);
    if (subscription === null || namespace !== null || rest.length > 0) return null;
    const name = this.#tree.containers.get(key);
    if (name === undefined) return null;
    return jsonAnswer(group === null ? subscriptionBody(name) : groupBody(subscription, name));
  }

  #missing({ path }: ArmRequest): ArmResponse {
    const { subscription, group } = parseArmPath(path);
    if (subscription === null) return resourceNotFound(path);
    const { containers } = this.#tree;
    if (!containers.has(idKey(subscriptionPath(subscription)))) return subscriptionNotFound(subscription);
    if (group !== null && !containers.has(idKey(groupPath(subscription, group)))) {
      return groupNotFound(group);
    }
    return resourceNotFound(path);
  }
}

function subscriptionBody(subscriptionId: string): JsonObject {
  return {
    id: subscriptionPath(subscriptionId),
    authorizationSource: 'RoleBased',
    subscriptionId,
    displayName: `Subscription ${subscriptionId}`,
    state: 'Enabled',
  };
}

function groupBody(subscription: string, name: string): JsonObject {
  return {
    id: groupPath(subscription, name),
    name,
    type: 'Microsoft.Resources/resourceGroups',
    properties: { provisioningState: 'Succeeded' },
  };
}

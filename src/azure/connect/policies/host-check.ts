import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { RESOURCE_GRAPH_PATH } from '../../../arm/list-paths.js';
import { unusable } from '../failure.js';
import { Recording } from '../recording.js';
import { serviceMessage } from '../service-message.js';

/**
 * Lets out only what may leave: requests to the chosen ARM host, and of those only a GET or the Resource Graph
 * query. Clients follow a `nextLink` to any host, and the token policy puts the token on whatever passes it, so
 * this one must stand before that.
 * @param origin scheme, host and port of the chosen ARM
 */
export function hostCheckPolicy(origin: string): PipelinePolicy {
  return {
    name: 'isocheckHostCheckPolicy',
    async sendRequest(request, next) {
      const recording = Recording.current();
      const address = parse(request.url);
      if (address === null) throw recording.fail(unusable('a nextLink is not an address'));
      if (address.origin !== origin) {
        const host = serviceMessage(`${address.protocol}//${address.host}`, 80);
        throw recording.fail(
          unusable(`a nextLink to ${host} is not followed: it is not the chosen ARM host`),
        );
      }
      if (address.username !== '' || address.password !== '') {
        throw recording.fail(unusable('a nextLink with a user name is not followed'));
      }
      const query = request.method === 'POST' && address.pathname === RESOURCE_GRAPH_PATH;
      if (request.method !== 'GET' && !query) {
        throw recording.fail(unusable(`${request.method} is not sent: isocheck only reads`));
      }
      recording.visit(query ? `${request.url} ${String(request.body)}` : request.url);
      return next(request);
    },
  };
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

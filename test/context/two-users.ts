import type { ClientOptions } from '../../src/client/client.js';
import { json, network, ok, refused, type Sent } from '../network.js';

type Answer = Response | Promise<Response>;

/**
 * A server with the users Ada and Eve, each with an organization whose texts name the user. A user's token is their
 * name. `instead` may return another answer to a request.
 */
export function twoUsers() {
  const server = {
    /** The users whose tokens are valid. */
    lets: ['ada', 'eve'],
    /** The user whom the host signs in. */
    token: 'ada' as string | Promise<string>,
    /** The reasons that `getToken` was called with. */
    asked: [] as string[],
    instead: (_request: Sent, _who: string): Answer | undefined => undefined,
  };
  const { fetch, sent } = network((request) => {
    const who = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
    const answer = server.instead(request, who);
    if (answer) return answer;
    if (!server.lets.includes(who)) return refused(401, 'TOKEN_EXPIRED');
    const { pathname } = request.url;
    if (pathname.endsWith('/users/me')) return ok(user(who));
    if (pathname.includes('/profile/')) return json(200, organization(who));
    return refused(404, 'NOT_FOUND');
  });
  const getToken: ClientOptions['getToken'] = ({ reason }) => {
    server.asked.push(reason);
    return server.token;
  };
  const paths = () => sent.map(({ method, url }) => `${method} ${url.pathname}`);
  /** The number of reads of user and organization; the time of a pane's other requests is not fixed. */
  const reads = () => paths().filter((path) => /me$|profile/.test(path)).length;
  return Object.assign(server, { fetch, getToken, sent, paths, reads });
}

function user(who: string) {
  return { id: `u-${who}`, email: `${who}@${who}.example`, role: 'OWNER', organization_id: `o-${who}` };
}

function organization(who: string) {
  return { id: `o-${who}`, name: `Workshop of ${who}`, website: `https://${who}.example`, region_id: `${who}-west` };
}

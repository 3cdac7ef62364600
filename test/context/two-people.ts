import type { ClientOptions } from '../../src/client/client.js';
import { json, network, ok, refused, type Sent } from '../network.js';

type Answer = Response | Promise<Response>;

/**
 * A server that knows Ada and Eve, each with an organization whose every text tells whose it is. Takes for a token the
 * name of whoever may come in. `instead` may answer a request otherwise.
 */
export function twoPeople() {
  const server = {
    /** Names whose tokens are good. */
    lets: ['ada', 'eve'],
    /** Whom the host signs in. */
    token: 'ada' as string | Promise<string>,
    /** Why the host was asked for tokens. */
    asked: [] as string[],
    instead: (_request: Sent, _who: string): Answer | undefined => undefined,
  };
  const { fetch, sent } = network((request) => {
    const who = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
    const answer = server.instead(request, who);
    if (answer) return answer;
    if (!server.lets.includes(who)) return refused(401, 'TOKEN_EXPIRED');
    const { pathname } = request.url;
    if (pathname.endsWith('/users/me')) return ok(person(who));
    if (pathname.includes('/profile/')) return json(200, organization(who));
    return refused(404, 'NOT_FOUND');
  });
  const getToken: ClientOptions['getToken'] = ({ reason }) => {
    server.asked.push(reason);
    return server.token;
  };
  const paths = () => sent.map(({ method, url }) => `${method} ${url.pathname}`);
  /** How often person and organization were asked for; what else a pane shows comes when it comes. */
  const reads = () => paths().filter((path) => /me$|profile/.test(path)).length;
  return Object.assign(server, { fetch, getToken, sent, paths, reads });
}

function person(who: string) {
  return { id: `u-${who}`, email: `${who}@${who}.example`, role: 'OWNER', organization_id: `o-${who}` };
}

function organization(who: string) {
  return { id: `o-${who}`, name: `Workshop of ${who}`, website: `https://${who}.example`, region_id: `${who}-west` };
}

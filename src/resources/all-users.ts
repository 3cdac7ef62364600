import type { User } from '../contract/me.js';
import { listUsers } from '../contract/users.js';
import type { ApiSession } from './api-session.js';
import { fetchPages } from './fetch-all-pages.js';
import { addressKey } from './invitations.js';
import type { Resource } from './resource.js';

/** Maximum number of users that a long list of invitees is compared with. Only the server checks the others. */
const maxUsers = 1000;
const pageSize = 100;

/** Users by their email address, to find existing users before an invitation is sent. */
export function allUsersResource(session: ApiSession) {
  const { client } = session;
  const byAddress = new Map<string, Resource<User | undefined>>();

  /** The user with this address; `undefined` if the search of the server does not find the address. */
  const at = (email: string): Resource<User | undefined> => {
    const key = addressKey(email);
    const made =
      byAddress.get(key) ??
      session.resource(async (call) => {
        const { items } = await client.call(listUsers, { query: { search: email.trim(), limit: pageSize } }, call);
        return items.find((user) => addressKey(user.email) === key);
      });
    byAddress.set(key, made);
    return made;
  };

  /** Addresses of the first thousand users. */
  const addresses = session.resource(async (call): Promise<ReadonlySet<string>> => {
    const read = (query: { limit: number; offset: number }) => client.call(listUsers, { query }, call);
    const { items } = await fetchPages(read, maxUsers, pageSize);
    return new Set(items.map(({ email }) => addressKey(email)));
  });

  return { at, addresses };
}

import type { User } from '../contract/me.js';
import { listUsers } from '../contract/users.js';
import type { ApiSession } from './api-session.js';
import { addressKey } from './invitations.js';
import type { Resource } from './resource.js';

/** Members a long list of new people is compared with; beyond that only the server can tell. */
const most = 1000;
const rows = 100;

/** Members by their address, for those who are about to invite somebody. */
export function allUsersResource(session: ApiSession) {
  const { client } = session;
  const byAddress = new Map<string, Resource<User | undefined>>();

  /** Who has an address already, as far as anybody does. */
  const at = (email: string): Resource<User | undefined> => {
    const key = addressKey(email);
    const made =
      byAddress.get(key) ??
      session.resource(async (call) => {
        const { items } = await client.call(listUsers, { query: { search: email.trim(), limit: rows } }, call);
        return items.find((user) => addressKey(user.email) === key);
      });
    byAddress.set(key, made);
    return made;
  };

  /** Addresses of the first thousand members. */
  const addresses = session.resource(async (call): Promise<ReadonlySet<string>> => {
    const found = new Set<string>();
    for (let offset = 0; offset < most; offset += rows) {
      const { items, total } = await client.call(listUsers, { query: { limit: rows, offset } }, call);
      for (const { email } of items) found.add(addressKey(email));
      if (!items.length || offset + rows >= (total ?? 0)) break;
    }
    return found;
  });

  return { at, addresses };
}

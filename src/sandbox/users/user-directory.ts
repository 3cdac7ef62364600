import { searchKey, searchWords } from '../../contract/search.js';
import type { Store } from '../db/store.js';
import { type OrganizationRow, type UserRow, users } from '../db/tables.js';

/** Maximum sizes of the caches: organizations, filters per organization, and search texts per filter. */
const maxOrganizations = 64;
const maxGroups = 16;
const maxSearches = 64;

/** Filters and order of the user list; by default all users, the earliest first. */
export interface UserQuery {
  readonly search?: string | undefined;
  readonly role?: string | undefined;
  readonly status?: string | undefined;
  readonly two_factor?: 'on' | 'off' | undefined;
  readonly sort?: string | undefined;
}

/** The columns that filters and order depend on, apart from `last_login_at`, which every sign-in changes. */
export const searchedColumns = ['id', 'role', 'status', 'search_key', 'two_factor_enabled'] as const;

type Entry = Pick<UserRow, (typeof searchedColumns)[number]>;

/** The users that match a filter, in one order, with their search keys joined to one text. */
interface Group {
  readonly ids: readonly string[];
  readonly text: string;
  /** Position in `text` after each user's search key. */
  readonly ends: Uint32Array;
  /** Indexes of the found users by search text. */
  readonly searches: Map<string, Uint32Array>;
}

/** The users of an organization at one `users_version`. */
interface Snapshot {
  readonly version: string;
  readonly entries: Promise<readonly Entry[]>;
  readonly groups: Map<string, Promise<Group>>;
}

/** Roles in sort order. */
const roles = ['OWNER', 'ADMIN', 'MEMBER'];

/**
 * Lists and searches the users of an organization, as fast for 10,000 users as for a few. A database would scan all
 * users to find part of a name, to count the matches and to skip to a page. So the search keys of recently used
 * organizations are cached until `users_version` changes; the rows of a page are read from the store.
 */
export class UserDirectory {
  readonly #store: Store;
  readonly #snapshots = new Map<string, Snapshot>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** A page of the matching users, and their total number. Ties are sorted by age, in the same direction. */
  async page(organization: OrganizationRow, query: UserQuery, { limit, offset }: { limit: number; offset: number }) {
    const { search: typed = '', sort = 'created_at' } = query;
    const field = sort.replace('-', '');
    const isDescending = sort !== field;
    const group = await groupOf(this.#snapshotOf(organization), query, field);
    const words = searchWords(typed);
    const found = words.length
      ? cached(group.searches, words.join(' '), maxSearches, () => search(group, words))
      : undefined;
    const matching = found ? Array.from(found, (index) => group.ids[index] as string) : group.ids;
    let ids: readonly string[];
    if (field === 'last_login') {
      ids = await this.#byLastLogin(
        organization.id,
        query,
        { isDescending, limit, offset },
        found && new Set(matching),
      );
    } else {
      const start = isDescending ? matching.length - offset - limit : offset;
      ids = matching.slice(Math.max(0, start), Math.max(0, start + limit));
      if (isDescending) ids = [...ids].reverse();
    }
    const rows = ids.length ? await this.#store.find(users, { id: { in: ids } }) : [];
    const byId = new Map(rows.map((row) => [row.id, row]));
    return { rows: ids.flatMap((id) => byId.get(id) ?? []), total: matching.length };
  }

  /** Ids sorted by the last sign-in, limited to `found` if given; users who never signed in count as the earliest. */
  async #byLastLogin(
    organization_id: string,
    { role, status, two_factor }: UserQuery,
    { isDescending, limit, offset }: { isDescending: boolean; limit: number; offset: number },
    found: ReadonlySet<string> | undefined,
  ): Promise<string[]> {
    const where = {
      organization_id,
      role: role || undefined,
      status: status || { not: 'INVITED' },
      two_factor_enabled: two_factor && two_factor === 'on',
    };
    const selection = { columns: ['id'], orderBy: 'last_login_at', isDescending } as const;
    const paging = found ? {} : { limit, offset };
    const rows = await this.#store.find(users, where, { ...selection, ...paging });
    const ids = rows.map(({ id }) => id);
    return found ? ids.filter((id) => found.has(id)).slice(offset, offset + limit) : ids;
  }

  #snapshotOf({ id, users_version: version }: OrganizationRow): Snapshot {
    const known = this.#snapshots.get(id);
    if (known?.version === version) return known;
    const selection = { columns: searchedColumns, orderBy: 'created_at' } as const;
    const entries = this.#store.find(users, { organization_id: id }, selection);
    const snapshot = { version, entries, groups: new Map() };
    put(this.#snapshots, id, snapshot, maxOrganizations);
    // After a failed read the next request reads again.
    entries.catch(() => this.#snapshots.get(id) === snapshot && this.#snapshots.delete(id));
    return snapshot;
  }
}

function groupOf({ entries, groups }: Snapshot, query: UserQuery, field: string): Promise<Group> {
  const { role, status, two_factor } = query;
  const isIncluded = (entry: Entry) =>
    // Invited users are listed as invitations until they have chosen a password.
    (status ? entry.status === status : entry.status !== 'INVITED') &&
    (!role || entry.role === role) &&
    (!two_factor || entry.two_factor_enabled === (two_factor === 'on'));
  const order = field in comparisons ? field : 'created_at';
  return cached(groups, JSON.stringify([role, status, two_factor, order]), maxGroups, async () =>
    createGroup((await entries).filter(isIncluded), comparisons[order]),
  );
}

/** An entry with its search key as it is searched. */
interface Keyed {
  readonly entry: Entry;
  readonly key: string;
}

/** Comparisons by sort field. Entries are already in the order of `created_at`, which the sort keeps for ties. */
const comparisons: Readonly<Record<string, ((a: Keyed, b: Keyed) => number) | undefined>> = {
  created_at: undefined,
  // The key begins with the name, without case and diacritics.
  name: (a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)),
  role: (a, b) => roles.indexOf(a.entry.role) - roles.indexOf(b.entry.role),
  two_factor: (a, b) => Number(a.entry.two_factor_enabled) - Number(b.entry.two_factor_enabled),
};

/** Separates search keys; no stored text and no search text contains NUL. */
const separator = '\0';

function createGroup(entries: readonly Entry[], compare: ((a: Keyed, b: Keyed) => number) | undefined): Group {
  const keys = searchKey(entries.map(({ search_key }) => search_key).join(separator)).split(separator);
  const sorted = entries.map((entry, index): Keyed => ({ entry, key: keys[index] ?? '' }));
  if (compare) sorted.sort(compare);
  let end = 0;
  const ends = Uint32Array.from(sorted, ({ key }) => (end += key.length + separator.length));
  const text = sorted.map(({ key }) => key).join(separator);
  return { ids: sorted.map(({ entry }) => entry.id), text, ends, searches: new Map() };
}

/** Users whose search key contains all words: finds the longest word in the text, then the others in each match. */
function search({ text, ends }: Group, words: readonly string[]): Uint32Array {
  const [longest = '', ...others] = [...words].sort((a, b) => b.length - a.length);
  const found = new Uint32Array(ends.length);
  let count = 0;
  let index = 0;
  for (let at = text.indexOf(longest); at >= 0; at = text.indexOf(longest, ends[index++])) {
    while ((ends[index] as number) <= at) index++;
    const own = others.length ? text.slice(ends[index - 1] ?? 0, ends[index]) : '';
    if (others.every((word) => own.includes(word))) found[count++] = index;
  }
  return found.slice(0, count);
}

function cached<Value>(map: Map<string, Value>, key: string, maxSize: number, create: () => Value): Value {
  const value = map.get(key) ?? create();
  put(map, key, value, maxSize);
  return value;
}

/** Makes an entry the most recent one, and drops the least recent one if there are more than `maxSize`. */
function put<Value>(map: Map<string, Value>, key: string, value: Value, maxSize: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > maxSize && oldest !== undefined) map.delete(oldest);
}

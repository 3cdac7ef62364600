import { searchKey, searchWords } from '../../contract/search.js';
import type { Store } from '../db/store.js';
import { type OrganizationRow, type UserRow, users } from '../db/tables.js';

/** Sizes of the caches: organizations, filters of an organization, and search texts of a filter. */
const maxOrganizations = 64;
const maxGroups = 16;
const maxSearches = 64;

/** Filters of the user list. */
export interface UserQuery {
  readonly search?: string | undefined;
  readonly role?: string | undefined;
  readonly status?: string | undefined;
}

/** The columns that filters depend on. */
export const searchedColumns = ['id', 'role', 'status', 'search_key'] as const;

type Entry = Pick<UserRow, (typeof searchedColumns)[number]>;

/** The users of one role and status in the order of the list, with their search keys joined to one text. */
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

/**
 * Searches the users of an organization with 10,000 users as fast as those of a small one. A database scans all users to
 * find a part of a name, to count the matches and to skip to a page. So the search keys of recently used organizations are
 * cached until their `users_version` changes; the rows of a page are read from the store.
 */
export class UserDirectory {
  readonly #store: Store;
  readonly #snapshots = new Map<string, Snapshot>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** A page of the matching users, the earliest first, and their total number. */
  async page(organization: OrganizationRow, query: UserQuery, { limit, offset }: { limit: number; offset: number }) {
    const group = await groupOf(this.#snapshotOf(organization), query);
    const words = searchWords(query.search ?? '');
    const found = words.length
      ? cached(group.searches, words.join(' '), maxSearches, () => search(group, words))
      : undefined;
    const ids = found
      ? Array.from(found.subarray(offset, offset + limit), (index) => group.ids[index] as string)
      : group.ids.slice(offset, offset + limit);
    const rows = ids.length ? await this.#store.find(users, { id: { in: ids } }) : [];
    const byId = new Map(rows.map((row) => [row.id, row]));
    return { rows: ids.flatMap((id) => byId.get(id) ?? []), total: (found ?? group.ids).length };
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

function groupOf({ entries, groups }: Snapshot, { role, status }: UserQuery): Promise<Group> {
  const isIncluded = (entry: Entry) =>
    // Invited users are listed as invitations until they have chosen a password.
    (status ? entry.status === status : entry.status !== 'INVITED') && (!role || entry.role === role);
  return cached(groups, JSON.stringify([role, status]), maxGroups, async () =>
    createGroup((await entries).filter(isIncluded)),
  );
}

/** Separates search keys; no stored text and no search text contains NUL. */
const separator = '\0';

function createGroup(entries: readonly Entry[]): Group {
  const text = searchKey(entries.map(({ search_key }) => search_key).join(separator));
  let end = 0;
  const ends = Uint32Array.from(text.split(separator), ({ length }) => (end += length + separator.length));
  return { ids: entries.map(({ id }) => id), text, ends, searches: new Map() };
}

/** Users whose search key contains all words: finds the longest word in the text, and the others in each match. */
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

/** Makes an entry the most recent one, and drops the least recent one. */
function put<Value>(map: Map<string, Value>, key: string, value: Value, maxSize: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > maxSize && oldest !== undefined) map.delete(oldest);
}

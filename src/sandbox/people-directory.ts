import { fold, type Store } from './store.js';
import { type OrganizationRow, type UserRow, users } from './tables.js';

/** Workspaces whose people are kept at hand, and what was looked for in each of them. */
const mostWorkspaces = 64;
const mostSearches = 256;

/** What people are looked for by; a part that's left out doesn't matter. */
export interface PeopleQuery {
  readonly search?: string | undefined;
  readonly role?: string | undefined;
  readonly status?: string | undefined;
}

type Entry = Pick<UserRow, 'id' | 'role' | 'status' | 'search_key'>;

/** The people of one workspace as they were at one version, and where they were found. */
interface Snapshot {
  readonly version: string;
  readonly entries: Promise<readonly Entry[]>;
  readonly searches: Map<string, Promise<readonly Entry[]>>;
}

/**
 * Finds people of a workspace, however many it has. No database finds a part of a name, counts what it found and skips
 * to the middle of it without going through everybody. So the few words of a person that are searched are kept here, of
 * every workspace that was asked for lately, for as long as its `people_version` is the same; what is shown of people is
 * read from the store every time.
 */
export class PeopleDirectory {
  readonly #store: Store;
  readonly #snapshots = new Map<string, Snapshot>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Those who are found, in the order they came, and how many that are. */
  async page(organization: OrganizationRow, query: PeopleQuery, { limit, offset }: { limit: number; offset: number }) {
    const found = await this.#found(this.#snapshotOf(organization), query);
    const ids = found.slice(offset, offset + limit).map(({ id }) => id);
    const rows = ids.length ? await this.#store.find(users, { id: { in: ids } }) : [];
    const byId = new Map(rows.map((row) => [row.id, row]));
    return { rows: ids.flatMap((id) => byId.get(id) ?? []), total: found.length };
  }

  #found({ entries, searches }: Snapshot, { search = '', role, status }: PeopleQuery) {
    const text = fold(search.trim());
    const nameOf = (part: string) => JSON.stringify([part, role, status]);
    const known = searches.get(nameOf(text));
    if (known) return known;
    const fits = (entry: Entry) =>
      // Until they have chosen a password, invited people show under their invitations only.
      (status ? entry.status === status : entry.status !== 'INVITED') &&
      (!role || entry.role === role) &&
      entry.search_key.includes(text);
    // Who types on is found among those found so far.
    const wider = (text && searches.get(nameOf(text.slice(0, -1)))) || entries;
    const found = wider.then((all) => all.filter(fits));
    keep(searches, nameOf(text), found, mostSearches);
    return found;
  }

  #snapshotOf({ id, people_version: version }: OrganizationRow): Snapshot {
    const known = this.#snapshots.get(id);
    if (known?.version === version) return known;
    const entries = this.#store.find(users, { organization_id: id }, { orderBy: 'created_at' });
    const snapshot = { version, entries: entries.then((rows) => rows.map(entryOf)), searches: new Map() };
    keep(this.#snapshots, id, snapshot, mostWorkspaces);
    // What couldn't be read is read again by whoever asks next.
    entries.catch(() => this.#snapshots.get(id) === snapshot && this.#snapshots.delete(id));
    return snapshot;
  }
}

/** Without what nobody looks for, of which there is much more. */
function entryOf({ id, role, status, search_key }: UserRow): Entry {
  return { id, role, status, search_key };
}

/** Keeps the newest ones. */
function keep<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}

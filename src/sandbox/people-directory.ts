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

/** All that matters to whether people are found. Where they stand follows from when they came, which never changes. */
export const searchedColumns = ['id', 'role', 'status', 'search_key'] as const;

type Entry = Pick<UserRow, (typeof searchedColumns)[number]>;

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
    const nameOf = (text: string) => JSON.stringify([text, role, status]);
    const once = (text: string, find: () => Promise<readonly Entry[]>) => {
      const found = searches.get(nameOf(text)) ?? find();
      keep(searches, nameOf(text), found, mostSearches);
      return found;
    };
    const everybody = () =>
      once('', async () =>
        (await entries).filter(
          (entry) =>
            // Until they have chosen a password, invited people show under their invitations only.
            (status ? entry.status === status : entry.status !== 'INVITED') && (!role || entry.role === role),
        ),
      );
    const text = fold(search.trim());
    if (!text) return everybody();
    return once(text, async () => {
      // Who types on is found among those found so far.
      const wider = await (searches.get(nameOf(text.slice(0, -1))) ?? everybody());
      return wider.filter(({ search_key }) => search_key.includes(text));
    });
  }

  #snapshotOf({ id, people_version: version }: OrganizationRow): Snapshot {
    const known = this.#snapshots.get(id);
    if (known?.version === version) return known;
    const inOrder = { columns: searchedColumns, orderBy: 'created_at' } as const;
    const entries = this.#store.find(users, { organization_id: id }, inOrder);
    const snapshot = { version, entries, searches: new Map() };
    keep(this.#snapshots, id, snapshot, mostWorkspaces);
    // What couldn't be read is read again by whoever asks next.
    entries.catch(() => this.#snapshots.get(id) === snapshot && this.#snapshots.delete(id));
    return snapshot;
  }
}

/** Keeps the newest ones. */
function keep<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}

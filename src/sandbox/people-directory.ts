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

/** People in the order they came, with all their words in one text: searched at once, that takes a tenth of the time. */
interface Group {
  readonly entries: readonly Entry[];
  readonly text: string;
  /** Where in the text each one's words are over. */
  readonly ends: readonly number[];
}

/** The people of one workspace as they were at one version, by role and status, and who was found among them. */
interface Snapshot {
  readonly version: string;
  readonly entries: Promise<readonly Entry[]>;
  readonly groups: Map<string, Promise<Group>>;
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

  async #found({ entries, groups, searches }: Snapshot, { search = '', role, status }: PeopleQuery) {
    const isAmong = (entry: Entry) =>
      // Until they have chosen a password, invited people show under their invitations only.
      (status ? entry.status === status : entry.status !== 'INVITED') && (!role || entry.role === role);
    const among = JSON.stringify([role, status]);
    const group = recall(groups, among, async () => groupOf((await entries).filter(isAmong)));
    const text = fold(search.trim());
    if (!text) return (await group).entries;
    return recall(searches, text + among, async () => foundIn(await group, text));
  }

  #snapshotOf({ id, people_version: version }: OrganizationRow): Snapshot {
    const known = this.#snapshots.get(id);
    if (known?.version === version) return known;
    const inOrder = { columns: searchedColumns, orderBy: 'created_at' } as const;
    const entries = this.#store.find(users, { organization_id: id }, inOrder);
    const snapshot = { version, entries, groups: new Map(), searches: new Map() };
    keep(this.#snapshots, id, snapshot, mostWorkspaces);
    // What couldn't be read is read again by whoever asks next.
    entries.catch(() => this.#snapshots.get(id) === snapshot && this.#snapshots.delete(id));
    return snapshot;
  }
}

/** Stands between the words of two people; no text that is stored or looked for holds it. */
const separator = '\0';

function groupOf(entries: readonly Entry[]): Group {
  let end = 0;
  const ends = entries.map(({ search_key }) => {
    end += search_key.length + separator.length;
    return end;
  });
  return { entries, text: entries.map(({ search_key }) => search_key).join(separator), ends };
}

function foundIn({ entries, text, ends }: Group, wanted: string): Entry[] {
  const found: Entry[] = [];
  let index = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, ends[index])) {
    while ((ends[index] as number) <= at) index++;
    found.push(entries[index] as Entry);
  }
  return found;
}

/** What is known already, else what `find` finds. */
function recall<Value>(map: Map<string, Value>, key: string, find: () => Value): Value {
  const value = map.get(key) ?? find();
  keep(map, key, value, mostSearches);
  return value;
}

/** Keeps the newest ones. */
function keep<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}

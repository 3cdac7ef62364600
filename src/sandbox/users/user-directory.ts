import { fold, type Store } from '../db/store.js';
import { type OrganizationRow, type UserRow, users } from '../db/tables.js';

/** Workspaces whose people are kept at hand, and what was looked for in each group of them. */
const mostWorkspaces = 64;
const mostSearches = 64;

/** What people are looked for by; a part that's left out doesn't matter. */
export interface PeopleQuery {
  readonly search?: string | undefined;
  readonly role?: string | undefined;
  readonly status?: string | undefined;
}

/** All that matters to whether people are found. Where they stand follows from when they came, which never changes. */
export const searchedColumns = ['id', 'role', 'status', 'search_key'] as const;

type Entry = Pick<UserRow, (typeof searchedColumns)[number]>;

/** People in the order they came, with all their words in one text: what is rare is found in it at once. */
interface Group {
  readonly ids: readonly string[];
  readonly text: string;
  /** Where in the text each one's words are over. */
  readonly ends: Uint32Array;
  /** By the text looked for, where in the group those stand who were found. */
  readonly searches: Map<string, Uint32Array>;
}

/** The people of one workspace as they were at one version, by role and status. */
interface Snapshot {
  readonly version: string;
  readonly entries: Promise<readonly Entry[]>;
  readonly groups: Map<string, Promise<Group>>;
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
    const group = await groupIn(this.#snapshotOf(organization), query);
    const text = fold(query.search?.trim() ?? '');
    const found = text ? recall(group.searches, text, mostSearches, () => findIn(group, text)) : undefined;
    const ids = found
      ? Array.from(found.subarray(offset, offset + limit), (at) => group.ids[at] as string)
      : group.ids.slice(offset, offset + limit);
    const rows = ids.length ? await this.#store.find(users, { id: { in: ids } }) : [];
    const byId = new Map(rows.map((row) => [row.id, row]));
    return { rows: ids.flatMap((id) => byId.get(id) ?? []), total: (found ?? group.ids).length };
  }

  #snapshotOf({ id, people_version: version }: OrganizationRow): Snapshot {
    const known = this.#snapshots.get(id);
    if (known?.version === version) return known;
    const inOrder = { columns: searchedColumns, orderBy: 'created_at' } as const;
    const entries = this.#store.find(users, { organization_id: id }, inOrder);
    const snapshot = { version, entries, groups: new Map() };
    keep(this.#snapshots, id, snapshot, mostWorkspaces);
    // What couldn't be read is read again by whoever asks next.
    entries.catch(() => this.#snapshots.get(id) === snapshot && this.#snapshots.delete(id));
    return snapshot;
  }
}

/** A role or status that nobody has is asked for at times; so many are kept as there are sensible ones. */
const mostGroups = 16;

function groupIn({ entries, groups }: Snapshot, { role, status }: PeopleQuery): Promise<Group> {
  const isAmong = (entry: Entry) =>
    // Until they have chosen a password, invited people show under their invitations only.
    (status ? entry.status === status : entry.status !== 'INVITED') && (!role || entry.role === role);
  return recall(groups, JSON.stringify([role, status]), mostGroups, async () =>
    groupOf((await entries).filter(isAmong)),
  );
}

/** Stands between the words of two people; no text that is stored or looked for holds it. */
const separator = '\0';

function groupOf(entries: readonly Entry[]): Group {
  let end = 0;
  const ends = Uint32Array.from(entries, ({ search_key }) => (end += search_key.length + separator.length));
  const text = entries.map(({ search_key }) => search_key).join(separator);
  return { ids: entries.map(({ id }) => id), text, ends, searches: new Map() };
}

function findIn({ text, ends }: Group, wanted: string): Uint32Array {
  const found = new Uint32Array(ends.length);
  let count = 0;
  let index = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, ends[index++])) {
    while ((ends[index] as number) <= at) index++;
    found[count++] = index;
  }
  return found.slice(0, count);
}

/** What is known already, else what `find` finds. */
function recall<Value>(map: Map<string, Value>, key: string, most: number, find: () => Value): Value {
  const value = map.get(key) ?? find();
  keep(map, key, value, most);
  return value;
}

/** Keeps the newest ones. */
function keep<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}

import type { Rows, Store, Where } from '../db/store.js';
import type { Row, Table } from '../db/table.js';
import { organizations, users } from '../db/tables.js';
import { searchedColumns } from './user-directory.js';

/**
 * A store that marks a workspace whenever its people change, in the same transaction: its `people_version` is another
 * one then. So whoever keeps something about its people notices, in other processes too, and no writer has to remember.
 */
export class PeopleStore implements Store {
  readonly #store: Store;
  readonly #newVersion: () => string;
  readonly #rows: Rows;

  constructor(store: Store, newVersion: () => string) {
    this.#store = store;
    this.#newVersion = newVersion;
    this.#rows = this.#marking(store);
  }

  readonly get: Store['get'] = (...of) => this.#store.get(...of);
  readonly find: Store['find'] = (...of) => this.#store.find(...of);
  readonly count: Store['count'] = (...of) => this.#store.count(...of);
  readonly insert: Store['insert'] = (...of) => this.#rows.insert(...of);
  readonly update: Store['update'] = (...of) => this.#rows.update(...of);
  readonly delete: Store['delete'] = (...of) => this.#rows.delete(...of);

  transaction<Result>(key: string, work: (rows: Rows) => Promise<Result>): Promise<Result> {
    return this.#store.transaction(key, (rows) => work(this.#marking(rows)));
  }

  check(): Promise<void> {
    return this.#store.check();
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  #marking(rows: Rows): Rows {
    const mark = async (workspaces: Iterable<string>) => {
      for (const id of new Set(workspaces)) {
        await rows.update(organizations, { id }, { people_version: this.#newVersion() });
      }
    };
    const workspacesOf = async <T extends Table>(table: T, where: Where<T>) => {
      if (table.name !== users.name) return [];
      return (await rows.find(users, where as Where<typeof users>)).map(({ organization_id: id }) => id);
    };
    return {
      get: (...of) => rows.get(...of),
      find: (...of) => rows.find(...of),
      count: (...of) => rows.count(...of),
      async insert<T extends Table>(table: T, added: Row<T> | readonly Row<T>[]) {
        await rows.insert(table, added);
        if (table.name === users.name)
          await mark(([added].flat() as Row<typeof users>[]).map((row) => row.organization_id));
      },
      async update(table, where, change) {
        const isListed = searchedColumns.some((column) => column in change);
        const affected = isListed ? await workspacesOf(table, where) : [];
        const count = await rows.update(table, where, change);
        await mark(affected);
        return count;
      },
      async delete(table, where) {
        const affected = await workspacesOf(table, where);
        const count = await rows.delete(table, where);
        await mark(affected);
        return count;
      },
    };
  }
}

import type { Rows, Store, Where } from '../db/store.js';
import type { Row, Table } from '../db/table.js';
import { organizations, users } from '../db/tables.js';
import { searchedColumns } from './user-directory.js';

/**
 * A store that changes an organization's `users_version` in every transaction that changes its users. Caches of users
 * compare it, in other processes too, and no writer has to remember them.
 */
export class UserVersioningStore implements Store {
  readonly #store: Store;
  readonly #newVersion: () => string;
  readonly #rows: Rows;

  constructor(store: Store, newVersion: () => string) {
    this.#store = store;
    this.#newVersion = newVersion;
    this.#rows = this.#versioned(store);
  }

  readonly get: Store['get'] = (...args) => this.#store.get(...args);
  readonly find: Store['find'] = (...args) => this.#store.find(...args);
  readonly count: Store['count'] = (...args) => this.#store.count(...args);
  readonly insert: Store['insert'] = (...args) => this.#rows.insert(...args);
  readonly update: Store['update'] = (...args) => this.#rows.update(...args);
  readonly delete: Store['delete'] = (...args) => this.#rows.delete(...args);
  readonly check: Store['check'] = () => this.#store.check();
  readonly close: Store['close'] = () => this.#store.close();

  transaction<Result>(key: string, work: (rows: Rows) => Promise<Result>): Promise<Result> {
    return this.#store.transaction(key, (rows) => work(this.#versioned(rows)));
  }

  #versioned(rows: Rows): Rows {
    const newVersions = async (organizationIds: Iterable<string>) => {
      for (const id of new Set(organizationIds)) {
        await rows.update(organizations, { id }, { users_version: this.#newVersion() });
      }
    };
    const affectedBy = async <T extends Table>(table: T, where: Where<T>) => {
      if (table.name !== users.name) return [];
      return (await rows.find(users, where as Where<typeof users>)).map(({ organization_id: id }) => id);
    };
    return {
      get: (...args) => rows.get(...args),
      find: (...args) => rows.find(...args),
      count: (...args) => rows.count(...args),
      async insert<T extends Table>(table: T, added: Row<T> | readonly Row<T>[]) {
        await rows.insert(table, added);
        if (table.name !== users.name) return;
        await newVersions(([added].flat() as Row<typeof users>[]).map((row) => row.organization_id));
      },
      async update(table, where, change) {
        const isSearched = searchedColumns.some((column) => column in change);
        const affected = isSearched ? await affectedBy(table, where) : [];
        const count = await rows.update(table, where, change);
        await newVersions(affected);
        return count;
      },
      async delete(table, where) {
        const affected = await affectedBy(table, where);
        const count = await rows.delete(table, where);
        await newVersions(affected);
        return count;
      },
    };
  }
}

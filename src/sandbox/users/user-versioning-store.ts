import type { Rows, Store, Where } from '../db/store.js';
import type { Row, Table } from '../db/table.js';
import { organizations, users } from '../db/tables.js';
import { searchedColumns } from './user-directory.js';

/**
 * Wraps a store to change an organization's `users_version` in every transaction that changes its users. Caches of users
 * compare the version, in other processes too, so that no code that writes users has to invalidate them.
 */
export function userVersioningStore(store: Store, newVersion: () => string): Store {
  const versioned = (rows: Rows): Rows => {
    const updateVersions = async (organizationIds: Iterable<string>) => {
      for (const id of new Set(organizationIds))
        await rows.update(organizations, { id }, { users_version: newVersion() });
    };
    const affectedBy = async <T extends Table>(table: T, where: Where<T>) => {
      if (table.name !== users.name) return [];
      return (await rows.find(users, where as Where<typeof users>)).map(({ organization_id: id }) => id);
    };
    return {
      ...rows,
      async insert<T extends Table>(table: T, added: Row<T> | readonly Row<T>[]) {
        await rows.insert(table, added);
        if (table.name !== users.name) return;
        await updateVersions(([added].flat() as Row<typeof users>[]).map((row) => row.organization_id));
      },
      async update(table, where, change) {
        const isSearched = searchedColumns.some((column) => column in change);
        const affected = isSearched ? await affectedBy(table, where) : [];
        const count = await rows.update(table, where, change);
        await updateVersions(affected);
        return count;
      },
      async delete(table, where) {
        const affected = await affectedBy(table, where);
        const count = await rows.delete(table, where);
        await updateVersions(affected);
        return count;
      },
    };
  };
  return {
    ...store,
    ...versioned(store),
    transaction: (key, work) => store.transaction(key, (rows) => work(versioned(rows))),
  };
}

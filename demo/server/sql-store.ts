import { type Expression, Kysely, type SqlBool, sql, type Transaction } from 'kysely';
import { KeyedLock } from '../../src/sandbox/db/keyed-lock.js';
import {
  isCondition,
  NotUniqueError,
  type Rows,
  type Selection,
  type Store,
  StoreUnavailableError,
} from '../../src/sandbox/db/store.js';
import type { Column, Row, Table } from '../../src/sandbox/db/table.js';
import type { SqlDatabase } from './sql-database.js';
import { createTables } from './sql-schema.js';

type Values = Record<string, unknown>;
type Database = Record<string, Values>;
type Queries = Kysely<Database> | Transaction<Database>;

/** Maximum number of values in one statement, below the limits of both databases. */
const maxValues = 30_000;

/** A store in an SQL database. Queries are built from the descriptions of the tables. */
export class SqlStore implements Store {
  readonly #database: SqlDatabase;
  readonly #queries: Kysely<Database>;
  readonly #lock = new KeyedLock();

  private constructor(database: SqlDatabase) {
    this.#database = database;
    this.#queries = new Kysely<Database>({ dialect: database.dialect });
  }

  /** Opens a store, and creates missing tables. Throws {@link StoreUnavailableError}. */
  static async open(database: SqlDatabase, tables: readonly Table[]): Promise<SqlStore> {
    const store = new SqlStore(database);
    try {
      await store.#guarded(() =>
        store.#queries.transaction().execute(async (transaction) => {
          await database.lock(transaction, 'schema');
          await createTables(transaction, database, tables);
        }),
      );
    } catch (error) {
      await store.close();
      throw error;
    }
    return store;
  }

  readonly get: Store['get'] = (...args) => this.#rows(this.#queries).get(...args);
  readonly find: Store['find'] = (...args) => this.#rows(this.#queries).find(...args);
  readonly count: Store['count'] = (...args) => this.#rows(this.#queries).count(...args);
  readonly update: Store['update'] = (...args) => this.#rows(this.#queries).update(...args);
  readonly delete: Store['delete'] = (...args) => this.#rows(this.#queries).delete(...args);
  readonly insert: Store['insert'] = (...args) =>
    // In a transaction, because many rows may take several statements.
    this.#guarded(() => this.#queries.transaction().execute((transaction) => this.#rows(transaction).insert(...args)));

  transaction<Result>(key: string, work: (rows: Rows) => Promise<Result>): Promise<Result> {
    // Transactions of this process wait here, without occupying a connection.
    return this.#lock.run(key, () =>
      this.#guarded(() =>
        this.#queries.transaction().execute(async (transaction) => {
          await this.#database.lock(transaction, key);
          return work(this.#rows(transaction));
        }),
      ),
    );
  }

  async check(): Promise<void> {
    await this.#guarded(() => sql`select 1`.execute(this.#queries));
  }

  async close(): Promise<void> {
    await this.#queries.destroy();
    await this.#database.close();
  }

  /** Converts the errors of the database. */
  async #guarded<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (this.#database.isNotUnique(error)) throw new NotUniqueError('a table', { cause: error });
      if (this.#database.isUnavailable(error)) throw new StoreUnavailableError({ cause: error });
      throw error;
    }
  }

  #rows(queries: Queries): Rows {
    const condition = (column: string, filter: unknown): Expression<SqlBool> => {
      const { ref } = sql;
      if (filter === null) return sql<SqlBool>`${ref(column)} is null`;
      if (!isCondition(filter)) return sql<SqlBool>`${ref(column)} = ${toSql(filter)}`;
      if ('in' in filter) {
        return filter.in.length
          ? sql<SqlBool>`${ref(column)} in (${sql.join(filter.in.map(toSql))})`
          : sql<SqlBool>`1 = 0`;
      }
      if ('above' in filter) return sql<SqlBool>`${ref(column)} > ${toSql(filter.above)}`;
      if ('upTo' in filter) return sql<SqlBool>`${ref(column)} <= ${toSql(filter.upTo)}`;
      return sql<SqlBool>`${ref(column)} <> ${toSql(filter.not)}`;
    };
    const conditions = (where: Values) =>
      Object.entries(where)
        .filter(([, filter]) => filter !== undefined)
        .map(([column, filter]) => condition(column, filter));
    const all = (where: Values) => {
      const parts = conditions(where);
      return parts.length ? sql<SqlBool>`${sql.join(parts, sql` and `)}` : sql<SqlBool>`1 = 1`;
    };

    const found = async <T extends Table, Name extends keyof Row<T> = keyof Row<T>>(
      table: T,
      where: Values,
      selection: Selection<T, Name> = {},
    ) => {
      const { orderBy = table.key, isDescending = false, limit, offset } = selection;
      const columns = (selection.columns ?? Object.keys(table.columns)) as readonly string[];
      const direction = isDescending ? 'desc' : 'asc';
      let query = queries.selectFrom(table.name).select(columns).where(all(where)).orderBy(orderBy, direction);
      if (orderBy !== table.key) query = query.orderBy(table.key, direction);
      if (limit !== undefined || offset) query = query.limit(limit ?? 2 ** 31 - 1).offset(offset ?? 0);
      return (await query.execute()).map((row) => fromRow(table, columns, row) as Pick<Row<T>, Name>);
    };

    // Each is guarded, so that the work of a transaction sees the converted errors too.
    return {
      get: (table, key) => this.#guarded(async () => (await found(table, { [table.key]: key }))[0]),
      find: (table, where, selection) => this.#guarded(() => found(table, where as Values, selection)),
      count: (table, where) =>
        this.#guarded(async () => {
          const counted = queries.selectFrom(table.name).select(sql<number | string>`count(*)`.as('total'));
          return Number((await counted.where(all(where as Values)).executeTakeFirstOrThrow()).total);
        }),
      insert: <T extends Table>(table: T, rows: Row<T> | readonly Row<T>[]) =>
        this.#guarded(async () => {
          const values = ([rows].flat() as Values[]).map((row) => toRow(table, row));
          const step = Math.floor(maxValues / Object.keys(table.columns).length);
          for (let start = 0; start < values.length; start += step) {
            const batch = values.slice(start, start + step);
            await queries.insertInto(table.name).values(batch).execute();
          }
        }),
      update: (table, where, change) =>
        this.#guarded(async () => {
          const changed = queries.updateTable(table.name).set(toRow(table, change as Values));
          return Number((await changed.where(all(where as Values)).executeTakeFirst()).numUpdatedRows);
        }),
      delete: (table, where) =>
        this.#guarded(async () => {
          const deleted = queries.deleteFrom(table.name).where(all(where as Values));
          return Number((await deleted.executeTakeFirst()).numDeletedRows);
        }),
    };
  }
}

/** A value as both databases accept it. */
function toSql(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value;
}

/** A row as both databases accept it: booleans as 0 or 1, JSON as text. */
function toRow({ columns }: Table, row: Values): Values {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, columns[name]?.type === 'json' ? JSON.stringify(value) : toSql(value)]),
  );
}

function fromRow({ columns }: Table, names: readonly string[], row: Values): Values {
  return Object.fromEntries(names.map((name) => [name, fromSql(columns[name], row[name])]));
}

function fromSql(column: Column | undefined, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (column?.type === 'boolean') return value === 1;
  return column?.type === 'json' ? JSON.parse(value as string) : value;
}

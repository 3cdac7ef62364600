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
import { createTables, sortExpression } from './sql-schema.js';

type Values = Record<string, unknown>;
type Database = Record<string, Values>;
type Queries = Kysely<Database> | Transaction<Database>;

/** Maximum number of values in one statement, below the limits of both databases. */
const maxValues = 30_000;

/** Milliseconds that a transaction waits for others of its key: less than the 15 s that the kit's client waits. */
const maxWaitMs = 10_000;

/** Opens a store in an SQL database, and creates missing tables. Throws {@link StoreUnavailableError}. */
export async function openSqlStore(database: SqlDatabase, tables: readonly Table[]): Promise<Store> {
  const connections = new Kysely<Database>({ dialect: database.dialect });
  const lock = new KeyedLock();

  /** Converts the errors of the database. */
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      if (database.isNotUnique(error)) throw new NotUniqueError('a table', { cause: error });
      if (database.isUnavailable(error)) throw new StoreUnavailableError({ cause: error });
      throw error;
    }
  };
  const inTransaction = <Result>(work: (queries: Queries) => Promise<Result>) =>
    guarded(() => connections.transaction().execute(work));

  const store: Store = {
    ...createRows(connections, guarded),
    // In a transaction, because many rows may take several statements.
    insert: (...args) => inTransaction((queries) => createRows(queries, guarded).insert(...args)),
    transaction(key, work) {
      const since = Date.now();
      // Transactions of this process wait here, without occupying a connection.
      return lock.run(key, async () => {
        if (Date.now() - since > maxWaitMs) throw new StoreUnavailableError();
        return inTransaction(async (queries) => {
          await database.lock(queries, key);
          return work(createRows(queries, guarded));
        });
      });
    },
    async check() {
      await guarded(() => sql`select 1`.execute(connections));
    },
    close: () => connections.destroy(),
  };
  try {
    await inTransaction(async (queries) => {
      await database.lock(queries, 'schema');
      await createTables(queries, database, tables);
    });
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

/** The queries, each guarded, so that the work of a transaction sees the converted errors too. */
function createRows(queries: Queries, guarded: <Result>(work: () => Promise<Result>) => Promise<Result>): Rows {
  const select = async <T extends Table, Name extends keyof Row<T> = keyof Row<T>>(
    table: T,
    where: Values,
    selection: Selection<T, Name> = {},
  ) => {
    const { orderBy = table.key, isDescending = false, limit, offset } = selection;
    const columns = (selection.columns ?? Object.keys(table.columns)) as readonly string[];
    const direction = isDescending ? 'desc' : 'asc';
    let query = queries.selectFrom(table.name).select(columns).where(all(where));
    query = query.orderBy(sql.raw(sortExpression(table, orderBy)), direction);
    if (orderBy !== table.key) query = query.orderBy(table.key, direction);
    if (limit !== undefined || offset) query = query.limit(limit ?? 2 ** 31 - 1).offset(offset ?? 0);
    return (await query.execute()).map((row) => fromRow(table, columns, row) as Pick<Row<T>, Name>);
  };
  return {
    get: (table, key) => guarded(async () => (await select(table, { [table.key]: key }))[0]),
    find: (table, where, selection) => guarded(() => select(table, where as Values, selection)),
    count: (table, where) =>
      guarded(async () => {
        const counted = queries.selectFrom(table.name).select(sql<number | string>`count(*)`.as('total'));
        return Number((await counted.where(all(where as Values)).executeTakeFirstOrThrow()).total);
      }),
    insert: <T extends Table>(table: T, rows: Row<T> | readonly Row<T>[]) =>
      guarded(async () => {
        const values = ([rows].flat() as Values[]).map((row) => toRow(table, row));
        const batchSize = Math.floor(maxValues / Object.keys(table.columns).length);
        for (let start = 0; start < values.length; start += batchSize) {
          const batch = values.slice(start, start + batchSize);
          await queries.insertInto(table.name).values(batch).execute();
        }
      }),
    update: (table, where, change) =>
      guarded(async () => {
        const changed = queries.updateTable(table.name).set(toRow(table, change as Values));
        return Number((await changed.where(all(where as Values)).executeTakeFirst()).numUpdatedRows);
      }),
    delete: (table, where) =>
      guarded(async () => {
        const deleted = queries.deleteFrom(table.name).where(all(where as Values));
        return Number((await deleted.executeTakeFirst()).numDeletedRows);
      }),
  };
}

/** All conditions, joined by `and`. */
function all(where: Values): Expression<SqlBool> {
  const conditions = Object.entries(where)
    .filter(([, filter]) => filter !== undefined)
    .map(([column, filter]) => condition(column, filter));
  return conditions.length ? sql<SqlBool>`${sql.join(conditions, sql` and `)}` : sql<SqlBool>`1 = 1`;
}

function condition(column: string, filter: unknown): Expression<SqlBool> {
  const { ref } = sql;
  if (filter === null) return sql<SqlBool>`${ref(column)} is null`;
  if (!isCondition(filter)) return sql<SqlBool>`${ref(column)} = ${toSql(filter)}`;
  if ('in' in filter) {
    const isEmpty = filter.in.length === 0;
    return isEmpty ? sql<SqlBool>`1 = 0` : sql<SqlBool>`${ref(column)} in (${sql.join(filter.in.map(toSql))})`;
  }
  if ('above' in filter) return sql<SqlBool>`${ref(column)} > ${toSql(filter.above)}`;
  if ('upTo' in filter) return sql<SqlBool>`${ref(column)} <= ${toSql(filter.upTo)}`;
  return sql<SqlBool>`${ref(column)} <> ${toSql(filter.not)}`;
}

/** Converts a value to one that both databases accept. */
function toSql(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value;
}

/** Converts a row to one that both databases accept: booleans as 0 or 1, JSON as text. */
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

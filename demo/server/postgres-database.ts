import { PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { SqlDatabase } from './sql-database.js';

/** Milliseconds to wait for a connection or an answer before saying that the database isn't there. */
const patience = 5_000;

/** PostgreSQL at an address; any number of servers may share it. `onError` hears of connections that break while idle. */
export function postgresDatabase(url: string, onError: (error: Error) => void): SqlDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: patience,
    statement_timeout: patience,
    query_timeout: patience + 1_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
  });
  pool.on('error', onError);
  return {
    dialect: new PostgresDialect({ pool }),
    types: {
      text: 'text collate "C"',
      integer: 'integer',
      real: 'double precision',
      boolean: 'integer',
      json: 'text',
    },
    async lock(transaction, key) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(transaction);
    },
    async columnsOf(queries, table) {
      const { rows } = await sql<{ name: string }>`
        select column_name as name from information_schema.columns
        where table_schema = current_schema() and table_name = ${table}
      `.execute(queries);
      return rows.map(({ name }) => name);
    },
    contains: (column, text) => sql`strpos(${column}, ${text}) > 0`,
    isNotUnique: (error) => codesOf(error).includes('23505'),
    isUnavailable: (error) => isConnectionFailure(error),
    async close() {
      // The pool ends with its dialect.
    },
  };
}

/** Of PostgreSQL: connection lost, shutting down, starting, too many clients, statement too slow. Of Node: no way there. */
const connectionCodes = /^(08\w{3}|57P0\d|57014|53\w{3}|E(CONN\w+|TIMEDOUT|PIPE|NOTFOUND|HOSTUNREACH|AI_AGAIN))$/;

function isConnectionFailure(error: unknown) {
  if (codesOf(error).some((code) => connectionCodes.test(code))) return true;
  // These come from the driver itself, without a code.
  return error instanceof Error && /Connection terminated|timeout|not queryable|Cannot use a pool/i.test(error.message);
}

function codesOf(error: unknown): string[] {
  const all = error instanceof AggregateError ? [error, ...error.errors] : [error];
  return all
    .filter((one) => one instanceof Error && 'code' in one)
    .map((one) => String((one as { code: unknown }).code));
}

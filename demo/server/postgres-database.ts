import { PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { SqlDatabase } from './sql-database.js';

/** Milliseconds to wait for a connection or a result. */
const timeoutMs = 5_000;

/** PostgreSQL at a URL. Several servers may share it. `onError` receives errors of idle connections. */
export function postgresDatabase(url: string, onError: (error: Error) => void): SqlDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: timeoutMs,
    statement_timeout: timeoutMs,
    query_timeout: timeoutMs + 1_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
  });
  pool.on('error', onError);
  /** Takes a connection from the pool. One that timed out or is discarded does not go back to it. */
  const connect = async () => {
    const client = await pool.connect();
    let isSilent = false;
    const query = async (...statement: [text: string, values: unknown[]]) => {
      try {
        return await client.query(...statement);
      } catch (error) {
        isSilent ||= error instanceof Error && error.message === 'Query read timeout';
        throw error;
      }
    };
    return { query: query as never, release: (isDiscarded?: boolean) => client.release(isSilent || isDiscarded) };
  };
  return {
    dialect: new PostgresDialect({ pool: { connect, end: () => pool.end() } }),
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
    isNotUnique: (error) => codesOf(error).includes('23505'),
    isUnavailable: (error) => isTransient(error),
  };
}

/** PostgreSQL: connection lost, deadlock, shutdown, start-up, too many clients, statement timeout. Node: network errors. */
const transientCodes =
  /^(08\w{3}|40P01|57P0\d|57014|53\w{3}|E(CONN\w+|TIMEDOUT|PIPE|NOTFOUND|(HOST|NET)UNREACH|AI_AGAIN))$/;

function isTransient(error: unknown) {
  if (codesOf(error).some((code) => transientCodes.test(code))) return true;
  // Errors of the driver have no code.
  return error instanceof Error && /Connection terminated|timeout|not queryable|Cannot use a pool/i.test(error.message);
}

function codesOf(error: unknown): string[] {
  const all = error instanceof AggregateError ? [error, ...error.errors] : [error];
  return all
    .filter((one) => one instanceof Error && 'code' in one)
    .map((one) => String((one as { code: unknown }).code));
}

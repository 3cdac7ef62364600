import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteDialect, SqliteDriver, sql } from 'kysely';
import Database from 'libsql';
import type { SqlDatabase } from './sql-database.js';

/** Another process uses the data folder. */
class DataInUseError extends Error {
  constructor(folder: string) {
    super(`The data in ${folder} is in use by another process. Stop that one, or choose another folder by DATA_DIR.`);
    this.name = 'DataInUseError';
  }
}

/** Prepared statements that are kept, and the length of the longest one: those of many rows come in any length. */
const maxStatements = 500;
const maxStatementLength = 10_000;

/** The database as Kysely uses it. Keeps the statements, which Kysely prepares anew for every query. */
class PreparedDatabase {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  prepare(text: string): Database.Statement {
    const known = this.#statements.get(text);
    if (known) return known;
    const statement = this.#database.prepare(text);
    if (this.#statements.size >= maxStatements) this.#statements.clear();
    if (text.length <= maxStatementLength) this.#statements.set(text, statement);
    return statement;
  }

  close(): void {
    this.#statements.clear(); // a statement keeps the connection open
    this.#database.close();
  }
}

/**
 * Rolls back only if a transaction is open. SQLite itself ends the transaction if the disk is full; a rollback would
 * then fail, and its error would hide the first one.
 */
class EmbeddedDriver extends SqliteDriver {
  readonly #database: Database.Database;
  readonly #lock: Database.Database;

  constructor(database: Database.Database, lock: Database.Database) {
    super({ database: new PreparedDatabase(database) as never }); // never: parts that Kysely does not use are missing
    this.#database = database;
    this.#lock = lock;
  }

  override async rollbackTransaction(...connection: Parameters<SqliteDriver['rollbackTransaction']>): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(...connection);
  }

  override async destroy(): Promise<void> {
    await super.destroy();
    this.#lock.close();
  }
}

/**
 * An SQLite database in a folder, for one process at a time. Throws {@link DataInUseError}. With `isDurable`, a reply is
 * sent after its data are on disk; without it, writes do not wait for the disk and a power failure can lose the last ones.
 */
export function embeddedDatabase(folder: string, { isDurable = true } = {}): SqlDatabase {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder);
  const database = new Database(join(folder, 'sandbox.db'));
  database.exec('pragma journal_mode = wal');
  database.exec(`pragma synchronous = ${isDurable ? 'full' : 'off'}`);
  const dialect = new SqliteDialect({ database: database as never });
  dialect.createDriver = () => new EmbeddedDriver(database, lock);
  return {
    dialect,
    types: { text: 'text', integer: 'integer', real: 'real', boolean: 'integer', json: 'text' },
    async lock() {
      // Nothing to do: the only connection of the only process runs transactions one after another.
    },
    async columnsOf(queries, table) {
      const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(queries);
      return rows.map(({ name }) => name);
    },
    isNotUnique: (error) => /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(codeOf(error)),
    isUnavailable: (error) => /^SQLITE_(BUSY|LOCKED|IOERR|FULL|CANTOPEN)/.test(codeOf(error)),
  };
}

/** Locks a file beside the database until the process ends, even by a crash. Other processes can read the database. */
function lockFolder(folder: string) {
  const lock = new Database(join(folder, 'sandbox.lock'));
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (codeOf(error).startsWith('SQLITE_BUSY')) throw new DataInUseError(folder);
    throw error;
  }
  return lock;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

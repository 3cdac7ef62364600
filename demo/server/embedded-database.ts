import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteDialect, sql } from 'kysely';
import Database from 'libsql';
import type { SqlDatabase } from './sql-database.js';

/** Another process has the data folder. */
export class DataInUseError extends Error {
  constructor(folder: string) {
    super(`The data in ${folder} is in use by another process. Stop that one, or choose another folder by DATA_DIR.`);
    this.name = 'DataInUseError';
  }
}

/** A database in a folder, for one process at a time. Throws {@link DataInUseError}. */
export function embeddedDatabase(folder: string): SqlDatabase {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder);
  const database = new Database(join(folder, 'agni.db'));
  database.exec('pragma journal_mode = wal');
  database.exec('pragma synchronous = full'); // what was answered is on the disk
  return {
    // It has the shape that Kysely asks for, apart from what nobody here uses.
    dialect: new SqliteDialect({ database: database as never }),
    types: { text: 'text', integer: 'integer', real: 'real', boolean: 'integer', json: 'text' },
    async lock() {
      // The only connection of the only process: transactions wait for each other anyway.
    },
    async columnsOf(queries, table) {
      const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(queries);
      return rows.map(({ name }) => name);
    },
    contains: (column, text) => sql`instr(${column}, ${text}) > 0`,
    isNotUnique: (error) => /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(codeOf(error)),
    isUnavailable: (error) => /^SQLITE_(BUSY|LOCKED|IOERR|FULL|CANTOPEN)/.test(codeOf(error)),
    async close() {
      lock.close();
    },
  };
}

/**
 * Holds a lock on a file beside the data for as long as the process lives; the system lets go of it however the process
 * ends. The data's own file stays readable to others.
 */
function lockFolder(folder: string) {
  const lock = new Database(join(folder, 'agni.lock'));
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

import type { Dialect, Kysely } from 'kysely';
import type { ColumnType } from '../../src/sandbox/db/table.js';

/** The differences between databases. */
export interface SqlDatabase {
  readonly dialect: Dialect;
  /** SQL types of columns. Text is compared by its bytes. */
  readonly types: Readonly<Record<ColumnType, string>>;
  /** Makes transactions of the same key in other processes wait until this one ends. */
  lock(transaction: Kysely<Record<string, Record<string, unknown>>>, key: string): Promise<void>;
  /** The columns of a table; empty if the table does not exist. */
  columnsOf(queries: Kysely<Record<string, Record<string, unknown>>>, table: string): Promise<string[]>;
  isNotUnique(error: unknown): boolean;
  /** Whether a retry may succeed. */
  isUnavailable(error: unknown): boolean;
}

import type { Dialect, Expression, Kysely, SqlBool } from 'kysely';
import type { ColumnType } from '../../src/sandbox/db/table.js';

/** What databases do each in their own way. */
export interface SqlDatabase {
  readonly dialect: Dialect;
  /** SQL types of columns. Text is compared by its bytes everywhere. */
  readonly types: Readonly<Record<ColumnType, string>>;
  /** Keeps other processes' transactions of the same key waiting until this one ends. */
  lock(transaction: Kysely<Record<string, Record<string, unknown>>>, key: string): Promise<void>;
  /** Names of the columns a table has; none where there's no such table. */
  columnsOf(queries: Kysely<Record<string, Record<string, unknown>>>, table: string): Promise<string[]>;
  /** Whether a column's text has another in it, as it stands and without wildcards. */
  contains(column: Expression<unknown>, text: string): Expression<SqlBool>;
  isNotUnique(error: unknown): boolean;
  /** Whether trying again later may help. */
  isUnavailable(error: unknown): boolean;
  /** Lets go of what lies beside the connections, which are closed by then. */
  close(): Promise<void>;
}

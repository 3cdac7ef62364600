import type { Row, Table } from './table.js';

/** A condition on a column. Text is compared by its bytes; `null` meets no condition. */
export type Condition<Value> =
  | { readonly not: Value }
  | { readonly in: readonly Value[] }
  | { readonly above: Value }
  | { readonly upTo: Value };

/** Conditions by column; a missing or `undefined` column matches every row. */
export type Where<T extends Table> = {
  [Name in keyof Row<T>]?: Row<T>[Name] | Condition<NonNullable<Row<T>[Name]>> | undefined;
};

/**
 * Columns, order and page of a query. Ties are ordered by the table's key, in the same direction. In a nullable text column
 * `null` counts as the empty text.
 */
export interface Selection<T extends Table, Name extends keyof Row<T> = keyof Row<T>> {
  /** All columns by default. */
  columns?: readonly Name[];
  orderBy?: keyof Row<T> & string;
  isDescending?: boolean;
  limit?: number | undefined;
  offset?: number | undefined;
}

/** Queries, inside or outside of a transaction. Returned rows are copies. */
export interface Rows {
  get<T extends Table>(table: T, key: string): Promise<Row<T> | undefined>;
  find<T extends Table, Name extends keyof Row<T> = keyof Row<T>>(
    table: T,
    where: Where<T>,
    selection?: Selection<T, Name>,
  ): Promise<Pick<Row<T>, Name>[]>;
  count<T extends Table>(table: T, where: Where<T>): Promise<number>;
  /** Inserts all rows, or none. Throws {@link NotUniqueError}. */
  insert<T extends Table>(table: T, rows: Row<T> | readonly Row<T>[]): Promise<void>;
  /** Updates all matching rows; returns their number. Throws {@link NotUniqueError}. */
  update<T extends Table>(table: T, where: Where<T>, change: Partial<Row<T>>): Promise<number>;
  /** Deletes all matching rows; returns their number. */
  delete<T extends Table>(table: T, where: Where<T>): Promise<number>;
}

/** A database. */
export interface Store extends Rows {
  /**
   * Runs `work` while no other transaction of the same key runs, in this process or in another one on the same database.
   * Undoes all writes if `work` throws; `work` must rethrow a {@link NotUniqueError}. `work` must use its `rows` only,
   * because the store itself would wait for the transaction, and must not hash passwords, because others wait.
   */
  transaction<Result>(key: string, work: (rows: Rows) => Promise<Result>): Promise<Result>;
  /** Throws {@link StoreUnavailableError} if the database does not answer. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** The transaction key for an organization's users, invitations, keys and integrations. */
export function organizationKey(organizationId: string): string {
  return `organization:${organizationId}`;
}

/** A unique constraint was violated. */
export class NotUniqueError extends Error {
  constructor(table: string, options?: ErrorOptions) {
    super(`A row of ${table} would not be unique`, options);
    this.name = 'NotUniqueError';
  }
}

/** The database cannot be reached or has no free connection; a retry may succeed. */
export class StoreUnavailableError extends Error {
  constructor(options?: ErrorOptions) {
    super('The database is not available', options);
    this.name = 'StoreUnavailableError';
  }
}

/** Whether a filter is a {@link Condition} and not a value. */
export function isCondition(filter: unknown): filter is Condition<unknown> {
  return typeof filter === 'object' && filter !== null;
}

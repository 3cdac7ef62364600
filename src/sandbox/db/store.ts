import type { Row, Table } from './table.js';

/**
 * What a column must be like where it need not equal a value: contain a text as it stands, be anything else, be one of
 * several, or lie on one side of a value; text is compared by its bytes.
 */
export type Condition<Value> =
  | { readonly contains: string }
  | { readonly not: Value }
  | { readonly in: readonly Value[] }
  | { readonly above: Value }
  | { readonly upTo: Value };

/** What rows must be like, column by column; a column left out, or `undefined`, may hold anything. */
export type Where<T extends Table> = { [Name in keyof Row<T>]?: Row<T>[Name] | Condition<Row<T>[Name]> | undefined };

/** What of the found rows, and in which order. Ties are broken by the table's key, in the same direction. */
export interface Selection<T extends Table, Name extends keyof Row<T> = keyof Row<T>> {
  /** All of them where it's left out. */
  columns?: readonly Name[];
  orderBy?: keyof Row<T> & string;
  isDescending?: boolean;
  limit?: number | undefined;
  offset?: number | undefined;
}

/** The rows of all tables, as a request or a transaction sees them. What it hands out belongs to the caller. */
export interface Rows {
  get<T extends Table>(table: T, key: string): Promise<Row<T> | undefined>;
  find<T extends Table, Name extends keyof Row<T> = keyof Row<T>>(
    table: T,
    where: Where<T>,
    selection?: Selection<T, Name>,
  ): Promise<Pick<Row<T>, Name>[]>;
  count<T extends Table>(table: T, where: Where<T>): Promise<number>;
  /** Adds one row or many. Throws {@link NotUniqueError}, and then none was added. */
  insert<T extends Table>(table: T, rows: Row<T> | readonly Row<T>[]): Promise<void>;
  /** Sets columns of all matching rows; answers how many there were. Throws {@link NotUniqueError}. */
  update<T extends Table>(table: T, where: Where<T>, change: Partial<Row<T>>): Promise<number>;
  /** Deletes all matching rows; answers how many there were. */
  delete<T extends Table>(table: T, where: Where<T>): Promise<number>;
}

/** A database, in memory or on disk. */
export interface Store extends Rows {
  /**
   * Runs `work` while no other transaction of the same key runs, in this process or another on the same database.
   * All it wrote is undone if it throws, and it must throw on after a {@link NotUniqueError}. Only the rows it is given
   * belong to it: waiting for the store itself in there would wait for ever. Don't hash passwords in there either, since
   * everybody else waits.
   */
  transaction<Result>(key: string, work: (rows: Rows) => Promise<Result>): Promise<Result>;
  /** Throws {@link StoreUnavailableError} if it can't answer now. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** A row would share values with another that no two may share. */
export class NotUniqueError extends Error {
  constructor(table: string, options?: ErrorOptions) {
    super(`A row of ${table} would not be unique`, options);
    this.name = 'NotUniqueError';
  }
}

/** The database can't be reached, or has no connection to spare; trying again later may help. */
export class StoreUnavailableError extends Error {
  constructor(options?: ErrorOptions) {
    super('The database is not available', options);
    this.name = 'StoreUnavailableError';
  }
}

/** Whether a column's filter is a {@link Condition} rather than a value. */
export function isCondition(filter: unknown): filter is Condition<unknown> {
  return typeof filter === 'object' && filter !== null;
}

/** Text under which names and addresses are the same that people take for the same. */
export function fold(value: string): string {
  return value.normalize('NFC').toLowerCase();
}

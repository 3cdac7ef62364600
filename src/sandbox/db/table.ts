/** Type of a column; each store maps it to a type of its own. */
export type ColumnType = 'text' | 'integer' | 'real' | 'boolean' | 'json';

declare const valueType: unique symbol;

/** A column with values of one type. */
export interface Column<Value = unknown> {
  readonly type: ColumnType;
  readonly isNullable: boolean;
  readonly [valueType]?: Value;
}

/** Text of any length. Times are text in ISO 8601, UTC, as on the wire. */
export const text: Column<string> = { type: 'text', isNullable: false };
export const integer: Column<number> = { type: 'integer', isNullable: false };
export const real: Column<number> = { type: 'real', isNullable: false };
export const boolean: Column<boolean> = { type: 'boolean', isNullable: false };

/** A column of JSON values. Queries cannot filter by it. */
export function json<Value>(): Column<Value> {
  return { type: 'json', isNullable: false };
}

/** The same column with `null` allowed. */
export function nullable<Value>(column: Column<Value>): Column<Value | null> {
  return { type: column.type, isNullable: true };
}

/** Description of a table. The memory store and the SQL stores derive everything from it. */
export interface Table {
  readonly name: string;
  /** The primary key. */
  readonly key: string;
  readonly columns: Readonly<Record<string, Column>>;
  /** Unique constraints; rows with `null` in one of the columns are exempt. */
  readonly unique: readonly (readonly string[])[];
  readonly indexes: readonly (readonly string[])[];
  /** Indexes for queries that sort by a nullable text column, in the order of {@link Selection}. */
  readonly sortIndexes: readonly (readonly string[])[];
}

/** A row of a table. */
export type Row<T extends Table = Table> = {
  [Name in keyof T['columns']]: T['columns'][Name] extends Column<infer Value> ? Value : never;
};

/** Describes a table. */
export function table<const Name extends string, Columns extends Readonly<Record<string, Column>>>(description: {
  name: Name;
  key: keyof Columns & string;
  columns: Columns;
  unique?: (keyof Columns & string)[][];
  indexes?: (keyof Columns & string)[][];
  sortIndexes?: (keyof Columns & string)[][];
}) {
  return { unique: [], indexes: [], sortIndexes: [], ...description } satisfies Table;
}

/** How a column is kept; each store spells it in its own way. */
export type ColumnType = 'text' | 'integer' | 'real' | 'boolean' | 'json';

declare const held: unique symbol;

/** A column holding values of one type. */
export interface Column<Value = unknown> {
  readonly type: ColumnType;
  readonly isNullable: boolean;
  readonly [held]?: Value;
}

/** Text of any length; moments are kept as ISO 8601 in UTC, as the wire shows them. */
export const text: Column<string> = { type: 'text', isNullable: false };
export const integer: Column<number> = { type: 'integer', isNullable: false };
export const real: Column<number> = { type: 'real', isNullable: false };
export const boolean: Column<boolean> = { type: 'boolean', isNullable: false };

/** Any JSON value, read and written as a whole; nothing can be looked up by it. */
export function json<Value>(): Column<Value> {
  return { type: 'json', isNullable: false };
}

/** The same column, where a row may do without it. */
export function nullable<Value>(column: Column<Value>): Column<Value | null> {
  return { type: column.type, isNullable: true };
}

/** A table as all stores know it: memory, SQL text and queries are made from this one description. */
export interface Table {
  readonly name: string;
  /** The column whose value tells rows apart. */
  readonly key: string;
  readonly columns: Readonly<Record<string, Column>>;
  /** Columns whose values no two rows share; rows with `null` among them don't count. */
  readonly unique: readonly (readonly string[])[];
  /** Columns that rows are looked up by. */
  readonly indexes: readonly (readonly string[])[];
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
}) {
  return { unique: [], indexes: [], ...description } satisfies Table;
}

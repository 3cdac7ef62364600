import { type Kysely, sql } from 'kysely';
import type { Column, ColumnType, Table } from '../../src/sandbox/db/table.js';
import type { SqlDatabase } from './sql-database.js';

/** What rows have in a column that was added after them, where they can't do without a value. */
const fillings: Record<ColumnType, string> = { text: "''", integer: '0', real: '0', boolean: '0', json: "'null'" };

/**
 * Makes the tables, and the columns that a table of an earlier version lacks. Nothing is ever taken away, so that an
 * older server still runs on the data of a newer one.
 */
export async function createTables(
  queries: Kysely<Record<string, Record<string, unknown>>>,
  database: SqlDatabase,
  tables: readonly Table[],
): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(queries);
  for (const table of tables) {
    const there = await database.columnsOf(queries, table.name);
    const define = ([name, { type, isNullable }]: [string, Column]) =>
      `"${name}" ${database.types[type]}${isNullable ? '' : ' not null'}${name === table.key ? ' primary key' : ''}`;
    const columns = Object.entries(table.columns);
    if (there.length === 0) {
      await run(`create table "${table.name}" (${columns.map(define).join(', ')})`);
    } else {
      for (const column of columns.filter(([name]) => !there.includes(name))) {
        const filling = column[1].isNullable ? '' : ` default ${fillings[column[1].type]}`;
        await run(`alter table "${table.name}" add column ${define(column)}${filling}`);
      }
    }
    for (const [kind, lists] of [['unique index', table.unique] as const, ['index', table.indexes] as const]) {
      for (const names of lists) {
        const name = [table.name, ...names].join('_');
        await run(
          `create ${kind} if not exists "${name}" on "${table.name}" (${names.map((column) => `"${column}"`).join(', ')})`,
        );
      }
    }
  }
}

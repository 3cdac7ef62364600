import { type Kysely, sql } from 'kysely';
import type { Column, ColumnType, Table } from '../../src/sandbox/db/table.js';
import type { SqlDatabase } from './sql-database.js';

/** Values for existing rows when a column that is not nullable is added. */
const defaults: Record<ColumnType, string> = { text: "''", integer: '0', real: '0', boolean: '0', json: "'null'" };

/** The SQL expression to sort by a column: `null` counts as the empty text, as databases sort `null` differently. */
export function sortExpression({ columns }: Table, name: string): string {
  const isNullableText = columns[name]?.type === 'text' && columns[name].isNullable;
  return isNullableText ? `coalesce("${name}", '')` : `"${name}"`;
}

/** Creates missing tables and columns. Nothing is removed, so that an older version can still use the database. */
export async function createTables(
  queries: Kysely<Record<string, Record<string, unknown>>>,
  database: SqlDatabase,
  tables: readonly Table[],
): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(queries);
  for (const table of tables) {
    const existing = await database.columnsOf(queries, table.name);
    const define = ([name, { type, isNullable }]: [string, Column]) =>
      `"${name}" ${database.types[type]}${isNullable ? '' : ' not null'}${name === table.key ? ' primary key' : ''}`;
    const columns = Object.entries(table.columns);
    if (existing.length === 0) {
      await run(`create table "${table.name}" (${columns.map(define).join(', ')})`);
    } else {
      for (const column of columns.filter(([name]) => !existing.includes(name))) {
        const defaultClause = column[1].isNullable ? '' : ` default ${defaults[column[1].type]}`;
        await run(`alter table "${table.name}" add column ${define(column)}${defaultClause}`);
      }
    }
    for (const [kind, suffix, lists] of [
      ['unique index', '', table.unique],
      ['index', '', table.indexes],
      ['index', '_sort', table.sortIndexes],
    ] as const) {
      for (const names of lists) {
        const columns = names.map((name) => (suffix ? sortExpression(table, name) : `"${name}"`));
        const name = [table.name, ...names].join('_') + suffix;
        await run(`create ${kind} if not exists "${name}" on "${table.name}" (${columns.join(', ')})`);
      }
    }
  }
}

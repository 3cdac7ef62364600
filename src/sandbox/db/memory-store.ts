import { KeyedLock } from './keyed-lock.js';
import { isCondition, NotUniqueError, type Rows, type Selection, type Store, type Where } from './store.js';
import type { Row, Table } from './table.js';

type Values = Record<string, unknown>;

/** The rows of a table by key, with its indexes. */
class MemoryTable {
  readonly rows = new Map<string, Values>();
  readonly #table: Table;
  readonly #indexes: { columns: readonly string[]; isUnique: boolean; keys: Map<string, Set<string>> }[];

  constructor(table: Table) {
    this.#table = table;
    this.#indexes = [
      ...table.unique.map((columns) => ({ columns, isUnique: true, keys: new Map() })),
      ...table.indexes.map((columns) => ({ columns: columns.slice(0, 1), isUnique: false, keys: new Map() })),
    ];
  }

  put(key: string, row: Values) {
    const previous = this.rows.get(key);
    if (previous) this.#removeFromIndexes(key, previous);
    if (this.#violatesUnique(row)) {
      if (previous) this.#addToIndexes(key, previous);
      throw new NotUniqueError(this.#table.name);
    }
    this.rows.set(key, row);
    this.#addToIndexes(key, row);
  }

  remove(key: string) {
    const row = this.rows.get(key);
    if (row) this.#removeFromIndexes(key, row);
    this.rows.delete(key);
  }

  /** Keys and rows that match; uses an index if one fits. */
  match(where: Values): [string, Values][] {
    const filters = Object.entries(where).filter(([, filter]) => filter !== undefined);
    return [...this.#candidates(where)]
      .map((key): [string, Values | undefined] => [key, this.rows.get(key)])
      .filter((entry): entry is [string, Values] => {
        const [, row] = entry;
        return row !== undefined && filters.every(([column, filter]) => matches(row[column], filter));
      });
  }

  #candidates(where: Values): Iterable<string> {
    const byKey = where[this.#table.key];
    if (typeof byKey === 'string') return [byKey];
    if (isCondition(byKey) && 'in' in byKey) return byKey.in as readonly string[];
    const isValue = (column: string) => where[column] !== undefined && !isCondition(where[column]);
    const index = this.#indexes.find(({ columns }) => columns.every(isValue));
    if (!index) return this.rows.keys();
    return index.keys.get(indexKey(index.columns, where)) ?? [];
  }

  #violatesUnique(row: Values) {
    return this.#indexes.some(({ columns, isUnique, keys }) => {
      return isUnique && columns.every((column) => row[column] !== null) && keys.get(indexKey(columns, row))?.size;
    });
  }

  #addToIndexes(key: string, row: Values) {
    for (const { columns, keys } of this.#indexes) {
      const value = indexKey(columns, row);
      keys.set(value, (keys.get(value) ?? new Set()).add(key));
    }
  }

  #removeFromIndexes(key: string, row: Values) {
    for (const { columns, keys } of this.#indexes) {
      const value = indexKey(columns, row);
      const indexed = keys.get(value);
      indexed?.delete(key);
      if (indexed?.size === 0) keys.delete(value);
    }
  }
}

function indexKey(columns: readonly string[], row: Values) {
  return JSON.stringify(columns.map((column) => row[column]));
}

function matches(value: unknown, filter: unknown) {
  if (!isCondition(filter)) return value === filter;
  if ('in' in filter) return filter.in.includes(value);
  if ('above' in filter) return value !== null && compare(value, filter.above) > 0;
  if ('upTo' in filter) return value !== null && compare(value, filter.upTo) <= 0;
  return value !== null && value !== filter.not;
}

function compare(left: unknown, right: unknown) {
  if (left === right) return 0;
  return ((left ?? '') as string) < ((right ?? '') as string) ? -1 : 1;
}

/** Creates an in-memory store. Other readers see the writes of a transaction before it ends. */
export function memoryStore(): Store {
  const tables = new Map<string, MemoryTable>();
  const lock = new KeyedLock();
  const tableOf = (table: Table) => {
    const known = tables.get(table.name) ?? new MemoryTable(table);
    tables.set(table.name, known);
    return known;
  };
  return {
    ...createRows(tableOf),
    transaction: (key, work) =>
      lock.run(key, async () => {
        const undo: (() => void)[] = [];
        try {
          return await work(createRows(tableOf, undo));
        } catch (error) {
          for (const step of undo.reverse()) step();
          throw error;
        }
      }),
    check: async () => undefined,
    close: async () => tables.clear(),
  };
}

/** Creates the queries. In a transaction each write adds a step to `undo` that reverts the write. */
function createRows(tableOf: (table: Table) => MemoryTable, undo?: (() => void)[]): Rows {
  const allOrNothing = (work: (write: (into: MemoryTable, key: string, row?: Values) => void) => void) => {
    const steps: (() => void)[] = [];
    try {
      work((into, key, row) => {
        const previous = into.rows.get(key);
        if (row) into.put(key, row);
        else into.remove(key);
        steps.push(() => (previous ? into.put(key, previous) : into.remove(key)));
      });
    } catch (error) {
      for (const step of steps.reverse()) step();
      throw error;
    }
    for (const step of undo ? steps : []) undo?.push(step);
  };
  return {
    async get(table, key) {
      return structuredClone(tableOf(table).rows.get(key)) as Row<typeof table> | undefined;
    },
    async find<T extends Table, Name extends keyof Row<T>>(
      table: T,
      where: Where<T>,
      selection: Selection<T, Name> = {},
    ) {
      const { orderBy = table.key, isDescending = false, limit = Number.POSITIVE_INFINITY, offset = 0 } = selection;
      const names = (selection.columns ?? Object.keys(table.columns)) as readonly string[];
      const direction = isDescending ? -1 : 1;
      const sorted = tableOf(table)
        .match(where)
        .sort(([, a], [, b]) => direction * (compare(a[orderBy], b[orderBy]) || compare(a[table.key], b[table.key])));
      const found = sorted.slice(offset, offset + limit);
      const picked = found.map(([, row]) => Object.fromEntries(names.map((name) => [name, row[name]])));
      return structuredClone(picked) as Pick<Row<T>, Name>[];
    },
    async count(table, where) {
      return tableOf(table).match(where).length;
    },
    async insert(table, rows) {
      const into = tableOf(table);
      allOrNothing((write) => {
        for (const row of structuredClone([rows].flat()) as Values[]) {
          const key = row[table.key] as string;
          if (into.rows.has(key)) throw new NotUniqueError(table.name);
          write(into, key, row);
        }
      });
    },
    async update(table, where, change) {
      const into = tableOf(table);
      const found = into.match(where);
      allOrNothing((write) => {
        for (const [key, row] of found) write(into, key, { ...row, ...structuredClone(change) });
      });
      return found.length;
    },
    async delete(table, where) {
      const into = tableOf(table);
      const found = into.match(where);
      allOrNothing((write) => {
        for (const [key] of found) write(into, key);
      });
      return found.length;
    },
  };
}

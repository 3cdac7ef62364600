import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe } from 'vitest';
import { embeddedDatabase } from '../../demo/server/embedded-database.js';
import { postgresDatabase } from '../../demo/server/postgres-database.js';
import { openSqlStore } from '../../demo/server/sql-store.js';
import { memoryStore } from '../../src/sandbox/db/memory-store.js';
import type { Store } from '../../src/sandbox/db/store.js';
import type { Table } from '../../src/sandbox/db/table.js';
import { tables } from '../../src/sandbox/db/tables.js';

/** A separate place for data, such as a folder or a schema. */
export interface Place {
  /** Opens a store on this place; on the same data as before if the data outlives its store. */
  open(tables?: readonly Table[]): Promise<Store>;
  /** Everything stored, as a thief of the database would read it. */
  dump(): Promise<string>;
  remove(): Promise<void>;
}

/** A kind of store. */
export interface StoreKind {
  readonly name: string;
  /** Whether data outlives the process. */
  readonly isLasting: boolean;
  place(): Promise<Place>;
}

const memory: StoreKind = {
  name: 'memory',
  isLasting: false,
  async place() {
    const store = memoryStore();
    return {
      open: async () => store,
      dump: async () => JSON.stringify(await Promise.all(tables.map((table) => store.find(table, {})))),
      remove: async () => store.close(),
    };
  },
};

/** Writes of this store do not wait for the disk; process.test.ts tests a durable store. */
const embedded: StoreKind = {
  name: 'embedded database',
  isLasting: true,
  async place() {
    const folder = mkdtempSync(join(tmpdir(), 'agni-embedded-'));
    return {
      open: (wanted = tables) => openSqlStore(embeddedDatabase(folder, { isDurable: false }), wanted),
      async dump() {
        const { readFileSync, readdirSync } = await import('node:fs');
        return readdirSync(folder)
          .map((file) => readFileSync(join(folder, file), 'latin1'))
          .join('\n');
      },
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    };
  },
};

/** PostgreSQL, with a separate schema for every place. */
const postgres = (url: string): StoreKind => ({
  name: 'PostgreSQL',
  isLasting: true,
  async place() {
    const schema = `test_${crypto.randomUUID().replaceAll('-', '')}`;
    const query = async (text: string) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      const { rows } = await client.query(text);
      await client.end();
      return rows;
    };
    await query(`create schema ${schema}`);
    const own = new URL(url);
    own.searchParams.set('options', `-c search_path=${schema}`);
    const failed = (error: Error) => {
      throw error;
    };
    return {
      open: (wanted = tables) => openSqlStore(postgresDatabase(own.href, failed), wanted),
      dump: async () =>
        JSON.stringify(await Promise.all(tables.map(({ name }) => query(`select * from ${schema}.${name}`)))),
      remove: async () => {
        await query(`drop schema ${schema} cascade`);
      },
    };
  },
});

const url = process.env.TEST_DATABASE_URL;
if (!url) process.stdout.write('PostgreSQL is left out: TEST_DATABASE_URL names none.\n');

/** Every kind of store that is available on this machine. */
export const storeKinds: readonly StoreKind[] = [memory, embedded, ...(url ? [postgres(url)] : [])];

/** Runs the same tests on every kind of store. */
export function onEveryStore(tests: (kind: StoreKind) => void, kinds = storeKinds): void {
  describe.each(kinds)('on $name', tests);
}

/**
 * The memory store and one database, for long tests of code that both databases share: PostgreSQL if it is available,
 * else the embedded database, as in `npm run test:long`.
 */
export const memoryAndDatabase: readonly StoreKind[] = [memory, storeKinds.at(-1) ?? embedded];

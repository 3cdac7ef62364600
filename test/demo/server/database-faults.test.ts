import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { argon2Hasher } from '../../../demo/server/argon2-hasher.js';
import { embeddedDatabase } from '../../../demo/server/embedded-database.js';
import type { RunningServer } from '../../../demo/server/http-server.js';
import { postgresDatabase } from '../../../demo/server/postgres-database.js';
import type { SqlDatabase } from '../../../demo/server/sql-database.js';
import { openSqlStore } from '../../../demo/server/sql-store.js';
import { startServer } from '../../../demo/server/start-server.js';
import type { Store } from '../../../src/sandbox/db/store.js';
import { settings, tables } from '../../../src/sandbox/db/tables.js';
import { Api, quickCost } from '../../sandbox/api.js';
import { expectNoHalfWrites, expectUnavailable } from './full-disk.js';
import { usePostgresSchema } from './postgres-schema.js';
import { Door } from './tcp-proxy.js';

/** Starts a server on a database, and ends it after the tests. */
function serveOn(open: () => Promise<SqlDatabase>): Api {
  const api = new Api();
  let server: RunningServer;
  let store: Store;
  beforeAll(async () => {
    store = await openSqlStore(await open(), tables);
    const [hasher, log] = [argon2Hasher(quickCost), api.log.push.bind(api.log)];
    server = await startServer({ store, passwordHasher: hasher, host: '127.0.0.1', port: 0, hasControl: true, log });
    api.url = server.url;
  });
  afterAll(async () => {
    await server.drain(1_000);
    await store.close();
  });
  return api;
}

describe('the embedded database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'agni-full-'));
  let database: SqlDatabase;
  const api = serveOn(async () => {
    database = embeddedDatabase(folder, { isDurable: false });
    return database;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('refuses writes with 503 while its disk is full, answers reads, and recovers by itself (S04)', async () => {
    const workspace = await api.workspace();
    const connection = new Kysely<Record<string, never>>({ dialect: database.dialect });
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(connection);
    const limit = (pages: number) => sql`pragma max_page_count = ${sql.lit(pages)}`.execute(connection);
    await limit((rows[0]?.page_count ?? 0) + 1); // makes SQLite report a full disk
    await expectNoHalfWrites(api, workspace, () => limit(2 ** 30));
  });
});

const url = process.env.TEST_DATABASE_URL;
if (url) {
  describe('PostgreSQL', () => {
    const schema = usePostgresSchema(url);
    const door = new Door();
    const api = serveOn(async () => {
      await door.open(schema.url);
      const through = new URL(schema.url);
      through.port = String(door.port);
      // Instead of the defaults of 5 s and 6 s, to keep the test short.
      through.searchParams.set('statement_timeout', '500');
      through.searchParams.set('query_timeout', '1000');
      return postgresDatabase(through.href, () => undefined);
    });
    afterAll(() => door.shut());

    it('is away: answers 503, stays alive, and recovers by itself (S04)', async () => {
      const { owner } = await api.workspace();
      const token = owner.access_token;
      const me = () => api.get('/api/v1/users/me', { token });
      expect((await me()).status).toBe(200);
      await door.shut();
      for (const answer of [await me(), await api.get('/ready'), await me()]) expectUnavailable(answer);
      expect((await api.get('/health')).status).toBe(200);
      await door.open(schema.url);
      expect((await me()).status).toBe(200);
      expect((await api.get('/ready')).status).toBe(200);
    });

    it('is slow: answers 503 to more requests than it has connections, and recovers by itself (S04)', async () => {
      const { owner } = await api.workspace();
      const me = () => api.get('/api/v1/users/me', { token: owner.access_token });
      const other = await schema.connect();
      await other.query('begin; lock table sessions in access exclusive mode');
      const answers = await Promise.all(Array.from({ length: 12 }, me));
      for (const answer of answers) expectUnavailable(answer);
      expect((await api.get('/health')).status).toBe(200);
      await other.query('rollback');
      await other.end();
      expect((await Promise.all(Array.from({ length: 12 }, me))).map(({ status }) => status)).toEqual(
        Array(12).fill(200),
      );
    });

    it('ends one of two transactions that wait for each other: that one may be tried again (S04)', async () => {
      const own = await openSqlStore(
        postgresDatabase(schema.url.href, () => undefined),
        tables,
      );
      const names = ['one', 'two'];
      await own.insert(
        settings,
        names.map((name) => ({ name, value: '' })),
      );
      const started: string[] = [];
      const change = (first: string, second: string) =>
        own.transaction(first, async (rows) => {
          await rows.update(settings, { name: first }, { value: first });
          started.push(first);
          await expect.poll(() => started).toHaveLength(2);
          await rows.update(settings, { name: second }, { value: first });
        });
      const outcomes = await Promise.allSettled([change('one', 'two'), change('two', 'one')]);
      const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(failed.map(({ reason }) => reason.name)).toEqual(['StoreUnavailableError']);
      await own.close();
    });

    it('is silent on every open connection: answers 503, and opens new ones (S04)', async () => {
      const { owner } = await api.workspace();
      const me = () => api.get('/api/v1/users/me', { token: owner.access_token });
      expect((await Promise.all(Array.from({ length: 10 }, me))).map(({ status }) => status)).toEqual(
        Array(10).fill(200),
      );
      door.hang();
      for (const answer of await Promise.all(Array.from({ length: 10 }, me))) expectUnavailable(answer);
      expect((await Promise.all(Array.from({ length: 10 }, me))).map(({ status }) => status)).toEqual(
        Array(10).fill(200),
      );
    });

    it('refuses writes with 503 while its disk is full, answers reads, and recovers by itself (S04)', async () => {
      const workspace = await api.workspace();
      // The error that PostgreSQL raises if it cannot extend a file; test/long fills a real disk.
      await schema.query(`
        create function disk_full() returns trigger language plpgsql as
          $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
        create trigger disk_full before insert on api_keys for each row when (new.name <> 'key 0') execute function disk_full()`);
      await expectNoHalfWrites(api, workspace, () => schema.query('drop trigger disk_full on api_keys'));
    });
  });
}

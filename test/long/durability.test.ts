import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startPostgres } from '../../scripts/ensure-postgres.mjs';
import { generateApiKey } from '../../src/sandbox/api-keys/api-key-secrets.js';
import { platformRandom } from '../../src/sandbox/crypto/digest.js';
import { expectNoHalfWrites } from '../demo/server/full-disk.js';
import { useServerProcesses } from '../demo/server/server-process.js';
import type { TestWorkspace } from '../sandbox/api.js';
import { BuiltServer } from './built-server.js';

const { start } = useServerProcesses();

const kills = 50;
const keys = 100_000;

let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  postgres = await startPostgres();
  if (!postgres) throw new Error('PostgreSQL is needed, and could not be installed');
});
afterAll(() => postgres?.stop());

describe.each(['the embedded database', 'PostgreSQL'])('on %s the built server', (kind) => {
  it(`loses nothing it has answered when it is killed ${kills} times while it writes (S01)`, async () => {
    const server = new BuiltServer(kind === 'PostgreSQL' ? { DATABASE_URL: postgres?.url ?? '' } : {});
    const { api } = server;
    const answered: { workspace: TestWorkspace; ids: string[] }[] = [];
    const missing = async ({ workspace, ids }: (typeof answered)[number]) => {
      const { status, body } = await api.get('/api/v1/api-keys?limit=200', { token: workspace.owner.access_token });
      expect(status).toBe(200);
      const kept = new Set(body.data.map(({ id }: { id: string }) => id));
      return ids.filter((id) => !kept.has(id));
    };
    await server.start();
    for (let round = 0; round < kills; round++) {
      const workspace = await api.workspace({ empty: true });
      const ids: string[] = [];
      answered.push({ workspace, ids });
      let killed: Promise<void> | undefined;
      const writing = Array.from({ length: 20 }, async (_, index) => {
        ids.push((await api.apiKey(workspace, { name: `key ${index}` })).id);
        if (ids.length > round % 20) killed ??= server.end('SIGKILL');
      });
      await Promise.allSettled(writing);
      await killed;
      await server.start();
      expect([round, await missing({ workspace, ids })]).toEqual([round, []]);
    }
    for (const one of answered) expect(await missing(one)).toEqual([]);
    expect(answered.flatMap(({ ids }) => ids).length).toBeGreaterThan(kills);
    await server.end();
    server.remove();
  });
});

/** A file system of 24 MB in memory, which tests can fill. Only root can create it. */
class SmallDisk {
  readonly folder = mkdtempSync(join(tmpdir(), 'agni-disk-'));
  readonly #filler = join(this.folder, 'filler');

  constructor() {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m,mode=777', 'none', this.folder]);
  }

  /** Uses all remaining space. */
  fill() {
    const megabyte = Buffer.alloc(2 ** 20);
    for (let size = megabyte.length; size >= 1024; ) {
      try {
        appendFileSync(this.#filler, megabyte.subarray(0, size));
      } catch (error) {
        if ((error as { code: string }).code !== 'ENOSPC') throw error;
        size /= 2;
      }
    }
  }

  free() {
    rmSync(this.#filler);
  }

  remove() {
    execFileSync('umount', ['--lazy', this.folder]);
    rmSync(this.folder, { recursive: true });
  }
}

if (process.getuid?.() === 0) {
  it.each(['the embedded database', 'PostgreSQL'])(
    'answers 503 while the disk of %s is full, and recovers by itself (S04)',
    async (kind) => {
      const disk = new SmallDisk();
      onTestFinished(() => disk.remove());
      const variables: Record<string, string> = { DATA_DIR: join(disk.folder, 'data') };
      if (kind === 'PostgreSQL') {
        const database = new URL(postgres?.url ?? '');
        const client = new pg.Client({ connectionString: database.href });
        await client.connect();
        const space = join(disk.folder, 'space');
        mkdirSync(space);
        execFileSync('chown', ['postgres', space]);
        await client.query(`create tablespace small location '${space}'`);
        await client.query('create database small tablespace small');
        await client.end();
        database.pathname = '/small';
        variables.DATABASE_URL = database.href;
      }
      const { api, child, ended } = await start(variables);
      const workspace = await api.workspace();
      disk.fill();
      await expectNoHalfWrites(api, workspace, () => disk.free());
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
    },
  );
}

it('stops although a request never ends (S02)', async () => {
  const { child, api, ended } = await start();
  const { owner } = await api.workspace();
  const headers = { Authorization: `Bearer ${owner.access_token}`, 'Content-Length': '2', Expect: '100-continue' };
  const endless = request(`${api.url}/api/v1/users/me`, { method: 'PATCH', headers });
  const broken = once(endless, 'error');
  endless.flushHeaders();
  await once(endless, 'continue');
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  await broken;
});

it(`makes ${keys} keys, none like another in key, prefix or salt (S24)`, async () => {
  const seen = new Set<string>();
  for (let made = 0; made < keys; made += 1000) {
    const batch = await Promise.all(Array.from({ length: 1000 }, () => generateApiKey(platformRandom)));
    for (const { key, stored } of batch)
      for (const part of [key, stored.prefix, stored.salt, stored.hash]) seen.add(part);
  }
  expect(seen.size).toBe(4 * keys);
});

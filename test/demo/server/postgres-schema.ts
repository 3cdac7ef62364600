import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';

/** Creates an empty schema of PostgreSQL for the tests of a file, and removes it after them. */
export function usePostgresSchema(url: string) {
  const schema = `faults_${randomUUID().replaceAll('-', '')}`;
  const own = new URL(url);
  own.searchParams.set('options', `-c search_path=${schema}`);

  /** Opens a connection in addition to those of the server. */
  const connect = async () => {
    const client = new pg.Client({ connectionString: own.href });
    await client.connect();
    return client;
  };
  /** Runs statements on a new connection. */
  const query = async (text: string) => {
    const client = await connect();
    await client.query(text);
    await client.end();
  };
  beforeAll(() => query(`create schema ${schema}`));
  afterAll(() => query(`drop schema ${schema} cascade`));
  return { url: own, connect, query };
}

import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { createClient } from '../../src/client/client.js';
import { getCurrentUser } from '../../src/contract/all.js';
import { isThorough } from './stranger.js';

const modules = Object.entries(packageJson.exports)
  .filter(([name, target]) => typeof target === 'object' && !name.includes('*'))
  .filter(([name]) => name !== './angular') // needs Angular's compiler; test/embed builds an app with it
  .map(([name]) => name.replace('.', packageJson.name));

const entries = [...modules, 'agni-settings/locales/en.js'];

/** Entries that one process imports, one after the other; `npm run test:embed` imports each in a separate process. */
const groups = isThorough ? entries.map((entry) => [entry]) : [entries];

it.each(groups.map((group) => [group]))('importing %s where there is no page does no harm', async (group) => {
  const script = `
    for (const entry of ${JSON.stringify(group)}) {
      const { configure } = await import(entry);
      configure?.({ baseUrl: '/' });
      if ('window' in globalThis || 'document' in globalThis) throw new Error(entry + ' made up a page');
    }`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  expect(stdout + stderr).toBe('');
});

it('the client speaks to a server from Node, and renews its token there', async () => {
  const seen: (string | undefined)[] = [];
  const server = createServer(({ headers, url }, response) => {
    seen.push(`${url} ${headers.authorization}`);
    const isNew = headers.authorization === 'Bearer new';
    response.writeHead(isNew ? 200 : 401, { 'Content-Type': 'application/json' });
    response.end(
      JSON.stringify(isNew ? { success: true, data: { id: 'u', email: 'a@b.example', role: 'OWNER' } } : {}),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const getToken = ({ reason }: { reason: string }) => (reason === 'first' ? 'old' : 'new');
  const client = createClient({ baseUrl: `http://127.0.0.1:${port}/agni`, getToken });
  expect(await client.call(getCurrentUser, {})).toMatchObject({ id: 'u', role: 'OWNER' });
  expect(seen).toEqual(['/agni/api/v1/users/me Bearer old', '/agni/api/v1/users/me Bearer new']);
  await new Promise((resolve) => server.close(resolve));
  await expect(client.call(getCurrentUser, {})).rejects.toMatchObject({ code: 'NETWORK_ERROR', status: 0 });
});

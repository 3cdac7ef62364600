import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../src/client/client.js';
import { inviteUser, listApiKeys, listUsers, login } from '../../src/contract/all.js';
import { Api } from '../sandbox/api.js';
import { usePackage } from './packed.js';

const installed = usePackage();

async function clientOf(baseUrl: string, email = 'owner@northwind.example') {
  const session = await createClient({ baseUrl }).call(login, { body: { email, password: 'Purple-otter-42' } });
  if (!('access_token' in session)) throw new Error('A second factor was asked for');
  const { access_token } = session;
  return { token: access_token, client: createClient({ baseUrl, getToken: () => access_token }) };
}

describe('agni-settings sandbox', () => {
  let url: string;
  let stdout: string;
  beforeAll(async () => {
    const running = await installed.sandbox('--users', '10000');
    url = running.url;
    stdout = running.output.stdout;
  });

  it('starts from the packed tarball alone, without another package or an install script', () => {
    expect(readdirSync(join(installed.folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'agni-settings',
    ]);
    const { scripts } = JSON.parse(
      readFileSync(join(installed.folder, 'node_modules/agni-settings/package.json'), 'utf8'),
    );
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) expect(scripts).not.toHaveProperty(name);
  });

  it('prints its address and the accounts, which can sign in', async () => {
    for (const role of ['owner', 'admin', 'member']) {
      expect(stdout).toContain(`${role}@northwind.example`);
      await clientOf(url, `${role}@northwind.example`);
    }
  });

  it('has as many users as asked for', async () => {
    const { client } = await clientOf(url);
    const { items, total } = await client.call(listUsers, { query: { limit: 50, offset: 9_960 } });
    expect([items.length, total]).toEqual([40, 10_000]);
  });

  it('lets the pages of a development server call the API', async () => {
    const { token } = await clientOf(url);
    const origin = 'http://localhost:5173';
    const preflight = await fetch(`${url}/api/v1/users/me`, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'PATCH',
        'Access-Control-Request-Headers': 'authorization,content-type',
      },
    });
    expect(preflight.ok).toBe(true);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PATCH');
    expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
    const answer = await fetch(`${url}/api/v1/users/me`, {
      headers: { Origin: origin, Authorization: `Bearer ${token}` },
    });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
  });

  it('can be controlled by programs of this machine, and not by foreign pages', async () => {
    const api = new Api();
    api.url = url;
    const { owner } = await api.workspace({ empty: true });
    expect((await api.get('/api/v1/users/me', { token: owner.access_token })).status).toBe(200);
    const foreign = await api.post('/__sandbox/workspaces', {}, { headers: { Origin: 'https://evil.example' } });
    expect(foreign.status).toBe(403);
  });

  it('shows the mail that it does not send, and says at its address what there is', async () => {
    const { client } = await clientOf(url);
    await client.call(inviteUser, {
      body: { email: 'grace@northwind.example', first_name: 'Grace', last_name: 'Hopper' },
    });
    expect(await (await fetch(`${url}/mailbox`)).text()).toContain('grace@northwind.example');
    const start = await (await fetch(`${url}/`)).text();
    const linked = [...start.matchAll(/href="([^"]+)"/g)].map(([, path]) => path);
    expect(linked).toContain('openapi.json');
    for (const path of [...linked, 'mailbox.css'])
      expect([path, (await fetch(`${url}/${path}`)).status]).toEqual([path, 200]);
  });
});

it('starts with three users and nothing else when asked to', async () => {
  const { url } = await installed.sandbox('--empty');
  const { client } = await clientOf(url);
  expect((await client.call(listUsers, {})).total).toBe(3);
  expect((await client.call(listApiKeys, {})).items).toEqual([]);
});

it.each(['SIGTERM', 'SIGINT'] as const)('ends cleanly on %s', async (signal) => {
  const { child, ended, url } = await installed.sandbox();
  child.kill(signal);
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
  await expect(fetch(`${url}/health`)).rejects.toThrow();
});

it('says which port is taken, and how to choose another one', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const port = String((other.address() as AddressInfo).port);
  const { code, stdout, stderr } = await installed.run(['sandbox', '--port', port]);
  other.close();
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: '',
    stderr: `Port ${port} is in use. Choose another one with --port, or 0 for any free port.\n`,
  });
});

it.each([
  [['sandbox', '--prot', '80'], "Unknown option '--prot'."],
  [['sandbox', '--port', 'http'], '--port takes a whole number from 0 to 65535, not "http".'],
  [['sandbox', '--port'], "Option '--port <value>' argument missing."],
  [['sandbox', '--users', '2'], '--users takes a whole number from 3 to 50000, not "2".'],
  [['sandbox', '--users', '20', '--empty'], 'Choose one of --users and --empty.'],
  [['sandbox', 'now'], 'Unexpected "now": sandbox takes options only.'],
  [['sandbocks'], 'Unknown command "sandbocks".'],
])('explains what is wrong with %j', async (args, message) => {
  const { code, stdout, stderr } = await installed.run(args);
  expect({ code, stdout, isExplained: stderr.startsWith(message), lines: stderr.split('\n').length }).toEqual({
    code: 2,
    stdout: '',
    isExplained: true,
    lines: 3,
  });
  expect(stderr).toContain('--help');
});

it.each([[[]], [['--help']], [['sandbox', '--help']], [['conformance', '--help']]])(
  'shows its help for %j',
  async (args) => {
    const { code, stdout, stderr } = await installed.run(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: npx agni-settings /);
  },
);

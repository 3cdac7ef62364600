import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Api } from '../sandbox/api.js';
import { usePackage } from './packed.js';

const installed = usePackage();
const api = new Api();
let token: string;

/** A server that answers as the sandbox does, but puts the token of each request into a field of another type. */
let echo: Server;
let echoUrl: string;

beforeAll(async () => {
  api.url = (await installed.sandbox()).url;
  token = (await api.workspace({})).owner.access_token;
  echo = createServer(async ({ url = '', method = 'GET', headers }, response) => {
    const { authorization } = headers;
    const answer = await fetch(api.url + url, { method, headers: authorization ? { authorization } : {} });
    const body = (await answer.text()).replace(/"name":"[^"]*"/, `"name":{"seen":"${authorization}"}`);
    response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  echoUrl = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`;
});
afterAll(() => {
  echo.close();
});

it('prints a table, area by area, and ends with 0 where nothing is wrong', async () => {
  const { code, stdout, stderr } = await installed.run(['conformance', api.url, '--token', token]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const titles = stdout.split('\n').filter((line) => /^[A-Z][\w. ]+$/.test(line));
  expect(titles).toEqual([
    'Access',
    'Organization',
    'Profile',
    'Security',
    'API keys',
    'Users',
    'Invitations',
    'GoHighLevel',
    'Cal.com',
    'Agents and health',
  ]);
  expect(stdout).toMatch(/^ {2}ok +listUsers +assumed, docs\/contract\.md 7\.1$/m);
  expect(stdout).toMatch(
    /^ {2}not checked +updateOrganization +assumed, docs\/contract\.md 4\.2: changes data; --writes checks it$/m,
  );
  expect(stdout).toMatch(/^\d+ ok, 0 unavailable, \d+ not checked, 0 wrong$/m);
  expect(stdout).not.toContain(token);
});

it('prints JSON, with the token from the environment, and ends with 1 where something is wrong', async () => {
  const { code, stdout, stderr } = await installed.run(['conformance', echoUrl, '--json'], {
    env: { AGNI_TOKEN: token },
  });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({ server: echoUrl, role: 'OWNER', hasWrites: false, counts: { unavailable: 0 } });
  const organization = report.results.find(({ name }: { name: string }) => name === 'getOrganization');
  expect(organization).toEqual({
    area: 'Organization',
    name: 'getOrganization',
    basis: 'documented',
    section: '4.1',
    verdict: 'wrong',
    findings: [{ kind: 'wrong', text: 'name is an object, not a string' }],
  });
  expect(stdout).not.toContain(token);
});

it('takes the token from the standard input, and checks writes when asked to', async () => {
  const args = ['conformance', api.url, '--token', '-', '--writes'];
  const { code, stdout, stderr } = await installed.run(args, { input: `${token}\n` });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^ {2}ok +updateOrganization +assumed, docs\/contract\.md 4\.2$/m);
  expect(stdout).not.toContain(token);
});

it('ends with 2 where nothing can be checked', async () => {
  expect(await installed.run(['conformance', api.url, '--token', 'not-a-token'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'The server refuses the token (401).\n',
  });
  const { code, stderr } = await installed.run(['conformance', 'http://127.0.0.1:1', '--token', token]);
  expect([code, stderr.split(':')[0]]).toEqual([2, 'The server cannot be reached']);
});

it.each([
  [[], 'The URL of the server is missing.'],
  [['localhost'], '"localhost" is not the URL of a server.'],
  [['https://api.example/api/v1'], 'Leave /api/v1 out of the URL, as in base-url.'],
  [
    ['https://user:secret@api.example'],
    'The URL is an origin with an optional path, without a user, a query or a fragment.',
  ],
  [['https://api.example', 'again', '--token', 't'], 'Unexpected "again": conformance takes one URL.'],
  [['https://api.example'], 'A token is missing: --token, --token - for the standard input, or AGNI_TOKEN.'],
  [['https://api.example', '--write'], "Unknown option '--write'."],
])('explains what is wrong with conformance %j', async (args, message) => {
  const ended = await installed.run(['conformance', ...args], { env: { AGNI_TOKEN: '' } });
  expect(ended).toEqual({ code: 2, stdout: '', stderr: `${message}\nTry --help.\n` });
});

const documents = ['README.md', ...readdirSync('docs').map((file) => `docs/${file}`)].filter((file) =>
  file.endsWith('.md'),
);
const shown = new Set(
  documents.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^npx agni-settings (.+)$/gm)].map(([, command = '']) => command),
  ),
);

it('shows both commands in the documents', () => {
  expect([...new Set([...shown].map((command) => command.split(' ')[0]))].sort()).toEqual(['conformance', 'sandbox']);
});

it.each([...shown])('the documents show a command that works: npx agni-settings %s', async (command) => {
  const [name = '', ...args] = command.replace('https://api.example.com', api.url).split(' ');
  if (name === 'sandbox') {
    const { child, ended } = await installed.sandbox(...args); // the last --port counts: port 0, a free one
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    return;
  }
  expect(await installed.run([name, ...args], { env: { AGNI_TOKEN: token } })).toMatchObject({ code: 0, stderr: '' });
});

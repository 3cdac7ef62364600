import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openProfile, useDemo } from '../demo/browser.js';
import type { TestWorkspace } from '../sandbox/api.js';
import { FaultProxy, head, type ProxiedReply, type WireFault, whole } from './fault-proxy.js';

// Every way in which a connection breaks, made on the wire, between the built kit in Chromium and the built server.
// Chromium asks the user before a page that a test makes up may call another port of this machine.
const demo = useDemo(['--disable-features=LocalNetworkAccessChecks']);
let proxy: FaultProxy;
let workspace: TestWorkspace;

beforeAll(async () => {
  proxy = new FaultProxy(demo.server.api.url);
  await proxy.open();
  workspace = await demo.server.api.workspace();
});
afterAll(() => proxy.close());
afterEach(async () => {
  proxy.calm();
  for (const context of demo.browser.contexts()) await context.close();
});

const me = '/api/v1/users/me';
const lengthOf = ({ body }: ProxiedReply) => ({ 'content-length': String(body.length) });
const half = ({ body }: ProxiedReply) => body.subarray(0, body.length / 2);
const chunk = (bytes: Buffer) =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);
const chunked = { 'transfer-encoding': 'chunked' };

/** Sends bytes, then breaks the connection once they are on the wire. */
const thenReset = (socket: Socket, ...bytes: (string | Buffer)[]) => {
  for (const part of bytes.slice(0, -1)) socket.write(part);
  socket.write(bytes.at(-1) ?? '', () => setTimeout(() => socket.resetAndDestroy(), 50));
};

const unreachable = "Can't reach the server";
const unexpected = 'The server sent an unexpected response';
const late = 'took too long';

/** Faults after which no answer can be read, with the words that a read shows. */
const broken: [string, WireFault, string][] = [
  ['is reset before the server has the request', { before: (socket) => socket.resetAndDestroy() }, unreachable],
  ['is closed without an answer', { after: (socket) => void socket.end() }, unreachable],
  ['is reset before the answer', { after: (socket) => void socket.resetAndDestroy() }, unreachable],
  [
    'is reset within the headers',
    { after: (socket, reply) => thenReset(socket, head(reply, lengthOf(reply)).slice(0, 60)) },
    unreachable,
  ],
  [
    'is reset within the body',
    { after: (socket, reply) => thenReset(socket, head(reply, lengthOf(reply)), half(reply)) },
    unreachable,
  ],
  [
    'ends before the announced length',
    {
      after: (socket, reply) =>
        void socket.end(Buffer.concat([Buffer.from(head(reply, lengthOf(reply))), half(reply)])),
    },
    unreachable,
  ],
  [
    'ends within a chunked body',
    {
      after: (socket, reply) => void socket.end(Buffer.concat([Buffer.from(head(reply, chunked)), chunk(half(reply))])),
    },
    unreachable,
  ],
  [
    'has chunks without sizes',
    {
      after: (socket, reply) =>
        void socket.end(Buffer.concat([Buffer.from(head(reply, chunked)), Buffer.from('zz\r\n'), half(reply)])),
    },
    unreachable,
  ],
  ['speaks no HTTP', { after: (socket) => void socket.end('\u0000\u0001 no HTTP \r\n\r\n') }, unreachable],
  [
    'says gzip and sends something else',
    {
      after: (socket, reply) =>
        void socket.end(whole({ ...reply, headers: { ...reply.headers, 'content-encoding': 'gzip' } })),
    },
    unreachable,
  ],
  [
    'sends half of a gzipped body',
    {
      after: (socket, reply) => {
        const body = gzipSync(reply.body);
        socket.end(
          whole({
            ...reply,
            headers: { ...reply.headers, 'content-encoding': 'gzip' },
            body: body.subarray(0, body.length / 2),
          }),
        );
      },
    },
    unexpected,
  ],
  [
    'sends half of a JSON text',
    { after: (socket, reply) => void socket.end(whole({ ...reply, body: half(reply) })) },
    unexpected,
  ],
  [
    'sends the body twice in one',
    { after: (socket, reply) => void socket.end(whole({ ...reply, body: Buffer.concat([reply.body, reply.body]) })) },
    unexpected,
  ],
  ['stalls before the headers', { after: () => undefined }, late],
  [
    'stalls within the headers',
    { after: (socket, reply) => void socket.write(head(reply, lengthOf(reply)).slice(0, 60)) },
    late,
  ],
  [
    'stalls within the body',
    {
      after: (socket, reply) =>
        void socket.write(Buffer.concat([Buffer.from(head(reply, lengthOf(reply))), half(reply)])),
    },
    late,
  ],
];

/** Unusual answers that are whole. */
const unusual: [string, WireFault][] = [
  [
    'sends one byte at a time',
    {
      after: async (socket, reply) => {
        for (const byte of whole(reply)) {
          socket.write(Buffer.of(byte));
          await new Promise((resolve) => setImmediate(resolve));
        }
        socket.end();
      },
    },
  ],
  [
    'sends the whole answer twice',
    { after: (socket, reply) => void socket.end(Buffer.concat([whole(reply), whole(reply)])) },
  ],
  [
    'says 100 Continue and 103 Early Hints first',
    {
      after: (socket, reply) =>
        void socket.end(
          Buffer.concat([
            Buffer.from('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </x>; rel=preload\r\n\r\n'),
            whole(reply),
          ]),
        ),
    },
  ],
  [
    'cuts a gzipped body into chunks of one byte',
    {
      after: (socket, reply) => {
        const parts = [...gzipSync(reply.body)].map((byte) => chunk(Buffer.of(byte)));
        socket.end(
          Buffer.concat([
            Buffer.from(head({ ...reply, headers: { ...reply.headers, 'content-encoding': 'gzip' } }, chunked)),
            ...parts,
            Buffer.from('0\r\n\r\n'),
          ]),
        );
      },
    },
  ],
];

/** Opens a page with the profile, whose API is behind the proxy. */
async function open(baseUrl = proxy.url): Promise<{ page: Page; errors: string[]; words: string[] }> {
  const { context } = await openProfile(demo.browser);
  const page = await context.newPage();
  const [errors, words]: string[][] = [[], []];
  page.on('pageerror', (error) => errors?.push(String(error.stack)));
  page.on('console', (message) => words?.push(message.text()));
  const address = `${demo.server.api.url}/host`;
  await page.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Host</title><link rel="icon" href="/icon.svg">
        <script type="module" src="/cdn/agni-settings.js"></script>
        <agni-provider base-url="${baseUrl}" timeout="1500"><agni-profile></agni-profile></agni-provider>
        <script>document.querySelector('agni-provider').getToken = () => '${workspace.owner.access_token}'</script>`,
    }),
  );
  await page.goto(address);
  return { page, errors: errors as string[], words: words as string[] };
}

const firstName = (page: Page) => page.getByLabel('First Name');
const alert = (page: Page, text: string) => page.getByRole('alert').filter({ hasText: text });

describe('a connection that', () => {
  it.each(broken)('%s shows why, and recovers by Try Again (C03, C30)', async (_name, fault, text) => {
    proxy.disturb('GET', me, fault);
    const { page, errors, words } = await open();
    await alert(page, text).waitFor();
    expect(await alert(page, text).textContent()).not.toMatch(/TypeError|net::|https?:/);
    if (text === unreachable) expect(words.join('\n')).toContain(new URL(proxy.url).host);
    proxy.calm();
    await page.getByRole('button', { name: 'Try Again' }).click();
    await firstName(page).waitFor();
    expect(errors).toEqual([]);
  });

  it.each(broken)('%s during a save: the save is sent once, and its outcome shown (C02, C03)', async (name, fault) => {
    const { page, errors } = await open();
    const typed = `Ada, whose connection ${name}`;
    await firstName(page).fill(typed);
    proxy.disturb('PATCH', me, fault);
    await page.getByRole('button', { name: 'Save Changes' }).click();
    if (fault.before) {
      await alert(page, 'Your changes are still here').waitFor();
      expect(await firstName(page).inputValue()).toBe(typed);
      expect(proxy.seen).toEqual([`PATCH ${me}`]);
      proxy.calm();
      await page.getByRole('button', { name: 'Save Changes' }).click();
    }
    // Where only the answer was lost, a read finds out that the change is stored.
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(proxy.seen).toEqual([`PATCH ${me}`]);
    const { body } = await demo.server.api.get(me, { token: workspace.owner.access_token });
    expect(body.data.first_name).toBe(typed);
    expect(errors).toEqual([]);
  });

  it.each(unusual)('%s changes nothing (C03, C05)', async (_name, fault) => {
    proxy.disturb('GET', me, fault);
    const { page, errors } = await open();
    await firstName(page).waitFor();
    proxy.disturb('PATCH', me, fault);
    await firstName(page).fill(`Grace, whose server ${_name}`);
    await page.getByRole('button', { name: 'Save Changes' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(proxy.seen).toEqual([`PATCH ${me}`]);
    expect(errors).toEqual([]);
  });

  it('is refused shows why, and recovers by Try Again (C03)', async () => {
    await proxy.close();
    const { page, errors } = await open();
    await alert(page, unreachable).waitFor();
    await proxy.open();
    await page.getByRole('button', { name: 'Try Again' }).click();
    await firstName(page).waitFor();
    expect(errors).toEqual([]);
  });

  it.each([
    ['goes to no host', () => 'http://no-such-host.invalid'],
    ['has broken TLS', () => proxy.url.replace('http:', 'https:')],
  ])('%s shows why, and recovers with another address (C03)', async (_name, address) => {
    const { page, errors, words } = await open(address());
    await alert(page, unreachable).waitFor();
    expect(words.join('\n')).toContain(new URL(address()).host);
    await page.evaluate((url) => document.querySelector('agni-provider')?.setAttribute('base-url', url), proxy.url);
    await firstName(page).waitFor();
    expect(errors).toEqual([]);
  });
});

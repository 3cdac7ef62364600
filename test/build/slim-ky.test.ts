import { rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { slimKy } from '../../scripts/slim-ky.mjs';
import type { ClientOptions } from '../../src/client/client.js';
import type { AnyInput, Transport as TransportClass } from '../../src/client/transport.js';
import { createApiKey, deleteApiKey, getCurrentUser, listUsers, refreshSession } from '../../src/contract/all.js';
import type { Endpoint } from '../../src/contract/endpoint.js';

const folder = fileURLToPath(new URL('../../.build/slim-ky/', import.meta.url));
const kinds = ['whole', 'slim'] as const;
let transports: Record<(typeof kinds)[number], typeof TransportClass>;
const sizes: Record<string, number> = {};

/** Bundles the transport together with ky, and imports the bundle. */
async function bundle(name: string, plugins: Plugin[]): Promise<typeof TransportClass> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins,
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: true,
      lib: {
        entry: fileURLToPath(new URL('../../src/client/transport.ts', import.meta.url)),
        formats: ['es'],
        fileName: () => `${name}.js`,
      },
      rolldownOptions: { output: { minify: true } },
    },
  });
  sizes[name] = JSON.stringify(result).length;
  return (await import(pathToFileURL(`${folder}${name}.js`).href)).Transport;
}

beforeAll(async () => {
  transports = { whole: await bundle('whole', []), slim: await bundle('slim', [slimKy()]) };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The properties of a request that the test compares. */
async function described(request: Request) {
  const { method, url, headers, credentials, redirect, mode, cache } = request;
  return { method, url, headers: [...headers], credentials, redirect, mode, cache, body: await request.text() };
}

/** Sends one call with each of the two bundles, and returns the requests and the outcomes. */
async function sendBoth(
  operation: Endpoint,
  input: AnyInput,
  answer: (request: Request) => Response | Promise<Response>,
  { signal, ...options }: ClientOptions & { signal?: AbortSignal } = {},
) {
  const [whole, slim] = await Promise.all(
    kinds.map(async (kind) => {
      const requests: Awaited<ReturnType<typeof described>>[] = [];
      const inits: unknown[] = [];
      const recording = async (request: RequestInfo | URL, init?: RequestInit) => {
        inits.push(init);
        requests.push(await described((request as Request).clone()));
        return answer(request as Request);
      };
      const transport = new transports[kind](() => ({
        baseUrl: 'https://api.example/agni',
        fetch: recording,
        ...options,
      }));
      const credential = { generation: 1, token: 'token' };
      const outcome = await transport.send(transport.prepare(operation, input), signal, credential).then(
        ({ response, body, host }) => ({ status: response.status, headers: [...response.headers], body, host }),
        (error: unknown) => ({ error: String(error) }),
      );
      return { requests, inits, outcome };
    }),
  );
  expect(slim).toEqual(whole);
  return whole as NonNullable<typeof whole>;
}

it('leaves at least half of it out', () => {
  expect(sizes.slim).toBeLessThan((sizes.whole ?? 0) * 0.5);
});

it.each([
  ['a read', getCurrentUser, {}, {}],
  ['a read with a query', listUsers, { query: { limit: 20, search: 'ä & b' } }, {}],
  ['a write with a body', createApiKey, { body: { name: 'Ünal', expires_at: null } }, { headers: { 'x-csrf': '1' } }],
  ['a write without one', deleteApiKey, { params: { id: 'a/b' } }, { headers: () => ({ 'x-csrf': '2' }) }],
  ['a renewal with cookies', refreshSession, { body: {} }, { authMode: 'cookie' }],
] as const)('sends %s as ky does', async (_, operation, input, options) => {
  const { requests, outcome } = await sendBoth(operation, input, () => Response.json({ data: 1 }), options);
  expect(requests).toHaveLength(1);
  expect(outcome).toMatchObject({ status: 200, body: { data: 1 } });
});

it.each([200, 204, 302, 401, 413, 429, 503])(
  'hands on an answer of status %i as ky does, and sends once',
  async (status) => {
    const body = status === 204 ? null : '{"code":"X"}';
    const answer = () => new Response(body, { status, headers: { 'retry-after': '1' } });
    const { requests, outcome } = await sendBoth(getCurrentUser, {}, answer);
    expect(requests).toHaveLength(1);
    expect(outcome).toMatchObject({ status });
  },
);

it('fails as ky does where no answer comes, in time or at all', async () => {
  const refuse = () => Promise.reject(new TypeError('Failed to fetch'));
  expect((await sendBoth(getCurrentUser, {}, refuse)).outcome).toEqual({ error: 'TypeError: Failed to fetch' });
  const hang = () => new Promise<Response>(() => undefined);
  expect((await sendBoth(getCurrentUser, {}, hang, { timeout: 20 })).outcome).toEqual({ error: 'Symbol(time limit)' });
});

it('aborts the request with its caller, as ky does', async () => {
  const caller = new AbortController();
  const signals: AbortSignal[] = [];
  const hang = ({ signal }: Request) => {
    signals.push(signal);
    if (signals.length === kinds.length) caller.abort(new Error('gone'));
    return new Promise<Response>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  };
  const { outcome } = await sendBoth(getCurrentUser, {}, hang, { signal: caller.signal });
  expect(outcome).toEqual({ error: 'Error: gone' });
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
});

it('refuses a ky in which it finds nothing to leave out', () => {
  const { transform } = slimKy() as unknown as { transform(this: unknown, code: string, id: string): unknown };
  const id = fileURLToPath(import.meta.resolve('ky')).replace(/index\.js$/, 'core/Ky.js');
  const parse = () => ({ type: 'Program', body: [], start: 0, end: 0 });
  expect(() => transform.call({ parse }, '', id)).toThrow(/^slim-ky: onDownloadProgress, .* not found in .*Ky\.js$/);
});

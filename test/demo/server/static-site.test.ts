import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { StaticSite } from '../../../demo/server/static-site.js';

let folder: string;
let site: StaticSite;
let shared: StaticSite;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'agni-site-'));
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  mkdirSync(join(folder, 'site/assets/0badcafe'), { recursive: true });
  mkdirSync(join(folder, 'site-secret'));
  write('secret.txt', 'canary');
  write('site-secret/x.txt', 'canary');
  write('site/index.html', '<!doctype html><title>Home</title>');
  write('site/agni-settings.js', 'export {};'.repeat(100));
  write('site/assets/pane-Ab3_x-9Z.js', 'export {};');
  write('site/assets/0badcafe/pane.js', 'export {};');
  write('site/with space.svg', '<svg/>');
  site = new StaticSite(join(folder, 'site'));
  shared = new StaticSite(join(folder, 'site'), { isShared: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = (path: string, headers: Record<string, string> = {}, from = site) =>
  from.serve(new Request('http://localhost/', { headers }), path);

it('serves pages under a policy that allows no inline script or style and nothing foreign', async () => {
  for (const path of ['/', '/index.html']) {
    const page = await ask(path);
    expect(page?.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = page?.headers.get('content-security-policy')?.split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types lit-html',
      ]),
    );
    expect(policy?.join()).not.toContain('unsafe');
    expect(await page?.text()).toContain('Home');
  }
});

it('lets browsers cache a file forever only if its name or folder is a hash', async () => {
  for (const path of ['/assets/pane-Ab3_x-9Z.js', '/assets/0badcafe/pane.js']) {
    expect((await ask(path))?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  }
  for (const path of ['/', '/agni-settings.js']) {
    expect((await ask(path))?.headers.get('cache-control')).toBe('no-cache');
  }
});

it('answers with nothing but its tag where the browser has the file already', async () => {
  const etag = (await ask('/agni-settings.js'))?.headers.get('etag') ?? '';
  const again = await ask('/agni-settings.js', { 'If-None-Match': etag });
  expect([again?.status, await again?.text()]).toEqual([304, '']);
  writeFileSync(join(folder, 'site/agni-settings.js'), 'export const changed = 1;');
  const changed = await ask('/agni-settings.js', { 'If-None-Match': etag });
  expect([changed?.status, await changed?.text()]).toEqual([200, 'export const changed = 1;']);
});

it('squeezes text for browsers that can read it so', async () => {
  const squeezed = await ask('/', { 'Accept-Encoding': 'gzip, deflate, br' });
  expect(squeezed?.headers.get('content-encoding')).toBe('br');
  const bytes = Buffer.from((await squeezed?.arrayBuffer()) ?? new ArrayBuffer(0));
  expect(brotliDecompressSync(bytes).toString()).toContain('Home');
  expect((await ask('/', { 'Accept-Encoding': 'gzip' }))?.headers.has('content-encoding')).toBe(false);
});

it('lets pages of any origin load the shared files, and no others', async () => {
  expect((await ask('/agni-settings.js', {}, shared))?.headers.get('access-control-allow-origin')).toBe('*');
  expect((await ask('/agni-settings.js'))?.headers.has('access-control-allow-origin')).toBe(false);
});

it('leads nowhere outside its folder (S38)', async () => {
  const paths = [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/../site-secret/x.txt',
  ];
  const broken = [
    '/%00',
    '/index.html%00.js',
    '/%zz',
    '/assets',
    '/assets/',
    '/nothing',
    `/${'x'.repeat(5000)}`,
    '/index.html/x',
  ];
  for (const path of [...paths, ...broken]) expect([path, await ask(path)]).toEqual([path, undefined]);
  expect((await ask('/with%20space.svg'))?.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
});

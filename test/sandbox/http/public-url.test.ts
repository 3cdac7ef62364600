import { expect, it } from 'vitest';
import { readEnvironment } from '../../../demo/server/environment.js';
import { serveOn } from '../api.js';
import { type StoreKind, storeKinds } from '../stores.js';

const { publicUrl } = readEnvironment({ PUBLIC_URL: 'https://firm.example/tools/agni/' });
const path = '/tools/agni';
const { api } = serveOn(storeKinds[0] as StoreKind, { publicUrl });

/** Headers that browsers send through the proxy, which removes the path prefix. */
const headers = { Origin: 'https://firm.example' };

/** Follows a redirect as a browser and the proxy do. */
const follow = (location: string | null, token?: string) => {
  expect(location).toMatch(new RegExp(`^${path}/`));
  return api.get((location ?? '').slice(path.length), { token, headers });
};

it('keeps the path of PUBLIC_URL in mails (D50)', async () => {
  const { owner } = await api.workspace();
  const guest = { email: 'guest@northwind.example', first_name: 'Grace', last_name: '' };
  expect((await api.post('/api/v1/users/invite', guest, { token: owner.access_token })).status).toBe(200);
  const [mail] = (await api.get('/__sandbox/mail?to=guest@northwind.example')).body;
  expect(mail.text).toContain('Sign in at https://firm.example/tools/agni/\n');
  expect(mail.html).toContain('href="https://firm.example/tools/agni/"');
  const mailbox = await api.get('/mailbox', { headers });
  const addresses = [...mailbox.text.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
  expect(addresses.length).toBeGreaterThan(4);
  expect(addresses.filter((address) => !address?.startsWith(`${path}/`))).toEqual([]);
});

it('keeps the path of PUBLIC_URL through the whole authorization of GoHighLevel (D50)', async () => {
  const { id, owner } = await api.workspace();
  const token = owner.access_token;
  const started = await api.get(`/api/v1/ghl/oauth/authorize?organization_id=${id}`, { token, headers });
  const asked = await follow(started.headers.get('location'), token);
  expect(asked.status).toBe(200);
  const [, sheet = null] = /rel="stylesheet" href="([^"]+)"/.exec(asked.text) ?? [];
  expect((await follow(sheet)).headers.get('content-type')).toContain('text/css');
  const [, allow = ''] = /formaction="([^"]+)"/.exec(asked.text) ?? [];
  expect(allow).toMatch(new RegExp(`^${path}/`));
  const answered = await api.post(allow.slice(path.length), undefined, { token, headers });
  const finished = await follow(answered.headers.get('location'), token);
  const done = await follow(finished.headers.get('location'), token);
  expect(done.text).toContain('GoHighLevel is connected');
});

it('takes addresses with and without a path, and no query, fragment or password (D50)', () => {
  const read = (PUBLIC_URL: string) => readEnvironment({ PUBLIC_URL }).publicUrl;
  expect(read('https://agni.example')).toBe('https://agni.example');
  expect(read('https://AGNI.example/')).toBe('https://agni.example');
  expect(read('http://10.0.0.7:8080/a/b')).toBe('http://10.0.0.7:8080/a/b');
  for (const invalid of [
    'agni.example',
    'https://',
    'ftp://agni.example',
    'https://a.example/?b',
    'https://u:p@a.example',
  ])
    expect(() => read(invalid)).toThrow('PUBLIC_URL is');
});

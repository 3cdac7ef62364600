import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { openProfile, signIn, useDemo } from '../demo/browser.js';

const demo = useDemo();

it('carries out nothing that a page of another site sends with the cookies of a signed-in user (S40)', async () => {
  const { api } = demo.server;
  const { id, owner } = await api.workspace();
  const { context } = await openProfile(demo.browser);
  const page = await context.newPage();
  await page.goto(api.url);
  await signIn(page, owner.email);
  await page.getByRole('button', { name: owner.email }).waitFor();
  const cookies = await context.cookies(api.url);
  expect(
    cookies.map(({ name, httpOnly, secure, sameSite }) => [name.split('-')[0], httpOnly, secure, sameSite]),
  ).toEqual(Array(2).fill(['__Host', true, true, 'Strict']));

  // Another site: `localhost` instead of the server's `127.0.0.1`.
  const foreign = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>Evil</title><link rel="icon" href="data:,">');
  });
  foreign.listen(0, '127.0.0.1');
  await once(foreign, 'listening');
  const site = `http://localhost:${(foreign.address() as AddressInfo).port}/`;

  const profile = `${api.url}/api/v1/organizations/profile/${id}`;
  const writes: [string, string][] = [
    [profile, 'POST'],
    [`${api.url}/api/v1/users/me`, 'POST'],
    [`${api.url}/api/v1/api-keys`, 'POST'],
    [`${api.url}/api/v1/auth/logout`, 'POST'],
    [`${api.url}/api/v1/auth/refresh`, 'POST'],
    [`${api.url}/__sandbox/workspaces`, 'POST'],
    [`${profile}?name=Evil`, 'GET'],
  ];
  for (const [url, method] of writes) {
    for (const enctype of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data']) {
      const evil = await context.newPage();
      await evil.goto(site);
      const [response] = await Promise.all([
        evil.waitForResponse((one) => one.url().startsWith(url.split('?')[0] ?? url)),
        evil.evaluate(
          ([action, method, enctype]) => {
            const form = document.createElement('form');
            Object.assign(form, { action, method, enctype });
            const field = document.createElement('input');
            Object.assign(field, { name: '{"name":"Evil","first_name":"Evil","x":"', value: '"}' });
            form.append(field);
            document.body.append(form);
            form.submit();
          },
          [url, method, enctype] as const,
        ),
      ]);
      expect([url, enctype, response.status()]).toEqual([url, enctype, expect.toSatisfy((status) => status >= 400)]);
      await evil.close();
    }
  }

  const evil = await context.newPage();
  await evil.goto(site);
  const sent = await evil.evaluate(
    async ([profile, me]) => {
      const body = '{"name":"Evil","first_name":"Evil"}';
      const json = { 'Content-Type': 'application/json' };
      const outcomeOf = (url: string, init: RequestInit) =>
        fetch(url, { credentials: 'include', ...init }).then(
          ({ status, type }) => `${type} ${status}`,
          () => 'blocked',
        );
      const image = new Image();
      image.src = `${me}?first_name=Evil`;
      return Promise.all([
        outcomeOf(profile, { method: 'PATCH', headers: json, body }),
        outcomeOf(me, { method: 'PATCH', headers: json, body }),
        outcomeOf(me, { method: 'POST', mode: 'no-cors', body }),
        outcomeOf(me, {}),
        image.decode().catch(() => 'no image'),
      ]);
    },
    [profile, `${api.url}/api/v1/users/me`] as const,
  );
  // Preflights allow no credentials, so no write is sent. Requests without a preflight carry no cookie and are opaque.
  expect(sent).toEqual(['blocked', 'blocked', 'opaque 0', 'blocked', 'no image']);

  const token = owner.access_token;
  expect((await api.get(new URL(profile).pathname, { token })).text).not.toContain('Evil');
  expect((await api.get('/api/v1/users/me', { token })).text).not.toContain('Evil');
  expect((await api.get('/api/v1/api-keys', { token })).text).not.toContain('Evil');
  await page.reload();
  await page.getByRole('button', { name: owner.email }).waitFor(); // still signed in
  await context.close();
  foreign.close();
});

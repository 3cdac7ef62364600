// A server-rendered page, as of Rails or Laravel: the browser has a session cookie and a CSRF token, but no API token.
import { randomUUID } from 'node:crypto';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';

const apiUrl = 'http://127.0.0.1:4310';
const sessions = new Map();
const app = new Hono();

const layout = (body, csrfToken = '') => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta name="csrf-token" content="${csrfToken}" />
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/cdn/skeleton.css" />
    <script type="module" src="/cdn/agni-settings.js"></script>
    <script type="module" src="/settings.js"></script>
    <title>Settings</title>
  </head>
  <body>${body}</body>
</html>`;

const signInForm = html`<form method="post" action="/sign-in">
  <label>Email <input name="email" type="email" autocomplete="username" required /></label>
  <label>Password <input name="password" type="password" autocomplete="current-password" required /></label>
  <button>Sign In</button>
</form>`;

const settingsPage = (pane) => html`<nav><a href="/settings">Settings</a> <a href="/api-keys">API keys page</a></nav>
<p role="status"></p>
<agni-provider base-url="/" auth-mode="cookie" sign-in-url="/sign-in">${pane}</agni-provider>`;

const post = (path, body, headers) =>
  fetch(apiUrl + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const setSession = (context, session) => {
  const id = randomUUID();
  sessions.set(id, { csrfToken: randomUUID(), ...session });
  setCookie(context, 'session', id, { httpOnly: true, sameSite: 'Lax', path: '/' });
};

app.get('/sign-in', (context) => context.html(layout(signInForm)));
app.post('/sign-in', async (context) => {
  const { email, password } = await context.req.parseBody();
  const answer = await post('/api/v1/auth/login', { email, password });
  if (!answer.ok) return context.html(layout(signInForm), 401);
  setSession(context, (await answer.json()).data);
  return context.redirect('/settings');
});

app.use('/cdn/*', serveStatic({ root: 'node_modules/agni-settings/dist' }));
app.use('/settings.js', serveStatic({ path: 'settings.js' }));

app.use(async (context, next) => {
  const session = sessions.get(getCookie(context, 'session'));
  const isApi = context.req.path.startsWith('/api/');
  if (!session) return isApi ? context.json({ detail: 'Signed out' }, 401) : context.redirect('/sign-in');
  context.set('session', session);
  const isWrite = !['GET', 'HEAD'].includes(context.req.method);
  if (isWrite && context.req.header('x-csrf-token') !== session.csrfToken)
    return context.json({ detail: 'The CSRF token is missing or wrong' }, 403);
  return next();
});

app.get('/settings', (context) =>
  context.html(
    layout(settingsPage(html`<agni-settings routing="hash"></agni-settings>`), context.get('session').csrfToken),
  ),
);
app.get('/api-keys', (context) =>
  context.html(layout(settingsPage(html`<agni-api-keys></agni-api-keys>`), context.get('session').csrfToken)),
);
app.get('/', (context) => context.redirect('/settings'));

// Gets a new access token after the API answered 401. The browser does not receive the token.
app.post('/api/v1/auth/refresh', async (context) => {
  const session = context.get('session');
  const answer = await post('/api/v1/auth/refresh', { refresh_token: session.refresh_token });
  if (!answer.ok) return context.json(await answer.json(), 401);
  Object.assign(session, (await answer.json()).data);
  return context.json({ token_type: 'Bearer' });
});

app.all('/api/v1/*', async (context) => {
  const { method, url } = context.req;
  const { pathname, search } = new URL(url);
  const body = ['GET', 'HEAD'].includes(method) ? undefined : await context.req.arrayBuffer();
  const headers = { Authorization: `Bearer ${context.get('session').access_token}` };
  if (body?.byteLength) headers['Content-Type'] = context.req.header('content-type') ?? 'application/json';
  return fetch(apiUrl + pathname + search, { method, headers, body: body?.byteLength ? body : undefined });
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });

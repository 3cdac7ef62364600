import { once } from 'node:events';
import { request } from 'node:http';
import { expect, it } from 'vitest';
import { readEnvironment } from '../../../demo/server/environment.js';
import { useServerProcesses } from './server-process.js';
import { passwordIn, SmtpSink } from './smtp-sink.js';

const { start } = useServerProcesses();

it('keeps everything over a restart: keys, sessions, settings (S46)', async () => {
  const first = await start();
  const workspace = await first.api.workspace({});
  const { key } = await first.api.apiKey(workspace, { name: 'lasting' });
  const { access_token: token, refresh_token } = await first.api.signIn(workspace.owner);
  const path = `/api/v1/organizations/profile/${workspace.id}`;
  await first.api.send('PATCH', path, { token, body: { name: 'Still here', allowed_email_domains: ['a.example'] } });
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);

  const { api } = await start();
  // Sent first, so that the server must read the secret of the tokens for this request.
  expect((await api.post('/api/v1/auth/refresh', { refresh_token })).status).toBe(200);
  expect((await api.get(path, { token })).body).toMatchObject({
    name: 'Still here',
    allowed_email_domains: ['a.example'],
  });
  expect((await api.get('/api/v1/agents/', { key })).status).toBe(200);
  const { body } = await api.get('/api/v1/api-keys', { token });
  expect(body.meta.total).toBe(6);
});

it('loses nothing it has answered when it is killed, and opens again (S01)', async () => {
  let { child, api, ended } = await start();
  const workspace = await api.workspace();
  const answered: string[] = [];
  for (let round = 0; round < 3; round++) {
    const writing = Array.from({ length: 20 }, async (_, index) => {
      const { id } = await api.apiKey(workspace, { name: `key ${round}-${index}` });
      answered.push(id);
      if (index === 10) child.kill('SIGKILL');
    });
    await Promise.allSettled(writing);
    expect(await ended).toBe('SIGKILL');
    ({ child, api, ended } = await start());
    const { body } = await api.get('/api/v1/api-keys?limit=200', { token: workspace.owner.access_token });
    const kept = new Set(body.data.map(({ id }: { id: string }) => id));
    expect(answered.filter((id) => !kept.has(id))).toEqual([]);
  }
  expect(answered.length).toBeGreaterThan(10);
});

it('finishes all running requests when it is stopped under load, and accepts no new ones (S02)', async () => {
  const { child, api, ended } = await start();
  const workspace = await api.workspace();
  const headers = {
    Authorization: `Bearer ${workspace.owner.access_token}`,
    ...{ 'Content-Type': 'application/json', Expect: '100-continue' },
  };
  const running = await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      const slow = request(`${api.url}/api/v1/api-keys`, { method: 'POST', agent: false, headers });
      slow.flushHeaders();
      await once(slow, 'continue'); // the server handles the request, and waits for its body
      return async () => {
        slow.end(JSON.stringify({ name: `key ${index}` }));
        const [response] = await once(slow, 'response');
        response.resume();
        return response.statusCode;
      };
    }),
  );
  child.kill('SIGTERM');
  const refused = async () => (await api.get('/health')).status === 503;
  while (!(await refused()));
  expect(await Promise.all(running.map((finish) => finish()))).toEqual(Array(40).fill(200));
  expect(await ended).toBe(0);

  const again = await start();
  const { body } = await again.api.get('/api/v1/api-keys?limit=200', { token: workspace.owner.access_token });
  const names = body.data.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(Array.from({ length: 40 }, (_, index) => `key ${index}`)));
});

it('prints the accounts to sign in with, and they work', async () => {
  const { api, output } = await start();
  expect(output).toContain('owner@northwind.example, admin@northwind.example, member@northwind.example');
  const [password = ''] = /[^ ]+$/.exec(output.trim()) ?? [];
  for (const name of ['owner', 'admin', 'member']) {
    const email = `${name}@northwind.example`;
    const { body } = await api.post('/api/v1/auth/login', { email, password });
    expect(body.data.user).toMatchObject({ email, role: name.toUpperCase() });
  }
});

it('writes its log as lines of JSON, one an event, whatever was sent (S44)', async () => {
  const running = await start();
  const { api } = running;
  const email = 'eve@northwind.example\n{"event":"forged"}';
  await api.post('/api/v1/auth/login', { email, password: 'canary-password' });
  await api.post('/api/v1/auth/login', { email: 'owner@northwind.example', password: 'Purple-otter-42' });
  while (!running.output.includes('"sign_in"')) await api.get('/health'); // the log may arrive after the answer
  const lines = running.output.split('\n').filter((line) => line.startsWith('{'));
  const entries = lines.map((line) => JSON.parse(line));
  expect(entries.map(({ event }) => event)).toEqual(['sign_in_refused', 'sign_in']);
  for (const { at } of entries) expect(Date.parse(at)).toBeGreaterThan(Date.now() - 60_000);
  expect(lines.join()).not.toMatch(/canary|forged|Purple/);
});

it('puts no user in its database where control is off, and says so', async () => {
  const { api, output } = await start({ SANDBOX_CONTROL: 'off' });
  expect(output).toContain('no user can sign in');
  expect((await api.post('/__sandbox/workspaces')).status).toBe(404);
});

it('invites the first owner by mail where there is no user yet, and once only (S34)', async () => {
  const sink = new SmtpSink();
  await sink.open();
  const email = 'boss@firm.example';
  const PUBLIC_URL = 'https://agni.firm.example';
  const variables = { SANDBOX_CONTROL: 'off', SMTP_URL: sink.url, FIRST_OWNER: email, PUBLIC_URL };

  sink.mode = 'refusing';
  const refused = await start(variables);
  expect(await refused.ended).toBe(1);
  expect(refused.output).toContain('FIRST_OWNER could not be invited');

  sink.mode = 'good';
  const first = await start(variables);
  expect(first.output).not.toContain('no user can sign in');
  const [mail, ...others] = sink.to(email);
  expect(others).toEqual([]);
  expect(mail?.sender).toBe('no-reply@agni.firm.example');
  expect(mail?.parsed.text).toContain(`${PUBLIC_URL}/\n`);
  const password = passwordIn(mail?.parsed);
  expect(first.output).not.toContain(password);
  const { body } = await first.api.post('/api/v1/auth/login', { email, password });
  const token = body.data.access_token;
  const change = { current_password: password, new_password: 'Lantern-quiet-88' };
  expect((await first.api.post('/api/v1/auth/change-password', change, { token })).status).toBe(200);
  const users = await first.api.get('/api/v1/users', { token });
  expect(users.body.data).toMatchObject([{ email, role: 'OWNER', status: 'ACTIVE' }]);
  const colleague = { email: 'colleague@elsewhere.example', first_name: 'Grace', last_name: '' };
  expect((await first.api.post('/api/v1/users/invite', colleague, { token })).status).toBe(200);
  expect((await first.api.get('/mailbox')).status).toBe(404);
  expect((await first.api.get('/__sandbox/mail')).status).toBe(404);
  first.child.kill('SIGTERM');
  await first.ended;

  await start(variables);
  expect(sink.to(email)).toHaveLength(1);
  await sink.close();
});

it('shows mail in the mailbox without a mail server, and runs no script in it (S35)', async () => {
  const { api, output } = await start();
  expect(output).toContain('/mailbox');
  const { owner } = await api.workspace();
  const guest = { email: 'guest@northwind.example', first_name: '<b>Grace</b>', last_name: '' };
  expect((await api.post('/api/v1/users/invite', guest, { token: owner.access_token })).status).toBe(200);
  const mailbox = await api.get('/mailbox');
  expect(mailbox.text).toContain('guest@northwind.example');
  expect(mailbox.headers.get('content-security-policy')).not.toContain('unsafe');
  const [, path = ''] = /<iframe src="([^"]+)"/.exec(mailbox.text) ?? [];
  const mail = await api.get(path);
  expect(mail.headers.get('content-security-policy')).toMatch(/^sandbox .*default-src 'none'/);
  expect(mail.text).toContain('&lt;b&gt;Grace&lt;/b&gt;');
  const foreign = { headers: { Origin: 'https://evil.example' } };
  expect((await api.get('/mailbox', foreign)).status).toBe(404);
  expect((await api.get('/mailbox/none')).status).toBe(404);
  expect((await api.get('/__sandbox/mail?to=GUEST@northwind.example')).body).toEqual([
    {
      to: 'guest@northwind.example',
      from: expect.stringContaining('<no-reply@localhost>'),
      subject: expect.any(String),
      text: expect.any(String),
      html: expect.any(String),
      at: expect.stringMatching(/Z$/),
    },
  ]);
  expect((await api.get('/__sandbox/mail?to=unknown@northwind.example')).body).toEqual([]);
});

it('shows the mail to the first owner on its own machine where there is no mail server', async () => {
  const { api, output } = await start({ SANDBOX_CONTROL: 'off', FIRST_OWNER: 'boss@firm.example' });
  expect(output).toContain(`Mail stays here, at ${api.url}/mailbox`);
  const { text } = await api.get('/mailbox');
  expect(text).toContain('boss@firm.example');
  expect((await api.get('/__sandbox/mail')).status).toBe(404);
});

it('turns control off by itself where other machines can reach it', async () => {
  const { api, output } = await start({ HOST: '0.0.0.0' });
  expect(output).toContain('no user can sign in');
  api.url = api.url.replace('0.0.0.0', '127.0.0.1');
  expect((await api.post('/__sandbox/workspaces')).status).toBe(404);
});

it.each([
  [{}, true],
  [{ PUBLIC_URL: 'http://localhost:8080/agni' }, true],
  [{ PUBLIC_URL: 'https://agni.example' }, false],
  [{ HOST: '0.0.0.0' }, false],
  [{ PUBLIC_URL: 'https://agni.example', SANDBOX_CONTROL: 'on' }, true],
])('serves control routes by default only where no proxy makes them public: %j', (variables, hasControl) => {
  expect(readEnvironment(variables).hasControl).toBe(hasControl);
});

const invalid: [Record<string, string>, string][] = [
  [{ PORT: 'many' }, 'PORT is "many", which is not a port'],
  [{ SANDBOX_CONTROL: 'maybe' }, 'SANDBOX_CONTROL is "maybe"; it can be on or off'],
  [{ PUBLIC_URL: 'nowhere' }, 'PUBLIC_URL is "nowhere", which is not a web address'],
  [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY is "yes"; it can be loopback, addresses and subnets, separated by commas'],
  [{ SMTP_URL: 'https://user:secret@mail.example' }, 'SMTP_URL is no smtp: or smtps: address'],
  [{ MAIL_FROM: 'Agni' }, 'MAIL_FROM is "Agni", which is not an email address'],
  [{ FIRST_OWNER: 'none', SMTP_URL: 'smtp://x' }, 'FIRST_OWNER is "none", which is not an email address'],
  [{ FIRST_OWNER: 'a@b.example', HOST: '0.0.0.0' }, 'FIRST_OWNER is invited by mail, so SMTP_URL is needed'],
  [
    { FIRST_OWNER: 'a@b.example', SANDBOX_CONTROL: 'off', PUBLIC_URL: 'https://agni.example' },
    'FIRST_OWNER is invited by mail, so SMTP_URL is needed',
  ],
];

it.each(invalid)('names an environment variable with an invalid value: %j', (variables, words) => {
  const read = () => readEnvironment(variables);
  expect(read).toThrow(words);
  expect(read).not.toThrow('secret');
});

it.each([
  [{ PORT: 'many' }, 'PORT is "many", which is not a port'],
  [{ DATABASE_URL: 'postgres://agni@127.0.0.1:9/none' }, 'The database is not available'],
])('ends with 1 and says why where it cannot start: %j', async (variables, words) => {
  const { ended, output } = await start(variables);
  expect(await ended).toBe(1);
  expect(output).toContain(words);
  expect(output).not.toMatch(/^ +at /m);
});

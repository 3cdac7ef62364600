import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../sandbox/api.js';
import { usePostgresSchema } from './postgres-schema.js';
import { type ServerProcess, useServerProcesses } from './server-process.js';
import { passwordIn, SmtpSink } from './smtp-sink.js';

const server = useServerProcesses();
const { start } = server;

it('rejects a data folder that another process has, and says so (S03)', async () => {
  const first = await start();
  const second = await start();
  expect(await second.ended).toBe(1);
  expect(second.output.trim()).toBe(
    `The data in ${server.data} is in use by another process. Stop that one, or choose another folder by DATA_DIR.`,
  );
  expect((await first.api.get('/ready')).status).toBe(200);
  first.child.kill('SIGKILL');
  await first.ended;
  const third = await start(); // a killed process leaves no lock behind
  expect((await third.api.get('/ready')).status).toBe(200);
});

const url = process.env.TEST_DATABASE_URL;
if (url) {
  describe('two processes on one PostgreSQL', () => {
    const sink = new SmtpSink();
    const schema = usePostgresSchema(url);
    beforeAll(() => sink.open());
    afterAll(() => sink.close());

    /** Starts both at the same moment, on an empty database the first time. */
    const startTwo = async (): Promise<[Api, Api]> => {
      const variables = { DATABASE_URL: schema.url.href, SMTP_URL: sink.url };
      const [first, second] = await Promise.all([start(variables), start(variables)]);
      for (const { output } of [first, second] as ServerProcess[]) expect(output).toContain('Ready on');
      return [first.api, second.api];
    };

    it('share limits, sessions, invitations and unsent passwords (S10, S20, S34)', async () => {
      const [one, two] = await startTwo();
      const workspace = await one.workspace();
      const { owner, admin } = workspace;

      const signIn = (api: Api, email: string, password: string) => api.post('/api/v1/auth/login', { email, password });
      const guesses = Array.from({ length: 24 }, (_, index) =>
        signIn(index % 2 ? one : two, admin.email, 'Wrong-otter-41'),
      );
      const statuses = (await Promise.all(guesses)).map(({ status }) => status).sort();
      expect(statuses).toEqual([...Array(10).fill(401), ...Array(14).fill(429)]);
      for (const api of [one, two]) expect((await signIn(api, admin.email, admin.password)).status).toBe(429);

      const session = await one.signIn(owner);
      const list = '/api/v1/auth/sessions';
      const { body } = await two.get(list, { token: session.access_token });
      const [current] = body.data as { id: string; is_current: boolean }[];
      expect(current?.is_current).toBe(true);
      const revoked = await two.send('DELETE', `${list}/${current?.id}`, { token: owner.access_token });
      expect(revoked.status).toBe(200);
      expect((await one.get(list, { token: session.access_token })).status).toBe(401);
      expect((await one.post('/api/v1/auth/refresh', { refresh_token: session.refresh_token })).status).toBe(401);

      const guest = { email: `guest-${randomUUID()}@northwind.example`, first_name: 'Grace', last_name: '' };
      const invite = (api: Api) => api.post('/api/v1/users/invite', guest, { token: owner.access_token });
      sink.mode = 'dropping';
      expect((await invite(one)).status).toBe(502);
      sink.mode = 'good';
      expect((await invite(two)).status).toBe(200);
      const copies = sink.to(guest.email).map(({ parsed }) => [parsed.messageId, passwordIn(parsed)]);
      expect(copies).toHaveLength(2);
      expect(copies[1]).toEqual(copies[0]);

      const { body: invited } = await signIn(one, guest.email, copies[0]?.[1] ?? '');
      const change = { current_password: copies[0]?.[1], new_password: 'Lantern-quiet-88' };
      const token = invited.data.access_token;
      expect((await two.post('/api/v1/auth/change-password', change, { token })).status).toBe(200);
      expect((await one.get('/api/v1/users/me', { token })).body.data.status).toBe('ACTIVE');
      const { body: users } = await one.get('/api/v1/users?search=Grace', { token: owner.access_token });
      expect(users.data).toMatchObject([{ email: guest.email, status: 'ACTIVE' }]);
    });
  });
}

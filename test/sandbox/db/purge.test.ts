import { expect, it } from 'vitest';
import { purgeExpired } from '../../../src/sandbox/db/purge.js';
import type { Row, Table } from '../../../src/sandbox/db/table.js';
import {
  attemptCounters,
  challenges,
  ghlConsents,
  refreshTokens,
  sentMails,
  sessions,
  twoFactors,
  unsentMails,
  users,
} from '../../../src/sandbox/db/tables.js';
import { passwordIn } from '../../demo/server/smtp-sink.js';
import { serveOn } from '../api.js';
import { onEveryStore } from '../stores.js';

const day = 86_400_000;

onEveryStore((kind) => {
  const { api, behind } = serveOn(kind);
  const login = '/api/v1/auth/login';
  const purge = (days: number) => purgeExpired(behind.store, Date.now() + days * day);

  it('deletes what has ended, and nothing that still counts (D53)', async () => {
    const workspace = await api.workspace();
    const { owner, admin, member } = workspace;
    const password = { password: owner.password };
    const email = `guest-${crypto.randomUUID()}@northwind.example`;
    const counted = [
      sessions,
      refreshTokens,
      challenges,
      ghlConsents,
      sentMails,
      unsentMails,
      twoFactors,
      attemptCounters,
    ];
    const counts = async () =>
      Object.fromEntries(
        await Promise.all(counted.map(async (table: Table) => [table.name, await behind.store.count(table, {})])),
      );

    await api.post('/api/v1/auth/2fa/setup', password, { token: owner.access_token });
    await api.get(`/api/v1/ghl/oauth/authorize?organization_id=${workspace.id}`, { token: owner.access_token });
    const invite = { email, first_name: 'Grace', last_name: '' };
    expect((await api.post('/api/v1/users/invite', invite, { token: owner.access_token })).status).toBe(200);
    await behind.store.update(users, { id: admin.user_id }, { two_factor_enabled: true });
    const { email: asked } = admin;
    expect((await api.post(login, { email: asked, password: admin.password })).body.data.challenge_token).toBeTruthy();
    expect((await api.post(login, { email: member.email, password: 'wrong' })).status).toBe(401);
    const { refresh_token } = await api.signIn(member);

    const unsent = { organization_id: workspace.id, mail_id: '1', password: '', hash: '' };
    const soon = new Date(Date.now() + 900_000).toISOString();
    await behind.store.insert(unsentMails, { ...unsent, id: email, expires_at: soon });

    const before = await counts();
    for (const [name, count] of Object.entries(before)) expect([name, count]).not.toEqual([name, 0]);
    const [session] = await behind.store.find(sessions, { user_id: member.user_id });
    const past = { created_at: new Date().toISOString(), expires_at: new Date(Date.now() - 2 * day).toISOString() };
    await behind.store.insert(sessions, { ...(session as Row<typeof sessions>), ...past, id: 'ended' });
    const token = { hash: 'ended', session_id: 'ended', created_at: past.created_at, used_at: null };
    await behind.store.insert(refreshTokens, token);
    await purge(0);
    expect(await counts()).toEqual(before);
    const renewed = await api.post('/api/v1/auth/refresh', { refresh_token });
    expect(renewed.status).toBe(200);
    const [mail] = (await api.get(`/__sandbox/mail?to=${email}`)).body;
    const signIn = () => api.post(login, { email, password: passwordIn(mail) });
    expect((await signIn()).status).toBe(200);

    await purge(3);
    expect(await counts()).toMatchObject({
      challenges: 0,
      ghl_consents: 0,
      sent_mails: 0,
      unsent_mails: 0,
      two_factors: before.two_factors - 1,
    });
    const { body } = await api.post('/api/v1/auth/refresh', { refresh_token: renewed.body.data.refresh_token });
    expect(body.success).toBe(true);

    await api.setClock(workspace.id, 20 * day);
    expect((await signIn()).body.error.code).toBe('INVITATION_EXPIRED');
    await purge(29);
    expect((await signIn()).body.error.code).toBe('INVITATION_EXPIRED');
    await purge(40);
    expect((await signIn()).body.error.code).toBe('INVALID_CREDENTIALS');
    const updated: number[] = [];
    const update: typeof behind.store.update = async (...args) => {
      const count = await behind.store.update(...args);
      updated.push(count);
      return count;
    };
    await purgeExpired({ ...behind.store, update }, Date.now() + 40 * day);
    expect(updated).toEqual([0]); // and it deletes no password twice
    const revoked = { session_id: 'revoked', created_at: new Date().toISOString(), used_at: null };
    await behind.store.insert(refreshTokens, { hash: 'revoked', ...revoked });
    await purge(31);
    expect(await behind.store.count(refreshTokens, { hash: 'revoked' })).toBe(1);
    await purge(70);
    expect(await counts()).toMatchObject({ sessions: 0, refresh_tokens: 0, attempt_counters: 0 });
  });

  it('is done by the server when it starts (D53)', async () => {
    const { member } = await api.workspace();
    const expires_at = new Date(Date.now() - 2 * day).toISOString();
    await behind.store.update(sessions, { user_id: member.user_id }, { expires_at });
    await behind.restart();
    await expect.poll(() => behind.store.count(sessions, { user_id: member.user_id })).toBe(0);
  });
});

import { expect, it } from 'vitest';
import { organizations, users } from '../../../src/sandbox/db/tables.js';
import { MailCatcher } from '../../../src/sandbox/mail/mail-catcher.js';
import { serveOn } from '../../sandbox/api.js';
import { onEveryStore } from '../../sandbox/stores.js';
import { passwordIn } from './smtp-sink.js';

const firstOwner = 'boss@firm.example';

onEveryStore((kind) => {
  const sender = new MailCatcher('no-reply@firm.example');
  const { api, behind } = serveOn(kind, { hasControl: false, firstOwner, sender });
  const passwords = () => sender.list(firstOwner).map(passwordIn);
  const signIn = (password = '') => api.post('/api/v1/auth/login', { email: firstOwner, password });
  const pending = { status: 'PENDING', created_at: '2026-01-01T00:00:00.000Z' };

  it('invites the first owner again where the server ended before the mail was sent', async () => {
    expect(await behind.store.find(organizations, {})).toMatchObject([{ status: 'ACTIVE' }]);
    await behind.restart();
    expect(passwords()).toHaveLength(1);

    await behind.store.update(organizations, {}, pending);
    await behind.restart();
    expect(await behind.store.find(organizations, {})).toMatchObject([{ status: 'ACTIVE' }]);
    const [second, first] = passwords();
    expect((await signIn(first)).status).toBe(401);
    expect((await signIn(second)).status).toBe(200);
  });

  it('keeps the workspace of an owner who has the mail of a server that ended then', async () => {
    const [before] = await behind.store.find(users, {});
    await behind.store.update(organizations, {}, pending);
    await behind.store.update(users, {}, { status: 'ACTIVE' });
    await behind.restart();
    expect(await behind.store.find(organizations, {})).toMatchObject([
      { id: before?.organization_id, status: 'ACTIVE' },
    ]);
    expect(await behind.store.find(users, {})).toMatchObject([{ id: before?.id, status: 'ACTIVE' }]);
    expect(passwords()).toHaveLength(2);
  });

  it('waits for another server that may be inviting the owner, and then invites', async () => {
    const created_at = new Date(Date.now() - 19_500).toISOString();
    await behind.store.update(organizations, {}, { status: 'PENDING', created_at });
    await behind.store.update(users, {}, { status: 'INVITED' });
    await behind.restart();
    expect(passwords()).toHaveLength(3);
  });
});

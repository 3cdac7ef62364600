import { expect } from '@open-wc/testing';
import { createClient } from '../../src/client/client.js';
import { ApiSession } from '../../src/resources/api-session.js';
import {
  invitationsResource,
  inviteUser,
  resendInvitation,
  revokeInvitation,
} from '../../src/resources/invitations.js';
import { organizationResource } from '../../src/resources/organization.js';
import { addAllowedDomain } from '../../src/resources/organization-mutations.js';
import { changePassword } from '../../src/resources/password-mutations.js';
import { updateCurrentUser } from '../../src/resources/profile-mutations.js';
import { revokeSession, sessionsResource } from '../../src/resources/sessions.js';
import { disableTwoFactor, verifyTwoFactor } from '../../src/resources/two-factor-mutations.js';
import { usageResource } from '../../src/resources/usage.js';
import { changeUserRole, removeUser } from '../../src/resources/user-mutations.js';
import { userList } from '../../src/resources/users.js';
import { createSandbox } from '../../src/sandbox/create-sandbox.js';
import { failureOf, json, network, ok, refused, unreachable } from '../network.js';
import { waitFor } from '../queries.js';

const sessionAt = (fetch: typeof globalThis.fetch) => new ApiSession(createClient({ fetch, baseUrl: '/' }), 'o1');
const nothing = () => undefined;

describe('after two-factor authentication was turned on or off', () => {
  /** The session of a user who also sees the list of users. After the change of two-factor, `lost` answers are lost. */
  async function setUp({ lost = 0 } = {}) {
    let isOn = false;
    let losses = 0;
    const { fetch } = network(({ method, url }) => {
      if (method === 'POST') {
        isOn = url.pathname.endsWith('/verify');
        losses = lost;
      }
      if (losses-- > 0) return unreachable();
      const user = { id: 'u1', email: 'ada@nw.example', role: 'OWNER', two_factor_enabled: isOn };
      if (url.pathname.endsWith('/users/me')) return ok(user);
      if (url.pathname.endsWith('/users')) return json(200, { success: true, message: '', data: [user] });
      return ok({ enabled: isOn, recovery_codes: ['1111-aaaa'] });
    });
    const session = sessionAt(fetch);
    const { page } = userList(session);
    for (const resource of [session.me, page]) resource.subscribe(nothing);
    await Promise.all([session.me.value(), page.value()]);
    const isShown = async () => [await session.me.value(), (await page.value()).items[0]];
    const untilShown = (isEnabled: boolean) =>
      waitFor(async () => {
        for (const user of await isShown()) expect(user?.two_factor_enabled).to.equal(isEnabled);
      });
    return { session, untilShown };
  }

  it('the signed-in user and the list of users are read again', async () => {
    const { session, untilShown } = await setUp();
    await verifyTwoFactor(session, { code: '123456' });
    await untilShown(true);
    await disableTwoFactor(session, { password: 'secret', code: '123456' });
    await untilShown(false);
  });

  it('they are read again too where the answer was lost', async () => {
    const { session, untilShown } = await setUp({ lost: 1 });
    expect(await failureOf(verifyTwoFactor(session, { code: '123456' }))).to.include({ code: 'NETWORK_ERROR' });
    await untilShown(true);
  });
});

describe('after the password was changed', () => {
  it('the sessions are read again, since the other ones have ended', async () => {
    const here = { id: 's1', is_current: true };
    let sessions = [here, { id: 's2', is_current: false }];
    const { fetch } = network(({ method, url }) => {
      if (method === 'POST') sessions = [here];
      if (method === 'POST') return ok({ revoked_sessions: 1 });
      return ok(url.pathname.endsWith('/users/me') ? { id: 'u1', email: 'ada@nw.example', role: 'OWNER' } : sessions);
    });
    const session = sessionAt(fetch);
    const { list } = session.use(sessionsResource);
    list.subscribe(nothing);
    const ids = () => (list.state.status === 'ready' ? list.state.value.map(({ id }) => id) : []);
    await waitFor(() => expect(ids()).to.deep.equal(['s1', 's2']));
    expect(await changePassword(session, { current_password: 'old', new_password: 'Purple-otter-42' })).to.equal(1);
    await waitFor(() => expect(ids()).to.deep.equal(['s1']));
  });
});

describe('after the signed-in user changed their own name', () => {
  /** The session of a user who sees their own name in a list. After the change of the name, `lost` answers are lost. */
  async function setUp({ lost }: { lost: number }) {
    let name = 'Ada';
    let losses = 0;
    const { fetch, sent } = network(({ method, url, text }) => {
      if (method === 'PATCH') {
        name = JSON.parse(text).first_name;
        losses = lost;
      }
      const user = { id: 'u1', email: 'ada@nw.example', role: 'OWNER', first_name: name };
      if (losses-- > 0) return unreachable();
      if (url.pathname.endsWith('/users/me')) return ok(user);
      return json(200, { success: true, message: '', data: [user], meta: { total: 1 } });
    });
    const session = sessionAt(fetch);
    const { page } = userList(session);
    for (const resource of [session.me, page]) resource.subscribe(nothing);
    await Promise.all([session.me.value(), page.value()]);
    return { session, page, sent };
  }

  it('a list that shows the name is read again, and the user is not', async () => {
    const { session, page, sent } = await setUp({ lost: 0 });
    await updateCurrentUser(session, { first_name: 'Eve' });
    expect((await session.me.value()).first_name).to.equal('Eve');
    await waitFor(async () => expect((await page.value()).items[0]?.first_name).to.equal('Eve'));
    const reads = sent.filter(({ method, url }) => method === 'GET' && url.pathname.endsWith('/users/me'));
    expect(reads).to.have.length(1);
  });

  it('the list is read again too where neither the answer came nor the user could be read', async () => {
    const { session, page } = await setUp({ lost: 2 });
    expect(await failureOf(updateCurrentUser(session, { first_name: 'Eve' }))).to.include({ code: 'NETWORK_ERROR' });
    await waitFor(async () => expect((await page.value()).items[0]?.first_name).to.equal('Eve'));
  });
});

describe('after a user was removed or got another role', () => {
  /** A server with three users, and a session of one with the list and the used seats. `isLost` selects lost answers. */
  async function setUp({ isLost = (_method: string, _path: string): boolean => false } = {}) {
    let users = ['OWNER', 'ADMIN', 'MEMBER'].map((role, index) => {
      return { id: `u${index}`, email: `u${index}@nw.example`, role, status: 'ACTIVE' };
    });
    const { fetch, sent } = network(({ method, url, text }) => {
      const [, id = ''] = /users\/(me|u\d)/.exec(url.pathname) ?? [];
      const user = users.find((one) => one.id === (id === 'me' ? 'u0' : id));
      if (method === 'DELETE') users = users.filter((one) => one.id !== id);
      if (method === 'PATCH' && user) Object.assign(user, JSON.parse(text));
      if (isLost(method, url.pathname)) return unreachable();
      if (id) return ok(user ?? null);
      const rows = url.pathname.endsWith('/users') ? users : [];
      return json(200, { success: true, message: '', data: rows, meta: { total: rows.length } });
    });
    const session = sessionAt(fetch);
    const { seats } = session.use(usageResource);
    const list = userList(session);
    for (const resource of [session.me, seats, list.page]) resource.subscribe(nothing);
    await Promise.all([session.me.value(), seats.value(), list.page.value()]);
    const user = (index: number) => users[index] as (typeof users)[number];
    const reads = (path: string) => sent.filter(({ method, url }) => method === 'GET' && url.pathname.endsWith(path));
    return { session, seats, list, user, reads };
  }

  it('the used seats are counted again', async () => {
    const { seats, list, user } = await setUp();
    expect(seats.state).to.include({ value: 3 });
    await removeUser(list, user(2));
    await waitFor(() => expect(seats.state).to.include({ value: 2 }));
    expect(list.page.state).to.have.nested.property('value.items.length', 2);
  });

  it("the signed-in user's own permissions are read again, if it was their own role", async () => {
    const { session, list, user, reads } = await setUp();
    const before = reads('/me').length;
    await changeUserRole(list, user(1), 'MEMBER');
    expect(reads('/me').length).to.equal(before);
    await changeUserRole(list, user(0), 'ADMIN');
    await waitFor(() => expect(session.me.state).to.have.nested.property('value.role', 'ADMIN'));
  });

  it('their own permissions are read again too where neither the answer came nor the user could be read', async () => {
    const { session, list, user } = await setUp({
      isLost: (method, path) => method === 'PATCH' || path.endsWith('/u0'),
    });
    expect(await failureOf(changeUserRole(list, user(0), 'ADMIN'))).to.include({ code: 'NETWORK_ERROR' });
    await waitFor(() => expect(session.me.state).to.have.nested.property('value.role', 'ADMIN'));
  });
});

describe('after an invitation was revoked', () => {
  for (const isLost of [false, true]) {
    it(`the used seats are counted again${isLost ? ' where neither the answer came nor the invitations could be read' : ''}`, async () => {
      let invitations = [{ id: 'i1', email: 'ben@nw.example', role: 'MEMBER', status: 'PENDING' }];
      let losses = 0;
      const { fetch } = network(({ method, url }) => {
        if (method === 'DELETE') {
          invitations = [];
          if (isLost) losses = 3; // the answer, and the two reads for the comparison
        }
        if (losses-- > 0) return unreachable();
        if (method === 'DELETE') return ok(null);
        const rows = /invitations$/.test(url.pathname) ? invitations : [];
        const isAsked = url.searchParams.get('status') !== 'EXPIRED';
        return json(200, {
          success: true,
          message: '',
          data: isAsked ? rows : [],
          meta: { total: isAsked ? rows.length : 0 },
        });
      });
      const session = sessionAt(fetch);
      const { seats } = session.use(usageResource);
      seats.subscribe(nothing);
      expect(await seats.value()).to.equal(1);
      await revokeInvitation(session, 'i1').catch((error) => expect(error).to.include({ code: 'NETWORK_ERROR' }));
      await waitFor(() => expect(seats.state).to.include({ value: 0 }));
    });
  }
});

describe('after the answer to an invitation was lost', () => {
  /** A server that has an older invitation for the address, and stores a new one or does not. */
  function losing(isCarriedOut: boolean) {
    const invitation = { email: 'Ben@nw.example', role: 'MEMBER', status: 'PENDING' };
    const stored = [{ ...invitation, id: 'of last week', created_at: '2026-01-01T00:00:00Z' }];
    const { fetch } = network(({ method, url }) => {
      if (method !== 'POST') return ok(url.searchParams.get('status') === 'PENDING' ? stored : []);
      if (isCarriedOut) stored.push({ ...invitation, id: 'of today', created_at: '2026-01-08T00:00:00Z' });
      return unreachable();
    });
    return sessionAt(fetch);
  }
  const body = { email: 'ben@nw.example', first_name: 'Ben', last_name: '', role: 'MEMBER' } as const;

  it('a new invitation for the address is the result, an older one is not', async () => {
    const done = losing(true);
    await done.use(invitationsResource).open.value();
    expect((await inviteUser(done, body)).id).to.equal('of today');
    const undone = losing(false);
    await undone.use(invitationsResource).open.value();
    expect(await failureOf(inviteUser(undone, body))).to.include({ code: 'NETWORK_ERROR' });
  });

  it('nothing is known where the invitations were not read before', async () => {
    expect(await failureOf(inviteUser(losing(false), body))).to.include({ code: 'NETWORK_ERROR' });
  });
});

describe('after the answer to a resent invitation was lost', () => {
  it('a new expiry date shows that it was sent, and the date that was known shows nothing', async () => {
    const other = { id: 'i0', email: 'ada@nw.example', role: 'MEMBER', status: 'PENDING' };
    const invitation = { ...other, id: 'i1', email: 'ben@nw.example', expires_at: '2026-01-08T00:00:00Z' };
    for (const expires_at of ['2026-01-15T00:00:00Z', invitation.expires_at]) {
      let stored = invitation;
      const { fetch } = network(({ method, url }) => {
        if (method === 'POST') stored = { ...invitation, expires_at };
        if (method === 'POST') return unreachable();
        return ok(url.searchParams.get('status') === 'PENDING' ? [other, stored] : []);
      });
      const outcome = resendInvitation(sessionAt(fetch), invitation as never);
      if (expires_at === invitation.expires_at) expect(await failureOf(outcome)).to.include({ code: 'NETWORK_ERROR' });
      else expect(await outcome).to.include({ id: 'i1', expires_at });
    }
  });
});

describe('after the answer to a removal was lost', () => {
  const removals: Record<string, (session: ApiSession) => Promise<void>> = {
    session: (session) => revokeSession(session, 'r1'),
    user: (session) => removeUser(userList(session), { id: 'r1' } as never),
    invitation: (session) => revokeInvitation(session, 'r1'),
  };
  for (const [name, remove] of Object.entries(removals)) {
    it(`it is done if the ${name} is gone, and not done if the ${name} is still there`, async () => {
      const row = { email: 'ada@nw.example', role: 'MEMBER', status: 'PENDING', is_current: false };
      const all = ['r1', 'r2'].map((id) => ({ ...row, id }));
      for (const isCarriedOut of [true, false]) {
        let rows = all;
        const { fetch } = network(({ method, url }) => {
          if (method === 'DELETE' && isCarriedOut) rows = rows.filter(({ id }) => id !== 'r1');
          if (method === 'DELETE') return unreachable();
          if (!url.pathname.endsWith('/r1')) return ok(rows);
          return rows === all ? ok(all[0]) : refused(404, 'NOT_FOUND');
        });
        const outcome = remove(sessionAt(fetch));
        if (isCarriedOut) await outcome;
        else expect(await failureOf(outcome)).to.include({ code: 'NETWORK_ERROR' });
      }
    });
  }
});

describe('before a domain is added', () => {
  it('the allowed domains are read again, so that no change of another owner is taken back', async () => {
    const sandbox = createSandbox();
    const [mine, theirs] = [sandbox, sandbox].map(({ fetch }) => new ApiSession(createClient({ fetch, baseUrl: '/' })));
    if (!mine || !theirs) throw new Error('Two sessions are needed');
    const { current } = mine.use(organizationResource);
    current.subscribe(nothing);
    await current.value();
    await addAllowedDomain(theirs, 'theirs.example');
    await addAllowedDomain(mine, 'mine.example');
    expect((await current.value()).allowed_email_domains).to.include.members(['theirs.example', 'mine.example']);
  });
});

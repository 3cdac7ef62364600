import { expect } from '@open-wc/testing';
import { createClient } from '../../src/client/client.js';
import type { ApiKey } from '../../src/contract/api-keys.js';
import type { User } from '../../src/contract/me.js';
import type { Session } from '../../src/contract/sessions.js';
import { ApiSession } from '../../src/resources/api-session.js';
import {
  calcomFindings,
  checkUpResource,
  ghlFindings,
  keyFindings,
  sessionFindings,
  twoFactorFindings,
  userFindings,
} from '../../src/resources/check-up.js';
import { ownersResource } from '../../src/resources/owners.js';
import { network, ok } from '../network.js';

const day = 86_400_000;
const now = Date.parse('2026-06-01T00:00:00Z');
const ago = (days: number) => new Date(now - days * day).toISOString();

const kinds = (findings: readonly { kind: string; count: number }[]) =>
  Object.fromEntries(findings.map(({ kind, count }) => [kind, count]));

describe('a finding about API keys', () => {
  /** A key without findings, changed by `more`. */
  const key = (more: Partial<ApiKey>): ApiKey => ({
    ...{ id: 'k', name: 'key', created_at: ago(100), last_used_at: ago(1), expires_at: ago(-30), is_active: true },
    ...more,
  });
  const findings = (more: Partial<ApiKey>) => kinds(keyFindings([key(more)], now));

  it('is made of a key that works and never ends, was never used, or not for 90 days', () => {
    expect(findings({})).to.deep.equal({});
    expect(findings({ expires_at: undefined })).to.deep.equal({ unendingKeys: 1 });
    expect(findings({ last_used_at: undefined })).to.deep.equal({ neverUsedKeys: 1 });
    expect(findings({ last_used_at: ago(89) })).to.deep.equal({});
    expect(findings({ last_used_at: ago(91) })).to.deep.equal({ unusedKeys: 1 });
  });

  it('is not made of a key that no longer works, whether the server says so or its end has passed', () => {
    expect(findings({ is_active: false, last_used_at: undefined, expires_at: undefined })).to.deep.equal({});
    expect(findings({ is_active: undefined, last_used_at: undefined, expires_at: ago(1) })).to.deep.equal({});
    expect(findings({ is_active: undefined, last_used_at: undefined, expires_at: ago(-1) })).to.deep.equal({
      neverUsedKeys: 1,
    });
  });
});

describe('a finding about users', () => {
  const user = (id: string, more: Partial<User> = {}) => ({
    ...{ id, email: `${id}@nw.example`, role: 'OWNER', status: 'ACTIVE', two_factor_enabled: true },
    ...more,
  });
  /** The findings about these users, and the owners. */
  async function check(...users: object[]) {
    const { fetch } = network(() => ok(users));
    const session = new ApiSession(createClient({ fetch, baseUrl: '/' }), 'o1');
    const checked = await session.use(checkUpResource).users.value();
    return { findings: kinds(userFindings(checked)), owners: await session.use(ownersResource).owners.value() };
  }

  it('is made of users without a second factor, but not of those who sign in with Google or of whom nothing is known', async () => {
    const { findings } = await check(
      user('a'),
      user('b', { two_factor_enabled: false }),
      user('c', { two_factor_enabled: false, auth_provider: 'password' }),
      user('d', { two_factor_enabled: false, auth_provider: 'google' }),
      user('e', { two_factor_enabled: undefined }),
    );
    expect(findings).to.deep.equal({ usersWithoutTwoFactor: 2 });
  });

  it('is made of an owner who is the only one who can sign in', async () => {
    const alone = await check(user('a'), user('b', { status: 'DISABLED' }), user('c', { role: 'ADMIN' }));
    expect(alone.findings).to.deep.equal({ singleOwner: 1 });
    expect(alone.owners.map(({ id }) => id)).to.deep.equal(['a']);
    const two = await check(user('a'), user('b', { status: undefined }));
    expect(two.findings).to.deep.equal({});
    expect(two.owners.map(({ id }) => id)).to.deep.equal(['a', 'b']);
  });
});

describe('a finding about the user', () => {
  it('lists missing two-factor authentication, and other sessions that are unused', () => {
    expect(kinds(twoFactorFindings({ enabled: true }))).to.deep.equal({});
    expect(kinds(twoFactorFindings({ enabled: false }))).to.deep.equal({ noTwoFactor: 1 });
    const sessions = [
      { id: 'this one', is_current: true, last_active_at: '2020-01-01T00:00:00Z' },
      { id: 'in use', is_current: false, last_active_at: new Date().toISOString() },
      { id: 'forgotten', is_current: false, last_active_at: '2020-01-01T00:00:00Z' },
    ] as Session[];
    expect(kinds(sessionFindings(sessions))).to.deep.equal({ staleSessions: 1 });
  });
});

describe('a finding about connections', () => {
  it('is made of a GoHighLevel token that died, not of a connection that is missing or works', () => {
    expect(ghlFindings({ ghl_connected: false, token_valid: false })).to.deep.equal([]);
    expect(ghlFindings({ ghl_connected: true, token_valid: true })).to.deep.equal([]);
    expect(kinds(ghlFindings({ ghl_connected: true, token_valid: false }))).to.deep.equal({ ghlReconnect: 1 });
  });

  it('is made of each Cal.com account that no longer works', () => {
    const works = { id: '1', status: 'active' };
    const broken = { id: '2', status: 'ACTIVE', error: 'Revoked' };
    expect(calcomFindings({ connected: true, accounts: [works] })).to.deep.equal([]);
    expect(calcomFindings({ connected: false, accounts: [] })).to.deep.equal([]);
    const accounts = [works, broken, { id: '3', status: 'inactive' }];
    expect(kinds(calcomFindings({ connected: true, accounts }))).to.deep.equal({ calcomBroken: 2 });
  });
});

import { describe, expect, it } from 'vitest';
import { type EndpointDefinition, endpoints } from '../../../src/contract/all.js';
import { memoryStore } from '../../../src/sandbox/db/memory-store.js';
import type { Store } from '../../../src/sandbox/db/store.js';
import { recoveryCodes, sessions, tables, twoFactors, users } from '../../../src/sandbox/db/tables.js';
import { requiredCapability } from '../../../src/sandbox/http/permissions.js';
import { type Account, serveOn } from '../api.js';
import { Authenticator, enrol } from '../authenticator.js';
import { type StoreKind, storeKinds } from '../stores.js';
import { validWrites, type Write } from './valid-writes.js';

const memory = memoryStore();

/** Runs once, after a request was authorized and before its transaction begins. */
let beforeTransaction: (() => Promise<unknown>) | undefined;

const store: Store = {
  ...memory,
  async transaction(key, work) {
    const run = beforeTransaction;
    beforeTransaction = undefined;
    await run?.();
    return memory.transaction(key, work);
  },
};

const { api } = serveOn(storeKinds[0] as StoreKind, { store });

const dump = async () => JSON.stringify(await Promise.all(tables.map((table) => memory.find(table, {}))));

/** Sends a request, and runs `loss` between its authorization and its transaction; returns the result. */
async function sendDuring(
  loss: () => Promise<unknown>,
  { access_token: token }: Account,
  name: string,
  [param, body]: Write,
) {
  const { method, path } = endpoints[name] as EndpointDefinition;
  let before = '';
  beforeTransaction = async () => {
    await loss();
    before = await dump();
  };
  const { status } = await api.send(method, path.replace(/{\w+}/, param), { token, body });
  const wasAsked = beforeTransaction === undefined;
  beforeTransaction = undefined;
  return { name, status, wasAsked, hasWritten: (await dump()) !== before };
}

const privileged = Object.keys(requiredCapability).filter((name) => endpoints[name]?.method !== 'GET');

describe('rights that are taken away while a request waits', () => {
  it.each(privileged)('a demoted admin: %s writes nothing (D52)', async (name) => {
    const workspace = await api.workspace({});
    const request = (await validWrites(api, memory, workspace))[name] as Write;
    const demote = () => memory.update(users, { id: workspace.admin.user_id }, { role: 'MEMBER' });
    const outcome = await sendDuring(demote, workspace.admin, name, request);
    expect(outcome).toEqual({ name, status: 403, wasAsked: true, hasWritten: false });
  });

  const own = ['updateCurrentUser', 'changePassword', 'revokeSession', 'revokeOtherSessions', 'logout'];
  it.each([...privileged, ...own])('an ended session: %s writes nothing (D52)', async (name) => {
    const workspace = await api.workspace({});
    const request = (await validWrites(api, memory, workspace))[name] as Write;
    const end = () => memory.delete(sessions, { user_id: workspace.admin.user_id });
    const outcome = await sendDuring(end, workspace.admin, name, request);
    expect(outcome).toEqual({ name, status: 401, wasAsked: true, hasWritten: false });
  });

  it('a demoted owner cannot invite or make an owner any more, and no removed user sets two-factor up (D52)', async () => {
    const workspace = await api.workspace({});
    const { owner, admin, member } = workspace;
    const requests = await validWrites(api, memory, workspace);
    const demote = () => memory.update(users, { id: owner.user_id }, { role: 'ADMIN' });
    const invite: Write = ['', { ...requests.inviteUser?.[1], role: 'OWNER' }];
    expect(await sendDuring(demote, owner, 'inviteUser', invite)).toMatchObject({ status: 403, hasWritten: false });
    await memory.update(users, { id: owner.user_id }, { role: 'OWNER' });
    const promote: Write = [member.user_id, { role: 'OWNER' }];
    expect(await sendDuring(demote, owner, 'changeUserRole', promote)).toMatchObject({
      status: 403,
      hasWritten: false,
    });
    const remove = () => memory.delete(users, { id: admin.user_id });
    const setUp = await sendDuring(remove, admin, 'setUpTwoFactor', requests.setUpTwoFactor as Write);
    expect(setUp).toMatchObject({ status: 401, hasWritten: false });
  });
});

it('a set-up that is replaced while its code is checked enables nothing (S14)', async () => {
  const { admin } = await api.workspace();
  const { access_token: token, password } = admin;
  const setUp = () => api.post('/api/v1/auth/2fa/setup', { password }, { token });
  const app = new Authenticator((await setUp()).body.data.secret);
  const outcome = await sendDuring(setUp, admin, 'verifyTwoFactor', ['', { code: app.at(Date.now()) }]);
  expect(outcome).toMatchObject({ status: 409, wasAsked: true });
  const { body } = await api.get('/api/v1/auth/2fa', { token });
  expect(body.data).toMatchObject({ enabled: false, pending: true });
});

it('two-factor that is turned off while recovery codes are replaced gets none (S14)', async () => {
  const workspace = await api.workspace();
  const { admin } = workspace;
  const { app, clock } = await enrol(api, workspace, admin);
  const turnOff = async () => {
    for (const table of [twoFactors, recoveryCodes]) await memory.delete(table, { user_id: admin.user_id });
  };
  const body = { password: admin.password, code: app.at(clock.now) };
  // The first transaction uses up the code, the second one stores the recovery codes.
  const beforeSecond = async () => {
    beforeTransaction = turnOff;
  };
  const outcome = await sendDuring(beforeSecond, admin, 'replaceRecoveryCodes', ['', body]);
  expect(outcome).toMatchObject({ status: 409, wasAsked: true });
  expect(await memory.count(recoveryCodes, { user_id: admin.user_id })).toBe(0);
});

import { beforeAll, expect, it } from 'vitest';
import { type EndpointDefinition, endpoints } from '../../../src/contract/all.js';
import { memoryStore } from '../../../src/sandbox/db/memory-store.js';
import { attemptCounters, tables, unsentMails } from '../../../src/sandbox/db/tables.js';
import { MailNotSentError, type MailSender } from '../../../src/sandbox/mail/mail.js';
import { type Answer, type Extra, serveOn } from '../api.js';
import { challengeOf, enrol, step } from '../authenticator.js';
import { type StoreKind, storeKinds } from '../stores.js';
import { validWrites, type Write } from './valid-writes.js';

const store = memoryStore();
let isMailServerDown = false;
const sender: MailSender = {
  async send() {
    if (isMailServerDown) throw new MailNotSentError('down');
  },
};
const { api } = serveOn(storeKinds[0] as StoreKind, { store, sender });

/** All rows as text, except the counters of addresses, which workspaces share. */
async function allRows() {
  const rows = await Promise.all(
    tables.map(async (table) => (await store.find(table, {})).map((row) => JSON.stringify([table.name, row]))),
  );
  return rows.flat().filter((row) => !row.includes('"id":"address:'));
}

/** The rows that no longer exist as they were. */
async function changedRows(before: readonly string[]) {
  const after = new Set(await allRows());
  return before.filter((row) => !after.has(row));
}

/** Sends a request that must succeed; returns the data of the answer. */
async function send(name: string, [param, body]: Write, extra: Extra = {}) {
  const { method, path } = endpoints[name] as EndpointDefinition;
  const { status, body: answered } = await api.send(method, path.replace(/{\w+}/, param), { body, ...extra });
  expect([name, status]).toEqual([name, 200]);
  return answered.data;
}

// A workspace with rows in tables that a seeded one leaves empty.
beforeAll(async () => {
  const workspace = await api.workspace({});
  const { id, owner, member } = workspace;
  const token = owner.access_token;
  await send('inviteUser', ['', { email: 'grace@nw.example', first_name: 'Grace', last_name: '' }], { token });
  await api.get(`/api/v1/ghl/oauth/authorize?organization_id=${id}`, { token });
  await enrol(api, workspace, owner);
  await challengeOf(api, owner);
  const time = new Date().toISOString();
  await store.insert(attemptCounters, { id: `login:${member.email}`, count: 3, since: time, before: 0 });
  const unsent = { id: `${id} ${member.email}`, mail_id: id, password: '', hash: '', expires_at: time };
  await store.insert(unsentMails, { ...unsent, organization_id: id });
});

it('no write changes a row of another workspace (S26)', async () => {
  const before = await allRows();
  for (const name of Object.keys(await validWrites(api, store, await api.workspace({})))) {
    const workspace = await api.workspace({});
    const write = (await validWrites(api, store, workspace))[name] as Write;
    await send(name, write, { token: workspace.admin.access_token });
    expect([name, await changedRows(before)]).toEqual([name, []]);
  }
});

it('no sign-in, no second factor and no key changes a row of another workspace (S26)', async () => {
  const before = await allRows();
  const workspace = await api.workspace({});
  const { owner } = workspace;
  const { password, access_token: token } = owner;
  await send('setUpTwoFactor', ['', { password }], { token });
  const { app, clock } = await enrol(api, workspace, owner);
  const nextCode = async () => {
    await clock.advance(step);
    return app.at(clock.now);
  };
  const again = { password, code: await nextCode() };
  const { recovery_codes } = await send('replaceRecoveryCodes', ['', again], { token });
  await challengeOf(api, owner);
  await clock.advance(10 * 60_000); // the next sign-in deletes this challenge
  const wrong = { email: owner.email, password: 'Wrong-otter-41' };
  expect((await api.post('/api/v1/auth/login', wrong)).status).toBe(401);
  for (const factor of [{ recovery_code: recovery_codes[0] }, { code: await nextCode() }]) {
    const answer = { challenge_token: await challengeOf(api, owner), ...factor };
    const { refresh_token } = await send('answerTwoFactorChallenge', ['', answer]);
    await send('refreshSession', ['', { refresh_token }]);
  }
  await send('disableTwoFactor', ['', { password, code: await nextCode() }], { token });
  await send('listAgents', [''], { key: (await api.apiKey(workspace)).key });
  expect(await changedRows(before)).toEqual([]);
});

it.each(['manageGhlAppointment', 'manageCalcomAppointment'])(
  '%s changes no row of another workspace (S26)',
  async (name) => {
    const before = await allRows();
    const { id: org_id, owner } = await api.workspace({});
    const [agent] = await send('listAgents', [''], { token: owner.access_token });
    const manage = (body: object) => send(name, ['', { org_id, agent_id: agent.id, ...body }]);
    const [, { date, slots }] = (await manage({ action: 'availability' })).available_slots;
    const [early, late] = slots.map((slot: string) => `${date}T${slot}`);
    const guest = { name: 'Nora Whelan', email: 'nora@mail.example' };
    const { appointment_id } = await manage({ action: 'book', ...guest, appointment_datetime: early });
    await manage({ action: 'reschedule', appointment_id, appointment_datetime: late });
    await manage({ action: 'cancel', appointment_id });
    expect(await changedRows(before)).toEqual([]);
  },
);

it('a mail that fails changes no row of another workspace (S26)', async () => {
  const before = await allRows();
  const { owner } = await api.workspace({});
  const token = owner.access_token;
  const guest = { email: 'ada@nw.example', first_name: 'Ada', last_name: '' };
  const { id } = await send('inviteUser', ['', guest], { token });
  isMailServerDown = true;
  const answers = [
    await api.post(`/api/v1/users/invitations/${id}/resend`, undefined, { token }),
    await api.post('/api/v1/users/invite', { ...guest, email: 'alan@nw.example' }, { token }),
  ];
  isMailServerDown = false;
  expect(answers.map(({ status }) => status)).toEqual([502, 502]);
  expect(await changedRows(before)).toEqual([]);
});

it('no connection to GoHighLevel and no test control changes a row of another workspace (S26)', async () => {
  const before = await allRows();
  const workspace = await api.workspace({});
  const { id: org_id } = workspace;
  const { key } = await api.apiKey(workspace);
  const targetOf = ({ headers }: Answer) => headers.get('location') ?? '';
  const start = () => api.get(`/api/v1/ghl/oauth/authorize?organization_id=${org_id}`, { key });
  await start();
  await api.setClock(org_id, 10 * 60_000); // the next request deletes this one
  const consent = targetOf(await start());
  const allow = consent.replace('/consent', '/consent/allow');
  const allowed = await api.send('POST', allow, { headers: { Origin: api.url } });
  expect(targetOf(await api.get(targetOf(allowed)))).toContain('connected');
  for (const status of ['active', 'inactive']) {
    const states = { ghl: 'token_invalid', calcom: [{ account_name: 'Front desk', status }] };
    expect((await api.post('/__sandbox/integrations', { org_id, ...states })).status).toBe(200);
  }
  expect(await changedRows(before)).toEqual([]);
});

import { expect, it } from 'vitest';
import { calcomAccounts } from '../../../src/sandbox/db/tables.js';
import { serveOn, type TestWorkspace } from '../api.js';
import { onEveryStore } from '../stores.js';

const base = '/api/v1/calcom';
const said = expect.any(String);

onEveryStore((kind) => {
  const { api, behind } = serveOn(kind);

  const as = ({ id, owner }: TestWorkspace) => {
    const token = owner.access_token;
    const get = (path: string) => api.get(`${base}${path}${path.includes('?') ? '&' : '?'}org_id=${id}`, { token });
    const post = (path: string, body: object) => api.post(base + path, { org_id: id, ...body }, { token });
    const connect = async (api_key: string, account_name?: string) => {
      const { body } = await post('/connect', { api_key, account_name });
      return body.data.provider_id as string;
    };
    const put = (agent: string, calcom_account_id: unknown) =>
      api.send('PUT', `${base}/agents/${agent}/account`, { token, body: { calcom_account_id } });
    const agents = async () => (await api.get('/api/v1/agents/', { token })).body.data as { id: string }[];
    const accounts = async () => (await get('/status')).body.data.accounts;
    return { token, get, post, put, connect, agents, accounts };
  };

  it('connects each account once by a valid key, and lists it', async () => {
    const workspace = await api.workspace();
    const { get, post, accounts } = as(workspace);
    expect((await get('/status')).body.data).toMatchObject({ connected: false, status: 'not_connected', accounts: [] });
    const { status, body } = await post('/connect', { api_key: 'cal_live_one', account_name: ' Front desk ' });
    expect([status, body]).toEqual([
      200,
      {
        success: true,
        message: said,
        data: {
          provider_id: said,
          org_id: workspace.id,
          account_name: 'Front desk',
          status: 'active',
          connected_at: said,
        },
      },
    ]);
    expect((await post('/connect', { api_key: 'cal_live_two' })).body.data.account_name).toBe('Default');
    expect(await accounts()).toMatchObject([
      { id: body.data.provider_id, account_name: 'Front desk', email: workspace.owner.email, status: 'active' },
      { account_name: 'Default' },
    ]);
    const refused = { success: false, message: expect.stringMatching(/key/), code: 'INVALID_REQUEST' };
    for (const api_key of ['cal_test_one', 'sk_live', '', undefined, 7]) {
      expect(await post('/connect', { api_key }), String(api_key)).toMatchObject({ status: 400, body: refused });
    }
    const again = await post('/connect', { api_key: 'cal_live_one', account_name: 'Other' });
    expect([again.status, again.body]).toEqual([409, { success: false, message: said, code: 'CONFLICT' }]);
    const keys = Array.from({ length: 10 }, () => post('/connect', { api_key: 'cal_live_three' }));
    const statuses = (await Promise.all(keys)).map((answer) => answer.status);
    expect(statuses.filter((one) => one === 200)).toHaveLength(1);
    expect(await accounts()).toHaveLength(3);
  });

  it('keeps of a key only a salted hash, and nothing once it is disconnected (C59)', async () => {
    const workspace = await api.workspace();
    const { post, connect } = as(workspace);
    const key = 'cal_live_canary_4711';
    await post('/connect', { api_key: key });
    const [account] = await behind.store.find(calcomAccounts, { organization_id: workspace.id });
    expect(account?.key_hash).toHaveLength(43);
    await post('/connect', { api_key: `no_${key}` });
    await post('/connect', { api_key: key });
    const requests = await api.get(`/__sandbox/requests?org_id=${workspace.id}`);
    expect(requests.body[0].body).toEqual({ org_id: workspace.id, api_key: '***' });
    for (const text of [requests.text, JSON.stringify(api.log), await behind.place.dump()]) {
      expect(text.includes(key)).toBe(false);
    }
    await post('/disconnect', { provider_id: account?.id });
    const after = await behind.store.get(calcomAccounts, account?.id ?? '');
    expect(after).toMatchObject({ status: 'inactive', key_hash: null, salt: null, disconnected_at: said });
    expect(await connect(key)).not.toBe(account?.id); // the key can be used again
  });

  it('disconnects the account that is named, or all where none is', async () => {
    const { post, connect, accounts } = as(await api.workspace());
    const [first, second] = [await connect('cal_live_1'), await connect('cal_live_2'), await connect('cal_live_3')];
    expect((await post('/disconnect', { provider_id: first.toUpperCase() })).body).toEqual({
      success: true,
      message: said,
    });
    expect((await accounts()).map(({ id }: { id: string }) => id)).not.toContain(first);
    for (const provider_id of [first, 'nothing']) {
      const gone = await post('/disconnect', { provider_id });
      expect([gone.status, gone.body.code]).toEqual([404, 'NOT_FOUND']);
    }
    expect(await accounts()).toMatchObject([{ id: second }, {}]);
    expect((await post('/disconnect', {})).status).toBe(200);
    expect(await accounts()).toEqual([]);
  });

  it('answers 401 and 403 in the short form of the service (S23)', async () => {
    const workspace = await api.workspace({});
    const other = await api.workspace();
    const { key } = await api.apiKey(workspace);
    const plain = { success: false, message: said };
    const path = `${base}/status?org_id=${workspace.id}`;
    for (const [status, extra] of [
      [401, {}],
      [401, { token: key }],
      [403, { key }],
      [403, { token: other.owner.access_token }],
    ] as const) {
      const answer = await api.get(path, extra);
      expect([answer.status, answer.body]).toEqual([status, plain]);
    }
    const byMember = { token: workspace.member.access_token };
    expect((await api.get(path, byMember)).status).toBe(200);
    const body = { org_id: workspace.id, api_key: 'cal_live_x' };
    expect(await api.post(`${base}/connect`, body, byMember)).toMatchObject({ status: 403, body: plain });
    const { status, body: unnamed } = await api.get(`${base}/status`, { token: workspace.owner.access_token });
    expect([status, unnamed.code]).toEqual([400, 'INVALID_REQUEST']);
  });

  it('lists the event types of all accounts, and finds one by number or slug', async () => {
    const { get, connect } = as(await api.workspace());
    const missing = await get('/event-types');
    expect([missing.status, missing.body.error.code]).toEqual([400, 'NOT_CONNECTED']);
    await connect('cal_live_1', 'Front desk');
    await connect('cal_live_2', 'Surgery B');
    const { data } = (await get('/event-types')).body;
    expect(data).toHaveLength(10);
    expect(data[0]).toMatchObject({ slug: 'check-up', title: 'Check-up (Front desk)', duration_minutes: 30 });
    expect(new Set(data.map(({ id }: { id: number }) => id)).size).toBe(10);
    expect((await get(`/event-types/lookup/${data[7].id}`)).body.data).toEqual(data[7]);
    expect((await get('/event-types/lookup/hygiene')).body.data).toEqual(data[2]);
    const unknown = await get('/event-types/lookup/nothing');
    expect([unknown.status, unknown.body]).toEqual([404, { success: false, message: said, code: 'NOT_FOUND' }]);
  });

  it('reads appointments through the primary account, by status, and stamps an agent on them', async () => {
    const workspace = await api.workspace();
    const { get, connect, agents } = as(workspace);
    expect((await get('/appointments')).body.error.code).toBe('NOT_CONNECTED');
    await connect('cal_live_1');
    await connect('cal_live_2');
    const { data } = (await get('/appointments')).body;
    expect(data).toMatchObject({ count: 6, org_id: workspace.id, agent_id: '' });
    const [{ id: agent } = { id: '' }] = await agents();
    const some = (await get(`/appointments?status=ACCEPTED&limit=2&agent_id=${agent}`)).body.data;
    expect(some.appointments).toMatchObject([
      { status: 'accepted', agent_id: agent },
      { status: 'accepted', agent_id: agent },
    ]);
    for (const limit of [0, -3, 201]) {
      expect((await get(`/appointments?limit=${limit}`)).body.data.count, String(limit)).toBe(6);
    }
    expect((await get('/appointments?limit=x')).status).toBe(400);
    const [first] = data.appointments;
    const one = (await get(`/appointments/${first.id}`)).body.data;
    expect(one).toMatchObject({
      org_id: workspace.id,
      appointment: { id: first.id, contact_name: first.attendee_name, appointment_time: first.start_time },
    });
    expect((await get('/appointments/nothing')).status).toBe(404);
  });

  it('links agents to accounts, as long as they have no key of their own', async () => {
    const workspace = await api.workspace();
    const { get, post, put, connect, agents, token } = as(workspace);
    const [reception, afterHours] = (await agents()) as [{ id: string }, { id: string }];
    const info = async ({ id }: { id: string }) => (await get(`/agents/${id}/info`)).body.data;
    expect(await info(reception)).toEqual({ connected: false, type: 'none' });
    const account = await connect('cal_live_1', 'Front desk');
    expect((await put(reception.id, account)).body.data).toEqual({
      agent_id: reception.id,
      agent_name: 'Reception',
      calcom_account_id: account,
    });
    const linked = { connected: true, type: 'org_linked', calcom_account_id: account, account_name: 'Front desk' };
    expect(await info(reception)).toMatchObject(linked);
    expect((await get(`/agents/${reception.id}/account`)).body.data).toMatchObject(linked);
    expect((await get(`/agents/${reception.id}/status`)).body.data).toEqual({
      connected: false,
      status: 'not_connected',
      accounts: [],
    });

    const own = { api_key: 'cal_live_own', account_name: 'Night line' };
    expect((await post(`/agents/${reception.id}/connect`, own)).body.code).toBe('CONFLICT');
    expect((await post(`/agents/${afterHours.id}/connect`, own)).body).toEqual({ success: true, message: said });
    expect((await post(`/agents/${afterHours.id}/connect`, own)).body.code).toBe('CONFLICT');
    expect(await info(afterHours)).toMatchObject({ connected: true, type: 'agent', account_name: 'Night line' });
    expect((await get(`/agents/${afterHours.id}/status`)).body.data).toMatchObject({
      connected: true,
      accounts: [{ account_name: 'Night line' }],
    });
    expect((await get('/status')).body.data.accounts).toHaveLength(1); // only the account of the workspace
    for (const wanted of [account, null]) {
      expect(await put(afterHours.id, wanted)).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
    }
    const path = `${base}/agents/${afterHours.id}/disconnect`;
    expect((await api.post(path, {}, { token })).status).toBe(200);
    expect((await api.post(path, {}, { token })).status).toBe(404);
    expect((await put(afterHours.id, account)).status).toBe(200);

    expect((await put(reception.id, null)).body.data.calcom_account_id).toBe(null);
    expect(await info(reception)).toEqual({ connected: false, type: 'none' });
    await post('/disconnect', { provider_id: account });
    expect(await info(afterHours)).toEqual({ connected: false, type: 'none' });
    for (const [wanted, status] of [
      [account, 404],
      ['x', 400],
      [undefined, 400],
    ] as const) {
      expect((await put(reception.id, wanted)).status).toBe(status);
    }
    expect((await put(crypto.randomUUID(), null)).status).toBe(404);
  });

  it('books, moves and cancels in the account the agent books through, for every caller that knows the ids', async () => {
    const workspace = await api.workspace({});
    const { get, agents } = as(workspace);
    const [agent, , idle] = await agents();
    const manage = (body: object) =>
      api.post(`${base}/appointments/manage`, { org_id: workspace.id, agent_id: agent?.id, ...body });
    const free = (await manage({ action: 'availability', days_ahead: 14 })).body.data.available_slots;
    const appointment_datetime = `${free[0].date}T${free[0].slots[0]}:00Z`;
    const wanted = { action: 'book', name: 'Kim', email: 'kim@example.com', appointment_datetime };
    const { data } = (await manage(wanted)).body;
    expect(data).toMatchObject({ success: true, action: 'book', agent_name: 'Reception' });
    const taken = await manage(wanted);
    expect([taken.status, taken.body.error.code]).toEqual([422, 'SLOT_UNAVAILABLE']);
    expect(taken.body.error.details.available_slots.length).toBeGreaterThan(0);
    const moved = `${free[1].date}T${free[1].slots[0]}:00Z`;
    const { appointment_id } = data;
    expect((await manage({ action: 'reschedule', appointment_id, appointment_datetime: moved })).status).toBe(200);
    const read = async () => (await get(`/appointments/${appointment_id}`)).body.data.appointment;
    expect(await read()).toMatchObject({ contact_name: 'Kim', appointment_time: new Date(moved).toISOString() });
    expect((await manage({ action: 'cancel', appointment_id })).status).toBe(200);
    expect((await read()).status).toBe('cancelled');
    expect((await manage({ action: 'cancel', appointment_id })).status).toBe(404);
    const other = await api.workspace();
    for (const wrong of [{ agent_id: idle?.id }, { org_id: other.id }]) {
      expect((await manage({ action: 'suggest', ...wrong })).status).toBe(404);
    }
  });

  it('neither reads nor changes another workspace (S26)', async () => {
    const [mine, theirs] = [as(await api.workspace({})), as(await api.workspace({}))];
    const [[own], [foreign]] = [await mine.agents(), await theirs.agents()];
    const [account] = await theirs.accounts();
    const [booking] = (await theirs.get('/appointments')).body.data.appointments;
    const before = [await theirs.accounts(), (await theirs.get(`/agents/${foreign?.id}/info`)).body];
    const answers = [
      await mine.post('/disconnect', { provider_id: account.id }),
      await mine.put(own?.id ?? '', account.id),
      await mine.put(foreign?.id ?? '', null),
      await mine.post(`/agents/${foreign?.id}/connect`, { api_key: 'cal_live_x' }),
      await mine.post(`/agents/${foreign?.id}/disconnect`, {}),
      await mine.get(`/appointments/${booking.id}`),
      await mine.get(`/appointments?agent_id=${foreign?.id}`),
      await mine.get(`/agents/${foreign?.id}/status`),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect([await theirs.accounts(), (await theirs.get(`/agents/${foreign?.id}/info`)).body]).toEqual(before);
  });

  it('breaks and mends accounts on demand, with their agents, and leaves out the broken ones', async () => {
    const workspace = await api.workspace({});
    const { get, agents, accounts } = as(workspace);
    const set = (calcom: object[]) => api.post('/__sandbox/integrations', { org_id: workspace.id, calcom });
    const [first] = await accounts();
    const broken = { account_name: 'Front desk', status: 'inactive', error: 'key revoked' };
    expect((await set([broken, { account_name: 'Annex', status: 'active' }])).status).toBe(200);
    expect(await accounts()).toMatchObject([
      { id: first.id, status: 'inactive', error: 'key revoked' },
      { account_name: 'Annex', status: 'active' },
    ]);
    const [{ id: agent } = { id: '' }] = await agents();
    expect((await get(`/agents/${agent}/info`)).body.data).toMatchObject({ type: 'org_linked', status: 'inactive' });
    expect((await get('/event-types')).body.data).toHaveLength(5);
    await set([broken]);
    for (const path of ['/event-types', '/appointments']) {
      expect(await get(path)).toMatchObject({ status: 502, body: { error: { code: 'BAD_GATEWAY' } } });
    }
    await set([{ account_name: 'Front desk', status: 'active' }]);
    expect(await accounts()).toEqual([first]);
    await set([]);
    expect((await get('/status')).body.data).toMatchObject({ connected: false, accounts: [] });
    expect((await set([{ account_name: 'x', status: 'paused' }])).status).toBe(422);
  });

  it('is seeded with accounts, bookings, and agents of every kind', async () => {
    const { get, agents, accounts } = as(await api.workspace({}));
    expect(await accounts()).toMatchObject([{ account_name: 'Front desk' }, { account_name: 'Surgery B' }]);
    const types = (await agents()).map(async ({ id }) => (await get(`/agents/${id}/info`)).body.data.type);
    expect(await Promise.all(types)).toEqual(['org_linked', 'agent', 'none']);
    expect((await get('/appointments')).body.data.count).toBe(6);
  });
});

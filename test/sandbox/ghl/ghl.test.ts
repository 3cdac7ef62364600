import { expect, it } from 'vitest';
import { serveOn, type TestWorkspace } from '../api.js';
import { onEveryStore } from '../stores.js';

const ghl = '/api/v1/ghl';
const day = 86_400_000;

interface Day {
  date: string;
  slots: string[];
}

onEveryStore((kind) => {
  const { api } = serveOn(kind);

  const set = (id: string, state: string) => api.post('/__sandbox/integrations', { org_id: id, ghl: state });
  const statusOf = async ({ owner }: TestWorkspace) => {
    const { body } = await api.get(`${ghl}/setup/status`, { token: owner.access_token });
    const { ghl_connected, token_valid, next_step, message } = body.data;
    expect(message).toMatch(/^\w/);
    return [ghl_connected, token_valid, next_step];
  };

  it('reports an empty workspace as not connected, and each other state', async () => {
    const workspace = await api.workspace();
    expect(await statusOf(workspace)).toEqual([false, undefined, 'CONNECT_GHL']);
    await set(workspace.id, 'active');
    expect(await statusOf(workspace)).toEqual([true, true, '']);
    await set(workspace.id, 'incomplete');
    const { access_token: token } = workspace.member;
    const [calendar] = (await api.get(`${ghl}/setup/calendars`, { token })).body.data.calendars;
    expect(await api.get(`${ghl}/setup/agents/calendar/${calendar.id}`, { token })).toMatchObject({
      status: 404,
      body: { error: { code: 'NOT_FOUND' } },
    });
    expect(await statusOf(workspace)).toEqual([true, true, 'CREATE_AGENT']);
    await set(workspace.id, 'token_invalid');
    expect(await statusOf(workspace)).toEqual([true, false, 'CONNECT_GHL']);
    await set(workspace.id, 'none');
    expect(await statusOf(workspace)).toEqual([false, undefined, 'CONNECT_GHL']);
    expect((await set(workspace.id, 'odd')).status).toBe(422);
    expect((await set(crypto.randomUUID(), 'active')).status).toBe(404);
  });

  it('expires a connection by the clock of its workspace (S46)', async () => {
    const workspace = await api.workspace({});
    expect(await statusOf(workspace)).toEqual([true, true, '']);
    await api.setClock(workspace.id, 22 * day);
    const { access_token: token } = await api.signIn(workspace.owner);
    const { body } = await api.get(`${ghl}/setup/status`, { token });
    expect(body.data).toMatchObject({ ghl_connected: true, token_valid: false });
    expect(await api.get(`${ghl}/setup/calendars`, { token })).toMatchObject({
      status: 502,
      body: { success: false, error: { code: 'BAD_GATEWAY' } },
    });
  });

  it('lists calendars with the agent that books through each, and none after disconnecting', async () => {
    const workspace = await api.workspace({});
    const { access_token: token } = workspace.owner;
    const { body } = await api.get(`${ghl}/setup/calendars`, { token });
    expect(body).toEqual({
      success: true,
      message: expect.any(String),
      data: { calendars: expect.any(Array), count: 4 },
    });
    const [first, , third, last] = body.data.calendars;
    expect(first).toEqual({
      id: expect.stringMatching(/^cal_/),
      name: 'New patients',
      description: expect.any(String),
      locationId: expect.stringMatching(/^loc_/),
      serviceTitle: 'First visit',
    });
    const agentOf = ({ id }: { id: string }) => api.get(`${ghl}/setup/agents/calendar/${id}`, { token });
    expect((await agentOf(first)).body.data).toMatchObject({ agent_name: 'Reception', is_active: true });
    expect((await agentOf(third)).body.data).toMatchObject({ agent_name: 'Recall reminders', is_active: false });
    expect((await agentOf(last)).body.data).toMatchObject({ agent_name: 'Reception', calendar_id: last.id });

    const gone = await api.post(`${ghl}/disconnect`, undefined, { token });
    expect(gone).toMatchObject({ status: 200, body: { success: true, message: expect.any(String) } });
    expect(gone.body).not.toHaveProperty('data');
    expect(await api.get(`${ghl}/setup/calendars`, { token })).toMatchObject({
      status: 400,
      body: { code: 3, message: expect.any(String), details: [] },
    });
    expect((await api.post(`${ghl}/disconnect`, undefined, { token })).status).toBe(200);
  });

  it('lists appointments by agent and status, the latest first, 50 unless asked and 200 at most', async () => {
    const workspace = await api.workspace({});
    const { access_token: token } = workspace.member;
    const list = async (query = '') => (await api.get(`${ghl}/appointments${query}`, { token })).body.data;
    const all = await list();
    expect(all.count).toBe(27);
    const times = all.appointments.map((one: { appointment_time: string }) => one.appointment_time);
    expect(times).toEqual([...times].sort().reverse());
    const [first] = all.appointments;
    const cancelled = await list('?status=Cancelled');
    expect(new Set(cancelled.appointments.map((one: { status: string }) => one.status))).toEqual(
      new Set(['cancelled']),
    );
    const ofAgent = await list(`?agent_id=${first.agent_id}&org_id=${workspace.id}`);
    expect(new Set(ofAgent.appointments.map((one: { agent_id: string }) => one.agent_id)).size).toBe(1);
    expect((await list('?limit=2')).appointments).toHaveLength(2);
    const one = await api.get(`${ghl}/appointments/${first.id}`, { token });
    expect(one.body.data).toEqual(first);
    expect((await api.get(`${ghl}/appointments/nothing`, { token })).status).toBe(404);
    expect((await api.get(`${ghl}/appointments?limit=0`, { token })).body).toMatchObject({ code: 3 });
  });

  it('takes a key on every one of its routes, but neither as a bearer nor in the address (S23)', async () => {
    const workspace = await api.workspace({});
    const { key } = await api.apiKey(workspace);
    const paths = [
      'setup/status',
      'setup/calendars',
      'appointments',
      `oauth/authorize?organization_id=${workspace.id}`,
    ];
    for (const path of paths) {
      expect([path, (await api.get(`${ghl}/${path}`, { key })).status]).toEqual([
        path,
        path.includes('oauth') ? 302 : 200,
      ]);
      expect([path, (await api.get(`${ghl}/${path}`, { token: key })).body]).toMatchObject([path, { code: 16 }]);
      const inQuery = `${path}${path.includes('?') ? '&' : '?'}api_key=${key}`;
      expect([path, (await api.get(`${ghl}/${inQuery}`)).status]).toEqual([path, 401]);
    }
    expect((await api.post(`${ghl}/disconnect`, undefined, { key })).status).toBe(200);
  });

  it('lists the free times of an agent in UTC, without a credential', async () => {
    const workspace = await api.workspace({});
    const manage = manageAs(await agentOf(workspace), workspace.id);
    const { data } = (await manage({ action: 'availability', days_ahead: 14 })).body;
    expect(data.available_slots.length).toBeGreaterThanOrEqual(9);
    const slots = data.available_slots.flatMap((day: { slots: string[] }) => day.slots);
    expect(data.summary).toBe(`${slots.length} free times`);
    const [first] = data.available_slots;
    expect(first).toEqual({
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      date_label: expect.any(String),
      slots: expect.arrayContaining([expect.stringMatching(/^\d\d:\d\d$/)]),
    });
    const suggested = (await manage({ action: 'suggest' })).body.data.available_slots;
    expect(suggested.flatMap(({ slots }: { slots: string[] }) => slots)).toHaveLength(3);
    expect(await manage({ action: 'availability', days_ahead: 31 })).toMatchObject({ status: 422 });
    expect(await manage({ action: 'list' })).toMatchObject({ status: 422 });
  });

  it('books, reschedules and cancels appointments, and books a slot once (S06)', async () => {
    const workspace = await api.workspace({});
    const manage = manageAs(await agentOf(workspace), workspace.id);
    const { available_slots: days } = (await manage({ action: 'availability' })).body.data;
    const slots = days.flatMap(({ date, slots }: Day) => slots.map((slot) => `${date}T${slot}`));
    const [early, late] = slots;
    const guest = { name: 'Nora Whelan', email: 'nora@mail.example', appointment_id: 'ignored' };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => manage({ action: 'book', ...guest, appointment_datetime: early })),
    );
    const booked = answers.filter(({ status }) => status === 200);
    expect(booked).toHaveLength(1);
    expect(answers.find(({ status }) => status === 422)?.body).toEqual({
      success: false,
      message: expect.any(String),
      error: {
        code: 'SLOT_UNAVAILABLE',
        message: expect.any(String),
        details: {
          summary: expect.any(String),
          action: 'book',
          action_required: 'choose_slot',
          agent_name: 'Reception',
          available_slots: expect.any(Array),
        },
      },
    });
    const { appointment_id } = booked[0]?.body.data ?? {};
    const { access_token: token } = workspace.owner;
    const read = async () => (await api.get(`${ghl}/appointments/${appointment_id}`, { token })).body.data;
    expect(await read()).toMatchObject({ contact_name: 'Nora Whelan', status: 'confirmed' });
    const before = (await read()).appointment_time;
    expect((await manage({ action: 'reschedule', appointment_id, appointment_datetime: late })).status).toBe(200);
    expect(await read()).toMatchObject({ status: 'rescheduled' });
    expect((await read()).appointment_time).not.toBe(before);
    expect((await manage({ action: 'cancel', appointment_id })).status).toBe(200);
    expect(await read()).toMatchObject({ status: 'cancelled' });
    expect((await manage({ action: 'cancel', appointment_id })).status).toBe(404);
    for (const missing of [
      { action: 'book', ...guest },
      { action: 'book', name: 'x', appointment_datetime: early },
      { action: 'book', ...guest, appointment_datetime: 'tomorrow' },
    ]) {
      expect(await manage(missing)).toMatchObject({ status: 422, body: { error: { code: 'VALIDATION_FAILED' } } });
    }
  });

  it('books nothing for an agent of another workspace, or where nothing is connected (S26)', async () => {
    const [mine, theirs] = [await api.workspace({}), await api.workspace({})];
    const foreign = manageAs(await agentOf(theirs), mine.id);
    expect(await foreign({ action: 'availability' })).toMatchObject({ status: 404 });
    const own = manageAs(await agentOf(mine), mine.id);
    const { body } = await api.get(`${ghl}/appointments`, { token: theirs.owner.access_token });
    const appointment_id = body.data.appointments[0].id;
    expect(await own({ action: 'cancel', appointment_id })).toMatchObject({ status: 404 });
    await set(mine.id, 'token_invalid');
    expect(await own({ action: 'availability' })).toMatchObject({ status: 502 });
    await set(mine.id, 'none');
    expect(await own({ action: 'availability' })).toMatchObject({ status: 404 });
  });

  const manageAs = (agent_id: string, org_id: string) => (body: object) =>
    api.post(`${ghl}/appointments/manage`, { agent_id, org_id, ...body });

  const agentOf = async ({ owner }: TestWorkspace) =>
    (await api.get('/api/v1/agents/', { token: owner.access_token })).body.data[0].id as string;
});

import { expect, it } from 'vitest';
import { generateApiKey } from '../../../src/sandbox/api-keys/api-key-secrets.js';
import { platformRandom } from '../../../src/sandbox/crypto/digest.js';
import { apiKeys, organizations } from '../../../src/sandbox/db/tables.js';
import { serveOn } from '../api.js';
import { onEveryStore } from '../stores.js';

const keys = '/api/v1/api-keys';
const agents = '/api/v1/agents/';
const noKey = { code: 16, details: [], message: expect.any(String) };

onEveryStore((kind) => {
  const { api, behind } = serveOn(kind);

  it('makes a key that works at once and is shown in full only then', async () => {
    const workspace = await api.workspace();
    const { access_token: token } = workspace.owner;
    const { status, body } = await api.post(keys, { name: '  staging  ' }, { token });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ name: 'staging', is_active: true, expires_at: null, last_used_at: null });
    expect(body.data.created_by).toBe(workspace.owner.user_id);
    const { key } = body.data;
    expect(key.slice(-4)).toBe(body.data.last_four);
    expect(key.startsWith(body.data.prefix)).toBe(true);

    const used = await api.get(agents, { key });
    expect(used).toMatchObject({ status: 200, body: { success: true, meta: { total: '3', offset: 0 } } });
    expect(used.body.data[0]).toMatchObject({ organizationId: workspace.id, agentName: 'Reception', status: 'ACTIVE' });
    const listed = await api.get(keys, { token });
    expect(listed.body.data).toEqual([{ ...body.data, key: undefined, last_used_at: expect.any(String) }]);
    expect(listed.text).not.toContain(key);
  });

  it('stops a deleted key at the next request (S22)', async () => {
    const workspace = await api.workspace();
    const { id, key } = await api.apiKey(workspace);
    expect((await api.get(agents, { key })).status).toBe(200);
    const { access_token: token } = workspace.owner;
    expect((await api.send('DELETE', `${keys}/${id.toUpperCase()}`, { token })).body).toMatchObject({ success: true });
    expect(await api.get(agents, { key })).toMatchObject({ status: 401, body: noKey });
    expect((await api.get(`/api/v1/organizations/profile/${workspace.id}`, { key })).status).toBe(401);
  });

  it('stops a key when it expires (S22)', async () => {
    const workspace = await api.workspace();
    const expires_at = new Date(Date.now() + 3_600_000).toISOString();
    const { key, id } = await api.apiKey(workspace, { expires_at });
    expect((await api.get(agents, { key })).status).toBe(200);
    await api.setClock(workspace.id, 3_601_000);
    expect(await api.get(agents, { key })).toMatchObject({ status: 401, body: noKey });
    const { access_token: token } = await api.signIn(workspace.owner);
    const { body } = await api.get(keys, { token });
    expect(body.data).toMatchObject([{ id, is_active: false, expires_at }]);
  });

  it('accepts an expiry in any time zone, and rejects a past or invalid one', async () => {
    const { owner } = await api.workspace();
    const create = (expires_at: unknown) =>
      api.post(keys, { name: 'dated', expires_at }, { token: owner.access_token });
    for (const [expires_at, reason] of [
      [new Date(Date.now() - 1000).toISOString(), 'past'],
      ['2000-01-01T00:00:00Z', 'past'],
      ['tomorrow', 'date'],
      ['2999-02-31', 'date'],
      ['2999-02-31T00:00:00Z', 'date'],
      ['2999-01-01T00:00:00', 'date'],
      [123, 'type'],
    ]) {
      expect(await create(expires_at)).toMatchObject({
        status: 422,
        body: { error: { code: 'VALIDATION_FAILED', details: { fields: { expires_at: [reason] } } } },
      });
    }
    const { body } = await create('2999-01-01T00:00:00+02:00');
    expect(body.data.expires_at).toBe('2998-12-31T22:00:00.000Z');
  });

  it('gives a name to one key of a workspace only, in any case, for parallel requests too (S08)', async () => {
    const [one, other] = [await api.workspace(), await api.workspace()];
    const names = ['staging', 'STAGING', 'Staging', ' staging '];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        api.post(keys, { name: names[index % names.length] }, { token: one.owner.access_token }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(49);
    expect(answers.find(({ status }) => status === 409)?.body.error.code).toBe('CONFLICT');
    expect((await api.post(keys, { name: 'staging' }, { token: other.owner.access_token })).status).toBe(200);
  });

  it('deletes a key once, however many try at once (S09)', async () => {
    const workspace = await api.workspace();
    const { id } = await api.apiKey(workspace);
    const { access_token: token } = workspace.admin;
    const answers = await Promise.all(Array.from({ length: 10 }, () => api.send('DELETE', `${keys}/${id}`, { token })));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array(9).fill(404)]);
    expect((await api.apiKey(workspace)).id).not.toBe(id); // the name can be used again
  });

  it('gives no two keys names that look the same (D39)', async () => {
    const { owner } = await api.workspace();
    const create = async (name: string) => (await api.post(keys, { name }, { token: owner.access_token })).status;
    expect(await create('night line')).toBe(200);
    for (const name of [
      'night\u00a0line',
      'Night  line',
      'night\tline',
      'ni\u200bght line',
      'ｎight line',
      'night\nline',
    ]) {
      expect([name, await create(name)]).toEqual([name, 409]);
    }
    for (const name of ['nightline', 'night-line', 'nïght line'])
      expect([name, await create(name)]).toEqual([name, 200]);
  });

  it('rejects invalid names', async () => {
    const { owner } = await api.workspace();
    for (const [name, reason] of [
      ['', 'too_short'],
      ['   ', 'too_short'],
      ['x'.repeat(81), 'too_long'],
      [7, 'type'],
      [undefined, 'required'],
    ]) {
      expect(await api.post(keys, { name }, { token: owner.access_token })).toMatchObject({
        status: 422,
        body: { error: { details: { fields: { name: [reason] } } } },
      });
    }
  });

  it('lists newest first, in pages', async () => {
    const workspace = await api.workspace();
    for (const name of ['a', 'b', 'c']) await api.apiKey(workspace, { name });
    const { access_token: token } = workspace.owner;
    const { body } = await api.get(`${keys}?limit=2&offset=1`, { token });
    expect(body.data.map(({ name }: { name: string }) => name)).toEqual(['b', 'a']);
    expect(body.meta).toEqual({ total: 3, limit: 2, offset: 1 });
  });

  it('keeps of a key only its beginning, its end and a salted hash (S24)', async () => {
    const workspace = await api.workspace();
    const { id, key } = await api.apiKey(workspace);
    const row = await behind.store.get(apiKeys, id);
    expect(row?.hash).toHaveLength(43);
    expect(row?.salt).toHaveLength(22);
    const dump = await behind.place.dump();
    expect(dump).toContain(row?.hash);
    expect(dump).not.toContain(key);
    expect(dump).not.toContain(key.slice((row?.prefix ?? '').length + 1, -4));
  });

  it('rejects every unknown key (S23)', async () => {
    const { key } = await api.apiKey(await api.workspace());
    const [brand, lookup, secret = ''] = key.split('_');
    const wrong = [
      '',
      'x',
      key.slice(0, -1),
      `${key}a`,
      key.toUpperCase(),
      `${brand}_${lookup}_${secret.split('').reverse().join('')}`,
      'k'.repeat(10_000),
    ];
    for (const one of wrong) expect((await api.get(agents, { key: one })).status).toBe(401);
    expect(await api.get(agents)).toMatchObject({ status: 401, body: noKey });
  });

  it('serves the agents to signed-in users as well', async () => {
    const { member } = await api.workspace();
    const { body } = await api.get(`${agents}?limit=1&offset=1`, { token: member.access_token });
    expect(body.data).toHaveLength(1);
    expect(body.meta).toEqual({ total: '3', limit: 1, offset: 1 });
  });

  it('says so where the plan has no API, to users and to keys', async () => {
    const workspace = await api.workspace();
    const { key, id } = await api.apiKey(workspace);
    await behind.store.update(organizations, { id: workspace.id }, { can_use_api: false });
    const disabled = { status: 403, body: { error: { code: 'API_ACCESS_DISABLED' } } };
    const { access_token: token } = workspace.owner;
    expect(await api.get(keys, { token })).toMatchObject(disabled);
    expect(await api.post(keys, { name: 'another' }, { token })).toMatchObject(disabled);
    expect(await api.get(agents, { key })).toMatchObject(disabled);
    expect(await api.get(keys, { token: workspace.member.access_token })).toMatchObject({
      body: { error: { code: 'FORBIDDEN' } },
    });
    expect((await api.send('DELETE', `${keys}/${id}`, { token })).status).toBe(200);
  });
});

it('makes keys of 256 random bits, none like another (S24)', async () => {
  const made = await Promise.all(Array.from({ length: 2000 }, () => generateApiKey(platformRandom)));
  expect(new Set(made.map(({ key }) => key)).size).toBe(made.length);
  expect(new Set(made.map(({ stored }) => stored.salt)).size).toBe(made.length);
  for (const { key } of made) expect(key).toMatch(/^agni_[a-z2-7]{10}_[\w-]{43}$/);
});

it('finds a key by more than its beginning', async () => {
  let calls = 0;
  const stuck = (length: number) => {
    calls += 1;
    return new Uint8Array(length).fill(length === 1 ? 0 : calls); // letters need one byte each
  };
  const [one, other] = [await generateApiKey(stuck), await generateApiKey(stuck)];
  expect(one.stored.prefix).toBe(other.stored.prefix);
  expect(one.stored.hash).not.toBe(other.stored.hash);
});

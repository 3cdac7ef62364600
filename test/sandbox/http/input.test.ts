import { Agent } from 'node:http';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { users } from '../../../src/sandbox/db/tables.js';
import { serveOn } from '../api.js';
import { onEveryStore } from '../stores.js';

const keys = '/api/v1/api-keys';
const me = '/api/v1/users/me';
const json = { 'Content-Type': 'application/json' };

onEveryStore((kind) => {
  const { api, behind } = serveOn(kind);

  it('searches literally: no wildcard, no SQL (S36)', async () => {
    const { id, owner, admin, member } = await api.workspace();
    const rename = (account: typeof owner, first_name: string) =>
      api.send('PATCH', me, { token: account.access_token, body: { first_name } });
    await rename(owner, '100% Ada');
    await rename(admin, 'Snake_case');
    await rename(member, 'Back\\slash');
    const found = async (search: string) => {
      const { status, body } = await api.get(`/api/v1/users?search=${encodeURIComponent(search)}`, {
        token: owner.access_token,
      });
      expect([search, status]).toEqual([search, 200]);
      return body.data.map((user: { id: string }) => user.id);
    };
    expect(await found('%')).toEqual([owner.user_id]);
    expect(await found('_')).toEqual([admin.user_id]);
    expect(await found('\\')).toEqual([member.user_id]);
    expect(await found('SNAKE_')).toEqual([admin.user_id]);
    for (const attack of [
      "'",
      "' OR 1=1 --",
      '"; drop table users; --',
      "\\' OR ''='",
      '?',
      '$1',
      ':id',
      '{"not":""}',
    ]) {
      expect(await found(attack)).toEqual([]);
    }
    expect(await behind.store.count(users, { organization_id: id })).toBe(3);
    for (const filter of ["role=OWNER' OR '1'='1", "status=ACTIVE'--", 'role[not]=OWNER', 'role=__proto__']) {
      const { status, body } = await api.get(`/api/v1/users?${filter}`, { token: owner.access_token });
      expect(status).toBe(200);
      expect(body.data.length).toBe(filter.startsWith('role[') ? 3 : 0);
    }
  });

  it('stores any valid text unchanged, and rejects the rest with 400 (S36, S37)', async () => {
    const { owner } = await api.workspace();
    const name = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
      fc.constantFrom(
        "Robert'); DROP TABLE users;--",
        '<script>alert(1)</script>',
        '\u202Egnp.exe',
        '👩‍👩‍👧‍👦',
        '\ud800',
        'a\u0000b',
      ),
    );
    await fc.assert(
      fc.asyncProperty(name, async (first_name) => {
        const { status, body } = await api.send('PATCH', me, { token: owner.access_token, body: { first_name } });
        expect([200, 400, 422]).toContain(status);
        const isClean = !/\0|\p{Surrogate}/u.test(first_name);
        const trimmed = first_name.trim();
        if (isClean && trimmed && trimmed.length <= 80) expect([status, body.data?.first_name]).toEqual([200, trimmed]);
        else expect(status).not.toBe(200);
      }),
      { numRuns: 100 },
    );
  });

  it('rejects broken, huge, deep and wrong bodies without an internal error (S37)', async () => {
    const { owner } = await api.workspace();
    const Authorization = `Bearer ${owner.access_token}`;
    const send = (body: string | Uint8Array, headers: Record<string, string> = json) =>
      api.raw('POST', keys, { Authorization, ...headers, 'Content-Length': String(Buffer.byteLength(body)) }, body);
    const cases: [string, string | Uint8Array, number, Record<string, string>?][] = [
      ['NUL', '{"name":"a\\u0000b"}', 400],
      ['a NUL key', '{"name":"a","\\u0000":1}', 400],
      ['a raw NUL', '{"name":"a\0b"}', 400],
      ['half a character', '{"name":"\\ud83d"}', 400],
      ['the other half', '{"name":"\\ude00"}', 400],
      ['invalid UTF-8', Uint8Array.from([...Buffer.from('{"name":"'), 0xc3, 0x28, ...Buffer.from('"}')]), 400],
      ['UTF-16', Buffer.from('{"name":"a"}', 'utf16le'), 400],
      ['no JSON', 'name=a', 400],
      ['half JSON', '{"name":', 400],
      ['two values', '{"name":"a"}{"name":"b"}', 400],
      ['depth', `{"name":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 400],
      ['a long text', `{"name":"${'x'.repeat(4097)}"}`, 400],
      ['a long key', `{"name":"a","${'x'.repeat(4097)}":1}`, 400],
      ['10 MB', `{"name":"${'x'.repeat(10 * 1024 * 1024)}"}`, 413],
      ['text', '{"name":"a"}', 415, { 'Content-Type': 'text/plain' }],
      ['a form', 'name=a', 415, { 'Content-Type': 'application/x-www-form-urlencoded' }],
      ['no type', '{"name":"a"}', 415, {}],
      ['nearly JSON', '{"name":"a"}', 415, { 'Content-Type': 'application/jsonp' }],
    ];
    for (const [about, body, expected, headers] of cases) {
      const answer = await send(body, headers);
      expect([about, answer.status]).toEqual([about, expected]);
      expect([about, answer.body]).toMatchObject([about, { success: false, error: { code: expect.any(String) } }]);
    }
    expect((await send('\uFEFF{"name":"with a mark"}')).status).toBe(200);
    expect((await send('{"name":"charset"}', { 'Content-Type': 'Application/JSON; charset=utf-8' })).status).toBe(200);
    const { status, body } = await send('{"name":"first","name":"last"}');
    expect([status, body.data.name]).toEqual([200, 'last']);
  });

  it('rejects a body without a length that gets too long (S37)', async () => {
    const { owner } = await api.workspace();
    const chunk = new Uint8Array(64 * 1024).fill(0x20);
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += chunk.length;
        if (sent > 4 * 1024 * 1024) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const answer = await fetch(api.url + keys, {
      method: 'POST',
      headers: { ...json, Authorization: `Bearer ${owner.access_token}` },
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect(answer.status).toBe(413);
  });

  it('keeps the connection open for the next request after a body that is too large (S37)', async () => {
    const { owner } = await api.workspace();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const headers = { ...json, Authorization: `Bearer ${owner.access_token}` };
    const body = Buffer.alloc(2 * 1024 * 1024, ' ');
    const sizes = [{ 'Content-Length': String(body.length) }, { 'Transfer-Encoding': 'chunked' }];
    for (const [path, size] of [keys, '/unknown'].flatMap((path) => sizes.map((size) => [path, size] as const))) {
      const refused = await api.raw('POST', path, { ...headers, ...size }, body, agent);
      expect([path, refused.status]).toEqual([path, 413]);
      const next = await api.raw('GET', me, headers, undefined, agent);
      expect([path, next.status, next.isReused]).toEqual([path, 200, true]);
    }
    agent.destroy();
  });

  it('accepts only UUIDs as ids, in any case (S38)', async () => {
    const { id, owner, member } = await api.workspace();
    const get = (path: string) => api.raw('GET', path, { Authorization: `Bearer ${owner.access_token}` });
    const wrong = [
      ...[
        'x',
        '1',
        '%00',
        '%2e%2e',
        '..%2fme',
        'me%2f',
        '%252e%252e',
        "'",
        '%27%20OR%201=1',
        '{id}',
        '*',
        '%ff',
        '%zz',
      ],
      ...[`${member.user_id}x`, member.user_id.replaceAll('-', ''), `%20${member.user_id}`, `{${member.user_id}}`],
    ];
    for (const one of wrong) {
      for (const path of [`/api/v1/users/${one}`, `/api/v1/organizations/profile/${one}`]) {
        expect([path, [400, 404].includes((await get(path)).status)]).toEqual([path, true]);
      }
    }
    for (const path of ['/api/v1/users/../users/me', '/api/v1//users/me', '/api/v1/users/me/', '/API/V1/users/me']) {
      const { status } = await get(path);
      expect([path, status]).toEqual([path, path.includes('..') ? 200 : 404]); // the server resolves dot segments
    }
    expect((await get(`/api/v1/users/${member.user_id.toUpperCase()}`)).body.data.id).toBe(member.user_id);
    expect((await get(`/api/v1/organizations/profile/${id.toUpperCase()}`)).body.id).toBe(id);
    expect((await get(`/api/v1/users/${crypto.randomUUID()}`)).status).toBe(404);
    expect((await get(`/api/v1/users?org_id=${id.toUpperCase()}`)).status).toBe(200);
  });

  it('accepts whole numbers as limit and offset, and returns at most 200 rows (S39)', async () => {
    const { owner } = await api.workspace({ users: 250 });
    const token = owner.access_token;
    const lists = ['/api/v1/users', '/api/v1/users/invitations', keys];
    for (const list of lists) {
      for (const limit of ['-1', '0', '1e9', 'NaN', '1;', '1.5', '', ' ', '0x10', 'null', '99999999999', '１']) {
        const { status, body } = await api.get(`${list}?limit=${encodeURIComponent(limit)}`, { token });
        expect([list, limit, status, body.error.code]).toEqual([list, limit, 400, 'INVALID_REQUEST']);
      }
      for (const offset of ['-1', '1e9', 'NaN', '1;', '1.5', '']) {
        expect([offset, (await api.get(`${list}?offset=${offset}`, { token })).status]).toEqual([offset, 400]);
      }
      expect((await api.get(`${list}?limit=1&limit=2`, { token })).status).toBe(400);
    }
    const many = await api.get('/api/v1/users?limit=100000', { token });
    expect(many.body.data).toHaveLength(200);
    expect(many.body.meta).toEqual({ total: 250, limit: 200, offset: 0 });
    const past = await api.get('/api/v1/users?limit=20&offset=999999999', { token });
    expect(past.body).toMatchObject({ data: [], meta: { total: 250 } });
    expect((await api.get('/api/v1/users?search=%00', { token })).status).toBe(400);
    expect((await api.get(`/api/v1/users?search=${'x'.repeat(5000)}`, { token })).status).toBe(400);
    const gateway = await api.get('/api/v1/agents/?limit=-1', { token });
    expect(gateway).toMatchObject({ status: 400, body: { code: 3, details: [], message: expect.any(String) } });
  });

  it('accepts a whole error page as a reply to override with', async () => {
    const { id } = await api.workspace();
    const page = { org_id: id, method: 'GET', path: '/api/v1/nothing', status: 502, body: '<p>'.repeat(2000) };
    expect((await api.post('/__sandbox/faults', page)).status).toBeLessThan(300);
  });

  it('accepts a clock whose every time is a date', async () => {
    const { id, owner } = await api.workspace();
    for (const offset_ms of [1e300, -1e13])
      expect((await api.post('/__sandbox/clock', { org_id: id, offset_ms })).status).toBe(422);
    expect((await api.get(me, { token: owner.access_token })).status).toBe(200);
  });

  it('filters users by role and status, and lists invited ones as invitations only', async () => {
    const { owner } = await api.workspace({});
    const list = async (query: string) => (await api.get(`/api/v1/users?${query}`, { token: owner.access_token })).body;
    expect((await list('')).meta.total).toBe(8);
    expect((await list('role=admin')).meta.total).toBe(2);
    expect((await list('status=DISABLED')).data.map((user: { last_name: string }) => user.last_name)).toEqual(['Kaya']);
    expect((await list('status=INVITED')).data.map((user: { last_name: string }) => user.last_name)).toEqual([
      ...['Moreno', 'Aalto', 'Okafor'],
    ]);
    expect((await list('search=okafor')).meta.total).toBe(0);
  });

  it('shows invitations as expired by the clock', async () => {
    const { id, owner } = await api.workspace({});
    const count = async (status: string) => {
      const { access_token: token } = await api.signIn(owner);
      return (await api.get(`/api/v1/users/invitations?status=${status}`, { token })).body.meta.total;
    };
    expect([await count('PENDING'), await count('EXPIRED')]).toEqual([2, 1]);
    await api.setClock(id, 2 * 86_400_000);
    expect([await count('PENDING'), await count('EXPIRED')]).toEqual([1, 2]);
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newApiKey } from '../../../src/contract/api-key-change.js';
import { newInvitation } from '../../../src/contract/invitations.js';
import { organizationChange } from '../../../src/contract/organization-change.js';
import { profileChange } from '../../../src/contract/profile-change.js';
import { tables } from '../../../src/sandbox/db/tables.js';
import { serveOn } from '../api.js';
import { onEveryStore } from '../stores.js';

const me = '/api/v1/users/me';

onEveryStore((kind) => {
  const { api } = serveOn(kind);

  it('changes only the sent part of the name, for every role', async () => {
    const { owner, admin, member } = await api.workspace();
    for (const { access_token: token } of [owner, admin, member]) {
      const before = (await api.get(me, { token })).body.data;
      const { status, body } = await api.send('PATCH', me, { token, body: { first_name: '  Zoë ' } });
      expect(status).toBe(200);
      expect(body.data).toEqual({ ...before, first_name: 'Zoë', updated_at: expect.any(String) });
      expect(Date.parse(body.data.updated_at)).toBeGreaterThan(Date.parse(before.updated_at));
      expect((await api.get(me, { token })).body.data).toEqual(body.data);
      const cleared = await api.send('PATCH', me, { token, body: { last_name: '' } });
      expect(cleared.body.data).toMatchObject({ first_name: 'Zoë', last_name: '' });
    }
  });

  it('stores every field that a user can change, and returns it', async () => {
    const { owner } = await api.workspace();
    const token = owner.access_token;
    for (const field of Object.keys(profileChange.shape)) {
      const body = { [field]: `New ${field.replace('_', ' ')}` };
      expect((await api.send('PATCH', me, { token, body })).body.data, field).toMatchObject(body);
      expect((await api.get(me, { token })).body.data, field).toMatchObject(body);
    }
  });

  it('rejects invalid names, and names the field', async () => {
    const { owner } = await api.workspace();
    const token = owner.access_token;
    for (const [body, fields] of [
      [{ first_name: '' }, { first_name: ['too_short'] }],
      [{ first_name: ' ' }, { first_name: ['too_short'] }],
      [{ first_name: 'x'.repeat(81) }, { first_name: ['too_long'] }],
      [{ first_name: 'Ada', last_name: 'x'.repeat(81) }, { last_name: ['too_long'] }],
      [
        { first_name: null, last_name: 7 },
        { first_name: ['type'], last_name: ['type'] },
      ],
    ]) {
      expect(await api.send('PATCH', me, { token, body })).toMatchObject({
        status: 422,
        body: { error: { code: 'VALIDATION_FAILED', details: { fields } } },
      });
    }
    expect((await api.send('PATCH', me, { token, body: {} })).status).toBe(422);
    const longest = { first_name: 'x'.repeat(80), last_name: 'é'.repeat(80) };
    expect((await api.send('PATCH', me, { token, body: longest })).body.data).toMatchObject(longest);
  });

  it('rejects every other field, and changes nothing (S28)', async () => {
    const { owner } = await api.workspace();
    const token = owner.access_token;
    const before = (await api.get(me, { token })).body.data;
    for (const more of [
      { email: 'eve@northwind.example' },
      { role: 'OWNER' },
      { id: crypto.randomUUID() },
      { must_change_password: false },
      { two_factor_enabled: true },
      { password: 'Lantern-quiet-88' },
    ]) {
      const answer = await api.send('PATCH', me, { token, body: { first_name: 'Eve', ...more } });
      expect(answer).toMatchObject({ status: 400, body: { error: { code: 'INVALID_REQUEST' } } });
    }
    expect((await api.get(me, { token })).body.data).toEqual(before);
  });

  it('rejects made-up fields in every body, and none has an effect (S28)', async () => {
    const { owner, member } = await api.workspace();
    const token = owner.access_token;
    const columns = tables.flatMap((table) => Object.keys(table.columns));
    const special = [
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      'hasOwnProperty',
      '',
      ' name',
      'Name',
      'name[]',
    ];
    const user = `/api/v1/users/${member.user_id}`;
    const bodies: [method: string, path: string, body: Record<string, unknown>][] = [
      ['PATCH', me, { first_name: 'Eve' }],
      [
        'PATCH',
        `/api/v1/organizations/profile/${(await api.get(me, { token })).body.data.organization_id}`,
        { name: 'Eve' },
      ],
      ['PATCH', user, { role: 'ADMIN' }],
      ['POST', '/api/v1/api-keys', { name: 'Eve' }],
      ['POST', '/api/v1/users/invite', { email: 'eve@northwind.example', first_name: 'Eve', last_name: '' }],
    ];
    const state = async () => {
      const paths = [me, bodies[1]?.[1] ?? '', '/api/v1/users', '/api/v1/api-keys', '/api/v1/users/invitations'];
      return Promise.all(paths.map(async (path) => (await api.get(path, { token })).text));
    };
    const before = await state();
    const schemas = [profileChange, organizationChange, newInvitation, newApiKey];
    const known = schemas.flatMap((schema) => Object.keys(schema.def.shape));
    const key = fc.oneof(fc.constantFrom(...columns, ...special), fc.string());
    const value = fc.oneof(fc.constantFrom('OWNER', true, null, 1e9, member.user_id), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...bodies), key, value, async ([method, path, body], name, extra) => {
        fc.pre(!known.includes(name));
        // Built as text, because an object would lose `__proto__`.
        const sent = `${JSON.stringify(body).slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(extra)}}`;
        const answer = await api.send(method, path, { token, body: sent });
        expect([sent, answer.status, answer.body.error.code]).toEqual([sent, 400, 'INVALID_REQUEST']);
      }),
      { numRuns: kind.isLasting ? 15 : 150 },
    );
    // The last of two equal keys counts, as in JSON parsers, and is checked like any other.
    const twice = '{"first_name":"Mara","role":"OWNER","first_name":"Eve"}';
    expect((await api.send('PATCH', me, { token, body: twice })).status).toBe(400);
    expect(await state()).toEqual(before);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

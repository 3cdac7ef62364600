import { expect, it } from 'vitest';
import { profileChange } from '../../../src/contract/profile-change.js';
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
});

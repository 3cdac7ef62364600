import { expect, it } from 'vitest';
import { serveOn, type TestWorkspace } from '../api.js';
import { onEveryStore } from '../stores.js';

const regions = '/api/v1/organizations/regions';
const profile = (id: string) => `/api/v1/organizations/profile/${id}`;

onEveryStore((kind) => {
  const { api } = serveOn(kind);

  const patch = ({ id, owner }: TestWorkspace, body: unknown, token = owner.access_token) =>
    api.send('PATCH', profile(id), { token, body });
  const read = async ({ id, member }: TestWorkspace) =>
    (await api.get(profile(id), { token: member.access_token })).body;

  it('answers the workspace bare, under its id in any case', async () => {
    const { id, member } = await api.workspace();
    const { status, body } = await api.get(profile(id.toUpperCase()), { token: member.access_token });
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('success');
    expect(body).toMatchObject({
      id,
      website: 'https://northwind.example',
      region_id: 'eu-west',
      max_members: 12,
      can_use_api: true,
      total_credits: 318.75,
      allowed_email_domains: ['northwind.example', 'nw.example'],
    });
  });

  it('changes only the sent fields, and returns the new state', async () => {
    const workspace = await api.workspace();
    const before = await read(workspace);
    const { status, body } = await patch(workspace, {
      name: ' Northwind & Söhne ',
      allowed_email_domains: ['NW.example', 'münchen.example', 'nw.example'],
    });
    expect(status).toBe(200);
    const expected = {
      ...before,
      name: 'Northwind & Söhne',
      allowed_email_domains: ['nw.example', 'münchen.example'],
    };
    expect(body).toMatchObject({ success: true, data: expected });
    expect(await read(workspace)).toEqual(expected);
    await patch(
      workspace,
      { website: '', region_id: 'us-east', allowed_email_domains: [] },
      workspace.admin.access_token,
    );
    expect(await read(workspace)).toEqual({
      ...expected,
      website: '',
      region_id: 'us-east',
      allowed_email_domains: [],
    });
  });

  it('loses no field when different ones are changed at once (S06)', async () => {
    const workspace = await api.workspace();
    for (let round = 0; round < 10; round++) {
      const changes = [
        { name: `Round ${round}` },
        { website: `https://round-${round}.example/` },
        { region_id: round % 2 ? 'us-east' : 'ap-south' },
        { allowed_email_domains: [`round-${round}.example`] },
      ];
      const answers = await Promise.all(
        [...changes, { name: `Round ${round}` }].map((change) => patch(workspace, change)),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
      expect(await read(workspace)).toMatchObject(Object.assign({}, ...changes));
    }
  });

  it('names each invalid field with the reason, and changes nothing', async () => {
    const workspace = await api.workspace();
    const before = await read(workspace);
    const refused: [object, Record<string, string[]>][] = [
      [{ name: '' }, { name: ['too_short'] }],
      [{ name: 'x'.repeat(121) }, { name: ['too_long'] }],
      [{ name: 7 }, { name: ['type'] }],
      [{ name: null }, { name: ['type'] }],
      [{ website: 'javascript:alert(1)' }, { website: ['url'] }],
      [{ website: '//evil.example' }, { website: ['url'] }],
      [{ website: 'data:text/html,x' }, { website: ['url'] }],
      [{ allowed_email_domains: ['ok.example', 'not a domain'] }, { allowed_email_domains: ['domain'] }],
      [{ allowed_email_domains: ['@at.example'] }, { allowed_email_domains: ['domain'] }],
      [{ allowed_email_domains: 'nw.example' }, { allowed_email_domains: ['type'] }],
      [{ region_id: 'moon' }, { region_id: ['unknown'] }],
      [
        { name: '', website: 'x' },
        { name: ['too_short'], website: ['url'] },
      ],
      [{}, {}],
    ];
    for (const [change, fields] of refused) {
      const { status, body } = await patch(workspace, change);
      expect([change, status, body.error.code]).toEqual([change, 422, 'VALIDATION_FAILED']);
      expect([change, body.error.details.fields]).toEqual([change, fields]);
    }
    expect(await read(workspace)).toEqual(before);
  });

  it('rejects fields that cannot be changed (S28)', async () => {
    const workspace = await api.workspace();
    const before = await read(workspace);
    const bodies = [
      '{"name":"Mine","id":"0190aaaa-1111-7222-8333-444455556666"}',
      '{"name":"Mine","status":"DELETED"}',
      '{"name":"Mine","max_members":9999}',
      '{"name":"Mine","plan_name":"Enterprise"}',
      '{"name":"Mine","can_use_api":true,"total_credits":1e9}',
      '{"name":"Mine","organization_id":"x"}',
      '{"name":"Mine","__proto__":{"isAdmin":true}}',
      '{"name":"Mine","constructor":{"prototype":{"isAdmin":true}}}',
      '{"name":"","toString":"x"}',
      '[]',
      '"name"',
      'null',
    ];
    for (const body of bodies) {
      const answer = await patch(workspace, body);
      expect([body, answer.status, answer.body.error.code]).toEqual([body, 400, 'INVALID_REQUEST']);
    }
    expect(await read(workspace)).toEqual(before);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('does not let extra keys raise a role or create keys for others (S28)', async () => {
    const { member, owner } = await api.workspace();
    const me = '/api/v1/users/me';
    for (const extra of [
      'role',
      'email',
      'organization_id',
      'id',
      'status',
      'permissions',
      'password_hash',
      '__proto__',
    ]) {
      const body = `{"first_name":"Eve","${extra}":"OWNER"}`;
      expect([extra, (await api.send('PATCH', me, { token: member.access_token, body })).status]).toEqual([extra, 400]);
    }
    const { body } = await api.get(me, { token: member.access_token });
    expect(body.data).toMatchObject({ role: 'MEMBER', email: member.email, first_name: 'Mara' });
    for (const extra of ['organization_id', 'key', 'hash', 'created_by', 'last_used_at', 'id']) {
      const named = { name: `k-${extra}`, [extra]: 'x' };
      expect((await api.post('/api/v1/api-keys', named, { token: owner.access_token })).status).toBe(400);
    }
    const login = { email: member.email, password: member.password, role: 'OWNER' };
    expect((await api.post('/api/v1/auth/login', login)).status).toBe(400);
  });

  it('lists regions as a page', async () => {
    const { member } = await api.workspace();
    const { body } = await api.get(regions, { token: member.access_token });
    expect(body.data).toHaveLength(3);
    expect(body.data.filter((region: { is_default: boolean }) => region.is_default)).toHaveLength(1);
    expect(body.meta).toMatchObject({ total: 3, offset: 0 });
  });
});

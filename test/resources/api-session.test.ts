import { expect, oneEvent } from '@open-wc/testing';
import { createClient } from '../../src/client/client.js';
import { deleteApiKey } from '../../src/contract/all.js';
import { createKey, deleteKey } from '../../src/resources/api-key-change.js';
import { apiKeysResource } from '../../src/resources/api-keys.js';
import { ApiSession } from '../../src/resources/api-session.js';
import { organizationResource } from '../../src/resources/organization.js';
import { fullName, userNamesResource } from '../../src/resources/user-names.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/create-sandbox.js';
import { failureOf, json, network, ok, unreachable } from '../network.js';

const me = { id: 'u1', email: 'ada@northwind.example', role: 'OWNER', organization_id: 'o1' };
const listener = () => undefined;

/** A workspace of the sandbox, and how often each path was asked for. */
function inSandbox(sandbox: Sandbox = createSandbox()) {
  const workspace = new ApiSession(createClient({ fetch: sandbox.fetch, baseUrl: '/' }));
  const asked = (method: string, path: RegExp) =>
    sandbox.requests().filter((request) => request.method === method && path.test(request.path)).length;
  return { workspace, sandbox, asked };
}

describe('a workspace', () => {
  it('asks once for what ten panes show', async () => {
    const { workspace, sandbox } = inSandbox();
    for (let pane = 0; pane < 10; pane++) {
      workspace.me.listen(listener);
      workspace.use(organizationResource).current.listen(listener);
    }
    await workspace.use(organizationResource).current.value();
    expect(sandbox.requests().map(({ path }) => path)).to.deep.equal([
      '/api/v1/users/me',
      `/api/v1/organizations/profile/${sandbox.organizationId}`,
    ]);
  });

  it('shows the organization the host names, without asking who is signed in', async () => {
    const { fetch, sent } = network(({ url }) => json(200, { id: 'other', name: url.pathname }));
    const workspace = new ApiSession(createClient({ fetch }), 'o9');
    const organization = await workspace.use(organizationResource).current.value();
    expect(organization).to.include({ id: 'other', name: '/api/v1/organizations/profile/o9' });
    expect(sent).to.have.length(1);
  });

  it('says so where nothing names an organization', async () => {
    const { organization_id: _, ...person } = me;
    const workspace = new ApiSession(createClient({ fetch: network(() => ok(person)).fetch }));
    const failed = await failureOf(workspace.use(organizationResource).current.value());
    expect(failed).to.include({ code: 'NO_ORGANIZATION', status: 0 });
  });

  it('reads on demand only what is shown', async () => {
    const { workspace, asked } = inSandbox();
    await workspace.use(organizationResource).current.value();
    workspace.me.listen(listener);
    workspace.revalidate();
    workspace.revalidate();
    await oneEvent(workspace.me, 'change');
    expect(asked('GET', /users\/me$/)).to.equal(2); // the second word came while the first was under way
    expect(asked('GET', /profile/)).to.equal(1);
  });

  it('notices that somebody else is signed in (C10)', async () => {
    let id = 'u1';
    const workspace = new ApiSession(createClient({ fetch: network(() => ok({ ...me, id })).fetch }));
    let changes = 0;
    workspace.addEventListener('person-change', () => void changes++);
    await workspace.me.load();
    await workspace.me.load();
    expect(changes).to.equal(0);
    id = 'u2';
    await workspace.me.load();
    expect(changes).to.equal(1);
  });

  it('asks once for each person, and calls them by their name', async () => {
    const { fetch, sent } = network(() => ok({ ...me, first_name: 'Ada', last_name: 'Berg' }));
    const workspace = new ApiSession(createClient({ fetch }));
    const { user } = workspace.use(userNamesResource);
    const [one] = await Promise.all([user('u1').value(), workspace.use(userNamesResource).user('u1').value()]);
    expect(sent).to.have.length(1);
    expect(fullName(one)).to.equal('Ada Berg');
    expect(fullName({ ...one, first_name: undefined, last_name: '' })).to.equal('ada@northwind.example');
  });
});

describe('the API keys (C34)', () => {
  const key = (number: number) => ({ id: `k${number}`, name: `key ${number}` });

  /** A server with so many keys, whose word on how many there are may be another. */
  function keysOf(
    count: number,
    total: unknown,
    answers = (limit: number, offset: number) => [limit, offset] as const,
  ) {
    const { fetch, sent } = network(({ url: { searchParams } }) => {
      const [limit, offset] = answers(Number(searchParams.get('limit')), Number(searchParams.get('offset')));
      const rows = Array.from({ length: Math.max(0, Math.min(limit, count - offset)) }, (_, row) => key(offset + row));
      return json(200, { success: true, data: rows, ...(total === undefined ? {} : { meta: { total } }) });
    });
    const { list } = new ApiSession(createClient({ fetch })).use(apiKeysResource);
    return { list, sent };
  }

  it('are read to their end', async () => {
    const { list, sent } = keysOf(250, '250');
    expect((await list.value()).map(({ id }) => id)).to.deep.equal(Array.from({ length: 250 }, (_, row) => `k${row}`));
    expect(sent.map(({ url }) => url.search)).to.deep.equal([
      '?limit=20&offset=0',
      '?limit=100&offset=20',
      '?limit=100&offset=120',
      '?limit=100&offset=220',
    ]);
  });

  it('are one page where nobody counts them', async () => {
    const { list, sent } = keysOf(15, undefined);
    expect(await list.value()).to.have.length(15);
    expect(sent).to.have.length(1);
  });

  it('end where nothing more comes, whatever total was promised', async () => {
    for (const total of [1_000_000, '99999999999999999999']) {
      const { list, sent } = keysOf(30, total);
      expect(await list.value()).to.have.length(30);
      expect(sent).to.have.length(3);
    }
  });

  it('end where the same page comes again and again', async () => {
    const { list, sent } = keysOf(1000, 1000, () => [20, 0]);
    expect(await list.value()).to.have.length(20);
    expect(sent).to.have.length(2);
  });

  it('appear once each though rows move while they are read (C35)', async () => {
    const { list } = keysOf(60, 60, (limit, offset) => [limit, Math.max(0, offset - 3)]);
    const ids = (await list.value()).map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(ids).to.have.length(60);
  });

  it('are read anew after one was made, and none of them holds its secret', async () => {
    const { workspace } = inSandbox();
    const { list } = workspace.use(apiKeysResource);
    const before = (await list.value()).length;
    const { id, key: secret } = await createKey(workspace, { name: 'nightly' });
    await oneEvent(list, 'change');
    const keys = await list.value();
    expect(keys).to.have.length(before + 1);
    expect(keys.find((one) => one.id === id)).to.include({ name: 'nightly' });
    expect(JSON.stringify(keys)).not.to.include(secret);
  });

  it('that are gone already count as deleted (C21)', async () => {
    const { workspace, asked } = inSandbox(createSandbox().fail(deleteApiKey, 404, 'NOT_FOUND'));
    const { list } = workspace.use(apiKeysResource);
    const [first] = await list.value();
    await deleteKey(workspace, first?.id ?? '');
    expect((await list.value()).some(({ id }) => id === first?.id)).to.equal(false);
    expect(asked('DELETE', /api-keys/)).to.equal(1);
  });

  it('that are gone although the answer was lost count as deleted (C02)', async () => {
    const { fetch } = createSandbox();
    const losing: typeof fetch = async (...request) => {
      const answer = await fetch(...request);
      return new Request(...request).method === 'DELETE' ? unreachable() : answer;
    };
    const workspace = new ApiSession(createClient({ fetch: losing, baseUrl: '/' }));
    const { list } = workspace.use(apiKeysResource);
    const [first] = await list.value();
    await deleteKey(workspace, first?.id ?? '');
    expect((await list.value()).some(({ id }) => id === first?.id)).to.equal(false);
  });

  it('that could not be deleted say why, and stay', async () => {
    for (const [status, code] of [
      [403, 'FORBIDDEN'],
      [502, 'BAD_GATEWAY'],
    ] as const) {
      const { workspace, asked } = inSandbox(createSandbox().fail(deleteApiKey, status, code));
      const { list } = workspace.use(apiKeysResource);
      const [first] = await list.value();
      expect(await failureOf(deleteKey(workspace, first?.id ?? ''))).to.include({ code });
      expect((await list.value()).some(({ id }) => id === first?.id)).to.equal(true);
      expect(asked('DELETE', /api-keys/)).to.equal(1);
    }
  });
});

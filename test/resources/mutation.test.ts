import { expect } from '@open-wc/testing';
import { createClient } from '../../src/client/client.js';
import { AgniError } from '../../src/client/error.js';
import { createApiKey, deleteApiKey } from '../../src/resources/api-key-mutations.js';
import { apiKeysResource } from '../../src/resources/api-keys.js';
import { ApiSession } from '../../src/resources/api-session.js';
import { calcomResource } from '../../src/resources/calcom.js';
import { assignCalcomAgentAccount } from '../../src/resources/calcom-mutations.js';
import { type Mutation, mutate } from '../../src/resources/mutation.js';
import { organizationResource } from '../../src/resources/organization.js';
import { addAllowedDomain, updateOrganization } from '../../src/resources/organization-mutations.js';
import { changePassword } from '../../src/resources/password-mutations.js';
import { updateCurrentUser } from '../../src/resources/profile-mutations.js';
import { Resource } from '../../src/resources/resource.js';
import { changeUserRole } from '../../src/resources/user-mutations.js';
import { userList } from '../../src/resources/users.js';
import { createSandbox } from '../../src/sandbox/create-sandbox.js';
import { failureOf, json, network, ok, refused, unreachable } from '../network.js';

const failure = (status: number, code: string) =>
  new AgniError({ status, code, message: '', details: undefined }, { operation: 'write', host: 'api.example' });

const lost = () => failure(0, 'NETWORK_ERROR');

/** A resource whose reads return `reads` in order; an error makes a read fail. Counts writes. */
function setUp(...reads: (string | AgniError)[]) {
  const resource = new Resource<string>(async () => {
    const next = reads.shift();
    if (next === undefined) throw new Error('One read too many');
    if (next instanceof AgniError) throw next;
    return next;
  });
  let writes = 0;
  const write = (answer: string | Error) => (): Promise<string> => {
    writes++;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const run = (answer: string | Error, more: Partial<Mutation<string, string>> = {}) =>
    mutate<string, string>({ resource, write: write(answer), ...more });
  return { resource, run, reads, writes: () => writes };
}

const isDone = { confirm: (fresh: string) => (fresh === 'done' ? 'confirmed' : undefined) };

describe('a write', () => {
  it('resolves with its answer and shows it, without a read', async () => {
    const { run, writes } = setUp();
    const shown: string[] = [];
    expect(await run('saved', { apply: (result) => void shown.push(result) })).to.equal('saved');
    expect(shown).to.deep.equal(['saved']);
    expect(writes()).to.equal(1);
  });

  for (const error of [lost(), failure(0, 'TIMEOUT'), failure(200, 'UNEXPECTED_REPLY'), failure(502, 'BAD_GATEWAY')]) {
    it(`whose answer is lost (${error.code}) is never repeated: a fresh read decides (C02)`, async () => {
      const done = setUp('done');
      const shown: string[] = [];
      expect(await done.run(error, { ...isDone, apply: (result) => void shown.push(result) })).to.equal('confirmed');
      expect(shown).to.deep.equal(['confirmed']);
      expect(done.writes()).to.equal(1);
      const undone = setUp('as before');
      expect(await failureOf(undone.run(error, isDone))).to.equal(error);
      expect(undone.writes()).to.equal(1);
    });
  }

  it('whose answer is lost stays in doubt where the read fails too: the value known before decides nothing (C02)', async () => {
    const { run, resource, writes } = setUp(failure(0, 'NETWORK_ERROR'));
    resource.set('done');
    const error = lost();
    expect(await failureOf(run(error, isDone))).to.equal(error);
    expect(resource.isStale).to.equal(true);
    expect(writes()).to.equal(1);
  });

  it('that deletes what is gone is done, without a read (C21)', async () => {
    const { run } = setUp();
    expect(await run(failure(404, 'NOT_FOUND'), { whenGone: 'gone' })).to.equal('gone');
  });

  it('that finds something else than was shown reads it again, and fails (C22)', async () => {
    for (const status of [404, 409]) {
      const { run, reads } = setUp('done');
      const error = failure(status, 'CONFLICT');
      expect(await failureOf(run(error, isDone))).to.equal(error);
      expect(reads).to.deep.equal([]);
    }
  });

  it('lets the read decide after a refusal that may mean that nothing was left to do', async () => {
    const { run } = setUp('done');
    expect(await run(failure(409, 'CONFLICT'), { ...isDone, confirmStatuses: [409] })).to.equal('confirmed');
  });

  it('that is refused otherwise reads nothing', async () => {
    const { run, writes } = setUp();
    for (const status of [401, 403, 422, 429, 500]) {
      const error = failure(status, 'REFUSED');
      expect(await failureOf(run(error, isDone))).to.equal(error);
    }
    expect(writes()).to.equal(5);
  });

  it('passes on what is no error of the API', async () => {
    const mistake = new TypeError('not a function');
    expect(await failureOf(setUp().run(mistake, isDone))).to.equal(mistake);
  });

  it('that is based on a stale value reads it first; where that fails, nothing is written (D30)', async () => {
    const basis = setUp(failure(0, 'NETWORK_ERROR'), failure(0, 'TIMEOUT'), 'fresh');
    basis.resource.set('old');
    await basis.resource.refetch();
    const { run, writes } = setUp();
    expect(await failureOf(run('saved', { basis: basis.resource }))).to.include({ code: 'TIMEOUT' });
    expect(writes()).to.equal(0);
    expect(await run('saved', { basis: basis.resource })).to.equal('saved');
    expect(writes()).to.equal(1);
  });
});

describe('no write is computed from stale data (D30)', () => {
  const me = { id: 'u1', email: 'ada@nw.example', role: 'OWNER', organization_id: 'o1', first_name: 'Ada' };
  const account = { id: 'a1', account_name: 'Main', status: 'active' };

  /** A server whose reads the test can break, and the bodies of its writes. */
  function breakable() {
    const server = { isBroken: false, domains: ['nw.example', 'old.example'] };
    const { fetch, sent } = network(({ method, url: { pathname }, text }) => {
      if (method !== 'GET') return ok(pathname.includes('/profile/') ? { ...organization(), ...JSON.parse(text) } : me);
      if (server.isBroken) return unreachable();
      if (pathname.endsWith('/users/me')) return ok(me);
      if (pathname.includes('/profile/')) return ok(organization());
      if (pathname.endsWith('/calcom/status')) return ok({ connected: true, accounts: [account] });
      return ok([me]);
    });
    const organization = () => ({ id: 'o1', name: 'Northwind', allowed_email_domains: server.domains });
    const writes = () => sent.filter(({ method }) => method !== 'GET').map(({ text }) => JSON.parse(text));
    return { server, session: new ApiSession(createClient({ fetch })), writes };
  }

  /** Runs a write on a stale resource, first while reads fail, then while reads succeed. */
  async function withStale(
    of: (session: ApiSession) => Resource<unknown>,
    write: (session: ApiSession) => Promise<unknown>,
  ) {
    const { server, session, writes } = breakable();
    const resource = of(session);
    await resource.value();
    server.isBroken = true;
    await resource.refetch();
    expect(resource.isStale).to.equal(true);
    expect(await failureOf(write(session))).to.include({ code: 'NETWORK_ERROR' });
    expect(writes()).to.deep.equal([]);
    server.isBroken = false;
    server.domains = ['nw.example'];
    await write(session);
    return writes();
  }

  const current = (session: ApiSession) => session.use(organizationResource).current;

  it('a domain is added to the list of now: one that was removed meanwhile stays removed', async () => {
    const written = await withStale(current, (session) => addAllowedDomain(session, 'new.example'));
    expect(written).to.deep.equal([{ allowed_email_domains: ['nw.example', 'new.example'] }]);
  });

  it('a domain is added to the list of now also where the known one is not stale', async () => {
    const { server, session, writes } = breakable();
    await current(session).value();
    server.domains = ['nw.example'];
    await addAllowedDomain(session, 'new.example');
    expect(writes()).to.deep.equal([{ allowed_email_domains: ['nw.example', 'new.example'] }]);
  });

  it('the region of the organization', async () => {
    const written = await withStale(current, (session) => updateOrganization(session, { region_id: 'west' }));
    expect(written).to.deep.equal([{ region_id: 'west' }]);
  });

  it('the profile of the user', async () => {
    const written = await withStale(
      ({ me }) => me,
      (session) => updateCurrentUser(session, { first_name: 'Eve' }),
    );
    expect(written).to.deep.equal([{ first_name: 'Eve' }]);
  });

  it('the role of a user', async () => {
    let list: ReturnType<typeof userList> | undefined;
    const written = await withStale(
      (session) => {
        list = userList(session);
        return list.page;
      },
      () => changeUserRole(list as never, me as never, 'ADMIN'),
    );
    expect(written).to.deep.equal([{ role: 'ADMIN' }]);
  });

  it('the Cal.com account of an agent', async () => {
    const written = await withStale(
      (session) => session.use(calcomResource).status,
      (session) => assignCalcomAgentAccount(session, 'agent', 'a1'),
    );
    expect(written).to.deep.equal([{ calcom_account_id: 'a1' }]);
  });
});

describe('a profile whose answer was lost (C02)', () => {
  const me = { id: 'u1', email: 'ada@nw.example', role: 'OWNER', organization_id: 'o1', first_name: 'Ada' };

  it('is judged by every field that was sent, whichever these are (D36)', async () => {
    let stored: Record<string, unknown> = me;
    const { fetch } = network(({ method }) => (method === 'GET' ? ok(stored) : unreachable()));
    const session = new ApiSession(createClient({ fetch }));
    const change = { first_name: 'Ada', auth_provider: 'google' };
    expect(await failureOf(updateCurrentUser(session, change as never))).to.include({ code: 'NETWORK_ERROR' });
    stored = { ...me, auth_provider: 'google' };
    expect(await updateCurrentUser(session, change as never)).to.include({ auth_provider: 'google' });
  });
});

describe('a password whose answer was lost (C02)', () => {
  const change = { current_password: 'Purple-otter-42', new_password: 'Orange-badger-43' };
  const passwordAt = (temporaryBefore: boolean, temporaryAfter: boolean) => {
    let isTemporary = temporaryBefore;
    const { fetch } = network(({ method }) => {
      if (method === 'GET')
        return ok({ id: 'u1', email: 'a@nw.example', role: 'OWNER', must_change_password: isTemporary });
      isTemporary = temporaryAfter;
      return unreachable();
    });
    return changePassword(new ApiSession(createClient({ fetch })), change as never);
  };

  it('was changed where it was temporary and no longer is; nothing else tells', async () => {
    expect(await passwordAt(true, false)).to.equal(undefined);
    expect(await failureOf(passwordAt(true, true))).to.include({ code: 'NETWORK_ERROR' });
    expect(await failureOf(passwordAt(false, false))).to.include({ code: 'NETWORK_ERROR' });
  });
});

describe('an API key', () => {
  /** A session with the sandbox, whose answers to deletes `answer` may replace. */
  function inSandbox(answer?: (reply: Response) => Response | Promise<Response>, isCarriedOut = true) {
    const sandbox = createSandbox();
    const fetch: typeof globalThis.fetch = async (...request) => {
      const isDelete = (request[0] as Request).method === 'DELETE';
      if (!answer || !isDelete) return sandbox.fetch(...request);
      return answer(isCarriedOut ? await sandbox.fetch(...request) : json(500, {}));
    };
    const session = new ApiSession(createClient({ fetch, baseUrl: '/' }));
    const { list } = session.use(apiKeysResource);
    const has = async (id: string) => (await list.value()).some((key) => key.id === id);
    return { session, list, has };
  }

  it('is listed once it was created, and the list does not hold its secret', async () => {
    const { session, list } = inSandbox();
    const before = (await list.value()).length;
    const { id, key: secret } = await createApiKey(session, { name: 'nightly' });
    const keys = await list.value();
    expect(keys).to.have.length(before + 1);
    expect(keys.find((one) => one.id === id)).to.include({ name: 'nightly' });
    expect(JSON.stringify(keys)).not.to.include(secret);
  });

  it('is not listed once it was deleted, also if it was gone or the answer was lost (C02, C21)', async () => {
    for (const answer of [undefined, () => refused(404, 'NOT_FOUND'), () => unreachable()]) {
      const { session, list, has } = inSandbox(answer);
      const [{ id = '' } = {}] = await list.value();
      await deleteApiKey(session, id);
      expect(await has(id)).to.equal(false);
    }
  });

  it('stays listed where it could not be deleted, and the error says why', async () => {
    for (const [status, code] of [
      [403, 'FORBIDDEN'],
      [502, 'BAD_GATEWAY'],
    ] as const) {
      const { session, list, has } = inSandbox(() => refused(status, code), false);
      const [{ id = '' } = {}] = await list.value();
      expect(await failureOf(deleteApiKey(session, id))).to.include({ code });
      expect(await has(id)).to.equal(true);
    }
  });
});

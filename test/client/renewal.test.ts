import { expect } from '@open-wc/testing';
import { type ClientOptions, createClient } from '../../src/client/client.js';
import { AgniError } from '../../src/client/error.js';
import { createApiKey, getCurrentUser, getGhlSetupStatus } from '../../src/contract/all.js';
import { stopClock } from '../clock.js';
import { failureOf, gate, json, network, never, ok, refused, unreachable } from '../network.js';
import { waitFor } from '../queries.js';

const me = { id: 'u1', email: 'ada@northwind.example', role: 'OWNER' };
const bearer = ({ headers }: { headers: Headers }) => headers.get('authorization');

/** A server that accepts the tokens for which `accepts` is true, and a host whose getToken returns t1, t2 and so on. */
function setUp(accepts: (token: string | null) => boolean, more: ClientOptions = {}) {
  const asked: string[] = [];
  const ends: string[] = [];
  const { fetch, sent } = network((request) => (accepts(bearer(request)) ? ok(me) : refused(401, 'UNAUTHORIZED')));
  const getToken = ({ reason }: { reason: string }) => {
    asked.push(reason);
    return `t${asked.length}`;
  };
  const client = createClient({ fetch, getToken, onSignedOut: () => void ends.push('signed out'), ...more });
  return { client, asked, sent, ends, tokens: () => sent.map(bearer) };
}

const only = (token: string) => (sent: string | null) => sent === `Bearer ${token}`;

describe('an access token', () => {
  it('is requested once and kept', async () => {
    const { client, asked, tokens } = setUp(() => true);
    await Promise.all([client.call(getCurrentUser, {}), client.call(getCurrentUser, {})]);
    await client.call(getCurrentUser, {});
    expect(asked).to.deep.equal(['first']);
    expect(tokens()).to.deep.equal(['Bearer t1', 'Bearer t1', 'Bearer t1']);
  });

  it('is renewed once after a 401, and the request is sent once more (C11)', async () => {
    const { client, asked, tokens, ends } = setUp(only('t2'));
    expect(await client.call(getCurrentUser, {})).to.include(me);
    expect(asked).to.deep.equal(['first', 'expired']);
    expect(tokens()).to.deep.equal(['Bearer t1', 'Bearer t2']);
    expect(ends).to.deep.equal([]);
  });

  it('is renewed once for twenty requests that are refused at the same time (C13)', async () => {
    const { client, asked, sent } = setUp(only('t2'));
    const replies = await Promise.all(Array.from({ length: 20 }, () => client.call(getCurrentUser, {})));
    expect(replies).to.have.length(20);
    expect(asked).to.deep.equal(['first', 'expired']);
    expect(sent).to.have.length(40);
  });

  it('is renewed once for two clients with the same getToken (C13)', async () => {
    const { fetch, sent } = network((request) =>
      bearer(request) === 'Bearer new' ? ok(me) : refused(401, 'UNAUTHORIZED'),
    );
    const asked: string[] = [];
    const getToken = ({ reason }: { reason: string }) => {
      asked.push(reason);
      return reason === 'first' ? 'old' : 'new';
    };
    const clients = [createClient({ fetch, getToken }), createClient({ fetch, getToken })];
    await Promise.all(clients.flatMap((client) => Array.from({ length: 10 }, () => client.call(getCurrentUser, {}))));
    expect(asked).to.deep.equal(['first', 'expired']);
    expect(sent).to.have.length(40);
  });

  it('is shared by clients of the same user, and not by those of different users', async () => {
    const { fetch, sent } = network(() => ok(me));
    const clientOf = (userKey: string, token: string) => createClient({ fetch, userKey, getToken: () => token });
    const clients = [clientOf('ada', 'ada 1'), clientOf('ada', 'ada 2'), clientOf('eve', 'eve 1')];
    for (const client of clients) await client.call(getCurrentUser, {});
    for (const client of clients) client.close();
    expect(sent.map(bearer)).to.deep.equal(['Bearer ada 1', 'Bearer ada 1', 'Bearer eve 1']);
  });

  it('is not renewed again for a late 401 when a newer token is there (C14)', async () => {
    const late = gate<Response>();
    const asked: string[] = [];
    const { fetch, sent } = network((request, index) => {
      if (bearer(request) === 'Bearer t2') return ok(me);
      return index === 0 ? late.passed : refused(401, 'UNAUTHORIZED');
    });
    const getToken = ({ reason }: { reason: string }) => `t${asked.push(reason)}`;
    const client = createClient({ fetch, getToken });
    const slow = client.call(getCurrentUser, {});
    await client.call(getCurrentUser, {});
    late.open(refused(401, 'TOKEN_EXPIRED'));
    await slow;
    expect(asked).to.deep.equal(['first', 'expired']);
    expect(sent.map(bearer)).to.deep.equal(['Bearer t1', 'Bearer t1', 'Bearer t2', 'Bearer t2']);
  });

  /** A client whose token belongs to Ada until a write is refused with a 401, then to `next`. */
  function setUpWrite(next: string, more: () => ClientOptions = () => ({})) {
    let isExpired = false;
    let isFailing = false;
    const changed: string[] = [];
    const { fetch, sent } = network((request) => {
      const isOld = bearer(request) === 'Bearer ada';
      if (isOld && (isExpired || request.method === 'POST')) return refused(401, 'TOKEN_EXPIRED');
      if (request.method === 'POST') return ok({ id: 'k1', name: 'staging', prefix: 'p', last_four: 'abcd', key: 'k' });
      return isOld && isFailing ? refused(500, 'INTERNAL_ERROR') : ok({ ...me, id: isOld ? 'ada' : next });
    });
    const getToken = ({ reason }: { reason: string }) => (reason === 'first' ? 'ada' : 'renewed');
    const onUserChanged = () => void changed.push('changed');
    const client = createClient(() => ({ fetch, getToken, onUserChanged, ...more() }));
    return {
      client,
      changed,
      create: () => client.call(createApiKey, { body: { name: 'staging' } }),
      expire: () => {
        isExpired = true;
      },
      fail: () => {
        isFailing = true;
      },
      writes: () => sent.filter(({ method }) => method === 'POST').map(bearer),
      reads: () => sent.filter(({ method }) => method === 'GET').map(bearer),
    };
  }

  it('is renewed after the 401 of a write, which is sent once more for the same user (C16)', async () => {
    const { client, create, writes, reads, changed } = setUpWrite('ada');
    await client.call(getCurrentUser, {});
    await create();
    await create();
    expect(writes()).to.deep.equal(['Bearer ada', 'Bearer renewed', 'Bearer renewed']);
    expect(reads(), 'one read in all asks whose the new token is').to.deep.equal(['Bearer ada', 'Bearer renewed']);
    expect(changed).to.deep.equal([]);
  });

  it('never signs the write of one user with the renewed token of another (C16)', async () => {
    for (const userKey of [undefined, 'kept']) {
      const { client, create, writes, changed } = setUpWrite('eve', () => ({ userKey }));
      await client.call(getCurrentUser, {});
      expect(await failureOf(create())).to.include({ code: 'USER_NOT_CONFIRMED', status: 401, isAnswerLost: false });
      expect(writes()).to.deep.equal(['Bearer ada']);
      expect(changed).to.deep.equal(['changed']);
      client.close();
    }
  });

  it('that a read renewed signs no write of another user either (C16)', async () => {
    const { client, create, expire, writes, changed } = setUpWrite('eve');
    await client.call(getCurrentUser, {});
    expire();
    await failureOf(client.call(getGhlSetupStatus, {}));
    expect(await failureOf(create())).to.include({ code: 'USER_NOT_CONFIRMED' });
    expect(writes()).to.deep.equal([]);
    expect(changed).to.deep.equal(['changed']);
  });

  it('of a user who was never read repeats a write only by an unchanged user key (C16)', async () => {
    const without = setUpWrite('ada');
    expect(await failureOf(without.create())).to.include({ code: 'USER_NOT_CONFIRMED' });
    expect(without.writes()).to.deep.equal(['Bearer ada']);
    const withKey = setUpWrite('ada', () => ({ userKey: 'key of Ada' }));
    await withKey.create();
    expect(withKey.writes()).to.deep.equal(['Bearer ada', 'Bearer renewed']);
    let userKey = 'first key';
    const getToken = ({ reason }: { reason: string }) => {
      if (reason === 'expired') userKey = 'second key';
      return reason === 'first' ? 'ada' : 'renewed';
    };
    const changing = setUpWrite('eve', () => ({ userKey, getToken }));
    expect(await failureOf(changing.create())).to.include({ code: 'USER_NOT_CONFIRMED' });
    expect(changing.writes()).to.deep.equal(['Bearer ada']);
    for (const { client } of [withKey, changing]) client.close();
  });

  it('is not trusted where the answer whose it is fails or names no user (C16)', async () => {
    const changed: string[] = [];
    const cases: [() => Response | Promise<Response>, unknown, string][] = [
      [() => refused(500, 'INTERNAL'), me, 'USER_NOT_CONFIRMED'],
      [() => ok({}), me, 'USER_NOT_CONFIRMED'],
      [() => ok({}), {}, 'USER_NOT_CONFIRMED'],
      [() => refused(200, 'ODD'), me, 'USER_NOT_CONFIRMED'],
      [unreachable, me, 'USER_NOT_CONFIRMED'],
      [() => refused(401, 'UNAUTHORIZED'), me, 'UNAUTHORIZED'],
    ];
    for (const [answer, before, code] of cases) {
      let isRenewed = false;
      const { fetch, sent } = network((request) => {
        if (request.method === 'POST') return isRenewed ? ok({}) : refused(401, 'TOKEN_EXPIRED');
        return isRenewed ? answer() : ok(before);
      });
      const getToken = ({ reason }: { reason: string }) => {
        isRenewed = reason === 'expired';
        return reason;
      };
      const client = createClient({ fetch, getToken, onUserChanged: () => void changed.push('changed') });
      await client.call(getCurrentUser, {}).catch(() => undefined);
      const failed = await failureOf(client.call(createApiKey, { body: { name: 'staging' } }));
      expect(failed).to.include({ code, status: 401, isAnswerLost: false });
      expect(sent.filter(({ method }) => method === 'POST')).to.have.length(1);
    }
    expect(changed).to.deep.equal([]);
  });

  it('is compared with the last user that was read, whatever reads failed since (C16)', async () => {
    const { client, create, fail, writes } = setUpWrite('ada');
    await client.call(getCurrentUser, {});
    fail();
    await failureOf(client.call(getCurrentUser, {}));
    await create();
    expect(writes()).to.deep.equal(['Bearer ada', 'Bearer renewed']);
  });

  it('is renewed whenever it expires, for an operation documented for API keys, too', async () => {
    const { client, asked, sent } = setUp((token) => token === `Bearer t${sent.length < 3 ? 2 : 3}`);
    for (let count = 0; count < 2; count++) await client.call(getGhlSetupStatus, {}).catch(() => undefined);
    expect(asked).to.deep.equal(['first', 'expired', 'expired']);
  });

  it('is kept when the host replaces getToken by another function', async () => {
    const { fetch, sent } = network(() => ok(me));
    let options: ClientOptions = { fetch, getToken: () => 'one' };
    const client = createClient(() => options);
    await client.call(getCurrentUser, {});
    options = { fetch, getToken: () => 'two' };
    await client.call(getCurrentUser, {});
    expect(sent.map(bearer)).to.deep.equal(['Bearer one', 'Bearer one']);
  });

  it('is dropped with the last client that shares it, not before (D24)', async () => {
    const { fetch } = network(() => ok(me));
    const asked: string[] = [];
    const getToken = ({ reason }: { reason: string }) => `t${asked.push(reason)}`;
    const open = () => createClient({ fetch, getToken });
    const [first, second] = [open(), open()];
    await first.call(getCurrentUser, {});
    await second.call(getCurrentUser, {});
    first.close();
    await second.call(getCurrentUser, {});
    expect(await failureOf(first.call(getCurrentUser, {}))).to.include({ name: 'AbortError' });
    expect(asked).to.deep.equal(['first']);
    second.close();
    await open().call(getCurrentUser, {});
    expect(asked).to.deep.equal(['first', 'first']);
  });

  it('that arrives after the last client was closed is not used (D24)', async () => {
    const { fetch, sent } = network(() => ok(me));
    const late = [gate<string>(), gate<string>()];
    let count = 0;
    const getToken = () => late[count++]?.passed ?? 'none';
    const closed = createClient({ fetch, getToken });
    const aborted = failureOf(closed.call(getCurrentUser, {}));
    await waitFor(() => expect(count).to.equal(1));
    closed.close();
    await aborted;
    const client = createClient({ fetch, getToken });
    const reply = client.call(getCurrentUser, {});
    await waitFor(() => expect(count).to.equal(2));
    late[1]?.open('own');
    await reply;
    late[0]?.open('of the closed client');
    for (let count = 0; count < 3; count++) await client.call(getCurrentUser, {});
    expect(new Set(sent.map(bearer))).to.deep.equal(new Set(['Bearer own']));
  });
});

describe('a failed renewal (C12)', () => {
  const refusing = (more: ClientOptions) => setUp(() => false, more);

  it('ends after two requests when the host returns the same token again', async () => {
    const { client, sent, ends } = refusing({ getToken: () => 'same' });
    const error = await failureOf(client.call(getCurrentUser, {}));
    expect(error).to.include({ name: 'AgniError', status: 401, code: 'UNAUTHORIZED', operation: 'getCurrentUser' });
    expect(sent).to.have.length(2);
    expect(ends).to.deep.equal(['signed out']);
  });

  it('ends after one request when getToken rejects or throws', async () => {
    const throws = () => {
      throw new Error('gone');
    };
    for (const fails of [() => Promise.reject(new Error('gone')), throws]) {
      const getToken = ({ reason }: { reason: string }) => (reason === 'first' ? 'old' : fails());
      const { client, sent, ends } = refusing({ getToken });
      expect(await failureOf(client.call(getCurrentUser, {}))).to.include({ status: 401, code: 'UNAUTHORIZED' });
      expect(sent).to.have.length(1);
      expect(ends).to.deep.equal(['signed out']);
    }
  });

  it('ends with the time limit when getToken never settles', () =>
    stopClock(async (clock) => {
      const asked = gate();
      const getToken = ({ reason }: { reason: string }) => {
        if (reason === 'first') return 'old';
        asked.open();
        return never();
      };
      const { client, sent } = refusing({ getToken, timeout: 5000 });
      const failed = failureOf(client.call(getCurrentUser, {}));
      await asked.passed;
      await clock.tickAsync(5000);
      expect(await failed).to.include({ status: 401, code: 'UNAUTHORIZED' });
      expect(sent).to.have.length(1);
    }));

  it('ends without a request when getToken returns no text', async () => {
    for (const token of [undefined, '', { token: 't' }]) {
      const { client, sent, ends } = setUp(() => true, { getToken: () => token as string });
      expect(await failureOf(client.call(getCurrentUser, {}))).to.include({ status: 401, code: 'UNAUTHORIZED' });
      expect(sent).to.deep.equal([]);
      expect(ends).to.deep.equal(['signed out']);
    }
  });

  it('names getToken in its cause when the host set none', async () => {
    const { fetch, sent } = network(() => refused(401, 'UNAUTHORIZED'));
    const error = (await failureOf(createClient({ fetch }).call(getCurrentUser, {}))) as AgniError;
    expect(error).to.include({ status: 401, code: 'UNAUTHORIZED' });
    expect(String(error.cause)).to.include('getToken');
    expect(sent.map(bearer)).to.deep.equal([null]);
  });

  it('leaves later requests free to try again', async () => {
    let isBack = false;
    const { client, asked } = setUp(() => isBack);
    await failureOf(client.call(getCurrentUser, {}));
    isBack = true;
    expect(await client.call(getCurrentUser, {})).to.include(me);
    expect(asked).to.deep.equal(['first', 'expired']);
  });

  it('of an operation documented for API keys means no access, not signed out', async () => {
    const { fetch, sent } = network(() => json(401, { code: 16, message: 'no usable key', details: [] }));
    const ends: string[] = [];
    const client = createClient({ fetch, getToken: () => 't', onSignedOut: () => void ends.push('signed out') });
    const error = await failureOf(client.call(getGhlSetupStatus, {}));
    expect(error).to.include({ status: 401, code: 'UNAUTHORIZED' }).and.be.instanceOf(AgniError);
    expect(sent).to.have.length(2);
    expect(ends).to.deep.equal([]);
  });

  it('of such an operation is not tried where the host has no getToken', async () => {
    const { client, sent, ends } = refusing({ getToken: undefined });
    expect(await failureOf(client.call(getGhlSetupStatus, {}))).to.include({ status: 401, cause: undefined });
    expect(sent).to.have.length(1);
    expect(ends).to.deep.equal([]);
  });

  it('of such an operation is not repeated until a newer token is there (C17)', async () => {
    const isKeyRoute = ({ url }: { url: URL }) => url.pathname.includes('/ghl/');
    let isOld = false;
    const { fetch } = network((request) => {
      if (isKeyRoute(request)) return json(401, { code: 16, message: 'no usable key', details: [] });
      return isOld && bearer(request) === 'Bearer t2' ? refused(401, 'UNAUTHORIZED') : ok(me);
    });
    const asked: string[] = [];
    const getToken = ({ reason }: { reason: string }) => {
      asked.push(reason);
      return `t${asked.length}`;
    };
    const client = createClient({ fetch, getToken });
    const readStatus = () => failureOf(client.call(getGhlSetupStatus, {}));
    await Promise.all([readStatus(), readStatus()]);
    await readStatus();
    await readStatus();
    expect(asked).to.deep.equal(['first', 'expired']);
    isOld = true;
    expect(await client.call(getCurrentUser, {})).to.include(me);
    expect(await readStatus()).to.include({ status: 401 });
    await readStatus();
    expect(asked).to.deep.equal(['first', 'expired', 'expired', 'expired']);
  });

  /** A host whose renewal fails, and a server that refuses a request with its token when the request's gate opens. */
  function setUpLateRefusals(count: number, more: ClientOptions = {}) {
    const answers = Array.from({ length: count }, () => gate());
    const asked: string[] = [];
    const ends: string[] = [];
    const { fetch, sent } = network(async (_, index) => {
      await answers[index]?.passed;
      return refused(401, 'TOKEN_EXPIRED');
    });
    const getToken = ({ reason }: { reason: string }) => {
      asked.push(reason);
      if (reason === 'expired') throw new Error('signed out');
      return 'old';
    };
    const client = createClient({ fetch, getToken, onSignedOut: () => void ends.push('signed out'), ...more });
    return { client, answers, asked, ends, sent };
  }

  it('is tried and reported once for all requests with the refused token, however late their 401s are (D22)', async () => {
    const { client, answers, asked, ends, sent } = setUpLateRefusals(4);
    const failures = answers.map(() => failureOf(client.call(getCurrentUser, {})));
    await waitFor(() => expect(sent).to.have.length(4));
    for (const [index, answer] of answers.entries()) {
      answer.open();
      expect(await failures[index]).to.include({ status: 401, code: 'UNAUTHORIZED' });
    }
    expect(asked).to.deep.equal(['first', 'expired']);
    expect(ends).to.deep.equal(['signed out']);
  });

  it('is reported again only after a request succeeded in between (D22)', async () => {
    let isSignedIn = false;
    const { client, ends } = setUp(() => isSignedIn);
    await failureOf(client.call(getCurrentUser, {}));
    await failureOf(client.call(getCurrentUser, {}));
    expect(ends).to.have.length(1);
    isSignedIn = true;
    await client.call(getCurrentUser, {});
    isSignedIn = false;
    await failureOf(client.call(getCurrentUser, {}));
    expect(ends).to.have.length(2);
  });

  it('is not reported again after a late answer to the old token (D22)', async () => {
    const late = gate();
    const { fetch, sent } = network(async (_, index) => {
      if (index) return refused(401, 'TOKEN_EXPIRED');
      await late.passed;
      return ok(me);
    });
    const ends: string[] = [];
    const client = createClient({ fetch, getToken: () => 't', onSignedOut: () => void ends.push('signed out') });
    const slow = client.call(getCurrentUser, {});
    await waitFor(() => expect(sent).to.have.length(1));
    await failureOf(client.call(getCurrentUser, {}));
    late.open();
    await slow;
    await failureOf(client.call(getCurrentUser, {}));
    expect(ends).to.deep.equal(['signed out']);
  });

  it('is not reported after the client was closed, or by a caller that aborted (D23)', async () => {
    for (const leave of ['close', 'abort'] as const) {
      const renewal = gate();
      const began = gate();
      const ends: string[] = [];
      const { fetch } = network(() => refused(401, 'TOKEN_EXPIRED'));
      const getToken = async ({ reason }: { reason: string }) => {
        if (reason === 'first') return 'old';
        began.open();
        await renewal.passed;
        throw new Error('signed out');
      };
      const client = createClient({ fetch, getToken, onSignedOut: () => void ends.push('signed out') });
      const aborting = new AbortController();
      const failed = failureOf(client.call(getCurrentUser, {}, { signal: aborting.signal }));
      await began.passed;
      if (leave === 'close') client.close();
      else aborting.abort();
      // Rejects although getToken is still pending.
      expect(await failed, leave).to.include({ name: 'AbortError' });
      renewal.open();
      await Promise.resolve();
      expect(ends, leave).to.deep.equal([]);
    }
  });
});

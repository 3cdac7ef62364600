import { expect } from '@open-wc/testing';
import { type ClientOptions, createClient } from '../../src/client/client.js';
import { AgniError } from '../../src/client/error.js';
import { createApiKey, getCurrentUser, getGhlSetupStatus } from '../../src/contract/all.js';
import { stopClock } from '../clock.js';
import { failureOf, gate, json, network, never, ok, refused } from '../network.js';

const me = { id: 'u1', email: 'ada@northwind.example', role: 'OWNER' };
const bearer = ({ headers }: { headers: Headers }) => headers.get('authorization');

/** A server that takes only the tokens named, and an issuer that hands out t1, t2 and so on. */
function setUp(takes: (token: string | null) => boolean, more: ClientOptions = {}) {
  const asked: string[] = [];
  const ends: string[] = [];
  const { fetch, sent } = network((request) => (takes(bearer(request)) ? ok(me) : refused(401, 'UNAUTHORIZED')));
  const getToken = ({ reason }: { reason: string }) => {
    asked.push(reason);
    return `t${asked.length}`;
  };
  const client = createClient({ fetch, getToken, onSignedOut: () => void ends.push('signed out'), ...more });
  return { client, asked, sent, ends, tokens: () => sent.map(bearer) };
}

const only = (token: string) => (sent: string | null) => sent === `Bearer ${token}`;

describe('an access token', () => {
  it('is asked for once, and kept', async () => {
    const { client, asked, tokens } = setUp(() => true);
    await Promise.all([client.call(getCurrentUser, {}), client.call(getCurrentUser, {})]);
    await client.call(getCurrentUser, {});
    expect(asked).to.deep.equal(['first']);
    expect(tokens()).to.deep.equal(['Bearer t1', 'Bearer t1', 'Bearer t1']);
  });

  it('that is refused is renewed once, and the request sent once more (C11)', async () => {
    const { client, asked, tokens, ends } = setUp(only('t2'));
    expect(await client.call(getCurrentUser, {})).to.include(me);
    expect(asked).to.deep.equal(['first', 'expired']);
    expect(tokens()).to.deep.equal(['Bearer t1', 'Bearer t2']);
    expect(ends).to.deep.equal([]);
  });

  it('is renewed once for twenty requests refused at once (C13)', async () => {
    const { client, asked, sent } = setUp(only('t2'));
    const replies = await Promise.all(Array.from({ length: 20 }, () => client.call(getCurrentUser, {})));
    expect(replies).to.have.length(20);
    expect(asked).to.deep.equal(['first', 'expired']);
    expect(sent).to.have.length(40);
  });

  it('is renewed once for two clients of one getToken (C13)', async () => {
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

  it('is not shared by clients of different people', async () => {
    const { fetch, sent } = network(() => ok(me));
    const clientOf = (userKey: string) => createClient({ fetch, userKey, getToken: () => userKey });
    await clientOf('ada').call(getCurrentUser, {});
    await clientOf('eve').call(getCurrentUser, {});
    expect(sent.map(bearer)).to.deep.equal(['Bearer ada', 'Bearer eve']);
  });

  it('that was refused late is not renewed again where a newer one is there (C14)', async () => {
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

  it('that is refused under a write is renewed, and the write sent once more (C16)', async () => {
    const { client, sent } = setUp(only('t2'));
    const error = await failureOf(client.call(createApiKey, { body: { name: 'staging' } }));
    expect((error as AgniError).code).to.equal('UNEXPECTED_REPLY'); // the reply is a person here
    expect(sent.map(({ text }) => text)).to.deep.equal(['{"name":"staging"}', '{"name":"staging"}']);
  });

  it('comes from a function that may be replaced without asking anew', async () => {
    const { fetch, sent } = network(() => ok(me));
    let options: ClientOptions = { fetch, getToken: () => 'one' };
    const client = createClient(() => options);
    await client.call(getCurrentUser, {});
    options = { fetch, getToken: () => 'two' };
    await client.call(getCurrentUser, {});
    expect(sent.map(bearer)).to.deep.equal(['Bearer one', 'Bearer one']);
  });

  it('is let go when the client is closed', async () => {
    const { client, asked } = setUp(() => true);
    await client.call(getCurrentUser, {});
    client.close();
    const other = setUp(() => true);
    await other.client.call(getCurrentUser, {});
    expect((await failureOf(client.call(getCurrentUser, {}))) as Error).to.include({ name: 'AbortError' });
    expect(asked).to.deep.equal(['first']);
  });
});

describe('a renewal that does not help (C12)', () => {
  const refusing = (more: ClientOptions) => setUp(() => false, more);

  it('because the same token comes again ends after two requests', async () => {
    const { client, sent, ends } = refusing({ getToken: () => 'same' });
    const error = await failureOf(client.call(getCurrentUser, {}));
    expect(error).to.include({ name: 'AgniError', status: 401, code: 'UNAUTHORIZED', operation: 'getCurrentUser' });
    expect(sent).to.have.length(2);
    expect(ends).to.deep.equal(['signed out']);
  });

  it('because the host rejects or throws ends after one', async () => {
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

  it('because the host hangs ends with the time limit', () =>
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

  it('because nobody can be asked says so', async () => {
    const { fetch, sent } = network(() => refused(401, 'UNAUTHORIZED'));
    const error = (await failureOf(createClient({ fetch }).call(getCurrentUser, {}))) as AgniError;
    expect(error).to.include({ status: 401, code: 'UNAUTHORIZED' });
    expect(String(error.cause)).to.include('getToken');
    expect(sent.map(bearer)).to.deep.equal([null]);
  });

  it('lets the next request try again', async () => {
    let isBack = false;
    const { client, asked } = setUp(() => isBack);
    await failureOf(client.call(getCurrentUser, {}));
    isBack = true;
    expect(await client.call(getCurrentUser, {})).to.include(me);
    expect(asked).to.deep.equal(['first', 'expired']);
  });

  it('on a route documented for keys means no access, not signed out', async () => {
    const { fetch, sent } = network(() => json(401, { code: 16, message: 'no usable key', details: [] }));
    const ends: string[] = [];
    const client = createClient({ fetch, getToken: () => 't', onSignedOut: () => void ends.push('signed out') });
    const error = await failureOf(client.call(getGhlSetupStatus, {}));
    expect(error).to.include({ status: 401, code: 'UNAUTHORIZED' }).and.be.instanceOf(AgniError);
    expect(sent).to.have.length(2);
    expect(ends).to.deep.equal([]);
  });

  it('on such a route asks for no new token again, as long as none came along otherwise (C17)', async () => {
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
    const look = () => failureOf(client.call(getGhlSetupStatus, {}));
    await Promise.all([look(), look()]);
    await look();
    await look();
    expect(asked).to.deep.equal(['first', 'expired']);
    isOld = true;
    expect(await client.call(getCurrentUser, {})).to.include(me);
    expect(await look()).to.include({ status: 401 });
    await look();
    expect(asked).to.deep.equal(['first', 'expired', 'expired', 'expired']);
  });
});

import { expect } from '@open-wc/testing';
import { type Client, type ClientOptions, createClient } from '../../src/client/client.js';
import { AgniError } from '../../src/client/error.js';
import {
  changeUserRole,
  createApiKey,
  disconnectGhl,
  getCurrentUser,
  getGhlSetupStatus,
  getOrganization,
  listAgents,
  listUsers,
  logout,
  refreshSession,
  updateOrganization,
} from '../../src/contract/all.js';
import { failureOf, gate, json, network, ok, refused, unreachable } from '../network.js';
import { waitFor } from '../queries.js';

const me = { id: 'u1', email: 'ada@northwind.example', role: 'OWNER' };

const callMe = (client: Client): Promise<unknown> => client.call(getCurrentUser, {});

/** The request that a call sends. */
async function sentBy(options: ClientOptions, call = callMe) {
  const { fetch, sent } = network(() => ok(me));
  await call(createClient({ fetch, ...options })).catch(() => undefined);
  const [first] = sent;
  if (!first) throw new Error('Nothing was sent');
  return first;
}

describe('a request', () => {
  it('goes to the vendor by default', async () => {
    expect((await sentBy({})).url.href).to.equal('https://api.ravan.ai/api/v1/users/me');
  });

  const bases: [string, string][] = [
    ['https://api.example', 'https://api.example/api/v1/users/me'],
    ['https://api.example/', 'https://api.example/api/v1/users/me'],
    ['https://api.example/agni/proxy', 'https://api.example/agni/proxy/api/v1/users/me'],
    ['https://api.example/agni/proxy//', 'https://api.example/agni/proxy/api/v1/users/me'],
    ['/', `${location.origin}/api/v1/users/me`],
    ['/agni', `${location.origin}/agni/api/v1/users/me`],
    ['', `${location.origin}/api/v1/users/me`],
  ];
  for (const [base, expected] of bases) {
    it(`goes with the base URL "${base}" to ${expected.replace(location.origin, 'the page’s origin ')}`, async () => {
      expect((await sentBy({ baseUrl: base })).url.href).to.equal(expected);
    });
  }

  it('keeps the slashes of the contract', async () => {
    const agents = await sentBy({}, (client) => client.call(listAgents, { query: { limit: 20 } }));
    expect(agents.url.pathname + agents.url.search).to.equal('/api/v1/agents/?limit=20');
    const profile = await sentBy({}, (client) => client.call(getOrganization, { params: { id: 'a/b' } }));
    expect(profile.url.pathname).to.equal('/api/v1/organizations/profile/a%2Fb');
  });

  it('sends a body as it is, whatever the page added to the prototypes of objects and arrays (D19)', async () => {
    const body = { name: 'Northwind', allowed_email_domains: ['northwind.example', 'nw.example'] };
    const prototypes = [Object.prototype, Array.prototype, String.prototype] as {
      toJSON?: unknown;
      extend?: unknown;
    }[];
    for (const prototype of prototypes) Object.assign(prototype, { toJSON: () => 'changed', extend: () => undefined });
    try {
      const update = (client: Client) => client.call(updateOrganization, { params: { id: 'o1' }, body });
      expect((await sentBy({}, update)).text).to.equal(
        '{"name":"Northwind","allowed_email_domains":["northwind.example","nw.example"]}',
      );
    } finally {
      for (const prototype of prototypes) {
        delete prototype.toJSON;
        delete prototype.extend;
      }
    }
  });

  it('leaves undefined query parameters out, and escapes the others', async () => {
    const { url } = await sentBy({}, (client) =>
      client.call(listUsers, { query: { search: 'a&b=ü %', offset: 0, role: undefined } }),
    );
    expect([...url.searchParams]).to.deep.equal([
      ['search', 'a&b=ü %'],
      ['offset', '0'],
    ]);
  });

  it('carries JSON if it has a body, and no content type if not', async () => {
    const write = await sentBy({}, (client) =>
      client.call(changeUserRole, { params: { id: 'u' }, body: { role: 'ADMIN' } }),
    );
    expect(write.method).to.equal('PATCH');
    expect(write.text).to.equal('{"role":"ADMIN"}');
    expect(write.headers.get('content-type')).to.equal('application/json');
    const bare = await sentBy({}, (client) => client.call(disconnectGhl, {}));
    expect([bare.method, bare.text, bare.headers.get('content-type')]).to.deep.equal(['POST', '', null]);
    for (const { headers } of [write, bare]) expect(headers.get('accept')).to.equal('application/json');
  });

  it('carries the token in bearer mode, and no cookies of other origins', async () => {
    const { headers, credentials } = await sentBy({ getToken: () => 'secret' });
    expect(headers.get('authorization')).to.equal('Bearer secret');
    expect(headers.has('x-api-key')).to.equal(false);
    expect(credentials).to.equal('same-origin');
  });

  it('carries cookies in cookie mode, and requests no token', async () => {
    const getToken = () => {
      throw new Error('asked');
    };
    const { headers, credentials } = await sentBy({ authMode: 'cookie', getToken });
    expect(headers.has('authorization')).to.equal(false);
    expect(credentials).to.equal('include');
  });

  it('carries the host’s headers, from an object or from a function called each time', async () => {
    expect((await sentBy({ headers: { 'X-CSRF': 'one' } })).headers.get('x-csrf')).to.equal('one');
    let token = 0;
    const { fetch, sent } = network(() => ok(me));
    const client = createClient({ fetch, headers: () => ({ 'X-CSRF': `${++token}` }) });
    await client.call(getCurrentUser, {});
    await client.call(getCurrentUser, {});
    expect(sent.map(({ headers }) => headers.get('x-csrf'))).to.deep.equal(['1', '2']);
  });

  it('is not sent where the function for headers throws, whose exception stays out of the error', async () => {
    const thrown = [new Error('secret'), Object.create(null)];
    const logged: unknown[] = [];
    const { error } = console;
    console.error = (value: unknown) => void logged.push(value);
    try {
      for (const one of thrown) {
        const { fetch, sent } = network(() => ok(me));
        const headers = () => {
          throw one;
        };
        const failure = (await failureOf(callMe(createClient({ fetch, headers })))) as AgniError;
        expect(failure).to.include({ name: 'AgniError', code: 'HOST_MISTAKE', cause: undefined });
        expect(failure.message).not.to.contain('secret');
        expect(sent).to.deep.equal([]);
      }
    } finally {
      console.error = error;
    }
    expect(logged).to.deep.equal(thrown);
  });

  it('keeps the kit’s accept and authorization headers, whichever way the host spells its own', async () => {
    const headers = { Authorization: 'Basic x', ACCEPT: 'text/html' };
    const sent = await sentBy({ headers, getToken: () => 'secret' });
    expect(sent.headers.get('authorization')).to.equal('Bearer secret');
    expect(sent.headers.get('accept')).to.equal('application/json');
  });

  it('works with the browser’s own fetch as an option', async () => {
    const client = createClient({ baseUrl: '/nowhere', fetch: window.fetch });
    expect(await failureOf(client.call(listUsers, {}))).to.include({ status: 404 });
  });
});

describe('an operation', () => {
  it('is called at the host’s place if it is assumed', async () => {
    const endpoints = { createApiKey: { method: 'PUT', path: '/keys/new' } } as const;
    const sent = await sentBy({ endpoints }, (client) => client.call(createApiKey, { body: { name: 'x' } }));
    expect([sent.method, sent.url.pathname]).to.deep.equal(['PUT', '/keys/new']);
  });

  it('fills its parameters into the host’s path', async () => {
    const endpoints = { changeUserRole: { method: 'PUT', path: '/people/{id}/role' } } as const;
    const input = { params: { id: 'u 1' }, body: { role: 'ADMIN' } } as const;
    const sent = await sentBy({ endpoints }, (client) => client.call(changeUserRole, input));
    expect(sent.url.pathname).to.equal('/people/u%201/role');
  });

  it('is UNAVAILABLE without a request if the host switched it off', async () => {
    const { fetch, sent } = network(() => ok(me));
    const client = createClient({ fetch, endpoints: { getCurrentUser: null } });
    expect(await failureOf(client.call(getCurrentUser, {}))).to.include({ code: 'UNAVAILABLE', status: 0 });
    expect(client.offers('getCurrentUser')).to.equal(false);
    expect(client.offers('listUsers')).to.equal(true);
    expect(sent).to.have.length(0);
  });

  it('can not be changed if the vendor documents it', async () => {
    for (const override of [null, { method: 'GET', path: '/x' } as const]) {
      const endpoints: object = { getOrganization: override }; // the types do not allow this
      const client = createClient({ endpoints });
      const error = await failureOf(client.call(getOrganization, { params: { id: 'o' } }));
      expect(String(error)).to.include('getOrganization').and.include('endpoints');
    }
  });

  it('is INVALID_ID without a request for an id that can not stand in a path (D101)', async () => {
    const { fetch, sent } = network(() => ok(me));
    for (const id of ['.', '..', '']) {
      const error = await failureOf(createClient({ fetch }).call(getOrganization, { params: { id } }));
      expect(error, id).to.be.instanceOf(AgniError).and.include({ code: 'INVALID_ID', status: 0, isAnswerLost: false });
    }
    expect(sent).to.have.length(0);
  });
});

describe('a session in cookies', () => {
  /** A server that treats its session as expired until the renewal. */
  function expired(renewal: () => Response | Promise<Response> = () => ok({ access_token: 'unused' })) {
    let isRenewed = false;
    const { fetch, sent } = network(async ({ url }) => {
      if (url.pathname !== '/api/v1/auth/refresh') return isRenewed ? ok(me) : refused(401, 'TOKEN_EXPIRED');
      const answer = await renewal();
      isRenewed = answer.ok;
      return answer;
    });
    const paths = () => sent.map(({ method, url }) => `${method} ${url.pathname}`);
    return {
      options: { fetch, authMode: 'cookie', baseUrl: `https://${Math.random()}.example` } as const,
      sent,
      paths,
    };
  }

  it('is renewed by one request however many wait, with a lock that other tabs share (C13)', async () => {
    const held = gate<string[]>();
    const { options, sent, paths } = expired(async () => {
      const { held: locks = [] } = await navigator.locks.query();
      held.open(locks.map(({ name = '' }) => name));
      return ok({ access_token: 'unused' });
    });
    const clients = [createClient(options), createClient(options)];
    await Promise.all(clients.flatMap((client) => Array.from({ length: 5 }, () => client.call(getCurrentUser, {}))));
    expect(paths().filter((path) => path === 'POST /api/v1/auth/refresh')).to.have.length(1);
    expect(sent).to.have.length(21);
    const refresh = sent.find(({ method }) => method === 'POST');
    expect([refresh?.text, refresh?.credentials]).to.deep.equal(['{}', 'include']);
    expect((await held.passed).filter((name) => name.startsWith('agni-settings'))).to.have.length(1);
  });

  it('is renewed without the lock if another tab keeps it, as one that is suspended does (C12)', async () => {
    const { options, paths } = expired();
    const suspended = gate<void>();
    const lock = navigator.locks.request(`agni-settings ${options.baseUrl}/`, () => suspended.passed);
    const reply = createClient({ ...options, timeout: 1000 }).call(getCurrentUser, {});
    await waitFor(async () => expect((await navigator.locks.query()).pending).to.have.length(1));
    await reply;
    suspended.open();
    await lock;
    expect(paths().filter((path) => path === 'POST /api/v1/auth/refresh')).to.have.length(1);
  });

  it('ends if it can not be renewed (C12)', async () => {
    for (const answer of [() => refused(401, 'TOKEN_REVOKED'), () => json(500, 'down'), unreachable]) {
      const { options, paths } = expired(answer);
      const error = await failureOf(createClient(options).call(getCurrentUser, {}));
      expect(error).to.include({ status: 401, code: 'UNAUTHORIZED', operation: 'getCurrentUser' });
      expect(paths()).to.deep.equal(['GET /api/v1/users/me', 'POST /api/v1/auth/refresh']);
    }
  });

  it('is renewed at the host’s place, or not at all if the host switched renewal off', async () => {
    const { options, sent } = expired();
    const path = '/session/renew';
    await failureOf(
      createClient({ ...options, endpoints: { refreshSession: { method: 'PUT', path } } }).call(getCurrentUser, {}),
    );
    expect(sent.at(1)?.url.pathname).to.equal(path);
    const without = expired();
    const client = createClient({ ...without.options, endpoints: { refreshSession: null } });
    expect(await failureOf(client.call(getCurrentUser, {}))).to.include({ code: 'UNAUTHORIZED' });
    expect(without.sent).to.have.length(1);
  });

  it('is renewed after a 401 of an operation documented for API keys, too', async () => {
    const { options, paths } = expired();
    await failureOf(createClient(options).call(getGhlSetupStatus, {}));
    const read = 'GET /api/v1/ghl/setup/status';
    expect(paths()).to.deep.equal([read, 'POST /api/v1/auth/refresh', read]);
  });

  it('is not renewed for a 401 of signing out or of the renewal', async () => {
    const { options, sent } = expired(() => refused(401, 'TOKEN_REVOKED'));
    const client = createClient(options);
    expect(await failureOf(client.call(logout, {}))).to.include({ code: 'TOKEN_EXPIRED', status: 401 });
    expect(await failureOf(client.call(refreshSession, { body: {} }))).to.include({ code: 'TOKEN_REVOKED' });
    expect(sent).to.have.length(2);
  });
});

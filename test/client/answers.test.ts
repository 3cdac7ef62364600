import { expect } from '@open-wc/testing';
import { type ClientOptions, createClient } from '../../src/client/client.js';
import { AgniError } from '../../src/client/error.js';
import {
  answerTwoFactorChallenge,
  changePassword,
  createApiKey,
  definitionOf,
  deleteApiKey,
  disableTwoFactor,
  disconnectGhl,
  type Endpoint,
  endpoints,
  getCurrentUser,
  getOrganization,
  getUser,
  listApiKeys,
  login,
} from '../../src/contract/all.js';
import { failureOf, json, network, ok, refused, unreachable } from '../network.js';

const me = { id: 'u1', email: 'ada@northwind.example', role: 'OWNER' };
const html = (status: number) =>
  new Response('<!doctype html><h1>Sign in</h1>', { status, headers: { 'Content-Type': 'text/html' } });
const text = (body: BodyInit | null, status = 200) => new Response(body, { status });

const clientFor = (answer: () => Response | Promise<Response>, options: ClientOptions = {}) =>
  createClient({ fetch: network(answer).fetch, ...options });

const read = (answer: () => Response | Promise<Response>) => clientFor(answer).call(getCurrentUser, {});
const remove = (answer: () => Response | Promise<Response>) =>
  clientFor(answer).call(deleteApiKey, { params: { id: 'k' } });

describe('a successful answer', () => {
  const unreadable: [string, () => Response][] = [
    ['a page to sign in on (C28)', () => html(200)],
    ['truncated JSON (C30)', () => text('{"success":true,"data":{"id":"u1"')],
    [
      'lists within lists without end (C31)',
      () => text(`{"success":true,"data":${'['.repeat(200_000)}${']'.repeat(200_000)}}`),
    ],
    ['lines of JSON (C30)', () => text('{"success":true}\n{"success":true}')],
    ['a missing field (C31)', () => ok({ id: 'u1', email: 'ada@northwind.example' })],
    ['a list for an object (C31)', () => ok([me])],
    ['an envelope within an envelope (C33)', () => ok({ success: true, message: 'ok', data: me })],
    ['an envelope whose success is a text (C33)', () => json(200, { success: 'true', data: me })],
    ['a failure without a code at status 200 (C33)', () => json(200, { success: false, message: 'no' })],
    ['nothing, 204 (C29)', () => text(null, 204)],
    ['nothing, 200 (C29)', () => text('')],
    ['blanks (C29)', () => text(' \r\n ')],
    ['null (C29)', () => text('null')],
  ];
  for (const [name, answer] of unreadable) {
    it(`to a read is UNEXPECTED_REPLY if it is ${name}`, async () => {
      expect(await failureOf(read(answer))).to.include({ code: 'UNEXPECTED_REPLY', operation: 'getCurrentUser' });
    });
  }

  const readable: [string, () => Response][] = [
    ['a byte order mark (C30)', () => text(`\ufeff${JSON.stringify({ success: true, data: me })}`)],
    [
      'another content type (C30)',
      () => new Response(JSON.stringify(me), { headers: { 'Content-Type': 'text/plain' } }),
    ],
    ['no envelope (C33)', () => json(200, me)],
    ['its payload beside the envelope (C33)', () => json(200, { success: true, message: 'ok', ...me })],
    ['another status of success', () => json(203, { success: true, data: me })],
  ];
  for (const [name, answer] of readable) {
    it(`is read with ${name}`, async () => expect(await read(answer)).to.include(me));
  }

  it('is accepted without data by every operation that needs none (C29)', async () => {
    const plain = Object.values(endpoints).filter(({ shape }) => shape === 'none');
    const empty = [
      () => text(null, 204),
      () => text(''),
      () => text(' \r\n '),
      () => text('null'),
      () => ok(null),
      () => ok({}),
    ];
    for (const operation of plain) {
      for (const answer of empty) {
        const input = { params: { id: 'x', session_id: 'x', agent_id: 'x' }, body: definitionOf(operation).body && {} };
        expect(await clientFor(answer).call(operation as Endpoint, input as never), operation.name).to.equal(null);
      }
    }
    const body = { current_password: 'a', new_password: 'Purple-otter-42' };
    expect(await clientFor(() => text(null, 204)).call(changePassword, { body })).to.equal(null);
  });

  it('to a write is UNEXPECTED_REPLY after a redirect, whatever it is (C28)', async () => {
    for (const answer of [ok(null), html(200), refused(404, 'NOT_FOUND'), html(403)]) {
      const redirected = Object.defineProperty(answer, 'redirected', { value: true });
      expect(await failureOf(remove(() => redirected))).to.include({ code: 'UNEXPECTED_REPLY' });
    }
    const followed = Object.defineProperty(ok(me), 'redirected', { value: true });
    expect(await read(() => followed)).to.include(me);
  });
});

describe('a failed call', () => {
  const failures: [string, () => Response | Promise<Response>, Partial<AgniError>][] = [
    ['no connection (C03)', unreachable, { status: 0, code: 'NETWORK_ERROR' }],
    [
      'a 500 with a code (C27)',
      () => refused(500, 'INTERNAL_ERROR'),
      { status: 500, code: 'INTERNAL_ERROR', isForbidden: false },
    ],
    [
      'a 500 without (C27)',
      () => json(500, { success: false, message: 'no' }),
      { status: 500, code: 'INTERNAL_ERROR' },
    ],
    ['a page at 502 (C27)', () => html(502), { status: 502, code: 'BAD_GATEWAY', message: 'BAD_GATEWAY' }],
    ['plain text at 503 (C27)', () => text('down', 503), { status: 503, code: 'INTERNAL_ERROR' }],
    ['nothing at 504 (C27)', () => text(null, 504), { status: 504, code: 'INTERNAL_ERROR' }],
    ['a failure at 200 (C33)', () => refused(200, 'CONFLICT'), { status: 200, code: 'CONFLICT' }],
    ['a 403', () => refused(403, 'ACCOUNT_DISABLED'), { status: 403, code: 'ACCOUNT_DISABLED', isForbidden: true }],
    ['the 403 of a proxy (D26)', () => html(403), { status: 403, code: 'ACCESS_BLOCKED', isForbidden: false }],
  ];
  for (const [name, answer, expected] of failures) {
    it(`has a code after ${name}`, async () => {
      const error = await failureOf(read(answer));
      expect(error).to.be.instanceOf(AgniError).and.include(expected);
      expect(error).to.include({ operation: 'getCurrentUser', host: 'api.ravan.ai' });
    });
  }

  it('is NETWORK_ERROR when the body breaks off (C30)', async () => {
    const broken = () => text(new ReadableStream({ start: (body) => body.error(new TypeError('connection reset')) }));
    expect(await failureOf(read(broken))).to.include({ status: 0, code: 'NETWORK_ERROR' });
  });

  it('about a password or code neither renews the token nor signs out (C15)', async () => {
    const cases = [
      ['INVALID_CREDENTIALS', changePassword, { current_password: 'a', new_password: 'Purple-otter-42' }],
      ['INVALID_CREDENTIALS', disableTwoFactor, { password: 'a', code: '123456' }],
      ['INVALID_CODE', disableTwoFactor, { password: 'a', code: '123456' }],
      ['INVALID_CREDENTIALS', login, { email: 'a', password: 'b' }],
      ['UNAUTHORIZED', login, { email: 'a', password: 'b' }],
      ['CHALLENGE_EXPIRED', answerTwoFactorChallenge, { challenge_token: 'c', code: '123456' }],
    ] as const;
    for (const [code, operation, body] of cases) {
      const { fetch, sent } = network(() => refused(401, code));
      const reasons: string[] = [];
      const ends: string[] = [];
      const getToken = ({ reason }: { reason: string }) => `${reasons.push(reason)}`;
      const client = createClient({ fetch, getToken, onSignedOut: () => void ends.push('signed out') });
      expect(await failureOf(client.call(operation as Endpoint, { body } as never))).to.include({ status: 401, code });
      expect(reasons).not.to.include('expired');
      expect(ends).to.deep.equal([]);
      expect(sent).to.have.length(1);
    }
  });

  it('calls onPasswordChangeRequired if its code is PASSWORD_CHANGE_REQUIRED', async () => {
    for (const [code, count] of [
      ['PASSWORD_CHANGE_REQUIRED', 1],
      ['ACCOUNT_DISABLED', 0],
    ] as const) {
      let told = 0;
      const onPasswordChangeRequired = () => void told++;
      await failureOf(clientFor(() => refused(403, code), { onPasswordChangeRequired }).call(getCurrentUser, {}));
      expect(told, code).to.equal(count);
    }
  });

  it('tells whether the write may have been carried out', async () => {
    const lost = [unreachable, () => html(200), () => html(502), () => text(null, 504)];
    for (const answer of lost) expect(await failureOf(remove(answer))).to.include({ isAnswerLost: true });
    const known = [() => refused(409, 'CONFLICT'), () => refused(500, 'INTERNAL_ERROR'), () => refused(429, 'X')];
    for (const answer of known) expect(await failureOf(remove(answer))).to.include({ isAnswerLost: false });
  });
});

describe('an operation that the server lacks (C20)', () => {
  const codeOf = async (operation: Endpoint, status: number) => {
    const input = { params: { id: 'x' }, body: definitionOf(operation).body && {} };
    const answer = () => (status === 404 ? refused(404, 'NOT_FOUND') : html(status));
    return ((await failureOf(clientFor(answer).call(operation, input as never))) as AgniError).code;
  };

  it('is UNAVAILABLE if it is an assumed read', async () => {
    for (const status of [404, 405, 501]) expect(await codeOf(listApiKeys, status)).to.equal('UNAVAILABLE');
  });

  it('is NOT_FOUND at 404 if it reads one item', async () => {
    expect(await codeOf(getUser, 404)).to.equal('NOT_FOUND');
    for (const status of [405, 501]) expect(await codeOf(getUser, status)).to.equal('UNAVAILABLE');
  });

  it('is UNAVAILABLE at 501 if it is an assumed write, and else has the code of the status', async () => {
    expect(await codeOf(createApiKey, 404)).to.equal('NOT_FOUND');
    expect(await codeOf(createApiKey, 405)).to.equal('INVALID_REQUEST');
    expect(await codeOf(createApiKey, 501)).to.equal('UNAVAILABLE');
  });

  it('is never UNAVAILABLE if the vendor documents it', async () => {
    expect(await codeOf(getOrganization, 404)).to.equal('NOT_FOUND');
    for (const status of [405, 501]) expect(await codeOf(disconnectGhl, status)).not.to.equal('UNAVAILABLE');
  });
});

describe('an error holds no secret (C59)', () => {
  const canary = 'CANARY-7f3a';

  /** All texts that are reachable from an error, including its causes. */
  function everythingOf(value: unknown, seen = new Set<unknown>()): string {
    if (typeof value !== 'object' || value === null || seen.has(value)) return String(value);
    seen.add(value);
    const names = Object.getOwnPropertyNames(value).filter((name) => name !== 'stack');
    return names.map((name) => everythingOf(Reflect.get(value, name), seen)).join('\n');
  }

  const answers: [string, () => Response | Promise<Response>][] = [
    ['no connection', unreachable],
    ['a refusal', () => refused(422, 'VALIDATION_FAILED')],
    ['an unreadable reply that has one', () => ok({ key: canary })],
    ['a page that has one', () => text(`<p>${canary}</p>`)],
  ];
  for (const [name, answer] of answers) {
    it(`after ${name}`, async () => {
      const client = clientFor(answer, { getToken: () => canary, headers: { 'X-CSRF': canary } });
      const body = { email: 'a', password: canary };
      const calls = [() => client.call(createApiKey, { body: { name: canary } }), () => client.call(login, { body })];
      for (const call of calls) expect(everythingOf(await failureOf(call()))).not.to.include(canary);
    });
  }

  it('after a token or header with characters that no request can carry', async () => {
    const { error } = console;
    const logged: unknown[] = [];
    console.error = (...values: unknown[]) => void logged.push(...values);
    try {
      for (const value of [`${canary}\n${canary}`, `${canary}\u2028`]) {
        const byToken = clientFor(() => ok(me), { getToken: () => value });
        const byHeader = clientFor(() => ok(me), { headers: { 'X-CSRF': value } });
        for (const client of [byToken, byHeader]) {
          expect(everythingOf(await failureOf(client.call(getUser, { params: { id: 'u' } })))).not.to.include(canary);
        }
      }
    } finally {
      console.error = error;
    }
    expect(logged).to.deep.equal([]);
  });
});

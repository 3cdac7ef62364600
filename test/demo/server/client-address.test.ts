import { BlockList } from 'node:net';
import { describe, expect, it } from 'vitest';
import { clientAddress, parseProxies } from '../../../demo/server/client-address.js';
import { readEnvironment } from '../../../demo/server/environment.js';
import { serveOn } from '../../sandbox/api.js';
import { type StoreKind, storeKinds } from '../../sandbox/stores.js';

const proxies = parseProxies('loopback, 10.0.0.0/8, 2001:db8::/32');

it.each<[connection: string, forwarded: string | null, trusted: BlockList | undefined, client: string]>([
  // No proxy is trusted by default.
  ['127.0.0.1', '203.0.113.9', undefined, '127.0.0.1'],
  ['127.0.0.1', '203.0.113.9', new BlockList(), '127.0.0.1'],
  // A client that is not a proxy claims an address.
  ['198.51.100.7', '203.0.113.9', proxies, '198.51.100.7'],
  ['127.0.0.1', null, proxies, '127.0.0.1'],
  ['127.0.0.1', '203.0.113.9', proxies, '203.0.113.9'],
  ['::ffff:127.0.0.1', '203.0.113.9', proxies, '203.0.113.9'],
  ['::1', '2001:DB9::1', proxies, '2001:db9::1'],
  // Two proxies, after addresses that the client itself has sent.
  ['10.1.2.3', '1.1.1.1, 203.0.113.9, 10.9.9.9', proxies, '203.0.113.9'],
  ['2001:db8::5', '127.0.0.1, 203.0.113.9', proxies, '203.0.113.9'],
  // Addresses with a port, in brackets, or invalid.
  ['127.0.0.1', '203.0.113.9:51234', proxies, '203.0.113.9'],
  ['127.0.0.1', '[2001:db9::1]:51234', proxies, '2001:db9::1'],
  ['127.0.0.1', '::ffff:203.0.113.9', proxies, '203.0.113.9'],
  ['127.0.0.1', 'unknown', proxies, '127.0.0.1'],
  ['10.0.0.1', '203.0.113.9, evil, 10.0.0.2', proxies, '10.0.0.2'],
  ['127.0.0.1', '', proxies, '127.0.0.1'],
])(
  'a connection from %s that brings %j has its client at the right address (D54)',
  (connection, forwarded, trusted, client) => {
    expect(clientAddress(connection, forwarded, trusted)).toBe(client);
  },
);

it('reads TRUST_PROXY, and names one that is no list of addresses (D54)', () => {
  expect(readEnvironment({}).trustedProxies).toBeUndefined();
  expect(readEnvironment({ TRUST_PROXY: '10.0.0.0/8' }).trustedProxies?.check('10.2.3.4')).toBe(true);
  for (const TRUST_PROXY of ['true', '10.0.0.0/33', '10.0.0.0/8/9', '10.0.0.1;10.0.0.2', '::1/129', 'proxy.example']) {
    expect(() => readEnvironment({ TRUST_PROXY })).toThrow(`TRUST_PROXY is "${TRUST_PROXY}"`);
  }
});

describe('wrong guesses behind a proxy', () => {
  const memory = storeKinds[0] as StoreKind;
  const guess = (forwarded: string) => ({ headers: { 'X-Forwarded-For': forwarded } });
  const wrong = (index: number) => ({ email: `guess-${index}@northwind.example`, password: 'wrong' });

  describe('that is trusted', () => {
    const { api } = serveOn(memory, { trustedProxies: parseProxies('loopback') });
    it('block the guessing client alone, which the session list shows by its address (D54)', async () => {
      const { owner } = await api.workspace();
      const tryOut = async (from: string, index: number) =>
        (await api.post('/api/v1/auth/login', wrong(index), guess(from))).status;
      // Addresses that the guessing client claims have no effect.
      for (let index = 0; index < 100; index++) expect(await tryOut(`192.0.2.${index}, 203.0.113.9`, index)).toBe(401);
      expect(await tryOut('203.0.113.9', 100)).toBe(429);
      const { access_token: token } = await api.signIn(owner, guess('198.51.100.7'));
      const { body } = await api.get('/api/v1/auth/sessions', { token });
      expect(body.data[0].ip_address).toBe('198.51.100.7');
    });
  });

  describe('that is not', () => {
    const { api } = serveOn(memory);
    it('are counted by the connection, whatever the client claims (D54)', async () => {
      const statuses: number[] = [];
      for (let index = 0; index <= 100; index++) {
        statuses.push((await api.post('/api/v1/auth/login', wrong(index), guess(`192.0.2.${index}`))).status);
      }
      expect(statuses.indexOf(429)).toBe(100);
    });
  });
});

import { expect, it } from 'vitest';
import { argon2Hasher } from '../../../demo/server/argon2-hasher.js';
import type { PasswordHasher } from '../../../src/sandbox/crypto/password-hasher.js';
import { users } from '../../../src/sandbox/db/tables.js';
import { HttpError } from '../../../src/sandbox/http/http-error.js';
import { quickCost, serveOn } from '../api.js';
import { storeKinds } from '../stores.js';

const login = '/api/v1/auth/login';

/** A hasher that records its calls. */
class CountingHasher implements PasswordHasher {
  asked: string[] = [];
  readonly #real = argon2Hasher();

  hash(password: string) {
    this.asked.push('hash');
    return this.#real.hash(password);
  }

  verify(hash: string, password: string) {
    this.asked.push(`verify ${hash.replace(/[^$]{20,}/g, '…')}`);
    return this.#real.verify(hash, password);
  }
}

/** A hasher whose checks the test can hold back until `free()`. */
class StuckHasher implements PasswordHasher {
  isStuck = false;
  readonly #real = argon2Hasher();
  readonly #waiting: (() => void)[] = [];

  hash(password: string) {
    return this.#real.hash(password);
  }

  async verify(hash: string, password: string) {
    if (this.isStuck) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.#real.verify(hash, password);
  }

  get waiting() {
    return this.#waiting.length;
  }

  free() {
    this.isStuck = false;
    for (const go of this.#waiting.splice(0)) go();
  }
}

const [memory] = storeKinds;
if (memory) {
  const hasher = new CountingHasher();
  const counting = serveOn(memory, { passwordHasher: hasher });
  it('does the same work for an unknown address, a wrong password and a disabled account (S13)', async () => {
    const { api, behind } = counting;
    const { owner, admin, member } = await api.workspace();
    await behind.store.update(users, { id: member.user_id }, { status: 'DISABLED' });
    await behind.store.update(users, { id: admin.user_id }, { password_hash: null, auth_provider: 'google' });
    const attempt = async (email: string) => {
      hasher.asked = [];
      const { status, text } = await api.post(login, { email, password: 'Wrong-otter-41' });
      return { status, text, asked: hasher.asked };
    };
    await attempt('first@northwind.example'); // the hash that replaces a missing password is computed once
    const expected = await attempt(owner.email);
    expect(expected).toMatchObject({ status: 401, asked: ['verify $argon2id$v=19$m=19456,t=2,p=1$…$…'] });
    for (const email of ['unknown@northwind.example', member.email, admin.email]) {
      expect(await attempt(email)).toEqual(expected);
    }
  });

  it('hashes nothing that is too long to be a password (S45)', async () => {
    const { api } = counting;
    const { owner } = await api.workspace();
    hasher.asked = [];
    const long = 'x'.repeat(1025);
    const token = owner.access_token;
    const bodies: [string, object][] = [
      [login, { email: owner.email, password: long }],
      ['/api/v1/auth/change-password', { current_password: long, new_password: 'Lantern-quiet-88' }],
      ['/api/v1/auth/change-password', { current_password: owner.password, new_password: long }],
      ['/api/v1/auth/2fa/setup', { password: long }],
    ];
    for (const [path, body] of bodies) expect((await api.post(path, body, { token })).status).toBe(422);
    expect(hasher.asked).toEqual([]);
    expect((await api.post(login, { email: owner.email, password: 'x'.repeat(1024) })).status).toBe(401);
    expect(hasher.asked).toHaveLength(1);
  });

  const stuck = new StuckHasher();
  const busy = serveOn(memory, { passwordHasher: stuck });
  it('answers others while passwords are being hashed (S45)', async () => {
    const { api } = busy;
    const { owner } = await api.workspace();
    stuck.isStuck = true;
    const signingIn = Array.from({ length: 20 }, (_, index) =>
      api.post(login, { email: `${index}@northwind.example`, password: 'Wrong-otter-41' }),
    );
    expect((await api.get('/health')).status).toBe(200);
    expect((await api.get('/api/v1/users/me', { token: owner.access_token })).status).toBe(200);
    while (stuck.waiting < 20) await api.get('/health'); // each round sends a request
    stuck.free();
    const statuses = (await Promise.all(signingIn)).map(({ status }) => status);
    expect(statuses).toEqual(Array(20).fill(401));
  });

  const flooded = serveOn(memory);
  it('answers 503 with Retry-After when too many passwords wait for hashing, and recovers (S45)', async () => {
    const { api } = flooded;
    const { owner } = await api.workspace();
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        api.post(login, { email: `${index}@flood.example`, password: 'Wrong-otter-41' }),
      ),
    );
    const refused = answers.filter(({ status }) => status !== 401);
    expect(refused.length).toBeGreaterThan(0);
    for (const { status, headers } of refused) {
      expect([status === 429 || status === 503, Number(headers.get('retry-after')) > 0]).toEqual([true, true]);
    }
    expect((await api.get('/api/v1/users/me', { token: owner.access_token })).status).toBe(200);
  });
}

it('queues 128 hashes behind the running one, and rejects the next (S45)', async () => {
  const quickHasher = argon2Hasher(quickCost);
  const outcomes = await Promise.allSettled(Array.from({ length: 140 }, () => quickHasher.hash('Purple-otter-42')));
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused).toHaveLength(140 - 129);
  for (const { reason } of refused) expect(reason).toBeInstanceOf(HttpError);
});

it('hashes at the cost that OWASP recommends (S45)', async () => {
  const hasher = argon2Hasher();
  const hash = await hasher.hash('Purple-otter-42');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await hasher.verify(hash, 'Purple-otter-42')).toBe(true);
});

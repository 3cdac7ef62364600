import { expect, it } from 'vitest';
import { AttemptLimiter } from '../../../src/sandbox/auth/attempt-limiter.js';
import type { Store } from '../../../src/sandbox/db/store.js';
import { HttpError } from '../../../src/sandbox/http/http-error.js';
import { serveOn } from '../api.js';
import { onEveryStore } from '../stores.js';

const login = '/api/v1/auth/login';
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The counters of one or several processes on a store, used in turn; the test sets their clock. */
class Guesser {
  now = 1_800_000_000_000;
  tries = 0;
  readonly #processes: AttemptLimiter[];
  readonly #account = crypto.randomUUID();
  #guesses = 0;

  constructor(store: Store, processes = 1) {
    const create = () => new AttemptLimiter({ store, log: () => undefined });
    this.#processes = Array.from({ length: processes }, create);
  }

  /** Guesses; resolves to the status and the seconds to wait. */
  async guess({
    isRight = false,
    account = this.#account,
    address = this.#account as string,
    code = 'INVALID_CREDENTIALS',
  } = {}) {
    const attempts = this.#processes[this.#guesses++ % this.#processes.length] as AttemptLimiter;
    try {
      await attempts.guard('login', { account, address, now: this.now }, async () => {
        this.tries += 1;
        if (!isRight) throw new HttpError(401, code, 'wrong');
      });
      return { status: 200, wait: 0 };
    } catch (error) {
      const { status, headers } = error as HttpError;
      return { status, wait: Number(headers['Retry-After'] ?? 0) };
    }
  }

  async guessTimes(count: number, more: Parameters<Guesser['guess']>[0] = {}) {
    const answers = [];
    for (let index = 0; index < count; index++) answers.push(await this.guess(more));
    return answers.map(({ status }) => status);
  }
}

onEveryStore((kind) => {
  const { api, behind } = serveOn(kind);

  it('locks an account for fifteen minutes after ten wrong guesses (S10)', async () => {
    const guesser = new Guesser(behind.store);
    expect(await guesser.guessTimes(200)).toEqual([...Array(10).fill(401), ...Array(190).fill(429)]);
    expect(guesser.tries).toBe(10);
    expect(await guesser.guess({ isRight: true })).toEqual({ status: 429, wait: 900 });
    guesser.now += 15 * minute - 1;
    expect(await guesser.guess({ isRight: true })).toEqual({ status: 429, wait: 1 });
    guesser.now += 1;
    expect(await guesser.guess({ isRight: true })).toMatchObject({ status: 200 });
    expect(await guesser.guessTimes(10)).toEqual(Array(10).fill(401)); // the success has reset the counter
  });

  it('doubles the lock with each further series of wrong guesses, up to a day (S10)', async () => {
    const guesser = new Guesser(behind.store);
    const waits: number[] = [];
    for (let round = 0; round < 10; round++) {
      expect(await guesser.guessTimes(11)).toEqual([...Array(10).fill(401), 429]);
      const { wait } = await guesser.guess();
      waits.push(wait / 60);
      guesser.now += wait * 1000;
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 1440, 1440, 1440]);
    expect(guesser.tries).toBe(100); // after more than four days
    expect(await guesser.guess({ isRight: true })).toMatchObject({ status: 200 });
  });

  it('counts patient guessers as well: nine in every quarter of an hour (S10)', async () => {
    const guesser = new Guesser(behind.store);
    const start = guesser.now;
    while (guesser.now - start < day) {
      await guesser.guessTimes(9);
      guesser.now += 15 * minute;
    }
    expect(guesser.tries).toBeLessThan(100);
  });

  it('counts what comes from one address for all accounts together (S10)', async () => {
    const guesser = new Guesser(behind.store);
    const address = crypto.randomUUID();
    const statuses: number[] = [];
    for (let count = 0; count < 120; count++) {
      statuses.push((await guesser.guess({ account: crypto.randomUUID(), address })).status);
    }
    expect(statuses).toEqual([...Array(100).fill(401), ...Array(20).fill(429)]);
    expect((await guesser.guess({ address: crypto.randomUUID() })).status).toBe(401);
    guesser.now += 15 * minute;
    const again: number[] = [];
    for (let count = 0; count < 101; count++) {
      again.push((await guesser.guess({ account: crypto.randomUUID(), address })).status);
    }
    expect(again).toEqual([...Array(100).fill(401), 429]); // the lock of a shared address never gets longer
  });

  it('counts a network of IPv6 as one address, since a client has 2^64 in it (S10)', async () => {
    const guesser = new Guesser(behind.store);
    const guess = (address: string) => guesser.guess({ account: crypto.randomUUID(), address });
    for (let host = 1; host <= 100; host++) expect((await guess(`2001:db8:0:7::${host}`)).status).toBe(401);
    for (const address of ['2001:db8:0:7:1:2:3:4', '2001:db8::7:8:9:a:b', '2001:db8:0:7::'])
      expect([address, (await guess(address)).status]).toEqual([address, 429]);
    for (const address of ['2001:db8:0:8::1', '2001:db8::7:1', '::1'])
      expect([address, (await guess(address)).status]).toEqual([address, 401]);
    for (let host = 1; host <= 101; host++) expect((await guess(`::ffff:102:${host}`)).status).toBe(401);
  });

  it('refuses no right guess because of others at once: from one address, as many as there are (S10)', async () => {
    const guesser = new Guesser(behind.store);
    const address = crypto.randomUUID();
    const guess = () => guesser.guess({ account: crypto.randomUUID(), address, isRight: true });
    const answers = await Promise.all(Array.from({ length: 250 }, guess));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  });

  it('counts parallel guesses too (S10)', async () => {
    const guesser = new Guesser(behind.store);
    const address = crypto.randomUUID();
    const atOnce = async (count: number, isRight: boolean) => {
      const guess = () => guesser.guess({ account: crypto.randomUUID(), address, isRight });
      const answers = await Promise.all(Array.from({ length: count }, guess));
      return answers.map(({ status }) => status).sort();
    };
    expect(await atOnce(60, false)).toEqual(Array(60).fill(401));
    expect(await atOnce(40, true)).toEqual(Array(40).fill(200));
    expect(await atOnce(300, false)).toEqual([...Array(40).fill(401), ...Array(260).fill(429)]);
    expect(guesser.tries).toBe(140);
  });

  it('counts the guesses of all processes on one database together (S10)', async () => {
    const guesser = new Guesser(behind.store, 4);
    const address = crypto.randomUUID();
    const atOnce = async (count: number, more: () => Parameters<Guesser['guess']>[0]) => {
      const answers = await Promise.all(Array.from({ length: count }, () => guesser.guess(more())));
      return answers.map(({ status }) => status).sort();
    };
    expect(await atOnce(40, () => ({}))).toEqual([...Array(10).fill(401), ...Array(30).fill(429)]);
    expect(guesser.tries).toBe(10);
    const anyone = (isRight: boolean) => () => ({ account: crypto.randomUUID(), address, isRight });
    expect(await atOnce(60, anyone(true))).toEqual(Array(60).fill(200));
    expect(await atOnce(60, anyone(false))).toEqual(Array(60).fill(401));
    expect(await atOnce(60, anyone(false))).toEqual([...Array(40).fill(401), ...Array(20).fill(429)]);
  });

  it('counts wrong guesses only: no successes, and no other failures', async () => {
    const guesser = new Guesser(behind.store);
    expect(await guesser.guessTimes(30, { isRight: true })).toEqual(Array(30).fill(200));
    expect(await guesser.guessTimes(30, { code: 'ACCOUNT_DISABLED' })).toEqual(Array(30).fill(401));
    expect(await guesser.guessTimes(11)).toEqual([...Array(10).fill(401), 429]);
  });

  it('neither forgets nor prolongs anything when the clock is set back (S46)', async () => {
    const guesser = new Guesser(behind.store);
    await guesser.guessTimes(10);
    guesser.now -= 5 * hour;
    expect(await guesser.guess({ isRight: true })).toEqual({ status: 429, wait: 900 });
    guesser.now += 15 * minute;
    expect(await guesser.guess({ isRight: true })).toMatchObject({ status: 200 });
    await guesser.guessTimes(5);
    guesser.now -= minute;
    expect(await guesser.guessTimes(6)).toEqual([...Array(5).fill(401), 429]);
  });

  it('remembers over a restart (S46)', async () => {
    const { owner } = await api.workspace();
    const wrong = { email: owner.email, password: 'Wrong-otter-41' };
    for (let count = 0; count < 10; count++) expect((await api.post(login, wrong)).status).toBe(401);
    await behind.restart();
    const held = await api.post(login, { email: owner.email, password: owner.password });
    expect([held.status, Number(held.headers.get('retry-after')) > 800]).toEqual([429, true]);
  });

  it('believes no header about where a request comes from (S11)', async () => {
    const { id, owner } = await api.workspace();
    const statuses: number[] = [];
    for (let count = 0; count < 14; count++) {
      const address = `203.0.113.${count}`;
      const headers = { 'X-Forwarded-For': address, 'X-Real-IP': address, Forwarded: `for=${address}` };
      statuses.push((await api.post(login, { email: owner.email, password: 'Wrong-otter-41' }, { headers })).status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), ...Array(4).fill(429)]);
    await api.setClock(id, hour);
    const signedIn = await api.signIn(owner, { headers: { 'X-Forwarded-For': '203.0.113.9' } });
    const { body } = await api.get('/api/v1/auth/sessions', { token: signedIn.access_token });
    expect(body.data[0].ip_address).toContain('127.0.0.1');
  });

  it('limits an unknown address like the address of a user (S13)', async () => {
    const email = `${crypto.randomUUID()}@northwind.example`;
    const { owner } = await api.workspace();
    for (const [index, status] of [...Array(10).fill(401), 429].entries()) {
      const [unknown, known] = await Promise.all(
        [email, owner.email].map((one) => api.post(login, { email: one, password: 'Wrong-otter-41' })),
      );
      expect([index, unknown?.status, known?.status]).toEqual([index, status, status]);
      expect(unknown?.text).toBe(known?.text);
    }
  });
});

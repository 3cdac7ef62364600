import { expect, it } from 'vitest';
import { Challenges } from '../../../src/sandbox/auth/challenges.js';
import { type ChallengeRow, users } from '../../../src/sandbox/db/tables.js';
import type { Platform } from '../../../src/sandbox/platform.js';
import { seededPassword, seededTotpSecret } from '../../../src/sandbox/seed/seed-workspace.js';
import { serveOn } from '../api.js';
import { Authenticator, challengeOf, enrol, step } from '../authenticator.js';
import { onEveryStore } from '../stores.js';

const me = '/api/v1/users/me';
const challenge = '/api/v1/auth/2fa/challenge';
const expired = { status: 401, body: { success: false, error: { code: 'CHALLENGE_EXPIRED' } } };
const wrong = { status: 401, body: { success: false, error: { code: 'INVALID_CODE' } } };

onEveryStore((kind) => {
  const { api, behind } = serveOn(kind);

  it('asks for a second factor after the right password, and signs in by it', async () => {
    const workspace = await api.workspace();
    const { owner } = workspace;
    const { clock, app } = await enrol(api, workspace, owner);
    const asked = await api.post('/api/v1/auth/login', { email: owner.email, password: owner.password });
    expect(asked.body.data).toEqual({
      two_factor_required: true,
      challenge_token: expect.any(String),
      methods: ['totp', 'recovery_code'],
      expires_at: expect.any(String),
    });
    expect(asked.headers.getSetCookie()).toEqual([]);
    const { challenge_token } = asked.body.data;
    const { status, body } = await api.post(challenge, { challenge_token, code: app.at(clock.now) });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ two_factor_required: false, expires_in: 900, user: { id: owner.user_id } });
    expect((await api.get(me, { token: body.data.access_token })).status).toBe(200);
    expect((await api.post('/api/v1/auth/refresh', { refresh_token: body.data.refresh_token })).status).toBe(200);
  });

  it('takes codes in any digits, with other dashes and with invisible characters (D41)', async () => {
    const workspace = await api.workspace();
    const { owner } = workspace;
    const { clock, app, recoveryCodes } = await enrol(api, workspace, owner);
    const answer = async (factor: object) => {
      const challenge_token = await challengeOf(api, owner);
      return (await api.post(challenge, { challenge_token, ...factor })).status;
    };
    const persian = app.at(clock.now).replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)));
    expect(await answer({ code: `\u200b${persian.slice(0, 3)}–${persian.slice(3)}` })).toBe(200);
    const [first = '', second = '', third = ''] = recoveryCodes;
    const fullWidth = first.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    for (const recovery_code of [fullWidth, second.replaceAll('-', '—'), `\ufeff${third.replaceAll('-', '\u200b ')}`]) {
      expect(await answer({ recovery_code }), recovery_code).toBe(200);
    }
  });

  it('hands pages of its own their cookies only after the second factor (S40)', async () => {
    const workspace = await api.workspace();
    const { clock, app } = await enrol(api, workspace, workspace.owner);
    const { email, password } = workspace.owner;
    const headers = { Origin: api.url };
    const asked = await api.post('/api/v1/auth/login', { email, password }, { headers });
    expect(asked.headers.getSetCookie()).toEqual([]);
    const { challenge_token } = asked.body.data;
    const done = await api.post(challenge, { challenge_token, code: app.at(clock.now) }, { headers });
    expect(done.headers.getSetCookie()).toHaveLength(2);
  });

  it('accepts a challenge token for a challenge only, and no other token for one (S17)', async () => {
    const workspace = await api.workspace();
    const { owner, admin } = workspace;
    const { clock, app } = await enrol(api, workspace, owner);
    const { access_token, refresh_token } = await api.signIn(admin);
    const challenge_token = await challengeOf(api, owner);
    expect((await api.get(me, { token: challenge_token })).status).toBe(401);
    expect((await api.post('/api/v1/auth/refresh', { refresh_token: challenge_token })).status).toBe(401);
    expect((await api.get('/api/v1/agents/', { key: challenge_token })).status).toBe(401);
    const code = app.at(clock.now);
    for (const token of [owner.access_token, access_token, refresh_token, 'x', challenge_token.toLowerCase()]) {
      expect(await api.post(challenge, { challenge_token: token, code })).toMatchObject(expired);
    }
    expect((await api.post(challenge, { challenge_token, code })).status).toBe(200);
  });

  it('rejects a code of another user (S17)', async () => {
    const workspace = await api.workspace();
    const { clock, app } = await enrol(api, workspace, workspace.owner);
    const other = await enrol(api, workspace, workspace.admin);
    await clock.advance(step);
    const challenge_token = await challengeOf(api, workspace.owner);
    expect(await api.post(challenge, { challenge_token, code: other.app.at(clock.now) })).toMatchObject(wrong);
    const [recovery_code] = other.recoveryCodes;
    expect(await api.post(challenge, { challenge_token, recovery_code })).toMatchObject(wrong);
    expect((await api.post(challenge, { challenge_token, code: app.at(clock.now) })).status).toBe(200);
  });

  it('is answered once, and within five minutes (S17, S46)', async () => {
    const workspace = await api.workspace();
    const { clock, app } = await enrol(api, workspace, workspace.owner);
    const used = await challengeOf(api, workspace.owner);
    expect((await api.post(challenge, { challenge_token: used, code: app.at(clock.now) })).status).toBe(200);
    await clock.advance(step);
    expect(await api.post(challenge, { challenge_token: used, code: app.at(clock.now) })).toMatchObject(expired);
    for (const later of [5 * 60_000, -6 * 60_000]) {
      const challenge_token = await challengeOf(api, workspace.owner);
      await clock.advance(later);
      expect(await api.post(challenge, { challenge_token, code: app.at(clock.now) })).toMatchObject(expired);
    }
  });

  it('bears five wrong answers, and new challenges give the account no more than ten (S12)', async () => {
    const workspace = await api.workspace();
    const { owner, admin } = workspace;
    const { clock, app } = await enrol(api, workspace, owner);
    await enrol(api, workspace, admin);
    const rounds = kind.isLasting ? 20 : 100; // a database on disk is slower
    let answered = 0;
    let held = 0;
    for (let round = 0; round < rounds; round++) {
      const challenge_token = await challengeOf(api, owner); // the password is correct
      for (let count = 0; count < (round < 3 ? 6 : 1); count++) {
        const { status, body } = await api.post(challenge, { challenge_token, code: app.at(clock.now - 9 * step) });
        if (status === 429) held += 1;
        else if (body.error.code === 'INVALID_CODE') answered += 1;
        else expect([round, count, body.error.code]).toEqual([round, 5, 'CHALLENGE_EXPIRED']);
      }
    }
    expect([answered, held]).toEqual([10, rounds + 3]);
    const elsewhere = { headers: { 'X-Forwarded-For': '203.0.113.9', Forwarded: 'for=203.0.113.9' } };
    const challenge_token = await challengeOf(api, owner);
    const right = { challenge_token, code: app.at(clock.now) };
    const refused = await api.post(challenge, right, elsewhere);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 800]).toEqual([429, true]);
    expect(await challengeOf(api, admin)).toEqual(expect.any(String)); // other users are not limited
    await clock.advance(16 * 60_000);
    const later = { challenge_token: await challengeOf(api, owner), code: app.at(clock.now) };
    expect((await api.post(challenge, later)).status).toBe(200);
  });

  it('bears five answers at the same moment, whichever processes they reach (S12)', async () => {
    const workspace = await api.workspace();
    const { clock } = await enrol(api, workspace, workspace.owner);
    const token = await challengeOf(api, workspace.owner);
    const challenges = new Challenges({ store: behind.store } as Platform);
    const found = (await challenges.find(token)) as ChallengeRow;
    const answers = Array.from({ length: 20 }, () => challenges.countAnswer(found, clock.now));
    const counted = (await Promise.allSettled(answers)).filter(({ status }) => status === 'fulfilled');
    expect(counted).toHaveLength(5);
  });

  it('dies with the password it was given for (S21)', async () => {
    const workspace = await api.workspace();
    const { owner } = workspace;
    const { clock, app } = await enrol(api, workspace, owner);
    const challenge_token = await challengeOf(api, owner);
    const changed = await api.post(
      '/api/v1/auth/change-password',
      { current_password: owner.password, new_password: 'Lantern-quiet-88' },
      { token: owner.access_token },
    );
    expect(changed.status).toBe(200);
    expect(await api.post(challenge, { challenge_token, code: app.at(clock.now) })).toMatchObject(expired);
  });

  it('rejects a user who was disabled meanwhile (S21)', async () => {
    const workspace = await api.workspace();
    const { owner } = workspace;
    const { clock, app } = await enrol(api, workspace, owner);
    const challenge_token = await challengeOf(api, owner);
    await behind.store.update(users, { id: owner.user_id }, { status: 'DISABLED' });
    expect(await api.post(challenge, { challenge_token, code: app.at(clock.now) })).toMatchObject({
      status: 403,
      body: { error: { code: 'ACCOUNT_DISABLED' } },
    });
  });

  it('has users in a seeded workspace who are asked for a code, and who have a temporary password', async () => {
    const asked = { email: 'kofi.mensah@northwind.example', password: seededPassword };
    const { body } = await api.post('/api/v1/auth/login', asked);
    const code = new Authenticator(seededTotpSecret).at(Date.now());
    const { challenge_token } = body.data;
    expect(await api.post(challenge, { challenge_token, code })).toMatchObject({
      status: 200,
      body: { data: { user: { two_factor_enabled: true } } },
    });
    const temporary = { email: 'priya.raman@northwind.example', password: seededPassword };
    expect((await api.post('/api/v1/auth/login', temporary)).body.data).toMatchObject({ must_change_password: true });
  });

  it('wants exactly one of the two factors', async () => {
    for (const factors of [{}, { code: '123456', recovery_code: 'x' }, { code: '12345' }, { recovery_code: '' }]) {
      expect((await api.post(challenge, { challenge_token: 'x', ...factors })).status).toBe(422);
    }
  });
});

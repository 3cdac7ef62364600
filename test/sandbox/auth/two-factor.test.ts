import { expect, it } from 'vitest';
import { twoFactors, users } from '../../../src/sandbox/db/tables.js';
import { type Account, serveOn } from '../api.js';
import { Authenticator, challengeOf, enrol, StepClock, step } from '../authenticator.js';
import { onEveryStore } from '../stores.js';

const twoFactor = '/api/v1/auth/2fa';
const challenge = `${twoFactor}/challenge`;
const off = { enabled: false, method: null, pending: false };

onEveryStore((kind) => {
  const { api, behind } = serveOn(kind);

  const stateOf = async ({ access_token: token }: Account) => (await api.get(twoFactor, { token })).body.data;
  const begin = ({ access_token: token, password }: Account) => api.post(`${twoFactor}/setup`, { password }, { token });
  const verify = ({ access_token: token }: Account, code: string) =>
    api.post(`${twoFactor}/verify`, { code }, { token });
  const disable = ({ access_token: token, password }: Account, factor: object) =>
    api.post(`${twoFactor}/disable`, { password, ...factor }, { token });
  const replace = ({ access_token: token, password }: Account, code: string) =>
    api.post(`${twoFactor}/recovery-codes`, { password, code }, { token });
  const refused = (status: number, code: string) => ({ status, body: { success: false, error: { code } } });

  it('is set up in two steps, and shows the secret and the recovery codes once', async () => {
    const workspace = await api.workspace();
    const { owner } = workspace;
    const clock = await StepClock.of(api, workspace);
    expect(await stateOf(owner)).toMatchObject(off);
    const begun = await begin(owner);
    expect(begun.status).toBe(200);
    expect(begun.body.data.secret).toMatch(/^[A-Z2-7]{32}$/); // 160 bits, as RFC 4226 recommends
    expect(begun.body.data.otpauth_url).toContain(`secret=${begun.body.data.secret}`);
    expect(Date.parse(begun.body.data.expires_at) - clock.now).toBeGreaterThan(590_000);
    expect(await stateOf(owner)).toMatchObject({ ...off, pending: true });

    const app = new Authenticator(begun.body.data.secret);
    const { status, body } = await verify(owner, app.at(clock.now));
    expect([status, body.data.enabled]).toEqual([200, true]);
    expect(new Set(body.data.recovery_codes).size).toBe(10);
    const state = await api.get(twoFactor, { token: owner.access_token });
    expect(state.body.data).toMatchObject({
      enabled: true,
      method: 'totp',
      pending: false,
      recovery_codes_remaining: 10,
      enabled_at: expect.any(String),
    });
    for (const secret of [begun.body.data.secret, ...body.data.recovery_codes])
      expect(state.text).not.toContain(secret);
    const me = await api.get('/api/v1/users/me', { token: owner.access_token });
    expect(me.body.data.two_factor_enabled).toBe(true);
  });

  it('stores neither secret nor recovery codes so that a thief could read them (S16)', async () => {
    const workspace = await api.workspace();
    const begun = await begin(workspace.admin);
    const pending = await behind.place.dump();
    expect(pending).not.toContain(begun.body.data.secret);
    const { recoveryCodes } = await enrol(api, workspace, workspace.owner);
    const dump = await behind.place.dump();
    expect(dump).toContain(workspace.owner.email);
    for (const code of recoveryCodes) {
      expect(dump).not.toContain(code);
      expect(dump).not.toContain(code.replaceAll('-', ''));
      expect(dump).not.toContain(code.replaceAll('-', '').slice(4));
    }
  });

  it('asks for the password first, and for no code from users without one', async () => {
    const { owner, member } = await api.workspace();
    expect(await begin({ ...owner, password: 'Wrong-otter-41' })).toMatchObject(refused(401, 'INVALID_CREDENTIALS'));
    expect(await stateOf(owner)).toMatchObject(off);
    await behind.store.update(users, { id: member.user_id }, { password_hash: null, auth_provider: 'google' });
    expect(await begin(member)).toMatchObject(refused(409, 'CONFLICT'));
    expect((await api.get('/api/v1/users/me', { token: owner.access_token })).status).toBe(200);
  });

  it('rejects operations that don’t fit the current state', async () => {
    const workspace = await api.workspace();
    const { owner, admin } = workspace;
    expect(await verify(owner, '123456')).toMatchObject(refused(409, 'CONFLICT'));
    expect(await disable(owner, { code: '123456' })).toMatchObject(refused(409, 'CONFLICT'));
    expect(await replace(owner, '123456')).toMatchObject(refused(409, 'CONFLICT'));
    const { app, clock } = await enrol(api, workspace, admin);
    expect(await begin(admin)).toMatchObject(refused(409, 'CONFLICT'));
    expect(await verify(admin, app.at(clock.now))).toMatchObject(refused(409, 'CONFLICT'));
    expect(await disable(admin, {})).toMatchObject({ status: 422 });
    expect(await disable(admin, { code: app.at(clock.now), recovery_code: 'x' })).toMatchObject({ status: 422 });
    expect(await disable(admin, { code: '12345' })).toMatchObject({
      body: { error: { details: { fields: { code: ['code'] } } } },
    });
  });

  it('expires a setup after ten minutes, also where the clock is changed (S46)', async () => {
    const workspace = await api.workspace();
    const { owner } = workspace;
    for (const later of [10 * 60_000, -11 * 60_000]) {
      const clock = await StepClock.of(api, workspace);
      const begun = await begin(owner);
      await clock.advance(later);
      const app = new Authenticator(begun.body.data.secret);
      expect(await verify(owner, app.at(clock.now))).toMatchObject(refused(410, 'SETUP_EXPIRED'));
      expect(await stateOf(owner)).toMatchObject(off);
    }
  });

  it('forgets an earlier set-up for a later one', async () => {
    const workspace = await api.workspace();
    const clock = await StepClock.of(api, workspace);
    const first = new Authenticator((await begin(workspace.owner)).body.data.secret);
    const second = new Authenticator((await begin(workspace.owner)).body.data.secret);
    expect(await verify(workspace.owner, first.at(clock.now))).toMatchObject(refused(422, 'INVALID_CODE'));
    expect((await verify(workspace.owner, second.at(clock.now))).status).toBe(200);
  });

  it('is turned on once, however many send the code at once (S14)', async () => {
    const workspace = await api.workspace();
    const clock = await StepClock.of(api, workspace);
    const app = new Authenticator((await begin(workspace.owner)).body.data.secret);
    const code = app.at(clock.now);
    const answers = await Promise.all(Array.from({ length: 8 }, () => verify(workspace.owner, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    const [done] = answers.filter(({ status }) => status === 200);
    const [recovery_code] = done?.body.data.recovery_codes ?? [];
    expect((await disable(workspace.owner, { recovery_code })).status).toBe(200);
  });

  it('accepts the code of a time step once, also in parallel, and no code of an earlier step after it (S14)', async () => {
    const workspace = await api.workspace();
    const { clock, app } = await enrol(api, workspace, workspace.owner);
    const codes = [app.at(clock.now - step), app.at(clock.now), app.at(clock.now + step)];
    const tokens = await Promise.all(Array.from({ length: 20 }, () => challengeOf(api, workspace.owner)));
    const answers = await Promise.all(
      tokens.map((challenge_token) => api.post(challenge, { challenge_token, code: codes[1] })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 401 || status === 429)).toHaveLength(19);

    await clock.advance(16 * 60_000); // the limit has ended
    const answer = async (code: string) =>
      (await api.post(challenge, { challenge_token: await challengeOf(api, workspace.owner), code })).status;
    const [earlier, present, next] = [clock.now - step, clock.now, clock.now + step].map((now) => app.at(now));
    expect(await answer(next ?? '')).toBe(200);
    expect(await answer(present ?? '')).toBe(401);
    expect(await answer(earlier ?? '')).toBe(401);
    expect(await answer(next ?? '')).toBe(401);
  });

  it('rejects a used code after a restart and after the clock was set back (S14, S46)', async () => {
    const workspace = await api.workspace();
    const { clock, app } = await enrol(api, workspace, workspace.owner);
    const answer = async (now: number) =>
      (await api.post(challenge, { challenge_token: await challengeOf(api, workspace.owner), code: app.at(now) }))
        .status;
    expect(await answer(clock.now)).toBe(200);
    await behind.restart();
    await clock.advance(0); // the restarted server has lost the offset of its clock
    expect(await answer(clock.now)).toBe(401);
    await clock.advance(-step);
    expect(await answer(clock.now)).toBe(401);
    expect(await answer(clock.now + step)).toBe(401);
    await clock.advance(2 * step);
    expect(await answer(clock.now)).toBe(200);
  });

  it('accepts codes of the step before and the step after, and no others (S15)', async () => {
    const workspace = await api.workspace();
    const { clock, app } = await enrol(api, workspace, workspace.owner);
    const answer = async (offset: number) => {
      await clock.advance(10 * step); // so that no code of these steps was used before
      const challenge_token = await challengeOf(api, workspace.owner);
      return (await api.post(challenge, { challenge_token, code: app.at(clock.now + offset * step) })).status;
    };
    for (const [offset, status] of [
      [-2, 401],
      [-1, 200],
      [0, 200],
      [1, 200],
      [2, 401],
    ] as const) {
      expect([offset, await answer(offset)]).toEqual([offset, status]);
    }
  });

  it('accepts each recovery code once, also in parallel (S16)', async () => {
    const workspace = await api.workspace();
    const { recoveryCodes } = await enrol(api, workspace, workspace.owner);
    const [first, second = ''] = recoveryCodes;
    const tokens = await Promise.all(Array.from({ length: 20 }, () => challengeOf(api, workspace.owner)));
    const answers = await Promise.all(
      tokens.map((challenge_token) => api.post(challenge, { challenge_token, recovery_code: first })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await stateOf(workspace.owner)).toMatchObject({ recovery_codes_remaining: 9 });
    await api.setClock(workspace.id, 20 * 60_000);
    const signedIn = await api.post(challenge, {
      challenge_token: await challengeOf(api, workspace.owner),
      recovery_code: ` ${second.toUpperCase().replaceAll('-', ' ')}`, // as copied from paper
    });
    expect(signedIn.status).toBe(200);
    const { body } = await api.get(twoFactor, { token: signedIn.body.data.access_token });
    expect(body.data.recovery_codes_remaining).toBe(8);
  });

  it('replaces all recovery codes for a password and a code, and the old ones are dead (S16)', async () => {
    const workspace = await api.workspace();
    const { owner } = workspace;
    const { clock, app, recoveryCodes } = await enrol(api, workspace, owner);
    expect(await replace({ ...owner, password: 'Wrong-otter-41' }, app.at(clock.now))).toMatchObject(
      refused(401, 'INVALID_CREDENTIALS'),
    );
    expect(await replace(owner, app.at(clock.now - 5 * step))).toMatchObject(refused(422, 'INVALID_CODE'));
    const { status, body } = await replace(owner, app.at(clock.now));
    expect(status).toBe(200);
    const fresh: string[] = body.data.recovery_codes;
    expect(new Set([...fresh, ...recoveryCodes]).size).toBe(20);
    expect(await replace(owner, app.at(clock.now))).toMatchObject(refused(422, 'INVALID_CODE'));
    const [old] = recoveryCodes;
    expect(await disable(owner, { recovery_code: old })).toMatchObject(refused(422, 'INVALID_CODE'));
    expect((await disable(owner, { recovery_code: fresh[0] })).status).toBe(200);
  });

  it('is disabled with the password and either factor, and sign-in then needs no code', async () => {
    const workspace = await api.workspace();
    const { owner } = workspace;
    const { clock, app } = await enrol(api, workspace, owner);
    expect(await disable({ ...owner, password: 'Wrong-otter-41' }, { code: app.at(clock.now) })).toMatchObject(
      refused(401, 'INVALID_CREDENTIALS'),
    );
    expect((await disable(owner, { code: app.at(clock.now) })).body).toEqual({ success: true, message: 'OK' });
    expect(await stateOf(owner)).toMatchObject(off);
    expect(await behind.store.get(twoFactors, owner.user_id)).toBeUndefined();
    expect(await api.signIn(owner)).toMatchObject({ two_factor_required: false });
  });

  it('limits guesses of codes, wherever they are asked for (S12)', async () => {
    const workspace = await api.workspace();
    const { owner } = workspace;
    const { clock, app } = await enrol(api, workspace, owner);
    for (let count = 0; count < 4; count++) {
      expect(await disable(owner, { code: app.at(clock.now - 9 * step) })).toMatchObject(refused(422, 'INVALID_CODE'));
    }
    for (let count = 0; count < 6; count++) {
      expect(await replace(owner, app.at(clock.now - 9 * step))).toMatchObject(refused(422, 'INVALID_CODE'));
    }
    const held = await disable(owner, { code: app.at(clock.now) });
    expect(held).toMatchObject(refused(429, 'RATE_LIMITED'));
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(800);
    const challenge_token = await challengeOf(api, owner);
    expect(await api.post(challenge, { challenge_token, code: app.at(clock.now) })).toMatchObject(
      refused(429, 'RATE_LIMITED'),
    );
    await clock.advance(16 * 60_000);
    const { access_token } = (
      await api.post(challenge, { challenge_token: await challengeOf(api, owner), code: app.at(clock.now) })
    ).body.data;
    await clock.advance(step);
    expect((await disable({ ...owner, access_token }, { code: app.at(clock.now) })).status).toBe(200);
  });
});

import { expect, it } from 'vitest';
import { refreshTokens } from '../../../src/sandbox/db/tables.js';
import { serveOn } from '../api.js';
import { challengeOf, enrol, step } from '../authenticator.js';
import { onEveryStore } from '../stores.js';

onEveryStore((kind) => {
  const { api, behind } = serveOn(kind);

  it('logs each event in one line with the user, and no secret (S44)', async () => {
    const workspace = await api.workspace();
    const { owner } = workspace;
    const injected = 'eve@northwind.example\n{"event":"sign_in","userId":"forged"}';
    const next = 'Lantern-quiet-88';
    api.log.length = 0;

    const wrong = { email: owner.email, password: 'canary-password' };
    expect((await api.post('/api/v1/auth/login', wrong)).status).toBe(401);
    await api.post('/api/v1/auth/login', { email: injected, password: 'canary-password' });
    const signedIn = await api.signIn(owner);
    const token = signedIn.access_token;
    const { clock, app, recoveryCodes } = await enrol(api, workspace, { ...owner, access_token: token });
    const challenges = [await challengeOf(api, owner), await challengeOf(api, owner)];
    const codes = [app.at(clock.now - 9 * step), app.at(clock.now)];
    const answer = (challenge_token: string | undefined, factor: object) =>
      api.post('/api/v1/auth/2fa/challenge', { challenge_token, ...factor });
    expect((await answer(challenges[0], { code: codes[0] })).status).toBe(401);
    const second = (await answer(challenges[0], { code: codes[1] })).body.data;
    const third = (await answer(challenges[1], { recovery_code: recoveryCodes[0] })).body.data;
    const all = (await api.get('/api/v1/auth/sessions', { token })).body.data;
    await api.send('DELETE', `/api/v1/auth/sessions/${all[1].id}`, { token });
    await api.post('/api/v1/auth/sessions/revoke-others', undefined, { token });
    await clock.advance(step);
    const code = app.at(clock.now);
    const replaced = await api.post('/api/v1/auth/2fa/recovery-codes', { password: owner.password, code }, { token });
    await clock.advance(step);
    const factor = { password: owner.password, code: app.at(clock.now) };
    expect((await api.post('/api/v1/auth/2fa/disable', factor, { token })).status).toBe(200);
    const change = { current_password: owner.password, new_password: next };
    expect((await api.post('/api/v1/auth/change-password', change, { token })).status).toBe(200);
    expect((await api.post('/api/v1/auth/logout', undefined, { token })).status).toBe(200);

    const events = api.log.map(({ event }) => event);
    expect(events).toEqual([
      ...['sign_in_refused', 'sign_in_refused', 'sign_in', 'two_factor_on', 'sign_in_refused', 'sign_in'],
      ...['recovery_code_used', 'sign_in', 'session_revoked', 'other_sessions_revoked', 'recovery_codes_replaced'],
      ...['two_factor_off', 'password_changed', 'sign_out'],
    ]);
    const own = api.log.filter(({ userId }) => userId === owner.user_id);
    expect(own).toHaveLength(13); // all entries except the one without a user
    for (const { requestId } of api.log) expect(requestId).toMatch(/^[\da-f-]{36}$/);

    const secrets = [
      ...['canary-password', owner.password, next, injected, 'forged', owner.email],
      ...[signedIn, second, third].flatMap(({ access_token, refresh_token }) => [access_token, refresh_token]),
      ...challenges,
      ...recoveryCodes,
      ...replaced.body.data.recovery_codes,
    ];
    for (const entry of api.log) {
      const line = JSON.stringify(entry);
      expect(line).not.toContain('\n');
      for (const secret of secrets) expect(line).not.toContain(secret);
      // Other numbers may contain short codes by chance, so codes are only compared with entire fields.
      for (const value of Object.values(entry)) expect([...codes, code]).not.toContain(value);
    }
  });

  it('says when attempts are used up, and when a refresh token comes back (S44)', async () => {
    const { id, owner } = await api.workspace();
    const { refresh_token } = await api.signIn(owner);
    await api.post('/api/v1/auth/refresh', { refresh_token });
    await api.setClock(id, 60_000);
    api.log.length = 0;
    expect((await api.post('/api/v1/auth/refresh', { refresh_token })).status).toBe(401);
    expect(api.log).toMatchObject([{ event: 'refresh_token_reused', userId: owner.user_id }]);
    for (let count = 0; count < 11; count++) {
      await api.post('/api/v1/auth/login', { email: owner.email, password: 'Wrong-otter-41' });
    }
    expect(api.log.at(-2)).toMatchObject({ event: 'attempts_exhausted', kind: 'login' });
    expect(api.log.at(-1)).toMatchObject({ event: 'sign_in_refused', code: 'RATE_LIMITED' });
    const tokens = await behind.store.find(refreshTokens, {});
    for (const { hash } of tokens) expect(JSON.stringify(api.log)).not.toContain(hash);
  });
});

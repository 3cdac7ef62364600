import { describe, expect, it } from 'vitest';
import { MailNotSentError } from '../../../src/sandbox/mail/mail.js';
import { type Account, type Api, serveOn, type TestWorkspace } from '../api.js';
import { Authenticator, StepClock, step } from '../authenticator.js';
import { type StoreKind, storeKinds } from '../stores.js';

const memory = storeKinds[0] as StoreKind;
const auth = '/api/v1/auth';

/** Changes each credential of an account once; returns the replies and all secrets that occurred. */
async function changeEverything(api: Api, workspace: TestWorkspace, account: Account, headers = {}) {
  const clock = await StepClock.of(api, workspace);
  const post = async (path: string, body: object, token = account.access_token) => {
    const answer = await api.post(path, body, { token, headers });
    expect(answer.status, path).toBe(200);
    return answer.body.data;
  };
  const { password } = account;
  const { key } = await post('/api/v1/api-keys', { name: 'Billing at evil.example' });
  const { secret } = await post(`${auth}/2fa/setup`, { password });
  const app = new Authenticator(secret);
  const { recovery_codes } = await post(`${auth}/2fa/verify`, { code: app.at(clock.now) });
  await clock.advance(step);
  const replaced = await post(`${auth}/2fa/recovery-codes`, { password, code: app.at(clock.now) });
  await post(`${auth}/2fa/disable`, { password, recovery_code: replaced.recovery_codes[0] });
  const next = 'Lantern-quiet-88';
  await post(`${auth}/change-password`, { current_password: password, new_password: next });
  return [key, secret, password, next, ...recovery_codes, ...replaced.recovery_codes] as string[];
}

describe('a change of a credential', () => {
  const { api } = serveOn(memory);
  const mails = async (to: string) => (await api.get(`/__sandbox/mail?to=${encodeURIComponent(to)}`)).body.reverse();

  it('is mailed to its user once, without any secret and without a link', async () => {
    const workspace = await api.workspace();
    const { owner, admin } = workspace;
    const secrets = await changeEverything(api, workspace, owner);
    const sent = await mails(owner.email);
    expect(sent.map(({ subject }: { subject: string }) => subject.replaceAll('\u2060', ''))).toEqual([
      'A new API key was created: “Billing at evil.example”',
      'Two-factor authentication was turned on for your Agni account',
      'Your recovery codes for Agni were replaced',
      'Two-factor authentication was turned off for your Agni account',
      'Your Agni password was changed',
    ]);
    for (const { text, html } of sent) {
      expect(text).toContain(`Account: ${owner.email}`);
      expect(text).toMatch(/^Time: .+ UTC$/m);
      expect(text).toContain("If this wasn't you, change your password");
      expect(text + html).not.toMatch(/evil\.example|<a /);
      expect(text).not.toContain('{');
      for (const secret of secrets) expect(text + html).not.toContain(secret);
    }
    expect(await mails(admin.email)).toEqual([]);
  });

  it('is mailed in the language of the request', async () => {
    const workspace = await api.workspace();
    await changeEverything(api, workspace, workspace.admin, { 'Accept-Language': 'de-AT' });
    const [mail] = (await mails(workspace.admin.email)).reverse();
    expect(mail.subject).toBe('Ihr Passwort für Agni wurde geändert');
    expect(mail.html).toContain('<html lang="de" dir="ltr">');
  });

  it('that is refused is not mailed', async () => {
    const { member } = await api.workspace();
    const body = { current_password: 'wrong', new_password: 'Lantern-quiet-88' };
    expect((await api.post(`${auth}/change-password`, body, { token: member.access_token })).status).toBe(401);
    expect((await api.post(`${auth}/2fa/setup`, { password: 'wrong' }, { token: member.access_token })).status).toBe(
      401,
    );
    expect(await mails(member.email)).toEqual([]);
  });
});

describe('a mail server that fails', () => {
  const failing = { send: () => Promise.reject(new MailNotSentError('ECONNREFUSED')) };
  const { api } = serveOn(memory, { sender: failing });

  it('undoes no change of a credential, and is named in the log', async () => {
    const workspace = await api.workspace();
    const secrets = await changeEverything(api, workspace, workspace.owner);
    const failures = api.log.filter(({ event }) => event === 'notice_failed');
    expect(failures).toHaveLength(5);
    for (const failure of failures)
      expect(failure).toMatchObject({ reason: 'ECONNREFUSED', requestId: expect.any(String) });
    for (const secret of secrets) expect(JSON.stringify(api.log)).not.toContain(secret);
    expect((await api.signIn({ ...workspace.owner, password: 'Lantern-quiet-88' })).access_token).toBeTruthy();
  });
});

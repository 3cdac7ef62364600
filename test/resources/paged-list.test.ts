import { expect } from '@open-wc/testing';
import { createClient } from '../../src/client/client.js';
import { listUsers } from '../../src/contract/users.js';
import { ApiSession } from '../../src/resources/api-session.js';
import { PagedList } from '../../src/resources/paged-list.js';
import { gate, json, network, refused } from '../network.js';
import { waitFor } from '../queries.js';

const person = (index: number) => ({ id: `u${index}`, email: `${index}@northwind.example`, role: 'MEMBER' });

type Told = { meta?: (total: number) => object | undefined; limit?: number };

/** A list on a server of so many people, who may come and go, that tells of them what it likes. */
function listOf(count: number, { meta = (total) => ({ total }), limit = 200 }: Told = {}) {
  const people = Array.from({ length: count }, (_, index) => person(index));
  const { fetch, sent } = network(({ url }) => {
    const offset = Number(url.searchParams.get('offset'));
    const found = people.filter(({ email }) => email.includes(url.searchParams.get('search') ?? ''));
    const size = Math.min(limit, Number(url.searchParams.get('limit')));
    const data = found.slice(offset, offset + size);
    return json(200, { success: true, message: '', data, meta: meta(found.length) });
  });
  const { list, shown, stop } = follow(fetch);
  const turned = async (start: number) => {
    list.turn(start);
    await settled(list);
    return shown();
  };
  return { list, people, sent, shown, turned, stop };
}

function follow(fetch: typeof globalThis.fetch) {
  const workspace = new ApiSession(createClient({ fetch, baseUrl: '/' }));
  const read: ConstructorParameters<typeof PagedList<{ id: string }>>[1] = (query, call) =>
    workspace.client.call(listUsers, { query }, call);
  const list = new PagedList(workspace, read, { search: '' });
  const stop = list.page.listen(() => undefined);
  /** Which rows are shown, what is said of how many there are, and whether more can be seen. */
  const shown = () => {
    const { state } = list.page;
    if (state.status !== 'ready') throw new Error(`The list is ${state.status}`);
    const { items, start, total, hasMore } = state.value;
    return { ids: items.map(({ id }) => id), start, total, hasMore };
  };
  return { list, shown, stop };
}

function settled(list: PagedList<{ id: string }>) {
  return waitFor(() => {
    if (list.page.state.status === 'loading' || list.isAsking) throw new Error('It still loads');
  });
}

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `u${from + index}`);

describe('a list read page by page', () => {
  it('shows twenty rows at a time, and stays where it is when it is read anew', async () => {
    const { list, sent, shown, turned } = listOf(45);
    await settled(list);
    expect(shown()).to.deep.equal({ ids: ids(0, 20), start: 0, total: 45, hasMore: true });
    expect(await turned(40)).to.deep.equal({ ids: ids(40, 45), start: 40, total: 45, hasMore: false });
    await list.page.load();
    expect(shown().start).to.equal(40);
    expect(sent.at(-1)?.url.search).to.equal('?limit=20&offset=40');
  });

  it('shows the last rows where those it stood at have gone (C34, C35)', async () => {
    const { list, people, shown, turned } = listOf(61);
    await turned(60);
    people.splice(25);
    await list.page.load();
    expect(shown()).to.deep.equal({ ids: ids(20, 25), start: 20, total: 25, hasMore: false });
    people.splice(0);
    await list.page.load();
    expect(shown()).to.deep.equal({ ids: [], start: 0, total: 0, hasMore: false });
  });

  it('can be read to its end where nothing says how long it is (C34)', async () => {
    const { list, shown, turned } = listOf(40, { meta: () => undefined });
    await settled(list);
    expect(shown()).to.include({ total: undefined, hasMore: true });
    expect(await turned(20)).to.include({ total: undefined, hasMore: true });
    expect(await turned(40)).to.include({ start: 20, hasMore: true });
  });

  it('goes by the rows where the total is untrue (C34)', async () => {
    const tooMany = listOf(25, { meta: () => ({ total: 10_000 }) });
    expect(await tooMany.turned(20)).to.include({ total: 25, hasMore: false });
    const tooFew = listOf(45, { meta: () => ({ total: 3 }) });
    await settled(tooFew.list);
    expect(tooFew.shown()).to.include({ total: undefined, hasMore: true });
    expect(await tooFew.turned(40)).to.include({ total: 45, hasMore: false });
    const promised = listOf(20, { meta: () => ({ total: '9999' }) });
    expect(await promised.turned(20)).to.include({ start: 0 });
  });

  it('pages through what comes all at once, and through what comes in smaller pages (C34)', async () => {
    const everything = Array.from({ length: 10_000 }, (_, index) => person(index));
    const whole = follow(network(() => json(200, { success: true, message: '', data: everything })).fetch);
    whole.list.turn(9_980);
    await settled(whole.list);
    expect(whole.shown()).to.deep.equal({ ids: ids(9_980, 10_000), start: 9_980, total: 10_000, hasMore: false });
    const small = listOf(25, { limit: 10, meta: (total) => ({ total, limit: 10 }) });
    expect(await small.turned(10)).to.deep.equal({ ids: ids(10, 20), start: 10, total: 25, hasMore: true });
  });

  it('shows nobody twice, whatever the server does (C35)', async () => {
    const data = [person(1), person(2), person(1)];
    const { list, shown } = follow(network(() => json(200, { success: true, message: '', data })).fetch);
    await settled(list);
    expect(shown().ids).to.deep.equal(['u1', 'u2']);
  });

  it('shows the answer to what was asked last, and drops what was asked before (C36)', async () => {
    const slow = gate();
    const { fetch, sent } = network(async ({ url }) => {
      const search = url.searchParams.get('search');
      if (search === 'a') await slow.passed;
      return json(200, { success: true, message: '', data: [{ ...person(0), id: search ?? 'all' }] });
    });
    const { list, shown } = follow(fetch);
    list.find({ search: 'a' });
    await waitFor(() => expect(sent.at(-1)?.url.searchParams.get('search')).to.equal('a'));
    const asked = sent.at(-1);
    list.find({ search: 'ab' });
    expect(asked?.signal.aborted).to.equal(true);
    await settled(list);
    slow.open();
    await list.page.value();
    expect(shown().ids).to.deep.equal(['ab']);
  });

  it('begins with the first row of what is looked for since, whoever turns the page before it is there (C36)', async () => {
    const { list, sent, shown, turned } = listOf(300);
    await settled(list);
    await turned(20);
    list.find({ search: '7' }, 10_000);
    await turned(40);
    expect(shown()).to.include({ start: 0 });
    expect(shown().ids[0]).to.equal('u7');
    expect(sent.at(-1)?.url).to.match(/search=7.*offset=0|offset=0.*search=7/);
  });

  it('waits until nothing more is typed', async () => {
    const { list, sent, shown } = listOf(45);
    await settled(list);
    list.find({ search: '1' }, 20);
    list.find({ search: '12' }, 20);
    expect(list.isAsking).to.equal(true);
    await settled(list);
    expect(shown().ids).to.deep.equal(['u12']);
    expect(sent).to.have.length(2);
  });

  it('keeps what it showed when another page can not be read, and then reads that one', async () => {
    let isDown = false;
    const { fetch } = network(({ url }) => {
      if (isDown) return refused(500, 'INTERNAL_ERROR');
      const start = Number(url.searchParams.get('offset'));
      const data = Array.from({ length: 20 }, (_, index) => person(start + index));
      return json(200, { success: true, message: '', data, meta: { total: 100 } });
    });
    const { list, shown } = follow(fetch);
    await settled(list);
    isDown = true;
    list.turn(20);
    await waitFor(() => expect(list.page.state).to.have.property('error'));
    expect(shown().start).to.equal(0);
    isDown = false;
    await list.page.load();
    expect(shown().start).to.equal(20);
  });

  it('asks nothing once nobody looks, and asks again when somebody does', async () => {
    const { list, sent, stop } = listOf(45);
    await settled(list);
    stop();
    list.find({ search: '12' });
    expect(sent).to.have.length(1);
    list.page.listen(() => undefined);
    await settled(list);
    expect(sent).to.have.length(2);
  });
});

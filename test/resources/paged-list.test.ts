import { expect } from '@open-wc/testing';
import { createClient } from '../../src/client/client.js';
import { listUsers } from '../../src/contract/users.js';
import { ApiSession } from '../../src/resources/api-session.js';
import { PagedList } from '../../src/resources/paged-list.js';
import { gate, json, network, refused } from '../network.js';
import { waitFor } from '../queries.js';

const user = (index: number) => ({ id: `u${index}`, email: `${index}@northwind.example`, role: 'MEMBER' });

type ServerPaging = { meta?: (total: number) => object | undefined; limit?: number };

/** A list on a server with `count` users, which the test may change, and with the paging data that `meta` returns. */
function listOf(count: number, { meta = (total) => ({ total }), limit = 200 }: ServerPaging = {}) {
  const users = Array.from({ length: count }, (_, index) => user(index));
  const { fetch, sent } = network(({ url }) => {
    const offset = Number(url.searchParams.get('offset'));
    const found = users.filter(({ email }) => email.includes(url.searchParams.get('search') ?? ''));
    const size = Math.min(limit, Number(url.searchParams.get('limit')));
    const data = found.slice(offset, offset + size);
    return json(200, { success: true, message: '', data, meta: meta(found.length) });
  });
  const { list, shown, stop } = listAt(fetch);
  const goneTo = async (start: number) => {
    list.goTo(start);
    await settled(list);
    return shown();
  };
  return { list, users, sent, shown, goneTo, stop };
}

function listAt(fetch: typeof globalThis.fetch) {
  const session = new ApiSession(createClient({ fetch, baseUrl: '/' }));
  const read: ConstructorParameters<typeof PagedList<{ id: string }>>[1] = (query, call) =>
    session.client.call(listUsers, { query }, call);
  const list = new PagedList(session, read, { search: '' });
  const stop = list.page.subscribe(() => undefined);
  /** The shown rows, the known total, and whether more rows can be shown. */
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
    if (list.page.state.status === 'loading' || list.isPending) throw new Error('The list still loads');
  });
}

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `u${from + index}`);

describe('a paged list', () => {
  it('shows twenty rows at a time, and stays on its page when it is refetched', async () => {
    const { list, sent, shown, goneTo } = listOf(45);
    await settled(list);
    expect(shown()).to.deep.equal({ ids: ids(0, 20), start: 0, total: 45, hasMore: true });
    expect(await goneTo(40)).to.deep.equal({ ids: ids(40, 45), start: 40, total: 45, hasMore: false });
    await list.page.refetch();
    expect(shown().start).to.equal(40);
    expect(sent.at(-1)?.url.search).to.equal('?limit=20&offset=40');
  });

  it('shows the last rows where those of its page were removed (C34, C35)', async () => {
    const { list, users, shown, goneTo } = listOf(61);
    await goneTo(60);
    users.splice(25);
    await list.page.refetch();
    expect(shown()).to.deep.equal({ ids: ids(20, 25), start: 20, total: 25, hasMore: false });
    users.splice(0);
    await list.page.refetch();
    expect(shown()).to.deep.equal({ ids: [], start: 0, total: 0, hasMore: false });
  });

  it('can be read to its end where the server sends no total (C34, D29)', async () => {
    const { list, shown, goneTo } = listOf(40, { meta: () => undefined });
    await settled(list);
    expect(shown()).to.include({ total: undefined, hasMore: true });
    expect(await goneTo(20)).to.include({ total: undefined, hasMore: true });
    expect(await goneTo(40)).to.include({ start: 20, hasMore: true });
  });

  it('believes the rows where the total contradicts them (C34)', async () => {
    const tooMany = listOf(25, { meta: () => ({ total: 10_000 }) });
    expect(await tooMany.goneTo(20)).to.include({ total: 25, hasMore: false });
    const tooFew = listOf(45, { meta: () => ({ total: 3 }) });
    await settled(tooFew.list);
    expect(tooFew.shown()).to.include({ total: undefined, hasMore: true });
    expect(await tooFew.goneTo(40)).to.include({ total: 45, hasMore: false });
    const promised = listOf(20, { meta: () => ({ total: '9999' }) });
    expect(await promised.goneTo(20)).to.include({ start: 0 });
  });

  it('pages through an answer with all rows, and through answers of fewer rows than asked for (C34)', async () => {
    const everything = Array.from({ length: 10_000 }, (_, index) => user(index));
    const whole = listAt(network(() => json(200, { success: true, message: '', data: everything })).fetch);
    whole.list.goTo(9_980);
    await settled(whole.list);
    expect(whole.shown()).to.deep.equal({ ids: ids(9_980, 10_000), start: 9_980, total: 10_000, hasMore: false });
    const small = listOf(25, { limit: 10, meta: (total) => ({ total, limit: 10 }) });
    expect(await small.goneTo(10)).to.deep.equal({ ids: ids(10, 20), start: 10, total: 25, hasMore: true });
  });

  it('shows no row twice, whatever the server sends (C35)', async () => {
    const data = [user(1), user(2), user(1)];
    const { list, shown } = listAt(network(() => json(200, { success: true, message: '', data })).fetch);
    await settled(list);
    expect(shown().ids).to.deep.equal(['u1', 'u2']);
  });

  it('shows the answer to the last filter, and drops those to earlier ones (C36)', async () => {
    const slow = gate();
    const { fetch, sent } = network(async ({ url }) => {
      const search = url.searchParams.get('search');
      if (search === 'a') await slow.passed;
      return json(200, { success: true, message: '', data: [{ ...user(0), id: search ?? 'all' }] });
    });
    const { list, shown } = listAt(fetch);
    list.setFilter({ search: 'a' });
    await waitFor(() => expect(sent.at(-1)?.url.searchParams.get('search')).to.equal('a'));
    const asked = sent.at(-1);
    list.setFilter({ search: 'ab' });
    expect(asked?.signal.aborted).to.equal(true);
    await settled(list);
    slow.open();
    await list.page.value();
    expect(shown().ids).to.deep.equal(['ab']);
  });

  it('begins with the first row of a new filter, also if the user goes to the next page before it is there (C36)', async () => {
    const { list, sent, shown, goneTo } = listOf(300);
    await settled(list);
    await goneTo(20);
    list.setFilter({ search: '7' }, 10_000);
    await goneTo(40);
    expect(shown()).to.include({ start: 0 });
    expect(shown().ids[0]).to.equal('u7');
    expect(sent.at(-1)?.url).to.match(/search=7.*offset=0|offset=0.*search=7/);
  });

  it('waits until the filter stays the same for a while', async () => {
    const { list, sent, shown } = listOf(45);
    await settled(list);
    list.setFilter({ search: '1' }, 20);
    list.setFilter({ search: '12' }, 20);
    expect(list.isPending).to.equal(true);
    await settled(list);
    expect(shown().ids).to.deep.equal(['u12']);
    expect(sent).to.have.length(2);
  });

  it('keeps its rows when another page can not be read, and reads that one at the next refetch', async () => {
    let isDown = false;
    const { fetch } = network(({ url }) => {
      if (isDown) return refused(500, 'INTERNAL_ERROR');
      const start = Number(url.searchParams.get('offset'));
      const data = Array.from({ length: 20 }, (_, index) => user(start + index));
      return json(200, { success: true, message: '', data, meta: { total: 100 } });
    });
    const { list, shown } = listAt(fetch);
    await settled(list);
    isDown = true;
    list.goTo(20);
    await waitFor(() => expect(list.page.isStale).to.equal(true));
    expect(shown().start).to.equal(0);
    isDown = false;
    await list.page.refetch();
    expect(shown().start).to.equal(20);
  });

  it('sends no request while no element shows it, and one when an element does', async () => {
    const { list, sent, stop } = listOf(45);
    await settled(list);
    stop();
    list.setFilter({ search: '12' });
    expect(sent).to.have.length(1);
    list.page.subscribe(() => undefined);
    await settled(list);
    expect(sent).to.have.length(2);
  });

  it('begins at the first row of a new filter, from whatever page the user was on', async () => {
    const { list, shown, goneTo } = listOf(300);
    await settled(list);
    await goneTo(60);
    list.setFilter({ search: '7' });
    await settled(list);
    expect(shown()).to.include({ start: 0 });
    expect(shown().ids[0]).to.equal('u7');
  });

  it('begins at the first row after a reset, from whatever page the former user was on', async () => {
    const { list, shown, goneTo } = listOf(300);
    await settled(list);
    await goneTo(60);
    list.reset();
    await list.page.refetch();
    expect(shown()).to.deep.equal({ ids: ids(0, 20), start: 0, total: 300, hasMore: true });
  });

  it('drops a read under way at a reset, whose filter is the one of the former user', async () => {
    const { list, sent, shown } = listOf(45);
    await settled(list);
    list.setFilter({ search: '1' });
    list.reset();
    list.page.invalidate({ cancelRefetch: false });
    await list.page.value();
    expect(shown().ids).to.deep.equal(ids(0, 20));
    expect(list.isPending).to.equal(false);
    expect(sent.every(({ url }) => !url.searchParams.has('search'))).to.equal(true);
  });

  it('goes back to the first page without a filter at a reset, with the next read (D32)', async () => {
    const { list, sent, shown } = listOf(45);
    await settled(list);
    list.setFilter({ search: '1' });
    await settled(list);
    list.setFilter({ search: '12' }, 20);
    list.reset();
    expect(list.filter).to.deep.equal({ search: '' });
    expect(sent).to.have.length(2);
    await list.page.refetch();
    expect(shown()).to.deep.equal({ ids: ids(0, 20), start: 0, total: 45, hasMore: true });
    expect(list.isPending).to.equal(false);
  });
});

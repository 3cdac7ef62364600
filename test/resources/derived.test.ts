import { expect } from '@open-wc/testing';
import { createClient } from '../../src/client/client.js';
import { apiKeysResource } from '../../src/resources/api-keys.js';
import { ApiSession } from '../../src/resources/api-session.js';
import { derivedResource, watchResource } from '../../src/resources/derived.js';
import { keyCreatorsResource } from '../../src/resources/key-creators.js';
import { Resource } from '../../src/resources/resource.js';
import { gate, network, ok, refused } from '../network.js';
import { waitFor } from '../queries.js';

const listener = () => undefined;

/** A source whose reads resolve to `texts` in order, and a resource derived from it. */
function setUp(texts: (string | Promise<string>)[], compute = async (text: string) => `Hello ${text}`) {
  const session = new ApiSession(createClient({ fetch: network(() => refused(500, 'SERVER_ERROR')).fetch }));
  const read = () =>
    texts.shift() ?? session.client.call({ name: 'x', method: 'GET', path: '/x' } as never, {} as never);
  const source = new Resource<string>(async () => (await read()) as string);
  const computed: string[] = [];
  const derived = derivedResource(session, source, (text) => {
    computed.push(text);
    return compute(text);
  });
  const until = (value: string) => waitFor(() => expect(derived.state).to.deep.include({ value, isStale: false }));
  return { source, derived, computed, until };
}

describe('a derived resource', () => {
  it('reads its source, and is computed once', async () => {
    const { derived, computed, until } = setUp(['Ada']);
    derived.subscribe(listener);
    await until('Hello Ada');
    expect(computed).to.deep.equal(['Ada']);
  });

  it('is computed again from every new value of its source', async () => {
    const { source, derived, until } = setUp(['Ada', 'Eve']);
    derived.subscribe(listener);
    await until('Hello Ada');
    await source.refetch();
    await until('Hello Eve');
  });

  it('is computed again from a value that comes while it is computed (D31)', async () => {
    const slow = gate();
    const { source, derived, until, computed } = setUp(['Ada', 'Eve'], async (text) => {
      if (text === 'Ada') await slow.passed;
      return `Hello ${text}`;
    });
    derived.subscribe(listener);
    await waitFor(() => expect(computed).to.deep.equal(['Ada']));
    await source.refetch();
    slow.open();
    await until('Hello Eve');
  });

  it('is computed from the newer value when it is shown again (D31)', async () => {
    const { source, derived, until } = setUp(['Ada', 'Eve']);
    const unsubscribe = derived.subscribe(listener);
    await until('Hello Ada');
    unsubscribe();
    await source.refetch();
    derived.subscribe(listener);
    await until('Hello Eve');
  });

  it('fails with its source, and is computed as soon as the source has a value', async () => {
    const { source, derived, until } = setUp([]);
    derived.subscribe(listener);
    await waitFor(() => expect(derived.state.status).to.equal('failed'));
    source.set('Ada');
    await until('Hello Ada');
  });

  it('keeps its value when its source turns stale', async () => {
    const { source, derived, computed, until } = setUp(['Ada']);
    derived.subscribe(listener);
    await until('Hello Ada');
    await source.refetch();
    expect(source.isStale).to.equal(true);
    source.update(() => 'Ada as a write changed it');
    expect(await derived.value()).to.equal('Hello Ada');
    expect(computed).to.deep.equal(['Ada']);
  });
});

describe('a watched resource', () => {
  it('reports when what was selected differs from before, and not the first value', () => {
    const heard: string[] = [];
    const resource = new Resource<{ id: string; name: string }>(() => new Promise(() => undefined));
    watchResource(
      resource,
      ({ id }) => id,
      (id) => void heard.push(id),
    );
    for (const [id, name] of [
      ['1', 'a'],
      ['1', 'b'],
      ['2', 'b'],
    ] as const) {
      resource.set({ id, name });
    }
    expect(heard).to.deep.equal(['2']);
  });
});

describe('names beside ids', () => {
  const me = { id: 'u1', email: 'ada@northwind.example', role: 'OWNER', organization_id: 'o1' };

  /** A server with keys that these users created. */
  function keysBy(...creators: (string | undefined)[]) {
    const { fetch, sent } = network(({ url: { pathname } }) => {
      if (pathname.endsWith('/users/me')) return ok(me);
      if (pathname.endsWith('/api-keys')) {
        return ok(creators.map((created_by, index) => ({ id: `k${index}`, name: `key ${index}`, created_by })));
      }
      const id = pathname.split('/').at(-1);
      if (id === 'gone') return refused(404, 'NOT_FOUND');
      return ok({ ...me, id, first_name: id, last_name: 'Berg' });
    });
    const session = new ApiSession(createClient({ fetch }));
    const users = () => sent.map(({ url }) => url.pathname.split('/').at(-1)).filter((id) => !/keys|me/.test(id ?? ''));
    return { session, creators, users };
  }

  it('are read once for each user; the signed-in one and those who are gone are left out', async () => {
    const { session, users } = keysBy('u1', 'Eve', 'Eve', 'gone', undefined);
    const { names } = session.use(keyCreatorsResource);
    expect([...(await names.value())]).to.deep.equal([['Eve', 'Eve Berg']]);
    expect(users()).to.deep.equal(['Eve', 'gone']);
  });

  it('follow the list while they are read (D31)', async () => {
    const { session, creators } = keysBy('Eve');
    const { names } = session.use(keyCreatorsResource);
    const { list } = session.use(apiKeysResource);
    names.subscribe(listener);
    await list.value();
    creators.push('Zoe');
    await list.refetch();
    await waitFor(() => {
      expect(names.state).to.deep.include({
        value: new Map([
          ['Eve', 'Eve Berg'],
          ['Zoe', 'Zoe Berg'],
        ]),
      });
    });
  });

  it('are not read again when the page comes back', async () => {
    const { session, users } = keysBy('Eve');
    const { names } = session.use(keyCreatorsResource);
    session.use(apiKeysResource).list.subscribe(listener);
    names.subscribe(listener);
    await names.value();
    session.invalidate({ cancelRefetch: false });
    await names.value();
    expect(users()).to.deep.equal(['Eve']);
  });

  it('are left out for ids that can not stand in a path, without a word on the console (D101)', async () => {
    const { session } = keysBy('.', '..', 'Eve');
    const { error } = console;
    const complaints: unknown[] = [];
    console.error = (...words: unknown[]) => void complaints.push(words);
    try {
      expect([...(await session.use(keyCreatorsResource).names.value()).keys()]).to.deep.equal(['Eve']);
    } finally {
      console.error = error;
    }
    expect(complaints).to.deep.equal([]);
  });
});

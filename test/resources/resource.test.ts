import { expect } from '@open-wc/testing';
import type { CallOptions } from '../../src/client/client.js';
import { AgniError } from '../../src/client/error.js';
import { Resource } from '../../src/resources/resource.js';
import { failureOf } from '../network.js';

const failure = (code: string) =>
  new AgniError({ status: 500, code, message: '', details: undefined }, { operation: 'getUser', host: 'api.example' });

/** A resource whose loads are answered by hand, in any order. */
function setUp() {
  const loads: { call: CallOptions; answer: (value: string) => void; fail: (error: unknown) => void }[] = [];
  const states: string[] = [];
  const resource = new Resource<string>(
    (call) => new Promise((answer, fail) => void loads.push({ call, answer, fail })),
  );
  resource.addEventListener('change', () => void states.push(resource.state.status));
  /** Lets whatever follows from an answer happen. */
  const settle = () => resource.value().catch(() => undefined);
  return { resource, loads, states, settle };
}

const listener = () => undefined;

describe('a resource', () => {
  it('loads when first listened to, and once for all who listen', async () => {
    const { resource, loads, states } = setUp();
    expect(resource.state).to.deep.equal({ status: 'idle' });
    for (let count = 0; count < 10; count++) resource.listen(listener);
    loads[0]?.answer('profile');
    expect(await resource.value()).to.equal('profile');
    expect(loads).to.have.length(1);
    expect(states).to.deep.equal(['loading', 'ready']);
  });

  it('made from another one is read with it, also where that one failed before', async () => {
    const { resource: names, loads } = setUp();
    const greeting = new Resource(async () => `Hello ${await names.value()}`);
    greeting.follow(names);
    greeting.listen(listener);
    loads[0]?.fail(failure('SERVER_ERROR'));
    await failureOf(greeting.value());
    expect([names.state.status, greeting.state.status]).to.deep.equal(['failed', 'failed']);
    expect(loads).to.have.length(1); // nobody asked for it again
    greeting.revalidate();
    expect(loads).to.have.length(2);
    loads[1]?.answer('Ada');
    expect(await greeting.value()).to.equal('Hello Ada');
    expect(loads).to.have.length(2);
    const again = names.load();
    loads[2]?.answer('Eve');
    await again;
    await new Promise((resolve) => setTimeout(resolve));
    expect(greeting.state).to.deep.equal({ status: 'ready', value: 'Hello Eve' });
  });

  it('keeps what it has while it reads anew', async () => {
    const { resource, loads } = setUp();
    resource.set('old');
    const reload = resource.load();
    expect(resource.state).to.deep.equal({ status: 'ready', value: 'old' });
    loads[0]?.answer('new');
    await reload;
    expect(resource.state).to.deep.equal({ status: 'ready', value: 'new' });
  });

  it('keeps what it has when reading anew fails, and says so until that succeeds (C01)', async () => {
    const { resource, loads } = setUp();
    resource.set('old');
    const error = failure('NETWORK_ERROR');
    const failing = resource.load();
    loads[0]?.fail(error);
    await failing;
    expect(resource.state).to.deep.equal({ status: 'ready', value: 'old', error });
    const working = resource.load();
    loads[1]?.answer('new');
    await working;
    expect(resource.state).to.deep.equal({ status: 'ready', value: 'new' });
  });

  it('drops an answer that comes after a later one (C09)', async () => {
    const { resource, loads } = setUp();
    const first = resource.load();
    const second = resource.load();
    expect(loads[0]?.call.signal?.aborted).to.equal(true);
    loads[1]?.answer('asked last');
    loads[0]?.answer('asked first');
    await Promise.all([first, second]);
    expect(resource.state).to.include({ value: 'asked last' });
  });

  it('drops an answer that was under way when a write answered (C09)', async () => {
    const { resource, loads } = setUp();
    const load = resource.load();
    resource.set('written');
    loads[0]?.answer('read before');
    await load;
    expect(resource.state).to.include({ value: 'written' });
  });

  it('drops a late failure as well', async () => {
    const { resource, loads } = setUp();
    const load = resource.load();
    resource.set('written');
    loads[0]?.fail(failure('INTERNAL_ERROR'));
    await load;
    expect(resource.state).to.deep.equal({ status: 'ready', value: 'written' });
  });

  it('stops loading when nobody listens any more, and starts over for the next (C07)', async () => {
    const { resource, loads } = setUp();
    const unlisten = resource.listen(listener);
    unlisten();
    await Promise.resolve();
    expect(loads[0]?.call.signal?.aborted).to.equal(true);
    expect(resource.state).to.deep.equal({ status: 'idle' });
    resource.listen(listener);
    expect(loads).to.have.length(2);
  });

  it('goes on loading for an element that is only moved (C08)', async () => {
    const { resource, loads } = setUp();
    let unlisten = resource.listen(listener);
    for (let move = 0; move < 100; move++) {
      unlisten();
      unlisten = resource.listen(listener);
    }
    await Promise.resolve();
    expect(loads).to.have.length(1);
    expect(loads[0]?.call.signal?.aborted).to.equal(false);
    unlisten();
    await Promise.resolve();
    expect(loads[0]?.call.signal?.aborted).to.equal(true); // one listener left after all the moves, not a hundred
  });

  it('reads anew on demand only if somebody shows it and nothing is under way', async () => {
    const { resource, loads, settle } = setUp();
    resource.revalidate();
    expect(loads).to.have.length(0);
    resource.listen(listener);
    resource.revalidate();
    expect(loads).to.have.length(1);
    loads[0]?.answer('value');
    await settle();
    resource.revalidate();
    expect(loads).to.have.length(2);
  });

  it('gives its value to those who wait, or its error', async () => {
    const { resource, loads } = setUp();
    const waiting = [resource.value(), resource.value()];
    loads[0]?.fail(failure('FORBIDDEN'));
    for (const value of waiting) expect(await failureOf(value)).to.include({ code: 'FORBIDDEN' });
    const again = resource.value();
    loads[1]?.answer('value');
    expect(await again).to.equal('value');
  });

  it('gives those who wait the newer value where their load was dropped', async () => {
    const { resource, loads } = setUp();
    const value = resource.value();
    void resource.load();
    loads[0]?.answer('asked first');
    loads[1]?.answer('asked last');
    expect(await value).to.equal('asked last');
  });

  it('tells how long the server asked to wait (C25)', async () => {
    const { resource, loads, settle } = setUp();
    resource.listen(listener);
    const before = Date.now();
    loads[0]?.call.onWait?.(5000);
    const { state } = resource;
    expect(state.status === 'loading' && state.retryAt).to.be.within(before + 5000, Date.now() + 5000);
    loads[0]?.answer('value');
    await settle();
    expect(resource.state).to.deep.equal({ status: 'ready', value: 'value' });
  });

  it('shows a mistake of the host in its own words, instead of loading for ever', async () => {
    const { resource, loads } = setUp();
    const load = resource.load();
    loads[0]?.fail(new Error('getOrganization is documented'));
    await load;
    const { state } = resource;
    expect(state.status === 'failed' && state.error.code).to.equal('HOST_MISTAKE');
    expect(state.status === 'failed' && state.error.message).to.include('getOrganization is documented');
  });

  it('is ended quietly by a client that closes (C09)', async () => {
    const { resource, loads } = setUp();
    resource.listen(listener);
    const value = failureOf(resource.value());
    loads[0]?.fail(new DOMException('The client is closed', 'AbortError'));
    expect(await value).to.include({ name: 'AbortError' });
    expect(resource.state).to.deep.equal({ status: 'idle' });
    const again = resource.load();
    loads[1]?.fail(new DOMException('The client is closed', 'AbortError'));
    await again; // would reject if it came out
  });

  it('asks for nothing more where whoever showed it has gone (C07)', async () => {
    const { resource, loads } = setUp();
    const unlisten = resource.listen(listener);
    const value = failureOf(resource.value());
    unlisten();
    await Promise.resolve();
    loads[0]?.fail(new DOMException('Aborted', 'AbortError'));
    expect(await value).to.include({ name: 'AbortError' });
    expect(loads).to.have.length(1);
  });
});

import { expect } from '@open-wc/testing';
import type { CallOptions } from '../../src/client/client.js';
import { AgniError } from '../../src/client/error.js';
import { Resource, type ResourceScope } from '../../src/resources/resource.js';
import { failureOf } from '../network.js';

const failure = (code: string) =>
  new AgniError({ status: 500, code, message: '', details: undefined }, { operation: 'getUser', host: 'api.example' });

/** A resource whose reads the test answers manually, in any order. */
function setUp(scope?: ResourceScope) {
  const reads: { call: CallOptions; answer: (value: string) => void; fail: (error: unknown) => void }[] = [];
  const states: string[] = [];
  const resource = new Resource<string>(
    (call) => new Promise((answer, fail) => void reads.push({ call, answer, fail })),
    scope,
  );
  resource.addEventListener('change', () => void states.push(resource.state.status));
  /** A resource that was read once and is shown by an element that the test can hide. */
  const shown = async (value: string) => {
    const element = { isVisible: true };
    resource.subscribe(listener, () => element.isVisible);
    reads[0]?.answer(value);
    await resource.value();
    return element;
  };
  return { resource, reads, states, shown };
}

const listener = () => undefined;
const ready = (value: string) => ({ status: 'ready', value, isStale: false });

describe('a resource', () => {
  it('loads when the first element subscribes, and once for all that do', async () => {
    const { resource, reads, states } = setUp();
    expect(resource.state).to.deep.equal({ status: 'idle' });
    for (let count = 0; count < 10; count++) resource.subscribe(() => undefined);
    reads[0]?.answer('profile');
    expect(await resource.value()).to.equal('profile');
    expect(reads).to.have.length(1);
    expect(states).to.deep.equal(['loading', 'ready']);
  });

  it('keeps its value while it is refetched', async () => {
    const { resource, reads } = setUp();
    resource.set('old');
    const refetch = resource.refetch();
    expect(resource.state).to.deep.equal(ready('old'));
    reads[0]?.answer('new');
    expect(await refetch).to.deep.equal(ready('new'));
  });

  it('keeps its value when the refetch fails, and is stale until one succeeds (C01)', async () => {
    const { resource, reads } = setUp();
    resource.set('old');
    const error = failure('NETWORK_ERROR');
    const failing = resource.refetch();
    reads[0]?.fail(error);
    expect(await failing).to.deep.equal({ status: 'ready', value: 'old', isStale: true, error });
    expect(resource.isStale).to.equal(true);
    const working = resource.refetch();
    reads[1]?.answer('new');
    expect(await working).to.deep.equal(ready('new'));
    expect(resource.isStale).to.equal(false);
  });

  it('does not repeat a load that failed each time its element appears, but does so when it may be outdated', async () => {
    const { resource, reads } = setUp();
    resource.subscribe(listener);
    reads[0]?.fail(failure('INTERNAL_ERROR'));
    await failureOf(resource.value());
    resource.refetchIfOutdated();
    resource.subscribe(listener);
    expect(reads).to.have.length(1);
    resource.invalidate();
    expect(reads).to.have.length(2);
  });

  it('drops an answer that comes after a later one (C09)', async () => {
    const { resource, reads } = setUp();
    const first = resource.refetch();
    const second = resource.refetch();
    expect(reads[0]?.call.signal?.aborted).to.equal(true);
    reads[1]?.answer('asked last');
    reads[0]?.answer('asked first');
    await Promise.all([first, second]);
    expect(resource.state).to.deep.equal(ready('asked last'));
  });

  it('resolves a dropped refetch with what the newer one read', async () => {
    const { resource, reads } = setUp();
    resource.set('old');
    const dropped = resource.refetch();
    void resource.refetch();
    reads[0]?.fail(new DOMException('Aborted', 'AbortError'));
    reads[1]?.answer('new');
    expect(await dropped).to.deep.equal(ready('new'));
  });

  it('drops an answer that was under way when a write answered (C09)', async () => {
    const { resource, reads } = setUp();
    const refetch = resource.refetch();
    resource.set('written');
    reads[0]?.answer('read before');
    await refetch;
    expect(resource.state).to.deep.equal(ready('written'));
  });

  it('drops a late failure as well', async () => {
    const { resource, reads } = setUp();
    const refetch = resource.refetch();
    resource.set('written');
    reads[0]?.fail(failure('INTERNAL_ERROR'));
    await refetch;
    expect(resource.state).to.deep.equal(ready('written'));
  });

  it('stops loading when no element subscribes any more, and starts over for the next (C07)', async () => {
    const { resource, reads } = setUp();
    const unsubscribe = resource.subscribe(listener);
    unsubscribe();
    await Promise.resolve();
    expect(reads[0]?.call.signal?.aborted).to.equal(true);
    expect(resource.state).to.deep.equal({ status: 'idle' });
    resource.subscribe(listener);
    expect(reads).to.have.length(2);
  });

  it('continues to load for an element that is only moved (C08)', async () => {
    const { resource, reads } = setUp();
    let unsubscribe = resource.subscribe(listener);
    for (let move = 0; move < 100; move++) {
      unsubscribe();
      unsubscribe = resource.subscribe(listener);
    }
    await Promise.resolve();
    expect(reads).to.have.length(1);
    expect(reads[0]?.call.signal?.aborted).to.equal(false);
    unsubscribe();
    await Promise.resolve();
    expect(reads[0]?.call.signal?.aborted).to.equal(true); // the moves have left one subscriber, not a hundred
  });

  it('tells how long the server asked to wait (C25)', async () => {
    const { resource, reads } = setUp();
    resource.subscribe(listener);
    const before = Date.now();
    reads[0]?.call.onWait?.(5000);
    const { state } = resource;
    expect(state.status === 'loading' && state.retryAt).to.be.within(before + 5000, Date.now() + 5000);
    reads[0]?.answer('value');
    expect(await resource.value()).to.equal('value');
  });

  it('shows a mistake of the host page in its own words, instead of loading for ever', async () => {
    const { resource, reads } = setUp();
    const refetch = resource.refetch();
    reads[0]?.fail(new Error('getOrganization is documented'));
    const state = await refetch;
    expect(state.status === 'failed' && state.error.code).to.equal('HOST_MISTAKE');
    expect(state.status === 'failed' && state.error.message).to.include('getOrganization is documented');
  });

  it('ends without an error when the client closes (C09)', async () => {
    const { resource, reads } = setUp();
    resource.subscribe(listener);
    const value = failureOf(resource.value());
    reads[0]?.fail(new DOMException('The client is closed', 'AbortError'));
    expect(await value).to.include({ name: 'AbortError' });
    expect(resource.state).to.deep.equal({ status: 'idle' });
    const again = resource.refetch();
    reads[1]?.fail(new DOMException('The client is closed', 'AbortError'));
    expect(await again).to.deep.equal({ status: 'idle' });
  });

  it('asks for nothing more when its last element is gone (C07)', async () => {
    const { resource, reads } = setUp();
    const unsubscribe = resource.subscribe(listener);
    const value = failureOf(resource.value());
    unsubscribe();
    await Promise.resolve();
    reads[0]?.fail(new DOMException('Aborted', 'AbortError'));
    expect(await value).to.include({ name: 'AbortError' });
    expect(reads).to.have.length(1);
  });
});

describe('the value of a resource', () => {
  it('is the one that loads, or its error', async () => {
    const { resource, reads } = setUp();
    const waiting = [resource.value(), resource.value()];
    reads[0]?.fail(failure('FORBIDDEN'));
    for (const value of waiting) expect(await failureOf(value)).to.include({ code: 'FORBIDDEN' });
    const again = resource.value();
    reads[1]?.answer('value');
    expect(await again).to.equal('value');
  });

  it('is the newer one where the awaited load was dropped', async () => {
    const { resource, reads } = setUp();
    const value = resource.value();
    void resource.refetch();
    reads[0]?.answer('asked first');
    reads[1]?.answer('asked last');
    expect(await value).to.equal('asked last');
  });

  it('is never a stale one: it is refetched, or rejects with the error of that (D30)', async () => {
    const { resource, reads } = setUp();
    resource.set('old');
    const failing = resource.refetch();
    reads[0]?.fail(failure('NETWORK_ERROR'));
    await failing;
    const value = failureOf(resource.value());
    reads[1]?.fail(failure('TIMEOUT'));
    expect(await value).to.include({ code: 'TIMEOUT' });
    const again = resource.value();
    reads[2]?.answer('new');
    expect(await again).to.equal('new');
  });

  it('is the refetched one after an invalidation, not the one before', async () => {
    const { resource, reads, shown } = setUp();
    await shown('old');
    resource.invalidate();
    const value = resource.value();
    reads[1]?.answer('new');
    expect(await value).to.equal('new');
    expect(reads).to.have.length(2);
  });
});

describe('an invalidated resource', () => {
  it('is refetched now if an element shows it, dropping the read under way', async () => {
    const { resource, reads } = setUp();
    resource.subscribe(listener);
    resource.invalidate();
    expect(reads).to.have.length(2);
    expect(reads[0]?.call.signal?.aborted).to.equal(true);
  });

  it('is refetched as soon as it is shown or asked for, if no element shows it', async () => {
    for (const ask of ['subscribe', 'value'] as const) {
      const { resource, reads } = setUp();
      resource.set('old');
      resource.invalidate();
      expect(reads).to.have.length(0);
      void resource[ask](listener);
      reads[0]?.answer('new');
      expect(await resource.value()).to.equal('new');
    }
  });

  it('is refetched for those who wait for its value, though no element shows it', async () => {
    const { resource, reads } = setUp();
    const value = resource.value();
    resource.invalidate();
    reads[0]?.answer('old');
    reads[1]?.answer('new');
    expect(await value).to.equal('new');
  });

  it('is refetched when its hidden element is shown, once, and keeps its value until then (D25)', async () => {
    const { resource, reads, shown } = setUp();
    const element = await shown('old');
    element.isVisible = false;
    resource.invalidate();
    expect(reads).to.have.length(1);
    expect(resource.state).to.deep.equal(ready('old'));
    element.isVisible = true;
    resource.refetchIfOutdated();
    resource.refetchIfOutdated();
    reads[1]?.answer('new');
    expect(await resource.value()).to.equal('new');
    resource.refetchIfOutdated();
    expect(reads).to.have.length(2);
  });

  it('is refetched if one of its elements is visible', async () => {
    const { resource, reads, shown } = setUp();
    (await shown('old')).isVisible = false;
    resource.subscribe(listener);
    resource.invalidate();
    expect(reads).to.have.length(2);
  });

  it('is content with the read under way where the caller is', () => {
    const { resource, reads } = setUp();
    resource.subscribe(listener);
    resource.invalidate({ cancelRefetch: false });
    expect(reads).to.have.length(1);
    expect(reads[0]?.call.signal?.aborted).to.equal(false);
  });

  it('is one of a scope whose epoch has passed since it was read', async () => {
    const scope: ResourceScope = { subscribed: new Set(), epoch: 0 };
    const { resource, reads } = setUp(scope);
    resource.set('old');
    expect(await resource.value()).to.equal('old');
    scope.epoch++;
    const value = resource.value();
    reads[0]?.answer('new');
    expect(await value).to.equal('new');
  });
});

describe('an update of a resource', () => {
  it('changes the known value, and leaves an unknown one unknown', () => {
    const { resource, reads } = setUp();
    resource.update((value) => `${value}!`);
    expect(resource.state).to.deep.equal({ status: 'idle' });
    resource.set('old');
    resource.update((value) => `${value}!`);
    expect(resource.state).to.deep.equal(ready('old!'));
    expect(reads).to.have.length(0);
  });

  it('leaves a stale value stale (D30)', async () => {
    const { resource, reads } = setUp();
    resource.set('old');
    const failing = resource.refetch();
    reads[0]?.fail(failure('NETWORK_ERROR'));
    await failing;
    resource.update((value) => `${value}!`);
    expect(resource.state).to.deep.include({ value: 'old!', isStale: true });
  });

  it('reads again where a read is under way, which may have begun before the write', async () => {
    const { resource, reads } = setUp();
    resource.set('old');
    const refetch = resource.refetch();
    resource.update((value) => `${value}!`);
    reads[0]?.answer('of before');
    reads[1]?.answer('of after');
    expect(await refetch).to.deep.equal(ready('of after'));
  });
});

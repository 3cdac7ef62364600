import type { CallOptions } from '../client/client.js';
import type { ApiSession } from './api-session.js';
import type { Resource } from './resource.js';

const waiting = Symbol();

/**
 * A resource that is computed, with its own requests, from the value of another resource, the source. It is invalidated
 * whenever the source's value differs from the value it was computed from, also during a load.
 */
export function derivedResource<Source, T>(
  session: ApiSession,
  source: Resource<Source>,
  compute: (value: Source, call: CallOptions) => Promise<T>,
): Resource<T> {
  let used: unknown;
  const derived = session.resource(async (call) => {
    used = waiting; // the next value of the source is passed to `compute`
    const value = await source.value().finally(() => {
      used = undefined;
    });
    used = value;
    return compute(value, call);
  });
  source.addEventListener('change', () => {
    const { state } = source;
    if (state.status !== 'ready' || state.isStale || used === waiting) return;
    if (state.value !== used) derived.invalidate();
  });
  return derived;
}

/** Calls `changed` whenever the result of `select` for the resource's value differs from the former result. */
export function watchResource<T, Selected extends string | boolean>(
  resource: Resource<T>,
  select: (value: T) => Selected,
  changed: (selected: Selected) => void,
): void {
  let known: Selected | undefined;
  const read = () => {
    if (resource.state.status !== 'ready') return;
    const before = known;
    known = select(resource.state.value);
    if (before !== undefined && before !== known) changed(known);
  };
  read();
  resource.addEventListener('change', read);
}

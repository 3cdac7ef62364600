import type { CallOptions } from '../client/client.js';
import type { ApiSession } from './api-session.js';
import type { Resource } from './resource.js';

const waiting = Symbol();

/**
 * A resource that is computed from the value of another one, the source, with requests of its own. Invalidated whenever
 * the source's value is another than the one it was computed from, also while a load is under way.
 */
export function derivedResource<Source, T>(
  session: ApiSession,
  source: Resource<Source>,
  compute: (value: Source, call: CallOptions) => Promise<T>,
): Resource<T> {
  let used: unknown;
  const derived = session.resource(async (call) => {
    used = waiting; // a value that comes now is the one that `compute` is given
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

/** Calls `changed` whenever what `select` reads from the resource's value differs from what it read before. */
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

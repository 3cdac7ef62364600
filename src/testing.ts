// For a host's tests in jsdom or happy-dom, on Node 20 too: adds browser features that the elements need, and keeps
// those that exist. These environments have no layout, so every connected element that is not `hidden` is visible.

/** Adds the members that the object does not have yet. */
function add(target: object | undefined, members: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(members)) {
    if (target && !(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true });
  }
}

const ignore = (): void => undefined;

class Observer {
  observe = ignore;
  unobserve = ignore;
  disconnect = ignore;
}

const media = { matches: false, addEventListener: ignore, removeEventListener: ignore };
const states = new WeakMap<object, Set<string>>();

add(Map, {
  groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
    const groups = new Map<Key, Item[]>();
    for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
    return groups;
  },
});
add(globalThis, { IntersectionObserver: Observer, ResizeObserver: Observer, CSS: {}, matchMedia: () => media });
add(globalThis.CSS, { registerProperty: ignore, escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') });
add(globalThis.Element?.prototype, {
  checkVisibility(this: Element): boolean {
    return this.isConnected && !this.closest('[hidden]');
  },
  scrollIntoView: ignore,
});
add(globalThis.HTMLElement?.prototype, { attachInternals: () => ({ states: new Set() }) });
add(globalThis.HTMLDialogElement?.prototype, {
  showModal(this: HTMLDialogElement): void {
    this.open = true;
  },
  close(this: HTMLDialogElement): void {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  },
});
const internals = globalThis.ElementInternals?.prototype;
if (internals && !('states' in internals)) {
  Object.defineProperty(internals, 'states', {
    get(this: object): Set<string> {
      const own = states.get(this) ?? new Set();
      states.set(this, own);
      return own;
    },
  });
}

/** Key of the lock on the root element. It is global, so that two copies of the kit on a page share one lock. */
const lockKey: unique symbol = Symbol.for('agni-settings.scroll-lock') as never;

interface Lock {
  count: number;
  readonly overflow: string;
  readonly gutter: string;
}

/** Keeps the page from scrolling behind a modal dialog, without a shift of its layout, until the returned function is called. */
export function lockScroll(): () => void {
  const page = document.documentElement as HTMLElement & { [lockKey]?: Lock | undefined };
  const { style } = page;
  page[lockKey] ??= { count: 0, overflow: style.overflow, gutter: style.scrollbarGutter };
  const lock = page[lockKey];
  if (lock.count++ === 0) {
    if (window.innerWidth > page.clientWidth) style.scrollbarGutter = 'stable';
    style.overflow = 'hidden';
  }
  let isReleased = false;
  return () => {
    if (isReleased) return;
    isReleased = true;
    if (--lock.count) return;
    style.overflow = lock.overflow;
    style.scrollbarGutter = lock.gutter;
    page[lockKey] = undefined;
  };
}

import type { CallOptions } from '../client/client.js';
import type { ApiSession } from './api-session.js';
import type { Resource } from './resource.js';

/** Rows of one page, unless the user chose another number. */
const defaultPageSize = 20;

/** Query parameters that narrow a list down; an empty one does not narrow it. */
export type Filter = Readonly<Record<string, string>>;

/** A page as the server answers it. */
interface Answer<Item> {
  readonly items: readonly Item[];
  readonly total?: number | undefined;
  readonly limit?: number | undefined;
}

/** Some rows of a list, and where in the list they are. */
export interface ListPage<Item, F extends Filter = Filter> {
  readonly items: readonly Item[];
  /** The filter they were read with. */
  readonly filter: F;
  /** Rows before these. */
  readonly start: number;
  /** Rows that were asked for. */
  readonly size: number;
  /** Rows in all; `undefined` where the server does not tell. */
  readonly total: number | undefined;
  readonly hasMore: boolean;
}

/** A filter as a query: without the empty parameters. */
type Query<F extends Filter> = { readonly [Name in keyof F]?: Exclude<F[Name], ''> };

type Read<Item, F extends Filter> = (
  query: Query<F> & { limit: number; offset: number },
  call: CallOptions,
) => Promise<Answer<Item>>;

/**
 * A list too long to be read whole: one page at a time, filtered by the server. Each pane has a list of its own, because
 * a filter in one place means nothing in another. {@link PagedList.page} keeps what it showed until the answer to the
 * last request is there; answers to earlier requests are dropped.
 */
export class PagedList<Item extends { readonly id: string }, F extends Filter = Filter> {
  readonly session: ApiSession;
  readonly page: Resource<ListPage<Item, F>>;
  readonly #read: Read<Item, F>;
  readonly #noFilter: F;
  #filter: F;
  #start = 0;
  #size = defaultPageSize;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: ApiSession, read: Read<Item, F>, noFilter: F) {
    this.session = session;
    this.#read = read;
    this.#noFilter = noFilter;
    this.#filter = noFilter;
    this.page = session.resource((call) => this.#load(call));
  }

  /** The filter as last set; the page may still show rows of an earlier one. */
  get filter(): F {
    return this.#filter;
  }

  /** Whether the page shows an earlier filter, place or size than the one that was asked for last. */
  get isPending(): boolean {
    const { state } = this.page;
    if (state.status !== 'ready' || state.isStale) return false;
    const { filter, start, size } = state.value;
    return filter !== this.#filter || start !== this.#start || size !== this.#size;
  }

  /** Changes the filter and goes to the first row; requests after `delay` milliseconds without a further change. */
  setFilter(change: Partial<F>, delay = 0): void {
    this.#filter = { ...this.#filter, ...change };
    this.#start = 0;
    clearTimeout(this.#timer);
    if (delay) this.#timer = setTimeout(() => this.page.invalidate(), delay);
    else this.page.invalidate();
  }

  /** Goes to the page that begins with this row; to the first one if the filter was changed since the page was read. */
  goTo(start: number): void {
    const { state } = this.page;
    const isFilterChanged = state.status === 'ready' && state.value.filter !== this.#filter;
    this.#start = isFilterChanged ? 0 : Math.max(0, start);
    clearTimeout(this.#timer);
    this.page.invalidate();
  }

  /** Shows that many rows at once, from the first one. */
  setPageSize(size: number): void {
    this.#size = size;
    this.goTo(0);
  }

  /** Goes back to the first row without a filter when the page is read next, for instance by the next user. */
  reset(): void {
    clearTimeout(this.#timer);
    if (this.#filter === this.#noFilter && !this.#start) return;
    this.#filter = this.#noFilter;
    this.#start = 0;
    this.page.hold()(); // drops a read with the former filter
  }

  /** The rows may have been removed since; then those before them are read, and at last the first ones. */
  async #load(call: CallOptions): Promise<ListPage<Item, F>> {
    const filter = this.#filter;
    const asked = this.#start;
    const size = this.#size;
    const query = Object.fromEntries(Object.entries(filter).filter(([, value]) => value)) as Query<F>;
    let start = asked;
    for (;;) {
      const answer = await this.#read({ ...query, limit: size, offset: start }, call);
      if (answer.items.length || start === 0) {
        // Unless another page was asked for meanwhile, whose answer is still to come.
        if (this.#start === asked && this.#filter === filter) this.#start = start;
        return pageOf(answer, { filter, start, size });
      }
      const last = Math.floor(((answer.total ?? start) - 1) / size) * size;
      start = start === asked ? Math.max(0, Math.min(last, start - size)) : 0;
    }
  }
}

/** Believes the rows rather than the server's count of them, where the two contradict each other. */
function pageOf<Item extends { readonly id: string }, F extends Filter>(
  { items, total, limit }: Answer<Item>,
  asked: { readonly filter: F; readonly start: number; readonly size: number },
): ListPage<Item, F> {
  const { start, size } = asked;
  // A server that answers more rows than asked for, and counts no further ones, does not page: these are all rows.
  const isAll = items.length > size && (total ?? 0) <= items.length;
  const all = isAll ? items.slice(start, start + size) : items;
  const unique = [...new Map(all.map((item) => [item.id, item])).values()];
  const end = start + all.length;
  if (isAll) return { ...asked, items: unique, total: items.length, hasMore: end < items.length };
  const isFull = items.length >= Math.min(limit ?? size, size);
  // A total below the rows that are there is wrong and does not count.
  const counted = total !== undefined && total >= end ? total : undefined;
  const hasMore = isFull && counted !== end && items.length > 0;
  return { ...asked, items: unique, total: hasMore ? counted : end, hasMore };
}

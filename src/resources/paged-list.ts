import type { CallOptions } from '../client/client.js';
import type { ApiSession } from './api-session.js';
import type { Page } from './fetch-all-pages.js';
import type { Resource } from './resource.js';

/** Rows of one page, unless the user chose another number. */
const defaultPageSize = 20;

/** Query parameters that filter a list; an empty parameter does not filter. */
export type Filter = Readonly<Record<string, string>>;

/** Some rows of a list, and their position in the list. */
export interface ListPage<Item, F extends Filter = Filter> {
  readonly items: readonly Item[];
  /** The filter that the rows were read with. */
  readonly filter: F;
  /** Number of rows before these. */
  readonly start: number;
  /** Number of requested rows. */
  readonly size: number;
  /** Number of all rows; `undefined` if the server does not report it. */
  readonly total: number | undefined;
  readonly hasMore: boolean;
}

/** A filter as a query: without the empty parameters. */
type Query<F extends Filter> = { readonly [Name in keyof F]?: Exclude<F[Name], ''> };

type Read<Item, F extends Filter> = (
  query: Query<F> & { limit: number; offset: number },
  call: CallOptions,
) => Promise<Page<Item>>;

/**
 * A list that is too long to be read completely: one page at a time, filtered by the server. Each pane has its own
 * list, because its filter applies to this pane only. {@link PagedList.page} keeps the former rows until the last
 * request is answered; answers to earlier requests are dropped.
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

  /** The filter as last set; the page may still show rows of an earlier filter. */
  get filter(): F {
    return this.#filter;
  }

  /** Whether the page still shows another filter, position or size than requested last. */
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

  /** Goes to the page that begins with this row; to the first page if the filter changed since the page was read. */
  goTo(start: number): void {
    const { state } = this.page;
    const isFilterChanged = state.status === 'ready' && state.value.filter !== this.#filter;
    this.#start = isFilterChanged ? 0 : Math.max(0, start);
    clearTimeout(this.#timer);
    this.page.invalidate();
  }

  /** Changes the number of rows in a page, and goes to the first page. */
  setPageSize(size: number): void {
    this.#size = size;
    this.goTo(0);
  }

  /** Clears the filter and the position for the next read of the page, for instance for the next user. */
  reset(): void {
    clearTimeout(this.#timer);
    if (this.#filter === this.#noFilter && !this.#start) return;
    this.#filter = this.#noFilter;
    this.#start = 0;
    this.page.hold()(); // drops a read with the former filter
  }

  /** If the requested rows were removed meanwhile, reads the rows before them, and finally the first rows. */
  async #load(call: CallOptions): Promise<ListPage<Item, F>> {
    const filter = this.#filter;
    const asked = this.#start;
    const size = this.#size;
    const query = Object.fromEntries(Object.entries(filter).filter(([, value]) => value)) as Query<F>;
    let start = asked;
    for (;;) {
      const answer = await this.#read({ ...query, limit: size, offset: start }, call);
      if (answer.items.length || start === 0) {
        // Not if another page was requested meanwhile, whose answer is pending.
        if (this.#start === asked && this.#filter === filter) this.#start = start;
        return pageOf(answer, { filter, start, size });
      }
      const last = Math.floor(((answer.total ?? start) - 1) / size) * size;
      start = start === asked ? Math.max(0, Math.min(last, start - size)) : 0;
    }
  }
}

/** The page of an answer. If the rows and the server's total contradict each other, the rows count. */
function pageOf<Item extends { readonly id: string }, F extends Filter>(
  { items, total, limit }: Page<Item>,
  asked: { readonly filter: F; readonly start: number; readonly size: number },
): ListPage<Item, F> {
  const { start, size } = asked;
  // A server that returns more rows than requested, and no higher total, does not page: these are all rows.
  const isAll = items.length > size && (total ?? 0) <= items.length;
  const all = isAll ? items.slice(start, start + size) : items;
  const unique = [...new Map(all.map((item) => [item.id, item])).values()];
  const end = start + all.length;
  if (isAll) return { ...asked, items: unique, total: items.length, hasMore: end < items.length };
  const isFull = items.length >= Math.min(limit ?? size, size);
  // A total below the number of known rows is wrong and ignored.
  const counted = total !== undefined && total >= end ? total : undefined;
  const hasMore = isFull && counted !== end && items.length > 0;
  return { ...asked, items: unique, total: hasMore ? counted : end, hasMore };
}

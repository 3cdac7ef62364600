import type { CallOptions } from '../client/client.js';
import type { ApiSession } from './api-session.js';
import type { Resource } from './resource.js';

/** Rows that are asked for at once; what the pager turns by. */
const rows = 20;

/** What rows are looked for by: query parameters of the list, empty where they don't matter. */
export type Filter = Readonly<Record<string, string>>;

/** A page as the server answers it. */
interface Answer<Item> {
  readonly items: readonly Item[];
  readonly total?: number | undefined;
  readonly limit?: number | undefined;
}

/** Some rows of a list, and where in it they are. */
export interface ListPage<Item, F extends Filter = Filter> {
  readonly items: readonly Item[];
  /** What they were looked for by. */
  readonly filter: F;
  /** Rows before these. */
  readonly start: number;
  /** Rows in all; `undefined` while nobody can tell. */
  readonly total: number | undefined;
  readonly hasMore: boolean;
}

type Read<Item, F extends Filter> = (
  query: Partial<F> & { limit: number; offset: number },
  call: CallOptions,
) => Promise<Answer<Item>>;

/**
 * A list too long to be read whole: one page at a time, found by the server. Each pane has one of its own, since what
 * somebody looks for in one place is nothing to another. {@link PagedList.page} keeps what it showed until there is an
 * answer to what was asked last; earlier answers are dropped.
 */
export class PagedList<Item extends { readonly id: string }, F extends Filter = Filter> {
  readonly session: ApiSession;
  readonly page: Resource<ListPage<Item, F>>;
  readonly #read: Read<Item, F>;
  #filter: F;
  #start = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: ApiSession, read: Read<Item, F>, filter: F) {
    this.session = session;
    this.#read = read;
    this.#filter = filter;
    this.page = session.resource((call) => this.#load(call));
  }

  /** What is looked for now; the page may still answer an earlier question. */
  get filter(): F {
    return this.#filter;
  }

  /** Whether what the page shows answers an earlier question. */
  get isAsking(): boolean {
    const { state } = this.page;
    if (state.status !== 'ready' || state.error) return false;
    return state.value.filter !== this.#filter || state.value.start !== this.#start;
  }

  /** Looks for something else, from the first row on; after so many milliseconds, unless it's something else by then. */
  find(change: Partial<F>, wait = 0): void {
    this.#filter = { ...this.#filter, ...change };
    this.#start = 0;
    clearTimeout(this.#timer);
    if (wait) this.#timer = setTimeout(() => this.page.invalidate(), wait);
    else this.page.invalidate();
  }

  /** Goes to the rows from this one on; where something else is looked for since, that begins with its first row. */
  turn(start: number): void {
    const { state } = this.page;
    const isOfOther = state.status === 'ready' && state.value.filter !== this.#filter;
    this.#start = isOfOther ? 0 : Math.max(0, start);
    clearTimeout(this.#timer);
    this.page.invalidate();
  }

  /** Rows may have gone since, so that there are none here any more: then those before, and in the end the first. */
  async #load(call: CallOptions): Promise<ListPage<Item, F>> {
    const filter = this.#filter;
    const asked = this.#start;
    const query = Object.fromEntries(Object.entries(filter).filter(([, value]) => value)) as Partial<F>;
    let start = asked;
    for (;;) {
      const answer = await this.#read({ ...query, limit: rows, offset: start }, call);
      if (answer.items.length || start === 0) {
        // Unless something else was asked for meanwhile, whose answer is on its way.
        if (this.#start === asked && this.#filter === filter) this.#start = start;
        return pageOf(answer, filter, start);
      }
      const last = Math.floor(((answer.total ?? start) - 1) / rows) * rows;
      start = start === asked ? Math.max(0, Math.min(last, start - rows)) : 0;
    }
  }
}

/** Goes by the rows rather than by what the server says of them, where the two don't agree. */
function pageOf<Item extends { readonly id: string }, F extends Filter>(
  { items, total, limit = rows }: Answer<Item>,
  filter: F,
  start: number,
): ListPage<Item, F> {
  // Whoever answers more than was asked for, and knows of no further ones, doesn't page at all: these are all there are.
  const isAll = items.length > rows && (total ?? 0) <= items.length;
  const all = isAll ? items.slice(start, start + rows) : items;
  const unique = [...new Map(all.map((item) => [item.id, item])).values()];
  const end = start + all.length;
  if (isAll) return { items: unique, filter, start, total: items.length, hasMore: end < items.length };
  const isFull = items.length >= Math.min(limit, rows);
  // A total of less than there is counts as none.
  const counted = total !== undefined && total >= end ? total : undefined;
  const hasMore = isFull && counted !== end && items.length > 0;
  return { items: unique, filter, start, total: hasMore ? counted : end, hasMore };
}

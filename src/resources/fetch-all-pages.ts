/** Rows that a server sends in one page unless it is asked for more: the vendor's default. */
const defaultLimit = 20;
const furtherLimit = 100;

interface Page<Item> {
  readonly items: readonly Item[];
  readonly total?: number | undefined;
  /** Rows that the server allows in one page. */
  readonly limit?: number | undefined;
}

type ReadPage<Item> = (query: { limit: number; offset: number }) => Promise<Page<Item>>;

/** The first rows of a list. */
export interface Rows<Item> {
  readonly items: Item[];
  /** Whether these are all rows of the list. */
  readonly isComplete: boolean;
  /** Rows of the whole list, where the server says so. */
  readonly total: number | undefined;
}

/** Reads a list to its end, page by page. For short lists, and for lists that have to be complete. */
export async function fetchAllPages<Item extends { readonly id: string }>(read: ReadPage<Item>): Promise<Item[]> {
  return (await fetchPages(read)).items;
}

/** Reads a list page by page, `limit` rows at a time, until its end or until there are at least `maxRows`. */
export async function fetchPages<Item extends { readonly id: string }>(
  read: ReadPage<Item>,
  maxRows = Number.POSITIVE_INFINITY,
  limit = defaultLimit,
): Promise<Rows<Item>> {
  const found = new Map<string, Item>();
  for (let asked = limit; ; asked = Math.max(limit, furtherLimit)) {
    const start = found.size;
    const page = await read({ limit: asked, offset: start });
    for (const item of page.items) found.set(item.id, item); // rows may move to another page while the list is read
    // A page without new rows ends the list, whatever total the server promised.
    const isComplete = found.size === start || isLast(page, asked, found.size);
    if (isComplete || found.size >= maxRows) return { items: [...found.values()], isComplete, total: page.total };
  }
}

/**
 * Whether a page is the last one of its list. A total below the rows that are there is wrong and does not count. Without
 * a total, a page is the last one if it has fewer rows than the server allows.
 */
function isLast({ items, total, limit = defaultLimit }: Page<unknown>, asked: number, end: number): boolean {
  if (total !== undefined && total >= end) return total === end;
  const isUnpaged = items.length > asked; // a server that ignores the limit sends everything at once
  return isUnpaged || items.length < Math.min(asked, limit);
}

/** Number of rows in a page without `limit`: the vendor's default. */
const defaultLimit = 20;
const furtherLimit = 100;

/** A page as the server returns it. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total?: number | undefined;
  /** Maximum number of rows that the server allows in one page. */
  readonly limit?: number | undefined;
}

type ReadPage<Item> = (query: { limit: number; offset: number }) => Promise<Page<Item>>;

/** The first rows of a list. */
export interface Rows<Item> {
  readonly items: Item[];
  /** Whether these are all rows of the list. */
  readonly isComplete: boolean;
  /** Number of rows in the list, if the server reports it. */
  readonly total: number | undefined;
}

/** Reads all pages of a list. For short lists, and for lists that must be complete. */
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
    // A page without new rows ends the list, even if the server reported a higher total.
    const isComplete = found.size === start || isLast(page, asked, found.size);
    if (isComplete || found.size >= maxRows) return { items: [...found.values()], isComplete, total: page.total };
  }
}

/**
 * Whether a page is the last one of its list. A total below the number of rows read so far is wrong and ignored.
 * Without a total, a page is the last one if it has fewer rows than requested and allowed.
 */
function isLast({ items, total, limit = defaultLimit }: Page<unknown>, asked: number, end: number): boolean {
  if (total !== undefined && total >= end) return total === end;
  const isUnpaged = items.length > asked; // a server that ignores the limit sends all rows in one page
  return isUnpaged || items.length < Math.min(asked, limit);
}

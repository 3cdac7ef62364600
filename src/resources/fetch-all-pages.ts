/** Rows of the first request, as in the vendor's example, and of the ones after it. */
const firstRows = 20;
const furtherRows = 100;

interface Page<Item> {
  readonly items: readonly Item[];
  readonly total?: number | undefined;
}

/** Reads a list to its end, page by page. For lists that are short, or of which one part is no use. */
export async function fetchAllPages<Item extends { readonly id: string }>(
  read: (query: { limit: number; offset: number }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const found = new Map<string, Item>();
  for (let limit = firstRows; ; limit = furtherRows) {
    const { items, total } = await read({ limit, offset: found.size });
    const before = found.size;
    for (const item of items) found.set(item.id, item); // rows may move from one page to the next meanwhile
    // A total that promises more than ever comes must not be asked for endlessly.
    if (found.size === before || found.size >= (total ?? 0)) return [...found.values()];
  }
}

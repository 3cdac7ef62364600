/** Maximum number of concurrent requests. */
const maxConcurrent = 4;

/** Does the work for all items, four at a time; resolves with the results in the order of the items. */
export async function mapConcurrent<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const rest = items.entries(); // shared by the workers, so that each item is taken once
  const worker = async () => {
    for (const [index, item] of rest) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: maxConcurrent }, worker));
  return results;
}

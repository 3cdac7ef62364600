// The search of the documentation: an index that is loaded with the first letter, and no server.
import MiniSearch from 'minisearch';

/** A section of a page, as scripts/docs.mjs stores it. */
interface Section {
  readonly id: string;
  readonly page: string;
  readonly heading: string;
}

const input = document.querySelector('input[type=search]') as HTMLInputElement;
const results = document.querySelector('#results') as HTMLElement;
const root = input.dataset.root ?? '';
let index: Promise<MiniSearch<Section>> | undefined;

async function loadIndex() {
  const response = await fetch(`${root}search.json`);
  return MiniSearch.loadJSON<Section>(await response.text(), { fields: ['page', 'heading', 'text'] });
}

input.addEventListener('input', async () => {
  const query = input.value.trim();
  if (!query) return results.replaceChildren();
  index ??= loadIndex();
  const found = (await index).search(query, { prefix: true, combineWith: 'AND', boost: { heading: 3, page: 2 } });
  if (input.value.trim() !== query) return; // typed on
  const count = document.createElement('p');
  count.textContent = found.length === 1 ? '1 result' : `${found.length} results`;
  const list = document.createElement('ul');
  list.append(...found.slice(0, 12).map(({ id, page, heading }) => result(id, page, heading)));
  results.replaceChildren(count, list);
});

function result(id: string, page: string, heading: string) {
  const link = document.createElement('a');
  link.href = root + id;
  link.textContent = heading === page ? page : `${page}: ${heading}`;
  const item = document.createElement('li');
  item.append(link);
  return item;
}

// The search of the documentation, without a server.
import MiniSearch from 'minisearch';

/** A section of a page, as scripts/docs.mjs stores it. */
interface Section {
  readonly id: string;
  readonly page: string;
  readonly heading: string;
}

const options = { fields: ['page', 'heading', 'text'] };

/** Loads search.js, `docsIndex={…}`, as text, or as a script if the page is a local file, which cannot fetch files. */
async function loadIndex(root: string): Promise<MiniSearch<Section>> {
  if (location.protocol !== 'file:') {
    const text = await (await fetch(`${root}search.js`)).text();
    return MiniSearch.loadJSON<Section>(text.slice(text.indexOf('=') + 1), options);
  }
  const script = document.createElement('script');
  script.src = `${root}search.js`;
  await new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
    document.head.append(script);
  });
  return MiniSearch.loadJS<Section>((globalThis as unknown as { docsIndex: never }).docsIndex, options);
}

/** Starts the search field; the index is loaded at the first input. */
export function startSearch(): void {
  const input = document.querySelector('input[type=search]') as HTMLInputElement;
  const results = document.querySelector('#results') as HTMLElement;
  const root = input.dataset.root ?? '';
  let index: Promise<MiniSearch<Section>> | undefined;

  const search = async () => {
    const query = input.value.trim();
    if (!query) return results.replaceChildren();
    index ??= loadIndex(root);
    const found = (await index).search(query, { prefix: true, combineWith: 'AND', boost: { heading: 3, page: 2 } });
    if (input.value.trim() === query) results.replaceChildren(...listOf(found as unknown as Section[], root)); // else typed on
  };
  const clear = () => {
    input.value = '';
    results.replaceChildren();
  };
  input.addEventListener('input', search);
  // A link to a heading of this page does not load the page again, so the results would stay open.
  results.addEventListener('click', ({ target }) => target instanceof HTMLAnchorElement && clear());
  addEventListener('keydown', (event) => {
    const isTyping = (event.target as HTMLElement).closest?.('input, select, textarea, [data-live]');
    if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
    }
    if (event.key === 'Escape' && input.value) {
      clear();
      input.focus();
    }
  });
}

/** The number of sections that were found, and links to the first 12. */
function listOf(found: readonly Section[], root: string) {
  const count = document.createElement('p');
  count.textContent = found.length === 1 ? '1 result' : `${found.length} results`;
  const list = document.createElement('ul');
  for (const { id, page, heading } of found.slice(0, 12)) {
    const link = document.createElement('a');
    link.href = root + id;
    link.textContent = heading === page ? page : `${page}: ${heading}`;
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  return [count, list];
}

// `npm run build:docs`: writes the documentation to .build/docs as static files, from the documents, the manifest and
// the contract. All addresses are relative and all scripts classic, so that the pages work in any folder of any server,
// and as local files. Needs dist and its manifest.
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import MiniSearch from 'minisearch';
import { build, runnerImport } from 'vite';
import { elementPage, readElements } from './docs/element-page.mjs';
import { examplePages, withExamples } from './docs/examples.mjs';
import { assistantsFullText, assistantsIndex } from './docs/generated.mjs';
import { layout } from './docs/layout.mjs';
import { renderDocument } from './docs/markdown.mjs';
import { documentGroups, root } from './docs/pages.mjs';
import { wordsPage } from './docs/words-page.mjs';

const folder = join(root, '.build/docs');

/** The style sheets in `demo/docs/styles`, in their order in docs.css. */
const sheets = ['frame', 'search', 'navigation', 'prose', 'code', 'sequence', 'live'];

/** Writes a file of the site. */
function write(path, text) {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Writes the documentation. */
export async function writeDocs() {
  rmSync(folder, { recursive: true, force: true });
  // The builds come first and set NODE_ENV to production: an earlier import by Vite would set it to development.
  for (const mode of ['docs-page', 'docs-live', 'docs-studio']) {
    await build({ configFile: join(root, 'vite.config.ts'), mode, logLevel: 'warn' });
  }
  const documents = documentGroups();
  const pages = new Map(documents.flatMap(([, listed]) => listed.map(({ file, page }) => [file, page])));
  const exampleOf = new Map(examplePages);
  const textOf = (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return file === 'examples/README.md' ? withExamples(text) : text;
  };
  /** The page of a path in the repository; pictures keep their relative path. */
  const pageOf = (path) =>
    pages.get(path) ??
    exampleOf.get(path) ??
    (path.startsWith('docs/pictures/') ? path.slice('docs/'.length) : undefined);
  const written = documents.map(([group, listed]) => [
    group,
    listed.map((one) => ({ ...one, ...renderDocument(textOf(one.file), one.file, pageOf) })),
  ]);
  const groups = Object.fromEntries(
    written.flatMap((group) =>
      group[0] === 'Your own backend' ? [['Elements', readElements().map(elementPage)], group] : [group],
    ),
  );
  groups['Your own backend'].push(await apiPage());
  groups.Reference.unshift(await wordsPage());
  const all = Object.values(groups).flat();
  for (const page of all) write(page.page, layout(page, groups));
  write('search.js', `docsIndex=${JSON.stringify(indexOf(all))}`);
  write('llms.txt', assistantsIndex());
  write('llms-full.txt', assistantsFullText());
  for (const file of pages.keys()) write(file, readFileSync(join(root, file), 'utf8')); // for the links in llms.txt
  write(
    'docs.css',
    sheets.map((sheet) => readFileSync(join(root, `demo/docs/styles/${sheet}.css`), 'utf8')).join('\n'),
  );
  for (const file of [
    'docs/studio.html',
    'pages/studio/studio.css',
    'pages/plain.css',
    'pages/api.css',
    'pages/icon.svg',
  ]) {
    copyFileSync(join(root, 'demo', file), join(folder, posix.basename(file)));
  }
  cpSync(join(root, 'docs/pictures'), join(folder, 'pictures'), { recursive: true });
}

/** The index of all sections, as demo/docs/search.ts loads it. */
function indexOf(all) {
  const index = new MiniSearch({ fields: ['page', 'heading', 'text'], storeFields: ['page', 'heading'] });
  for (const { page, title, sections } of all) {
    for (const { heading, id, text } of sections) {
      index.add({ id: id && heading !== title ? `${page}#${id}` : page, page: title, heading, text });
    }
  }
  return index;
}

/** The page of the operations, in the frame of the other pages; also writes the OpenAPI document. */
async function apiPage() {
  const { module } = await runnerImport(join(root, 'demo/docs/api.ts'), { configFile: false, logLevel: 'warn' });
  write('openapi.json', JSON.stringify(module.document, null, 2));
  const [, html = ''] = (await module.page('..').text()).match(/<main>(.*)<\/main>/s) ?? [];
  return {
    page: 'api/index.html',
    title: module.document.info.title,
    name: 'All operations',
    html,
    sections: [],
    isApi: true,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeDocs();

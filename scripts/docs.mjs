// `npm run docs`: writes the documentation to .build/docs as static files, from the documents, the manifest and the contract.
// All addresses are relative, so that any folder of any server can hold it. Needs dist and its manifest.
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import MiniSearch from 'minisearch';
import { build, runnerImport } from 'vite';
import { renderDocument, renderInline } from './docs-markdown.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.build/docs');

/** The documents by group, in the order of the navigation, with their pages. */
const documents = {
  Guides: {
    'README.md': 'index.html',
    'docs/embedding.md': 'embedding.html',
    'docs/theming.md': 'theming.html',
    'docs/backend.md': 'backend.html',
    'docs/conformance.md': 'conformance.html',
    'docs/how-to/use-hooks.md': 'how-to/use-hooks.html',
    'docs/console.md': 'console.html',
  },
  Reference: { 'docs/contract.md': 'contract.html', 'CHANGELOG.md': 'changelog.html' },
  'Working on the kit': {
    'CONTRIBUTING.md': 'contributing.html',
    'docs/architecture.md': 'architecture.html',
    'docs/regressions.md': 'regressions.html',
    'docs/faults.md': 'faults.html',
    ...Object.fromEntries(
      readdirSync(join(root, 'docs/how-to'))
        .filter((file) => !file.startsWith('use-'))
        .map((file) => [`docs/how-to/${file}`, `how-to/${file.replace('.md', '.html')}`]),
    ),
  },
};
const pages = Object.assign({}, ...Object.values(documents));

/** The page of a path in the repository; pictures keep their place. */
const pageOf = (path) => pages[path] ?? (path.startsWith('docs/pictures/') ? path.slice('docs/'.length) : undefined);

const escapeHtml = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The elements of the manifest, by tag. */
function readElements() {
  const { modules } = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'));
  const found = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
  return found.sort((a, b) => a.tagName.localeCompare(b.tagName));
}

/** The page of an element: what it is, live, and its public surface. */
function elementPage({ tagName, description = '', attributes = [], members = [], ...more }) {
  const own = members.filter(({ privacy = 'public', name }) => privacy === 'public' && !name.startsWith('#'));
  const names = new Set(attributes.map(({ fieldName }) => fieldName));
  const code = (text) => (text ? `<code>${escapeHtml(text)}</code>` : '');
  const typed = ({ name, type, default: value, description: text }) => [
    code(name),
    code(type?.text),
    code(value),
    text,
  ];
  const named = ({ name, description: text }) => [code(name) || 'default', text];
  const signature = ({ name, parameters = [], return: result }) =>
    `${name}(${parameters.map((one) => `${one.name}: ${one.type?.text ?? 'unknown'}`).join(', ')}): ${result?.type?.text ?? 'void'}`;
  const fields = own.filter(({ kind, name }) => kind === 'field' && !names.has(name));
  const methods = own.filter(({ kind }) => kind === 'method');
  const tables = [
    ['Attributes', ['Name', 'Type', 'Default', 'Meaning'], attributes.map(typed)],
    ['Properties', ['Name', 'Type', 'Default', 'Meaning'], fields.map(typed)],
    ['Methods', ['Method', 'Does'], methods.map((one) => [code(signature(one)), one.description])],
    [
      'Events',
      ['Name', 'Type', 'When'],
      (more.events ?? []).map(({ name, type, description: text }) => [code(name), code(type?.text), text]),
    ],
    ['Slots', ['Name', 'Content'], (more.slots ?? []).map(named)],
    ['Parts', ['Name', 'What'], (more.cssParts ?? []).map(named)],
    ['States', ['Name', 'When'], (more.cssStates ?? []).map(named)],
    ['Custom properties', ['Name', 'For'], (more.cssProperties ?? []).map(named)],
  ].filter(([, , rows]) => rows.length);
  const live =
    tagName === 'agni-provider'
      ? ''
      : `<h2 id="live">Live</h2>\n<p>On a sandbox in this page: the data are invented, and nothing leaves the browser.</p>\n<div data-live="${tagName}"></div>`;
  const entry = tagName.replace('agni-', '');
  const html = `<h1>&lt;${tagName}&gt;</h1>
<p>${renderInline(description)}</p>
<pre tabindex="0"><code>import 'agni-settings/${entry}';</code></pre>
${live}
${tables.map(([title, heads, rows]) => tableOf(title, heads, rows)).join('\n')}`;
  const sections = [
    { heading: `<${tagName}>`, id: '', text: description },
    ...tables.map(([title, , rows]) => ({
      heading: title,
      id: slug(title),
      text: rows
        .flat()
        .join(' ')
        .replace(/<[^>]+>/g, ''),
    })),
  ];
  return { title: `<${tagName}>`, html, sections, hasLive: live !== '' };
}

const slug = (title) => title.toLowerCase().replaceAll(' ', '-');

/** A table; the last column is Markdown. */
function tableOf(title, heads, rows) {
  const cells = (row) =>
    row.map((cell = '', index) => `<td>${index === row.length - 1 ? renderInline(cell) : cell}</td>`);
  return `<h2 id="${slug(title)}">${title}</h2>
<div class="scroll" tabindex="0" role="group" aria-label="${title}"><table>
<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row).join('')}</tr>`).join('\n')}</tbody>
</table></div>`;
}

/** A whole page. */
function layout({ page, title, html, hasLive = false }, groups) {
  const up = posix.relative(posix.dirname(page), '.');
  const base = up ? `${up}/` : '';
  const item = (one) =>
    `<li><a href="${base}${one.page}"${one.page === page ? ' aria-current="page"' : ''}>${escapeHtml(one.title)}</a></li>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} · agni-settings</title>
<link rel="icon" href="${base}icon.svg">
<link rel="stylesheet" href="${base}docs.css">
<script type="module" src="${base}assets/search.js"></script>
${hasLive ? `<script type="module" src="${base}assets/live.js"></script>` : ''}
</head>
<body>
<aside>
<search><label>Search <input type="search" data-root="${base}"></label><div id="results" role="status"></div></search>
<nav aria-label="Documentation">
${Object.entries(groups)
  .map(([name, listed]) => `<h2>${name}</h2>\n<ul>${listed.map(item).join('\n')}</ul>`)
  .join('\n')}
</nav>
</aside>
<main>
${html}
</main>
</body>
</html>
`;
}

/** Writes the documentation. */
export async function writeDocs() {
  rmSync(folder, { recursive: true, force: true });
  // First of all: it sets NODE_ENV to production, where an import by Vite would set development.
  await build({ configFile: join(root, 'vite.config.ts'), mode: 'docs', logLevel: 'warn' });
  const elements = readElements().map((element) => ({
    page: `elements/${element.tagName}.html`,
    ...elementPage(element),
  }));
  const written = Object.entries(documents).map(([group, files]) => [
    group,
    Object.entries(files).map(([file, page]) => ({
      page,
      ...renderDocument(readFileSync(join(root, file), 'utf8'), file, pageOf),
    })),
  ]);
  const [guides, ...others] = written;
  const api = { page: 'api/index.html', title: 'API', sections: [] };
  const groups = Object.fromEntries([guides, ['Elements', elements], ...others]);
  groups.Reference.push(api);
  const all = Object.values(groups).flat();
  for (const page of all.filter((one) => one !== api)) {
    mkdirSync(join(folder, dirname(page.page)), { recursive: true });
    writeFileSync(join(folder, page.page), layout(page, groups));
  }
  writeFileSync(join(folder, 'search.json'), JSON.stringify(indexOf(all)));
  await writeApiPage(join(folder, api.page));
  for (const file of ['demo/docs/docs.css', 'demo/pages/plain.css', 'demo/pages/api.css', 'demo/pages/icon.svg']) {
    copyFileSync(join(root, file), join(folder, posix.basename(file)));
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

/** The page of the operations, as every sandbox serves it, and the document for programs. */
async function writeApiPage(file) {
  const { module } = await runnerImport(join(root, 'demo/docs/api.ts'), { configFile: false, logLevel: 'warn' });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await module.page('..').text());
  writeFileSync(join(folder, 'openapi.json'), JSON.stringify(module.document, null, 2));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeDocs();

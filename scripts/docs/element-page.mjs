// The page of an element: description, live element and public surface, from the manifest.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml } from './html.mjs';
import { renderCode, renderInline, slugify } from './markdown.mjs';
import { root } from './pages.mjs';

/** The elements of the manifest, by tag. */
export function readElements() {
  const { modules } = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'));
  const found = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
  return found.sort((a, b) => a.tagName.localeCompare(b.tagName));
}

const code = (text) => (text ? `<code>${escapeHtml(text)}</code>` : '');

/** The type of an event's details; `X & Waitable` marks an event with a `waitUntil` for listeners. */
const detailOf = ({ type }) => type?.text.replace(/^CustomEvent<(.*)>$/, '$1');

const signatureOf = ({ name, parameters = [], return: result }) =>
  `${name}(${parameters.map((one) => `${one.name}: ${one.type?.text ?? 'unknown'}`).join(', ')}): ${result?.type?.text ?? 'void'}`;

/** Attributes, properties and so on, each with a heading, column heads, and rows. */
function tablesOf({ attributes = [], members = [], ...more }) {
  const attributeOf = new Map(attributes.map(({ fieldName, name }) => [fieldName, name]));
  const fields = members.filter(
    ({ kind, name, privacy = 'public' }) => kind === 'field' && privacy === 'public' && !name.startsWith('#'),
  );
  const methods = members.filter(({ kind, privacy = 'public' }) => kind === 'method' && privacy === 'public');
  const typed = ({ name, type, default: value, description }) => [
    code(name),
    code(type?.text),
    code(value),
    description,
  ];
  const named = ({ name, description }) => [code(name) || 'default', description];
  const isBefore = ({ description = '' }) => /\bcancelable\b/.test(description);
  const events = [...(more.events ?? [])].sort((a, b) => Number(isBefore(b)) - Number(isBefore(a)));
  return [
    ['Attributes', ['Name', 'Type', 'Default', 'Meaning'], attributes.map(typed)],
    [
      'Properties',
      ['Name', 'Type', 'Default', 'Meaning'],
      fields.filter(({ name }) => !attributeOf.has(name)).map(typed),
    ],
    ['Methods', ['Method', 'Does'], methods.map((one) => [code(signatureOf(one)), one.description])],
    ['Events', ['Name', 'Detail', 'When'], events.map((one) => [code(one.name), code(detailOf(one)), one.description])],
    ['Slots', ['Name', 'Content'], (more.slots ?? []).map(named)],
    ['States', ['Name', 'When'], (more.cssStates ?? []).map(named), 'Select them in CSS with `:state(name)`.'],
    ['Parts', ['Name', 'What'], (more.cssParts ?? []).map(named), 'Style them with `::part(name)`.'],
    ['Custom properties', ['Name', 'For'], (more.cssProperties ?? []).map(named)],
  ].filter(([, , rows]) => rows.length);
}

/** A table with its heading; the last column is Markdown. Lists that are the same for every element are folded. */
function renderTable([title, heads, rows, note]) {
  const cells = (row) =>
    row.map((cell = '', index) => `<td>${index === row.length - 1 ? renderInline(cell) : cell}</td>`);
  const table = `<div class="scroll" tabindex="0" role="group" aria-label="${title}"><table class="surface">
<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row).join('')}</tr>`).join('\n')}</tbody>
</table></div>`;
  return `<h2 id="${slugify(title)}">${title}</h2>\n${note ? `<p>${renderInline(note)}</p>` : ''}\n${table}`;
}

const liveOf = (tagName) => `<h2 id="live">Live</h2>
<p>On a sandbox in this page: the data are invented, and nothing leaves the browser.</p>
<div class="live" data-live="${tagName}"><noscript><p>The live pane needs JavaScript.</p></noscript></div>`;

/** The page of an element of the manifest. */
export function elementPage(element) {
  const { tagName, description = '' } = element;
  const tables = tablesOf(element);
  const hasLive = tagName !== 'agni-provider';
  const entry = tagName.replace('agni-', '');
  const markup = hasLive
    ? `<agni-provider base-url="https://api.example.com" auth-mode="cookie">\n  <${tagName}></${tagName}>\n</agni-provider>`
    : '';
  const html = `<h1>&lt;${tagName}&gt;</h1>
<p class="lead">${renderInline(description)}</p>
${hasLive ? liveOf(tagName) : ''}
<h2 id="use">Use</h2>
${renderCode(`import 'agni-settings/${entry}';\n`, 'js')}
${markup ? renderCode(`${markup}\n`, 'html') : ''}
${tables.map(renderTable).join('\n')}`;
  const section = (heading, text) => ({ heading, level: 2, id: slugify(heading), text });
  const sections = [
    { heading: `<${tagName}>`, level: 1, id: '', text: description },
    ...(hasLive ? [section('Live', '')] : []),
    section('Use', `agni-settings/${entry}`),
    ...tables.map(([title, , rows]) =>
      section(
        title,
        rows
          .flat()
          .join(' ')
          .replace(/<[^>]+>/g, ''),
      ),
    ),
  ];
  return { page: `elements/${tagName}.html`, title: `<${tagName}>`, html, sections, hasLive };
}

// Tables in the documents that are made from the contract, the manifest and the words, and llms.txt.
//   npm run generate    writes them; test/build/documents.test.ts fails if they are out of date
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';
import { readElements } from './element-page.mjs';
import { documentGroups, root } from './pages.mjs';

const read = (file) => readFileSync(join(root, file), 'utf8');

/** A table in Markdown. */
function table(heads, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

const firstSentence = (text = '') =>
  text
    .replaceAll('\n', ' ')
    .match(/^.*?[.:](?= |$)/)?.[0]
    .replace(/:$/, '.') ?? text;

function elements() {
  const rows = readElements().map(({ tagName, description }) => [
    `\`<${tagName}>\``,
    `\`agni-settings/${tagName.slice('agni-'.length)}\``,
    firstSentence(description),
  ]);
  return table(['Element', 'Import', 'What'], rows);
}

/** The events of all elements, which bubble through the provider. */
function events() {
  const { events: all } = readElements().find(({ tagName }) => tagName === 'agni-provider');
  const isBefore = ({ type }) => type.text.includes('Waitable');
  const rows = [...all.filter(isBefore), ...all.filter((one) => !isBefore(one))].map(({ name, type, description }) => [
    `\`${name}\``,
    `\`${type.text.replace(/^CustomEvent<(.*)>$/, '$1')}\``,
    description,
  ]);
  return table(['Event', 'Detail', 'When'], rows);
}

/** The types of the events' details, as src/events.ts declares them. */
function details() {
  const declared = read('src/events.ts').matchAll(/(?:^\/\*\*.*\n)?^export interface (?!Agni)[\s\S]*?^\}/gm);
  const shapes = [...declared].map(([text]) => text.replace('export ', '').replace(/\{@link (\w+)\}/g, '$1'));
  return `\`\`\`ts\n${shapes.join('\n\n')}\n\`\`\``;
}

/** The operations of the contract by area, as openapi.json groups them. */
async function operations() {
  const { module } = await runnerImport(join(root, 'demo/docs/api.ts'), { configFile: false, logLevel: 'warn' });
  const { tags, paths } = module.document;
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );
  const groups = tags.map(({ name }) => {
    const rows = all
      .filter((one) => one.tags[0] === name)
      .map((one) => [
        `\`${one.operationId}\``,
        `\`${one.method.toUpperCase()} ${one.path}\``,
        one['x-basis'],
        one.summary,
      ]);
    return `### ${name}\n\n${table(['Operation', 'Request', 'Status', 'Does'], rows)}`;
  });
  return groups.join('\n\n');
}

/** The prefixes of words, with the file of their English tables. */
function prefixes() {
  const [, body] = read('src/locales/messages.ts').match(/^interface Tables \{\n(.*?)^\}/ms) ?? [];
  const rows = body.split(/^ {2}(?=\w)/m).filter(Boolean);
  return table(
    ['Prefix', 'Words of'],
    rows.map((text) => {
      const [, prefix] = text.match(/^(\w+):/) ?? [];
      const [, folder] = text.match(/elements\/([\w-]+)\//) ?? [];
      const element =
        folder && folder !== 'base' ? `\`<agni-${folder}>\`` : { shared: 'all elements, errors and forms' }[prefix];
      return [
        `\`${prefix}\``,
        element ?? { appointments: 'appointments of GoHighLevel and Cal.com', examples: 'code examples' }[prefix],
      ];
    }),
  );
}

/** The content of each region `<!-- generated: name -->`. */
const regions = { details, elements, events, operations, prefixes };

/** A document with up-to-date generated regions. */
export async function withGenerated(text) {
  let filled = text;
  for (const [, name] of text.matchAll(/^<!-- generated: (\w+) -->$/gm)) {
    const content = await regions[name]();
    const region = new RegExp(`(<!-- generated: ${name} -->\\n).*?(<!-- /generated -->)`, 's');
    filled = filled.replace(region, (_, open, close) => `${open}\n${content}\n\n${close}`);
  }
  return filled;
}

/** The title of a document, and its first sentence. */
function summaryOf(text) {
  const [, title] = text.match(/^# (.+)$/m) ?? [];
  const [paragraph = ''] = text
    .slice(text.indexOf('\n', text.indexOf('# ')))
    .trim()
    .split('\n\n');
  const prose = /^[A-Z`<]/.test(paragraph) ? firstSentence(paragraph.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')) : '';
  return { title, sentence: prose };
}

/** llms.txt: the documents and elements for coding assistants, as https://llmstxt.org describes. */
export function assistantsIndex() {
  const { description } = JSON.parse(read('package.json'));
  const groups = documentGroups()
    .filter(([group]) => group !== 'Working on the kit')
    .map(([group, listed]) => {
      const lines = listed.map(({ file }) => {
        const { title, sentence } = summaryOf(read(file));
        return `- [${title}](${file})${sentence ? `: ${sentence}` : ''}`;
      });
      return `## ${group}\n\n${lines.join('\n')}`;
    });
  const tags = readElements().map(({ tagName, description: text }) => `- \`<${tagName}>\`: ${firstSentence(text)}`);
  return `# agni-settings

> ${description}.

Read [the short guide](docs/agents.md) first: one provider in the layout, \`getToken\` or cookies and never an API key in a browser,
functions as properties, approval by \`waitUntil\` in \`agni-before-…\` events.

${groups.join('\n\n')}

## Elements

${tags.join('\n')}

\`dist/custom-elements.json\` has every attribute, property, event, slot, part and state; \`dist/openapi.json\` every operation.
`;
}

/** All guides as one text, in the order of the navigation. */
export function assistantsFullText() {
  const files = documentGroups()
    .filter(([group]) => group !== 'Working on the kit' && group !== 'Reference')
    .flatMap(([, listed]) => listed.map(({ file }) => file));
  return files.map((file) => `<!-- ${file} -->\n\n${read(file)}`).join('\n\n');
}

/** The documents with generated regions. */
export const generatedDocuments = documentGroups()
  .flatMap(([, listed]) => listed.map(({ file }) => file))
  .filter((file) => read(file).includes('<!-- generated: '));

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const file of generatedDocuments) writeFileSync(join(root, file), await withGenerated(read(file)));
  writeFileSync(join(root, 'llms.txt'), assistantsIndex());
}

// The page of all keys of `messages` with their English words.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { escapeHtml } from './html.mjs';
import { slugify } from './markdown.mjs';
import { root } from './pages.mjs';

/** The English words by prefix and key, from the tables that src/locales/messages.ts names. */
async function englishWords() {
  const [, body] =
    readFileSync(join(root, 'src/locales/messages.ts'), 'utf8').match(/^interface Tables \{\n(.*?)^\}/ms) ?? [];
  const groups = body.split(/^ {2}(?=\w)/m).filter(Boolean);
  return Promise.all(
    groups.map(async (text) => {
      const [, prefix] = text.match(/^(\w+):/) ?? [];
      const files = [...text.matchAll(/import\('([^']+)\.js'\)/g)].map(([, path]) =>
        join(root, 'src/locales', `${path}.ts`),
      );
      const tables = await Promise.all(
        files.map((file) => runnerImport(file, { configFile: false, logLevel: 'warn' })),
      );
      return [prefix, Object.assign({}, ...tables.flatMap(({ module }) => Object.values(module)))];
    }),
  );
}

const textOf = (words) =>
  typeof words === 'string'
    ? escapeHtml(words)
    : Object.entries(words)
        .map(([form, text]) => `${form}: ${escapeHtml(text)}`)
        .join('<br>');

/** The page of all words. */
export async function wordsPage() {
  const groups = await englishWords();
  const tables = groups.map(([prefix, words]) => {
    const rows = Object.entries(words).map(
      ([key, text]) => `<tr><td><code>${prefix}.${escapeHtml(key)}</code></td><td>${textOf(text)}</td></tr>`,
    );
    return `<h2 id="${slugify(prefix)}">${prefix}</h2>
<div class="scroll" tabindex="0" role="group" aria-label="Words of ${prefix}"><table>
<thead><tr><th scope="col">Key</th><th scope="col">English</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>`;
  });
  const sections = groups.map(([prefix, words]) => ({
    heading: prefix,
    level: 2,
    id: slugify(prefix),
    text: Object.entries(words)
      .map(([key, text]) => `${prefix}.${key} ${typeof text === 'string' ? text : Object.values(text).join(' ')}`)
      .join(' '),
  }));
  const html = `<h1>All words</h1>
<p>Every key of <code>messages</code> with its English words. <a href="languages.html#change-single-words">How to change them</a>.</p>
${tables.join('\n')}`;
  return {
    page: 'words.html',
    title: 'All words',
    html,
    sections: [{ heading: 'All words', level: 1, id: '', text: '' }, ...sections],
  };
}

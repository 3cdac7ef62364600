// `npm run languages`: prints, for each language, how much is translated, the bytes after brotli (quality 11) against
// bench/budgets.json, and the short texts, such as labels of controls, that are longest in comparison with English.
//   node scripts/languages.mjs de fr    some languages
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { brotliSize } from './brotli-size.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The tags of the languages in src/locales. */
export function packNames() {
  const files = readdirSync(join(root, 'src/locales'));
  return files.map((file) => /^((?!en\.)[a-z]{2}(?:-[A-Z]{2})?)\.ts$/.exec(file)?.[1]).filter(Boolean);
}

/** Bundles a module of src; resolves to its text. */
async function bundle(contents) {
  const options = { bundle: true, minify: true, charset: 'utf8', format: 'esm', target: 'es2022', write: false };
  const stdin = { contents, resolveDir: join(root, 'src/locales'), loader: 'ts' };
  const { outputFiles } = await build({ ...options, stdin });
  return outputFiles[0].text;
}

const load = (text) => import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);

/** The English words of every prefix, as src/locales/messages.ts lists them: `[key, phrase]` by `prefix.key`. */
export async function englishWords() {
  const list = readFileSync(join(root, 'src/locales/messages.ts'), 'utf8');
  const modules = [...list.matchAll(/^ {2}(\w+):([^;]+);/gm)].flatMap(([, prefix, paths]) =>
    [...paths.matchAll(/import\('(.+?)'\)/g)].map(([, path]) => ({ prefix, path })),
  );
  const tables = modules.map(({ path }, index) => `export * as m${index} from '${path}';`).join('\n');
  const loaded = await load(await bundle(tables));
  return modules.flatMap(({ prefix }, index) =>
    Object.values(loaded[`m${index}`]).flatMap((table) =>
      Object.entries(table).map(([key, phrase]) => [`${prefix}.${key}`, phrase]),
    ),
  );
}

/** A language: its module, its words by prefix and key, and by `prefix.key`. */
export async function readPack(name) {
  const text = await bundle(`export * from './${name}.js';`);
  const [{ words: tables }] = Object.values(await load(text));
  const words = Object.entries(tables).flatMap(([prefix, table]) =>
    Object.entries(table).map(([key, phrase]) => [`${prefix}.${key}`, phrase]),
  );
  return { text, tables, words: new Map(words) };
}

/** Bytes of a language after brotli, by the names of their budgets: all words, and at most for a page with one pane. */
export function sizesOf({ text, tables }) {
  const pages = Object.keys(tables).map(
    (prefix) => brotliSize(JSON.stringify(tables[prefix])) + brotliSize(JSON.stringify(tables.shared)),
  );
  return { whole: brotliSize(text), pane: Math.max(...pages) };
}

/** The longest form of a phrase. */
const longestOf = (phrase) =>
  [phrase].flatMap((one) => (typeof one === 'string' ? one : Object.values(one))).sort(byLength)[0];
const byLength = (first, second) => second.length - first.length;

const maxLabel = 24;
const shown = 12;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const english = await englishWords();
  const { languages: budget } = JSON.parse(readFileSync(join(root, 'bench/budgets.json'), 'utf8'));
  const wanted = process.argv.slice(2);
  for (const name of wanted.length ? wanted : packNames()) {
    const pack = await readPack(name);
    const { words } = pack;
    const { whole, pane } = sizesOf(pack);
    const missing = english.filter(([key]) => !words.has(key));
    console.log(
      `\n${name}: ${english.length - missing.length} of ${english.length} words, ${whole} of ${budget.whole} bytes, a pane ${pane} of ${budget.pane}`,
    );
    for (const [key] of missing) console.log(`  missing: ${key}`);
    const grown = english
      .map(([key, phrase]) => ({ key, from: longestOf(phrase), to: longestOf(words.get(key) ?? '') }))
      .filter(({ from, to }) => from.length <= maxLabel && to.length > from.length)
      .sort((first, second) => second.to.length - second.from.length - (first.to.length - first.from.length));
    for (const { key, from, to } of grown.slice(0, shown)) {
      console.log(`  ${`+${to.length - from.length}`.padStart(4)} ${key.padEnd(32)} ${from} → ${to}`);
    }
    if (missing.length || whole > budget.whole || pane > budget.pane) process.exitCode = 1;
  }
}

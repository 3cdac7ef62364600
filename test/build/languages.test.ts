import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import budgets from '../../bench/budgets.json' with { type: 'json' };
import { englishWords, packNames, readPack, sizesOf } from '../../scripts/languages.mjs';

const names = packNames();
const english = await englishWords();

it('has one English text for each key', () => {
  const texts = new Map<string, unknown>();
  for (const [key, phrase] of english) {
    if (texts.has(key)) expect([key, phrase]).toEqual([key, texts.get(key)]);
    texts.set(key, phrase);
  }
});

it.each(names)('has in %s every word, with the plural categories of the language', async (name) => {
  const { words } = await readPack(name);
  expect([...words.keys()].sort()).toEqual([...new Set(english.map(([key]) => key))].sort());
  const categories = new Intl.PluralRules(name).resolvedOptions().pluralCategories;
  for (const [key, phrase] of words) {
    if (typeof phrase === 'object') expect([key, Object.keys(phrase).sort()]).toEqual([key, [...categories].sort()]);
  }
});

it('names no tag and no function to users, who can change neither', async () => {
  const packs = await Promise.all(names.map(async (name) => [...(await readPack(name)).words]));
  const named = [...english, ...packs.flat()].filter(([, phrase]) => /<agni-|\w\(\)/.test(JSON.stringify(phrase)));
  expect(named).toEqual([]);
});

it.each(names)('keeps %s, and what a page with one pane loads of it, within the budgets', async (name) => {
  const { whole, pane } = sizesOf(await readPack(name));
  expect(whole).toBeLessThanOrEqual(budgets.languages.whole);
  expect(pane).toBeLessThanOrEqual(budgets.languages.pane);
});

it.each(names)('ships %s, which a bundled `import` of it registers', async (name) => {
  const { outputFiles } = await build({
    stdin: { contents: `import 'agni-settings/locales/${name}.js';`, resolveDir: process.cwd() },
    bundle: true,
    charset: 'utf8',
    format: 'esm',
    write: false,
    tsconfigRaw: {}, // the repository's tsconfig.json maps the package to its sources
    logLevel: 'silent',
  });
  const { words } = await readPack(name);
  expect(outputFiles[0]?.text.includes(JSON.stringify(words.get('apiKeys.heading')))).toBe(true);
  expect(readFileSync('src/locales/load-words.ts', 'utf8')).toContain(`'${name}'`);
});

// Part of `npm run generate`: writes the lists of elements that bundlers and types need, from src/elements/registry.ts.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { program } from './program.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file) => readFileSync(root + file, 'utf8');
const registered = [...read('src/elements/registry.ts').matchAll(/tag: 'agni-([\w-]+)'/g)].map(([, name]) => name);
const names = [...registered, 'settings'].sort();
const classOf = (name) => `Agni${name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}`;

/** Replaces the block of lines that `pattern` matches. */
function rewrite(file, pattern, lines) {
  writeFileSync(
    root + file,
    read(file).replace(pattern, () => lines.map((line) => `${line}\n`).join('')),
  );
}

rewrite(
  'src/elements/classes.ts',
  /(?:^export .*\n)+/m,
  names.map((name) => `export { ${classOf(name)} } from './${name}/agni-${name}.js';`),
);
rewrite(
  'src/bindings/react.ts',
  /(?:^\/\*\* `<agni-.*\n(?:.+\n)+?(?=\/\*\*|\n))+/m,
  ['provider', ...names].flatMap((name) => [
    `/** \`<agni-${name}>\` as a component. */`,
    `export const ${classOf(name)}: Component<'agni-${name}'> = /* @__PURE__ */ component('agni-${name}');`,
  ]),
);
execFileSync(process.execPath, [
  program('@biomejs/biome', 'biome'),
  ...['format', '--write', 'src/elements/classes.ts', 'src/bindings/react.ts'],
]);

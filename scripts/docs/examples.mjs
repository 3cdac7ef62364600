// The apps in examples/ with their code, for readers of the site, who do not have the repository.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { slugify } from './markdown.mjs';
import { root } from './pages.mjs';

const folder = join(root, 'examples');

/** Names of the example apps. */
const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory());

const readme = (name) => readFileSync(join(folder, name, 'README.md'), 'utf8');
const titleOf = (name) => readme(name).match(/^# (.+)$/m)?.[1] ?? name;

/** The source files of an example, without installed and built files. */
function filesOf(name) {
  return readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(?:[cm]?[jt]sx?|vue|svelte|html|json)$/.test(file))
    .filter((file) => !/(?:^|\/)(?:node_modules|dist|build|\.[\w-]+)\/|package-lock/.test(file))
    .sort();
}

/** `examples/README.md` with a section for each app: its README and its files. */
export function withExamples(text) {
  const sections = names.map((name) => {
    const files = filesOf(name).map((file) => {
      const code = readFileSync(join(folder, name, file), 'utf8');
      return `\`\`\`${extname(file).slice(1)} title="${file}"\n${code.trimEnd()}\n\`\`\``;
    });
    return [readme(name).trim().replace(/^# /, '## '), ...files].join('\n\n');
  });
  return [text.trim(), ...sections, ''].join('\n\n');
}

/** The address on the site of each app's folder. */
export const examplePages = names.map((name) => [`examples/${name}`, `examples.html#${slugify(titleOf(name))}`]);

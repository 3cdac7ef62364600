import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import MagicString from 'magic-string';
import { runnerImport, Visitor } from 'vite';
import { readerSource } from './reader-source.mjs';

const folder = fileURLToPath(new URL('../src/contract/', import.meta.url));

/** Properties of an operation that client code may read: `Endpoint` in src/contract/endpoint.ts has no others. */
const kept = new Set(['name', 'method', 'path', 'auth', 'basis', 'reply']);

/**
 * A Vite plugin that replaces the reply schemas of the contract's operations by generated readers, and removes the
 * properties for servers and documents: section, query, body, shape, faults. So a page loads zod only with its first form.
 * @returns {import('vite').Plugin}
 */
export function replyReaders() {
  let contract;
  const fileOf = new Map();
  return {
    name: 'reply-readers',
    enforce: 'post',
    async buildStart() {
      ({ module: contract } = await runnerImport(`${folder}all.ts`));
      for (const file of readdirSync(folder).map((name) => folder + name)) {
        for (const [, name] of readFileSync(file, 'utf8').matchAll(/^export function (\w+)/gm)) fileOf.set(name, file);
      }
    },
    transform(code, id) {
      if (!id.startsWith(folder) || !code.includes('endpoint(')) return undefined;
      const imports = new Set();
      const nameOf = (transform) => {
        const file = fileOf.get(transform.name);
        if (!file) throw new Error(`reply-readers: a transform in ${id} is not an exported function`);
        if (file === id) return transform.name;
        // Imported by another name, because the module may import the function as well.
        const name = `${transform.name}Of`;
        imports.add(`import { ${transform.name} as ${name} } from ${JSON.stringify(file)};`);
        return name;
      };
      const text = new MagicString(code);
      const rewrite = ({ properties, end }) => {
        const { name } = Object.fromEntries(properties.map(({ key, value }) => [key.name, value.value]));
        for (const [index, { key, value, start }] of properties.entries()) {
          if (key.name === 'reply') {
            const source = readerSource(contract.endpoints[name].reply, nameOf);
            text.update(value.start, value.end, `r.reader(${source})`);
          } else if (!kept.has(key.name)) {
            text.remove(start, properties[index + 1]?.start ?? end - 1);
          }
        }
      };
      new Visitor({
        CallExpression({ callee, arguments: [definition] }) {
          if (callee.name === 'endpoint') rewrite(definition);
        },
      }).visit(this.parse(code));
      const readers = `import * as r from ${JSON.stringify(`${folder}readers.ts`)};`;
      text.prepend([readers, ...imports, ''].join('\n'));
      return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
    },
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { walk } from './minify-templates.mjs';
import { readerSource } from './reader-source.mjs';

const folder = fileURLToPath(new URL('../src/contract/', import.meta.url));

/** What `Endpoint` (src/contract/endpoint.ts) lets client code read; reading anything else of an operation doesn't compile. */
const kept = new Set(['name', 'method', 'path', 'auth', 'basis', 'reply']);

/**
 * A plugin for Vite that replaces the reply schemas of the contract's operations by generated readers, and leaves out what
 * only servers and documents read: section, query, body, shape, faults. So a page loads zod with its first form, not before.
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
        // Under a name of its own: the module may import it as well.
        const name = `${transform.name}Of`;
        imports.add(`import { ${transform.name} as ${name} } from ${JSON.stringify(file)};`);
        return name;
      };
      const edits = [];
      walk(this.parse(code), (node) => {
        if (node.type !== 'CallExpression' || node.callee.name !== 'endpoint') return;
        const property = (name) => node.arguments[0].properties.find(({ key }) => key.name === name);
        const operation = contract.endpoints[property('name').value.value];
        for (const { key, value } of node.arguments[0].properties) {
          const text = key.name === 'reply' ? `r.reader(${readerSource(operation.reply, nameOf)})` : 'undefined';
          if (key.name === 'reply' || !kept.has(key.name)) edits.push({ start: value.start, end: value.end, text });
        }
      });
      if (!edits.length) return undefined;
      const rewritten = edits
        .sort((a, b) => b.start - a.start)
        .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);
      const readers = `import * as r from ${JSON.stringify(`${folder}readers.ts`)};`;
      return { code: [readers, ...imports, rewritten].join('\n'), map: null };
    },
  };
}

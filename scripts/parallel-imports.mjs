import { posix } from 'node:path';
import MagicString from 'magic-string';
import { Visitor } from 'vite';

/**
 * A plugin for Vite that has a chunk request, beside a chunk that it imports on demand, the shared chunks that this one
 * needs: a browser would learn of them only when it has read the first one. Names of chunks must contain no hash.
 * @param {string[]} shared - names of the shared chunks; the imports of the first one are changed
 * @returns {import('vite').Plugin}
 */
export function parallelImports([name, ...others]) {
  return {
    name: 'parallel-imports',
    renderChunk(code, chunk, _, { chunks }) {
      if (chunk.name !== name) return null;
      /** The files that a chunk needs, its own first. */
      const needed = (file, found = new Set()) => {
        found.add(file);
        for (const next of chunks[file].imports) if (!found.has(next)) needed(next, found);
        return found;
      };
      const text = new MagicString(code);
      new Visitor({
        ImportExpression({ source, start, end }) {
          const folder = posix.dirname(chunk.fileName);
          const [first, ...further] = needed(posix.join(folder, source.value));
          const files = [first, ...further.filter((file) => others.includes(chunks[file].name))];
          if (files.length === 1) return;
          const names = files.map((file) => JSON.stringify(posix.basename(file, '.js')));
          text.update(start, end, `importAll(${names})`);
        },
      }).visit(this.parse(code));
      if (!text.hasChanged()) return null;
      text.append(`
async function importAll(...names) {
  const [first] = await Promise.all(names.map((name) => import(\`./\${name}.js\`)));
  return first;
}`);
      return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
    },
  };
}

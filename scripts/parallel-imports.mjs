import { posix } from 'node:path';
import MagicString from 'magic-string';
import { Visitor } from 'vite';

/**
 * A Vite plugin that makes a chunk request, with a chunk that it imports on demand, the shared chunks that this chunk
 * needs: otherwise browsers request these only after they have read the chunk. Chunk names must not contain a hash.
 * @param {string[]} shared - names of the shared chunks; the plugin changes the imports of the first chunk
 * @returns {import('vite').Plugin}
 */
export function parallelImports([name, ...others]) {
  return {
    name: 'parallel-imports',
    renderChunk(code, chunk, _, { chunks }) {
      if (chunk.name !== name) return null;
      /** The files that a chunk needs; the first is its own file. */
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

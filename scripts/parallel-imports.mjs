import { posix } from 'node:path';
import MagicString from 'magic-string';
import { Visitor } from 'vite';

/**
 * A Vite plugin that makes the entry request, with a chunk that it imports on demand, the shared chunks that this chunk
 * needs: otherwise browsers request these only after they have read the chunk. Chunk names must not contain a hash.
 * @param {string[]} shared - names of the shared chunks
 * @returns {import('vite').Plugin}
 */
export function parallelImports(shared) {
  return {
    name: 'parallel-imports',
    renderChunk(code, chunk, _, { chunks }) {
      if (!chunk.isEntry) return null;
      /** The files that a chunk needs; the first is its own file. */
      const needed = (file, found = new Set()) => {
        found.add(file);
        for (const next of chunks[file].imports) if (!found.has(next)) needed(next, found);
        return found;
      };
      const text = new MagicString(code);
      let folder = '';
      new Visitor({
        ImportExpression({ source, start, end }) {
          const [first, ...further] = needed(posix.normalize(source.value));
          const files = [first, ...further.filter((file) => shared.includes(chunks[file].name))];
          folder = posix.dirname(first);
          text.update(start, end, `importAll(${files.map((file) => JSON.stringify(posix.basename(file, '.js')))})`);
        },
      }).visit(this.parse(code));
      text.append(`
async function importAll(...names) {
  const [first] = await Promise.all(names.map((name) => import(\`./${folder}/\${name}.js\`)));
  return first;
}`);
      return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
    },
  };
}

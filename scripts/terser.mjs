import { basename } from 'node:path';
import { minify } from 'terser';

/**
 * A Vite plugin that minifies chunks once more with terser: 1 % smaller after compression than with the bundler's own
 * minifier alone. terser alone is worse.
 * @returns {import('vite').Plugin}
 */
export function terser() {
  return {
    name: 'terser',
    async generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      for (const chunk of chunks) {
        const { code, map } = await minify(
          { [chunk.fileName]: chunk.code },
          {
            module: true,
            ecma: 2020,
            compress: { keep_fargs: false, passes: 3 },
            format: { comments: false },
            sourceMap: chunk.map ? { content: chunk.map, asObject: true } : false,
          },
        );
        chunk.code = code;
        const asset = bundle[chunk.sourcemapFileName];
        if (!asset) continue;
        const { sources, sourcesContent } = chunk.map;
        map.sourcesContent = map.sources.map((source) => sourcesContent[sources.indexOf(source)]); // terser omits the contents
        asset.source = JSON.stringify(map);
        chunk.code += `\n//# sourceMappingURL=${basename(asset.fileName)}\n`;
      }
    },
  };
}

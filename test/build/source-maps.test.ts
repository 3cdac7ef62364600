import { readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Whether the compiler or the bundler has added a script. */
const isHelper = (name: string) => /^chunks\/(?:decorate|rolldown-runtime)\.js$|\/rolldown-runtime-/.test(name);

/** Whether a module does nothing but import and export. */
const isIndex = (code: string) => code.replace(/\/\/.*|^(?:import|export)\b[^;]*;/gm, '').trim() === '';

/**
 * Scripts without source maps: the commands, whose map would triple the package, words of script-tag pages, and
 * Angular's directives, which a script writes and which have no other source.
 */
const isLeftOut = (name: string) => /^(?:bin\/|cdn\/locales\/|bindings\/angular\.js$)/.test(name);

/** Every published script that was made from a source, by its path in dist. */
const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.js') && !isHelper(name) && !isLeftOut(name))
  .map((name) => ({ name, code: readFileSync(dist + name, 'utf8') }))
  .filter(({ code }) => !isIndex(code));

/** Literals that minifiers do not change: names of events and tags, addresses of the API. */
const literal = /["'`](agni-[a-z-]{6,}|\/api\/v1\/[\w/{}-]+)["'`]/g;

it('gives every published script a source map that carries its sources', () => {
  for (const { name, code } of scripts) {
    const map = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(code)?.[1];
    expect(map, name).toBe(`${name.split('/').at(-1)}.map`);
    const { sources, sourcesContent } = JSON.parse(readFileSync(`${dist}${name}.map`, 'utf8'));
    // A module that only re-exports has no lines of its own, so its map has no sources.
    expect([name, (sourcesContent ?? []).length]).toEqual([name, sources.length]);
    expect(sourcesContent ?? [], name).not.toContain(null);
  }
});

it.each(['cdn/agni-settings.bundle.js', 'cdn/assets/', ''])(
  'maps dist/%s… back to the lines it was made from',
  (start) => {
    let checked = 0;
    for (const { name, code } of scripts.filter(
      ({ name }) => name.startsWith(start) && (start || !name.startsWith('cdn/')),
    )) {
      const payload = JSON.parse(readFileSync(`${dist}${name}.map`, 'utf8'));
      const map = new SourceMap(payload);
      for (const [row, line] of code.split('\n').entries()) {
        if (/^\s*(?:\/\*\*|\*|\/\/)/.test(line)) continue; // comments have no mappings
        for (const { 1: text = '', index } of line.matchAll(literal)) {
          const found = map.findEntry(row, index);
          if (!('originalLine' in found)) throw new Error(`${name}: ${text} leads nowhere`);
          const source = payload.sourcesContent[payload.sources.indexOf(found.originalSource)];
          expect([name, found.originalSource, source.split('\n')[found.originalLine]]).toEqual([
            name,
            found.originalSource,
            expect.stringContaining(text),
          ]);
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(50);
  },
);

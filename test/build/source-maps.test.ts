import { readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** What compiler and bundler add of their own. */
const isHelper = (name: string) => /^chunks\/(?:decorate|rolldown-runtime)\.js$|\/rolldown-runtime-/.test(name);

/** Whether a module does nothing but import and export. */
const isIndex = (code: string) => code.replace(/\/\/.*|^(?:import|export)\b[^;]*;/gm, '').trim() === '';

/**
 * Not looked at in a debugger: the commands, whose map would triple the package, and words of script-tag pages. Angular's
 * directives are written by a script, and are their own source.
 */
const isLeftOut = (name: string) => /^(?:bin\/|cdn\/locales\/|bindings\/angular\.js$)/.test(name);

/** Every published script that was made from a source, by its path in dist. */
const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.js') && !isHelper(name) && !isLeftOut(name))
  .map((name) => ({ name, code: readFileSync(dist + name, 'utf8') }))
  .filter(({ code }) => !isIndex(code));

/** Text that survives minifying as it is written: names of events and tags, addresses of the API. */
const literal = /["'`](agni-[a-z-]{6,}|\/api\/v1\/[\w/{}-]+)["'`]/g;

it('gives every published script a source map that carries its sources', () => {
  for (const { name, code } of scripts) {
    const map = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(code)?.[1];
    expect(map, name).toBe(`${name.split('/').at(-1)}.map`);
    const { sources, sourcesContent } = JSON.parse(readFileSync(`${dist}${name}.map`, 'utf8'));
    // A module that only exports from others has no lines of its own, and its map no sources.
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

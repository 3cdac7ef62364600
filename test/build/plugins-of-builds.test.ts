import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { libraryChunks } from '../../scripts/library-chunks.mjs';
import { parallelImports } from '../../scripts/parallel-imports.mjs';
import { replyReaders } from '../../scripts/reply-readers.mjs';
import { sharedChunks } from '../../scripts/shared-chunks.mjs';

const folder = fileURLToPath(new URL(`../../.build/plugin-builds-${process.pid}/`, import.meta.url));
const contract = fileURLToPath(new URL('../../src/contract/', import.meta.url));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds `entry` of these files; resolves to the chunks by name. */
async function buildFiles(
  files: Record<string, string>,
  entry: string,
  config: InlineConfig,
): Promise<Map<string, Rolldown.OutputChunk>> {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const [{ output } = { output: [] }] = (await build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    ...config,
    build: { write: false, minify: false, lib: { entry: join(folder, entry), formats: ['es'] }, ...config.build },
  })) as Rolldown.RolldownOutput[];
  return new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
}

it('gives script-tag pages of an operation what the client reads, and readers in place of schemas', async () => {
  const operations = ['getHealth', 'listUsers', 'updateOrganization', 'listAgents'];
  const source = `export { ${operations} } from '${contract}all.ts';`;
  const [chunk] = (
    await buildFiles({ 'operations.js': source }, 'operations.js', { plugins: [replyReaders()] })
  ).values();
  writeFileSync(`${folder}built.mjs`, chunk?.code ?? '');
  const built = await import(/* @vite-ignore */ pathToFileURL(`${folder}built.mjs`).href);
  const original = await import('../../src/contract/all.js');
  for (const name of operations) {
    const { reply, ...facts } = built[name];
    const { method, path, auth, basis } = original.endpoints[name] ?? {};
    expect(facts).toEqual({ name, method, path, auth, basis });
    expect(Object.keys(reply)).toEqual(['safeParse']);
  }
  const organization = { id: 'o1', name: 'Northwind', added_later: true };
  expect(built.updateOrganization.reply.safeParse(organization)).toEqual({
    success: true,
    data: { id: 'o1', name: 'Northwind' },
  });
  expect(built.updateOrganization.reply.safeParse({ name: 'no id' })).toMatchObject({ success: false });
});

describe('the script tag', () => {
  const files = {
    'entry.js': `export const load = { start: () => import('./start.js'), keys: () => import('./keys.js'), users: () => import('./users.js'), hub: () => import('./hub.js') };`,
    'start.js': `import { core } from './core.js'; export const start = [core()];`,
    'core.js': `export const core = () => 'core';`,
    'table.js': `export const table = () => 'table';`,
    'own.js': `export const own = () => 'own';`,
    'keys.js': `import { core } from './core.js'; import { table } from './table.js'; import { own } from './own.js'; export const keys = [core(), table(), own()];`,
    'users.js': `import { core } from './core.js'; import { table } from './table.js'; export const users = [core(), table()];`,
    'hub.js': `import { core } from './core.js'; export const hub = [core(), () => import('./keys.js')];`,
  };
  const elements = { core: [`${folder}hub.js`], lists: [`${folder}users.js`] };
  const buildChunks = (changed: Partial<typeof files> = {}) =>
    buildFiles({ ...files, ...changed }, 'entry.js', {
      plugins: [parallelImports(['core', 'lists'])],
      build: {
        rolldownOptions: {
          preserveEntrySignatures: 'allow-extension',
          output: {
            entryFileNames: 'entry.js',
            chunkFileNames: 'assets/[name].js',
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [{ debugName: 'shared', name: sharedChunks(`${folder}entry.js`, `${folder}start.js`, elements) }],
            },
          },
        },
      },
    });

  it('shares what several elements import, and requests it together with each of them', async () => {
    const chunks = await buildChunks();
    const modulesOf = (name: string) => chunks.get(name)?.moduleIds.map((id) => id.replace(folder, ''));
    expect(modulesOf('entry.js')).toEqual(['entry.js']);
    expect(modulesOf('assets/core.js')).toEqual(['core.js']);
    expect(modulesOf('assets/lists.js')).toEqual(['table.js']);
    expect(modulesOf('assets/keys.js')).toEqual(['own.js', 'keys.js']);
    const { code = '' } = chunks.get('entry.js') ?? {};
    const requested = [...code.matchAll(/(\w+): \(\) => importAll\(([^)]*)\)/g)].map(([, name, list]) => [name, list]);
    expect(Object.fromEntries(requested)).toEqual({
      start: '"start", "core"',
      keys: '"keys", "core", "lists"',
      users: '"users", "core", "lists"',
      hub: '"hub", "core"',
    });
  });

  it('is not built if an element imports a module of the entry, which would be loaded twice', async () => {
    const twice = buildChunks({ 'entry.js': `export { core } from './core.js'; ${files['entry.js']}` });
    await expect(twice).rejects.toThrow('core.js belongs to the entry and to a chunk');
  });
});

it('puts together what the first pane of the hub and its form share with other parts, and nothing else (D94)', async () => {
  const modules: Record<string, string[]> = {
    'define/settings': ['base'],
    base: [],
    pane: ['base'],
    approval: [],
    dialog: [],
    table: [],
    'org-form': ['pane', 'approval', 'dialog'],
    'users-form': ['approval', 'dialog', 'table'],
  };
  const textOf = (imports: readonly string[], loads: readonly string[] = []) =>
    [
      ...imports.map((name, index) => `import { value as v${index} } from '/src/${name}.ts';`),
      `export const value = [${[...imports.map((_, index) => `v${index}`), ...loads.map((name) => `() => import('/src/${name}.ts')`)]}];`,
    ].join('\n');
  const files = Object.fromEntries(
    Object.entries({
      ...Object.fromEntries(Object.entries(modules).map(([name, imports]) => [name, textOf(imports)])),
      'elements/registry': textOf([], ['org', 'users', 'password']),
      org: textOf(['pane'], ['org-form']),
      users: textOf(['pane', 'table'], ['users-form']),
      password: textOf(['approval']),
      index: textOf(['define/settings', 'elements/registry']),
    }).map(([name, text]) => [`src/${name}.ts`, text.replaceAll("'/src/", `'${folder}src/`)]),
  );
  const chunks = await buildFiles(files, 'src/index.ts', {
    build: {
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {
          chunkFileNames: '[name].js',
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{ debugName: 'library', name: libraryChunks(`${folder}src/`) }],
          },
        },
      },
    },
  });
  const modulesOf = (name: string) =>
    chunks
      .get(name)
      ?.moduleIds.filter((id) => id.startsWith(folder)) // without the bundler's modules
      .map((id) => id.replace(`${folder}src/`, ''));
  expect(modulesOf('panes.js')?.sort()).toEqual(['approval.ts', 'pane.ts']);
  expect(modulesOf('forms.js')).toEqual(['dialog.ts']);
  expect(modulesOf('table.js')).toEqual(['table.ts']);
  expect(modulesOf('users.js')).toEqual(['users.ts']);
});

// The builds, one for each mode (`npm run build` runs all of them; scripts/build.mjs has the order):
//
//   library  dist/…                             every entry of package.json's exports; lit, ky, zod stay imports
//   cdn      dist/cdn/agni-settings.js          for a script tag: self-contained; loads panes on demand from
//            dist/cdn/assets/<hash>/…           a folder named by a hash of all sources, to be cached for long
//   bundle   dist/cdn/agni-settings.bundle.js   one classic script that contains everything
//   bin      dist/bin/agni-settings.js          the commands of the package, self-contained; dist/bin/site, the pages of its server
//   site     .build/site/index.html, assets/…   the demo's page, and the theme studio, studio.html; made from the built kit
//            .build/site/plain.*, icon.svg      copies of the demo's files, which are not built
//   docs-…   .build/docs/assets/….js            scripts of the documentation; scripts/docs.mjs writes its pages
//   server   .build/serve.js                    demo/server/serve.ts, the Node server, with most of its packages
//
// The server serves .build/site at / and dist/cdn at /cdn/. Other modes (Storybook, vitest) get the shared settings.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { libraryChunks } from './scripts/library-chunks.mjs';
import { minifyTemplates } from './scripts/minify-templates.mjs';
import { ownKeys } from './scripts/own-keys.mjs';
import { parallelImports } from './scripts/parallel-imports.mjs';
import { plainProperties } from './scripts/plain-properties.mjs';
import { pureSchemas } from './scripts/pure-schemas.mjs';
import { replyReaders } from './scripts/reply-readers.mjs';
import { sharedChunks } from './scripts/shared-chunks.mjs';
import { slimKy } from './scripts/slim-ky.mjs';
import { slimLit } from './scripts/slim-lit.mjs';
import { terser } from './scripts/terser.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Syntax that the last two versions of every browser know: script-tag pages have no bundler of their own. */
const target = 'es2022';

/** Every module that a host can import; paths in dist are those in src. */
function libraryEntries(): Record<string, string> {
  const modulesOf = (folder: string) =>
    (existsSync(`${root}src/${folder}`) ? readdirSync(`${root}src/${folder}`) : [])
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `${folder}/${file.slice(0, -'.ts'.length)}`);
  const single = ['index', 'client/client', 'contract/all', 'sandbox/create-sandbox', 'sandbox/openapi', 'testing'];
  const elements = readdirSync(`${root}src/elements`).map((name) => `elements/${name}/agni-${name}`);
  const languages = modulesOf('locales').filter((entry) => /^locales\/[a-z]{2,3}(?:-[A-Za-z]+)*$/.test(entry));
  // Imported and also loaded by `import()`: an entry exports its names directly, without a namespace object.
  const loaded = ['theme/dialogs', ...elements];
  const entries = [...single, ...modulesOf('define'), ...modulesOf('bindings'), ...languages, ...loaded];
  return Object.fromEntries(
    entries.map((entry) => [entry, `${root}src/${entry}.ts`] as const).filter(([, file]) => existsSync(file)),
  );
}

/** Copies files that are served unchanged into a folder of the build. */
function copyPages(files: readonly string[], folder = '.'): Plugin {
  return {
    name: 'copy-pages',
    writeBundle({ dir = root }) {
      mkdirSync(join(dir, folder), { recursive: true });
      for (const file of files) copyFileSync(`${root}${file}`, join(dir, folder, basename(file)));
    },
  };
}

/** The files of the mailbox and of the API page. */
const serverPages = ['plain.css', 'mailbox.css', 'api.css', 'icon.svg'].map((file) => `demo/pages/${file}`);

/**
 * Short hash of all files that determine the chunks of the script tag: the name of their folder. Chunks contain the
 * names of other chunks, and a hash in each name would make them larger.
 */
function hashOfSources(): string {
  const hash = createHash('sha256');
  const inFolder = (folder: string) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`);
  for (const name of [...inFolder('src'), ...inFolder('scripts'), 'vite.config.ts', 'package-lock.json'].sort()) {
    if (statSync(`${root}${name}`).isFile()) hash.update(name).update(readFileSync(`${root}${name}`));
  }
  return hash.digest('hex').slice(0, 8);
}

/** The elements that determine the content of the chunks that script-tag pages share, smallest budgets first. */
const sharing = {
  core: [`${root}src/elements/org-settings/agni-org-settings.ts`, `${root}src/elements/settings/agni-settings.ts`],
  lists: [`${root}src/elements/api-keys/agni-api-keys.ts`],
  tables: [`${root}src/elements/users/agni-users.ts`],
};

/** A classic script of the documentation without imports: pages opened as files load no modules. */
function docsScript(name: string, entry: string): UserConfig {
  return {
    build: {
      outDir: '.build/docs/assets',
      target,
      lib: { entry: `${root}demo/${entry}`, formats: ['iife'], name: 'docs', fileName: () => `${name}.js` },
      rolldownOptions: { output: { minify: true, codeSplitting: false } },
    },
  };
}

const builds: Record<string, () => UserConfig> = {
  library: () => ({
    plugins: [minifyTemplates(), pureSchemas()],
    build: {
      outDir: 'dist',
      target,
      sourcemap: true,
      minify: false, // the bundlers of hosts minify
      lib: { entry: libraryEntries(), formats: ['es'] },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        // The sandbox contains hono and jose, so that a host installs nothing for its tests.
        external: /^(?:lit|@lit\/[\w-]+|@lit-labs\/[\w-]+|ky|zod|react|vue|svelte|solid-js)(?:\/|$)/,
        output: {
          entryFileNames: '[name].js',
          minifyInternalExports: false,
          chunkFileNames: ({ moduleIds }) =>
            moduleIds.every((id) => /\/(?:src\/sandbox|node_modules)\//.test(id))
              ? 'sandbox/[name].js'
              : 'chunks/[name].js',
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{ debugName: 'library', name: libraryChunks(`${root}src/`) }],
          },
        },
      },
      license: { fileName: 'third-party-licenses.md' },
    },
  }),

  cdn: () => ({
    plugins: [
      slimKy(),
      slimLit(),
      ownKeys(),
      plainProperties(),
      minifyTemplates(),
      replyReaders(),
      pureSchemas(),
      parallelImports(Object.keys(sharing)),
      terser(),
    ],
    build: {
      outDir: 'dist/cdn',
      target,
      sourcemap: true,
      // As a library: an app would contain a preloader of 1 KB, which must know its folder on the site.
      lib: { entry: { 'agni-settings': `${root}src/cdn.ts` }, formats: ['es'] },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {
          minify: true,
          comments: { annotation: false },
          entryFileNames: '[name].js',
          chunkFileNames: `assets/${hashOfSources()}/[name].js`,
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [
              // First, because `core` would contain these modules otherwise: replies are read without schemas
              // (scripts/reply-readers.mjs), so schemas load with the first form that checks its values.
              { name: 'schemas', test: /\/node_modules\/zod\/|\/src\/contract\/wire\./, priority: 1 },
              {
                debugName: 'shared',
                name: sharedChunks(`${root}src/cdn.ts`, `${root}src/define/start.ts`, sharing),
              },
            ],
          },
        },
      },
      license: { fileName: 'third-party-licenses.md' },
    },
  }),

  bundle: () => ({
    plugins: [slimKy(), slimLit(), ownKeys(), plainProperties(), minifyTemplates(), pureSchemas()],
    build: {
      outDir: 'dist/cdn',
      target,
      sourcemap: true,
      lib: {
        entry: `${root}src/bundle.ts`,
        formats: ['iife'],
        name: 'agniSettings',
        fileName: () => 'agni-settings.bundle.js',
      },
      rolldownOptions: { output: { minify: true, comments: { annotation: false }, codeSplitting: false } },
    },
  }),

  bin: () => ({
    plugins: [copyPages(['src/bin/site/index.html', ...serverPages], 'site')],
    ssr: { noExternal: true }, // a host that installs the kit for its pages gets no package of the server
    build: {
      outDir: 'dist/bin',
      target: 'node20',
      minify: true,
      ssr: 'src/bin/agni-settings.ts',
      rolldownOptions: { output: { entryFileNames: '[name].js', codeSplitting: false } },
      license: { fileName: 'third-party-licenses.md' },
    },
  }),

  site: () => ({
    root: `${root}demo/pages`,
    plugins: [copyPages(['demo/pages/plain.html', ...serverPages])],
    build: {
      outDir: `${root}.build/site`,
      target,
      rolldownOptions: { input: [`${root}demo/pages/index.html`, `${root}demo/pages/studio.html`] },
      assetsInlineLimit: 0, // the page's policy does not allow data: URLs
      modulePreload: { polyfill: false },
    },
  }),

  'docs-page': () => docsScript('page', 'docs/page.ts'),
  'docs-live': () => docsScript('live', 'docs/live.ts'),
  'docs-studio': () => docsScript('studio', 'pages/studio/main.ts'),

  server: () => ({
    // One file loads in a third of the time of hundreds of modules. Native and CommonJS packages stay imports.
    ssr: { noExternal: true, external: ['@node-rs/argon2', 'libsql', 'nodemailer', 'pg'] },
    build: {
      outDir: '.build',
      target: 'node20',
      minify: false,
      ssr: 'demo/server/serve.ts',
      rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: 'server/[name]-[hash].js' } },
    },
  }),
};

export default defineConfig(({ mode }) => {
  const build = builds[mode]?.() ?? {};
  return {
    root,
    publicDir: false,
    ...build,
    build: { emptyOutDir: false, reportCompressedSize: false, ...build.build },
  };
});

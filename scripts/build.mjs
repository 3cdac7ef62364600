// Builds everything, or with `--only=demo` only the files that `npm start` serves. vite.config.ts describes the builds.
import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { writeAngular } from './angular.mjs';
import { writeDocs } from './docs.mjs';
import { packNames, readPack } from './languages.mjs';
import { writeManifest } from './manifest.mjs';
import { program } from './program.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const isDemoOnly = process.argv.includes('--only=demo');

/** Runs one build of vite.config.ts. */
const bundle = (mode) => build({ configFile: join(root, 'vite.config.ts'), mode, logLevel: 'warn' });

/** Writes the type declarations next to the modules they belong to. */
function declare() {
  return new Promise((resolve, reject) => {
    // Not incremental: the compiler skips declarations that an older run has written, although `dist` was removed.
    const child = spawn(
      process.execPath,
      [
        program('@typescript/native', 'tsc'),
        '-p',
        'tsconfig.build.json',
        '--incremental',
        'false',
        '--tsBuildInfoFile',
        'null',
      ],
      {
        cwd: root,
        stdio: 'inherit',
      },
    );
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`tsc ended with ${code}`))));
  });
}

/**
 * Makes type declarations import `lit`, the kit's dependency, instead of the packages inside `lit` that the compiler
 * writes: with strict installers, a host cannot import the dependency of a dependency.
 */
function nameLit() {
  for (const file of readdirSync(join(root, 'dist'), { recursive: true }).filter((name) => name.endsWith('.d.ts'))) {
    const path = join(root, 'dist', file);
    const text = readFileSync(path, 'utf8');
    const named = text.replace(
      /import\("(?:lit-html|lit-element|@lit\/reactive-element)(\/[^"]*)?"\)/g,
      'import("lit$1")',
    );
    if (named !== text) writeFileSync(path, named);
  }
}

/** Writes dist/openapi.json from the built contract. */
async function writeOpenApi() {
  const file = join(root, 'dist/sandbox/openapi.js');
  if (!existsSync(file))
    throw new Error('dist/sandbox/openapi.js is missing: src/sandbox/openapi.ts makes openapi.json');
  const { openApiDocument } = await import(pathToFileURL(file).href);
  writeFileSync(join(root, 'dist/openapi.json'), `${JSON.stringify(openApiDocument(), null, 2)}\n`);
}

/** Writes each language for script-tag pages: a file for each prefix, and a file of all words, which registers them. */
async function writeLanguages() {
  for (const name of packNames()) {
    const { text, tables } = await readPack(name);
    const folder = join(root, 'dist/cdn/locales', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}.js`, text);
    for (const [prefix, words] of Object.entries(tables)) {
      writeFileSync(join(folder, `${prefix}.js`), `export const words=${JSON.stringify(words)};\n`);
    }
  }
}

/** Copies the ready themes and the skeleton, for bundlers and for pages that link them. */
function copyThemes() {
  for (const folder of ['dist/themes', 'dist/cdn/themes']) {
    cpSync(join(root, 'src/themes'), join(root, folder), { recursive: true });
  }
  for (const folder of ['dist', 'dist/cdn']) cpSync(join(root, 'src/skeleton.css'), join(root, folder, 'skeleton.css'));
}

/** Writes the list of packages that are installed with the kit, as CycloneDX, from the lock file. */
async function writeSbom() {
  const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'sbom'], { cwd: root });
  writeFileSync(join(root, 'dist/sbom.json'), stdout);
}

async function step(name, run) {
  const start = performance.now();
  await run();
  console.log(`${name.padEnd(12)} ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

for (const folder of ['dist', '.build/site', '.build/serve.js', '.build/server']) {
  rmSync(join(root, folder), { recursive: true, force: true });
}
const documents = isDemoOnly ? [] : [step('types', () => declare().then(nameLit))];
await step('library', () => bundle('library'));
await step('cdn', () => bundle('cdn'));
if (!isDemoOnly) await step('bundle', () => bundle('bundle'));
await step('languages', writeLanguages);
await step('themes', copyThemes);
await step('site', () => bundle('site')); // imports the built library
await step('manifest', writeManifest);
await step('angular', writeAngular); // reads the manifest and the built library
await step('docs', writeDocs); // reads the manifest, imports the built library
await step('server', () => bundle('server'));
if (!isDemoOnly) await step('bin', () => bundle('bin'));
if (!isDemoOnly) documents.push(step('openapi', writeOpenApi), step('sbom', writeSbom));
await Promise.all(documents);

// Writes dist/custom-elements.json, the reference of every element; Storybook reads its docs from it.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Runs the analyzer with custom-elements-manifest.config.mjs. */
export async function writeManifest() {
  const packageFile = createRequire(import.meta.url).resolve('@custom-elements-manifest/analyzer/package.json');
  execFileSync(process.execPath, [join(dirname(packageFile), 'cem.js'), 'analyze'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeManifest();

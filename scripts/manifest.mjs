// Writes dist/custom-elements.json, the reference of every element; Storybook reads its docs from it.
import { execFileSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { program } from './program.mjs';

/** Runs the analyzer with custom-elements-manifest.config.mjs. */
export async function writeManifest() {
  execFileSync(process.execPath, [program('@custom-elements-manifest/analyzer', 'cem'), 'analyze'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeManifest();

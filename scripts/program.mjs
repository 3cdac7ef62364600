import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The script of a package's command. Scripts start it with node instead of npx, so that the process they end is the
 * program and not its wrapper.
 * @param {string} name - of the package
 * @param {string} command - among those the package brings
 */
export function program(name, command = name) {
  const folder = fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url));
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

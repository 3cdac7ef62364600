import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The path of the script of a package's command. Our scripts start commands with node instead of npx, so that the
 * process they end is the program and not a wrapper.
 * @param {string} name - name of the package
 * @param {string} command - name of one of the package's commands
 */
export function program(name, command = name) {
  const folder = fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url));
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

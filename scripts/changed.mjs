// Finds the tests that a change can break, from the graph of imports.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { program } from './program.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

function git(...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
}

/**
 * Files that differ from a commit, untracked ones included; paths are relative to the root of the repository.
 * @param {string} [revision] - by default where this branch left main
 */
export function changedSince(revision = git('merge-base', 'HEAD', 'main')[0]) {
  return [...git('diff', '--name-only', revision), ...git('ls-files', '--others', '--exclude-standard')];
}

/**
 * The modules that import any of these files, directly or indirectly, and the files themselves.
 * @param {string[]} files
 * @returns {{ tests: Set<string>, untested: string[] }} `untested`: files outside of the import graph, such as pages
 */
export function testsOf(files) {
  const args = ['src', 'demo', 'stories', 'test', '--output-type', 'json'];
  const json = execFileSync(process.execPath, [program('dependency-cruiser', 'depcruise'), ...args], {
    cwd: root,
    maxBuffer: 2 ** 28,
  });
  const { modules } = JSON.parse(json);
  const dependents = new Map(modules.map(({ source, dependents }) => [source, dependents]));
  const found = new Set(files.filter((file) => dependents.has(file)));
  // The loop also visits what it adds to the set.
  for (const file of found) for (const dependent of dependents.get(file) ?? []) found.add(dependent);
  return { tests: found, untested: files.filter((file) => !dependents.has(file)) };
}

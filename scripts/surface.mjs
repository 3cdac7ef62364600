// The public surface of a version of the package, as semver covers it, and the differences between two versions.
//   node scripts/surface.mjs OLD NEW    two folders that contain unpacked packages
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The lists of an element in a manifest, with the parts of an item that hosts rely on, in addition to the name. */
const lists = {
  attributes: ({ type }) => type?.text,
  members: ({ kind, type, readonly, parameters = [], return: result }) =>
    kind === 'method'
      ? `(${parameters.map(({ type }) => type?.text).join()}) => ${result?.type?.text}`
      : `${readonly ? 'readonly ' : ''}${type?.text}`,
  events: ({ type }) => type?.text,
  slots: () => '',
  cssParts: () => '',
  cssProperties: () => '',
  cssStates: () => '',
};

/**
 * The public surface of a version: the type of each public item by its name, without descriptions.
 * @param {{ exports: object, elements: object[], paths: object }} version - exports of `package.json`, declarations of
 * `custom-elements.json`, and `paths` of `openapi.json`
 * @returns {Map<string, string>}
 */
export function surfaceOf({ exports, elements, paths }) {
  const surface = new Map(Object.keys(exports).map((entry) => [`export ${entry}`, '']));
  for (const element of elements.filter(({ tagName }) => tagName)) {
    surface.set(`<${element.tagName}>`, '');
    for (const [list, describe] of Object.entries(lists)) {
      for (const item of element[list] ?? []) {
        surface.set(`<${element.tagName}> ${list} ${item.name || 'default'}`, describe(item) ?? '');
      }
    }
  }
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, { operationId }] of Object.entries(methods)) {
      if (operationId) surface.set(`operation ${operationId}`, `${method.toUpperCase()} ${path}`);
    }
  }
  return surface;
}

/**
 * How a version differs from an older one, and the kind of version that semver requires. A removed item or another type
 * makes it `major`; the maintainer decides whether hosts notice another type.
 * @param {Map<string, string>} before
 * @param {Map<string, string>} after
 * @returns {{ kind: 'major' | 'minor' | 'patch', removed: string[], changed: string[], added: string[] }}
 */
export function compareSurfaces(before, after) {
  const removed = [...before.keys()].filter((name) => !after.has(name));
  const added = [...after.keys()].filter((name) => !before.has(name));
  const changed = [...before]
    .filter(([name, was]) => after.has(name) && after.get(name) !== was)
    .map(([name, was]) => `${name}: ${was} → ${after.get(name)}`);
  const kind = removed.length || changed.length ? 'major' : added.length ? 'minor' : 'patch';
  return { kind, removed, changed, added };
}

/**
 * Whether a version number is high enough for this kind of change. Before 1.0.0 the second number counts as the first
 * one, as in npm's ranges.
 * @param {string} before
 * @param {string} after
 * @param {'major' | 'minor' | 'patch'} kind
 */
export function fits(before, after, kind) {
  const [from, to] = [before, after].map((version) => version.split(/[.-]/, 3).map(Number));
  const raised = to.findIndex((number, index) => number !== from[index]);
  if (raised < 0 || to[raised] < from[raised]) return false;
  const needed = { major: 0, minor: 1, patch: 2 }[kind];
  return raised <= (from[0] === 0 ? Math.max(needed, 1) : needed);
}

/** The surface of the package in a folder. */
export function readSurface(folder) {
  const read = (path) => JSON.parse(readFileSync(join(folder, path), 'utf8'));
  const { modules } = read('dist/custom-elements.json');
  return surfaceOf({
    exports: read('package.json').exports,
    elements: modules.flatMap(({ declarations }) => declarations),
    paths: read('dist/openapi.json').paths,
  });
}

/** The differences as lines for a terminal. */
export function describeDifference({ kind, removed, changed, added }) {
  const lines = [
    ...removed.map((name) => `- ${name}`),
    ...changed.map((name) => `! ${name}`),
    ...added.map((name) => `+ ${name}`),
  ];
  return [...lines, `A ${kind} version.`].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [before, after] = process.argv.slice(2);
  if (!before || !after) throw new Error('Usage: node scripts/surface.mjs OLD NEW');
  console.log(describeDifference(compareSurfaces(readSurface(before), readSurface(after))));
}

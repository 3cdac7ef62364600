/**
 * Names the chunks of the library for hosts with a bundler. The bundler of a host writes a file for each set of modules that
 * the same panes and dialogs import: with a chunk for each module, the hub would begin with dozens of small files, each a
 * request.
 *
 * Of the modules that the hub's first pane and its form share with others, `panes` has those that panes need at once, and
 * `forms` those that only forms and dialogs need. Every other module has a chunk of its own, so that an app with one pane
 * contains no other.
 * @param {string} source - folder of the sources, with a slash at its end
 * @returns {import('vite').Rolldown.CodeSplittingNameFunction}
 */
export function libraryChunks(source) {
  let shared;
  return (id, graph) => {
    const path = id.slice(source.length);
    // A host takes the sandbox and a language as a whole.
    if (!id.startsWith(source) || /^(?:sandbox|locales\/[^/]+)\//.test(path)) return null;
    // What hosts import or `import()` loads keeps its exports and effects as they are if it has no chunk in this list.
    const { isEntry, dynamicImporters } = graph.getModuleInfo(id);
    if (isEntry || dynamicImporters.length) return null;
    shared ??= sharedModules(source, graph);
    return shared.get(id) ?? path.replace(/\.ts$/, '').replaceAll('/', '-');
  };
}

/** The chunk of each shared module, by the module's path. */
function sharedModules(source, graph) {
  const importsOf = (id) => graph.getModuleInfo(id)?.importedIds ?? [];
  const loadedBy = (id) => graph.getModuleInfo(id)?.dynamicallyImportedIds ?? [];
  const reachable = (...starts) => {
    const found = new Set(starts);
    for (const id of found) for (const next of importsOf(id)) found.add(next);
    return found;
  };
  const elements = loadedBy(`${source}elements/registry.ts`);
  const hub = reachable(`${source}define/settings.ts`);
  const loadedLater = new Set();
  const everything = reachable(...hub, ...elements);
  for (const id of everything) {
    for (const part of loadedBy(id).filter((next) => !elements.includes(next))) {
      loadedLater.add(part);
      for (const next of reachable(part)) everything.add(next);
    }
  }
  const alone = new Set([...hub, ...elements, ...loadedLater]);
  const countIn = (starts, id) => [...starts].filter((start) => reachable(start).has(id)).length;
  const early = reachable(elements[0], ...[...reachable(elements[0])].flatMap(loadedBy));
  const chunkOf = new Map();
  for (const id of early) {
    if (!id.startsWith(source) || alone.has(id)) continue;
    const panes = countIn(elements, id);
    if (panes + countIn(loadedLater, id) > 1) chunkOf.set(id, panes ? 'panes' : 'forms');
  }
  return chunkOf;
}

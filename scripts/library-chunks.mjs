/**
 * Names the chunks of the library for hosts with a bundler. The bundler of a host writes a file for each set of modules
 * that the same panes and dialogs import: with a chunk for each module, the hub would begin with dozens of requests for
 * small files.
 *
 * Of the modules that the hub's first pane and its form share with others, `panes` contains the modules that a pane
 * imports statically, and `forms` the modules that only forms and dialogs import. Every other module has its own chunk,
 * so that an app with one pane contains no other pane.
 * @param {string} source - folder of the sources, with a slash at its end
 * @returns {import('vite').Rolldown.CodeSplittingNameFunction}
 */
export function libraryChunks(source) {
  let shared;
  return (id, graph) => {
    const path = id.slice(source.length);
    // Hosts load all of the sandbox and all of a language.
    if (!id.startsWith(source) || /^(?:sandbox|locales\/[^/]+)\//.test(path)) return null;
    // Entries and modules loaded by `import()` keep their exports and side effects only without a named chunk.
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

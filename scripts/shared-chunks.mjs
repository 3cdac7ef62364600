/**
 * Names the chunks that script-tag pages share. By default the bundler writes one file for each set of modules with the
 * same importers. More files compress worse and cost round trips, because browsers find the address of a file only in
 * another one.
 *
 * The first chunk contains the modules that the entry imports. Each chunk also contains the modules that its element
 * shares with any other element, except those in earlier chunks. No chunk contains the entry: its address may have a
 * query, so chunks that import it would load it a second time.
 * @param {string} entry - module that loads every element on demand
 * @param {Record<string, string | string[]>} elements - one or several modules of elements by the name of their chunk
 * @returns {import('vite').Rolldown.CodeSplittingNameFunction}
 */
export function sharedChunks(entry, elements) {
  let chunkOf;
  return (id, graph) => {
    chunkOf ??= assign(graph, entry, elements);
    return chunkOf.get(id) ?? null;
  };
}

/** The name of the chunk of every shared module. */
function assign(graph, entry, elements) {
  const importsOf = (id) => graph.getModuleInfo(id)?.importedIds ?? [];
  const loadedBy = (id) => graph.getModuleInfo(id)?.dynamicallyImportedIds ?? [];
  const reachable = (start, follow) => {
    const found = new Set([start]);
    for (const id of found) for (const next of follow(id)) found.add(next);
    return found;
  };
  const atOnce = reachable(entry, importsOf);
  const onDemand = new Set([...atOnce].flatMap(loadedBy));
  // Imports of other elements on demand, as the hub has, do not make modules shared.
  const inTheEnd = (id) => [...importsOf(id), ...loadedBy(id).filter((next) => !onDemand.has(next))];
  const everything = new Map([...onDemand].map((element) => [element, reachable(element, inTheEnd)]));

  const [first] = Object.keys(elements);
  const chunkOf = new Map([...atOnce].map((id) => [id, first]));
  for (const [name, element] of Object.entries(elements).flatMap(([key, list]) =>
    [list].flat().map((id) => [key, id]),
  )) {
    const others = [...everything].filter(([other]) => other !== element).map(([, modules]) => modules);
    for (const id of reachable(element, importsOf)) {
      if (!chunkOf.has(id) && others.some((modules) => modules.has(id))) chunkOf.set(id, name);
    }
  }
  chunkOf.delete(entry);
  return chunkOf;
}

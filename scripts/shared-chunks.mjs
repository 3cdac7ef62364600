/**
 * Names the chunks that script-tag pages share. By default the bundler writes one file for each set of modules with the
 * same importers. More files compress worse.
 *
 * The first chunk contains the modules that `start` imports; `start` itself has a file of its own. Each chunk also
 * contains the modules that its elements share with any other element, except those in earlier chunks. No chunk may
 * import the entry: its address may have a query, so the entry would be loaded a second time.
 * @param {string} entry - module that loads everything on demand
 * @param {string} start - module that the entry loads before every element
 * @param {Record<string, string[]>} elements - modules of elements by the name of their chunk
 * @returns {import('vite').Rolldown.CodeSplittingNameFunction}
 */
export function sharedChunks(entry, start, elements) {
  let chunkOf;
  return (id, graph) => {
    chunkOf ??= assign(graph, entry, start, elements);
    return chunkOf.get(id) ?? null;
  };
}

/** The name of the chunk of every shared module. */
function assign(graph, entry, start, elements) {
  const importsOf = (id) => graph.getModuleInfo(id)?.importedIds ?? [];
  const loadedBy = (id) => graph.getModuleInfo(id)?.dynamicallyImportedIds ?? [];
  const reachable = (from, follow) => {
    const found = new Set([from]);
    for (const id of found) for (const next of follow(id)) found.add(next);
    return found;
  };
  const inEntry = reachable(entry, importsOf);
  const onDemand = new Set([...inEntry].flatMap(loadedBy));
  for (const id of [...onDemand].flatMap((element) => [...reachable(element, importsOf)])) {
    if (inEntry.has(id)) throw new Error(`shared-chunks: ${id} belongs to the entry and to a chunk`);
  }
  // Imports of other elements on demand, as the hub has, do not make modules shared.
  const inTheEnd = (id) => [...importsOf(id), ...loadedBy(id).filter((next) => !onDemand.has(next))];
  const everything = new Map([...onDemand].map((element) => [element, reachable(element, inTheEnd)]));

  const [first] = Object.keys(elements);
  const chunkOf = new Map([...reachable(start, importsOf)].map((id) => [id, first]));
  for (const [name, modules] of Object.entries(elements)) {
    for (const element of modules) {
      const others = [...everything].filter(([other]) => other !== element).map(([, found]) => found);
      for (const id of reachable(element, importsOf)) {
        if (!chunkOf.has(id) && others.some((found) => found.has(id))) chunkOf.set(id, name);
      }
    }
  }
  chunkOf.delete(start); // otherwise its chunk would contain an object with its exports
  return chunkOf;
}

/**
 * A plugin for Vite that names the files of a build that writes one file per module. Modules of packages lie in `sandbox/vendor`
 * if only the sandbox imports them, else in `vendor`: npm leaves folders named node_modules out of what it packs.
 * @param {string} sandbox - folder of the sandbox's sources, with a slash at its end
 * @returns {import('vite').Plugin}
 */
export function vendorFolders(sandbox) {
  let outsideSandbox;
  return {
    name: 'vendor-folders',
    buildEnd() {
      const isSource = (id) => !id.includes('/node_modules/') && !id.startsWith(sandbox);
      outsideSandbox = new Set([...this.getModuleIds()].filter(isSource));
      for (const id of outsideSandbox) {
        const { importedIds = [], dynamicallyImportedIds = [] } = this.getModuleInfo(id) ?? {};
        for (const next of [...importedIds, ...dynamicallyImportedIds]) {
          if (!next.startsWith(sandbox)) outsideSandbox.add(next);
        }
      }
    },
    outputOptions: (options) => ({
      ...options,
      entryFileNames: ({ name, facadeModuleId }) => {
        const vendor = outsideSandbox.has(facadeModuleId) ? 'vendor/' : 'sandbox/vendor/';
        // Paths of the compiler's helpers contain its version.
        return `${name.replace(/^.*node_modules\//, vendor).replace(/^_virtual\/.*\//, 'compiled/')}.js`;
      },
    }),
  };
}

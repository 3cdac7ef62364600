/** Leaves out what is private, and replaces paths of sources by paths in the package. */
const asPublished = {
  name: 'as-published',
  packageLinkPhase({ customElementsManifest }) {
    const published = (path) => path.replace(/^\/?src\/(.*)\.ts$/, 'dist/$1.js');
    for (const module of customElementsManifest.modules) {
      module.path = published(module.path);
      for (const { declaration } of module.exports ?? []) {
        if (declaration?.module) declaration.module = published(declaration.module);
      }
      for (const declaration of module.declarations ?? []) {
        declaration.members = declaration.members?.filter(({ privacy = 'public' }) => privacy === 'public');
      }
    }
  },
};

export default {
  // With the base classes, because the manifest lists what elements inherit from them.
  globs: ['src/elements/base/agni-*.ts', 'src/elements/*/agni-*.ts', 'src/context/agni-provider.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [asPublished],
};

/** Keeps what a host can use, and says where the package has it rather than where it was written. */
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
  // pane.ts is no element, but every pane inherits from it, and the manifest says what.
  globs: ['src/elements/base/agni-*.ts', 'src/elements/*/agni-*.ts', 'src/context/agni-provider.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [asPublished],
};

export default {
  globs: ['src/panes/**/agni-*.ts', 'src/context/agni-provider.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
};

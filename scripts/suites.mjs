/** Folders of test/ that vitest runs under Node. Those of `longFolders` are left out of `npm test`; all others run in browsers. */
export const nodeFolders = ['artifacts', 'bin', 'build', 'demo', 'sandbox'];

/** Folders of test/ that `npm run test:long` and `npm run test:embed` run; `walks` and `wire` in browsers. */
export const longFolders = ['long', 'embed', 'walks', 'wire'];

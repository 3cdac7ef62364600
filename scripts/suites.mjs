/** Folders of test/ that vitest runs under Node. `npm test` omits `longFolders` and runs the others in browsers. */
export const nodeFolders = ['artifacts', 'bin', 'build', 'demo', 'sandbox'];

/** Folders of test/ that `npm run test:long` and `npm run test:embed` run; `walks` and `wire` in browsers. */
export const longFolders = ['long', 'embed', 'walks', 'wire'];

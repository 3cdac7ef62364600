/** Folders of test/ that vitest runs under Node. `npm run test:long` runs test/long as well; all others run in browsers. */
export const nodeFolders = ['artifacts', 'bin', 'build', 'demo', 'sandbox'];

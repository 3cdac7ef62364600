/** Folders of test/ that run under Node, in vitest; test/long only by `npm run test:long`. The others run in browsers. */
export const nodeFolders = ['artifacts', 'build', 'demo', 'sandbox'];

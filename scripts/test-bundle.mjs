// Serves browser tests to web-test-runner as a few bundled files. Without bundling, each test file loads about 300
// modules, which takes longer than most of the tests.
import { join, relative, sep } from 'node:path';
import { context } from 'esbuild';

/** Loads axe with the first test that needs it: chai-a11y-axe requires axe and would send 900 KB to every page. */
const axeOnDemand = {
  name: 'axe-on-demand',
  setup({ onLoad }) {
    const contents =
      "export let axe; export const loadAxe = async () => { axe = (await import('axe-core')).default; };";
    onLoad({ filter: /chai-a11y-axe.src.axe-import\.js$/ }, () => ({ contents, resolveDir: import.meta.dirname }));
  },
};

/**
 * Bundles the test files of a run, with shared files for modules that several tests import. In watch mode, a changed
 * source is bundled again, and its test files run again. The configuration needs both parts of the result.
 * @param {string} root - folder of the repository
 * @param {object} [options]
 * @param {string[]} [options.entries] - further files that tests import by address, relative to `root`
 * @param {import('esbuild').Plugin[]} [options.plugins] - for example a plugin that changes a source
 * @returns {{ plugin: import('@web/test-runner').TestRunnerPlugin, reporter: import('@web/test-runner').Reporter }}
 */
export function testBundle(root, { entries = [], plugins = [] } = {}) {
  const outdir = join(root, '.build/test-bundle'); // nothing is written there
  const addressOf = (file, folder = root) => `/${relative(folder, file).split(sep).join('/')}`;
  const asScript = (address) => address.replace(/\.ts$/, '.js');

  let announceFiles;
  const testFiles = new Promise((resolve) => {
    announceFiles = resolve;
  });
  let bundler;
  /** Bundled texts by address. */
  let bundled;

  async function bundle() {
    bundler ??= await context({
      absWorkingDir: root,
      entryPoints: [...(await testFiles), ...entries],
      outbase: root,
      outdir,
      chunkNames: 'shared/[name]-[hash]',
      bundle: true,
      splitting: true,
      format: 'esm',
      target: 'es2022',
      conditions: ['development'], // so that Lit and others warn of misuse
      // The runner's own modules, and modules that fake-timers loads only under Node.
      external: ['/__web-*', 'util', 'timers', 'timers/*', 'perf_hooks'],
      sourcemap: 'linked',
      write: false,
      logLevel: 'silent',
      plugins: [axeOnDemand, ...plugins],
    });
    try {
      const { outputFiles } = await bundler.rebuild();
      return new Map(outputFiles.map(({ path, text }) => [addressOf(path, outdir), text]));
    } catch (error) {
      console.error(error.message);
      const text = 'throw new Error("The tests could not be bundled; the reason is above.")';
      return new Map((await testFiles).map((file) => [asScript(addressOf(file)), text]));
    }
  }

  return {
    plugin: {
      name: 'test-bundle',

      serverStart({ config, fileWatcher }) {
        if (config.disableFileWatcher) return;
        fileWatcher.add(['src', 'test'].map((folder) => join(root, folder)));
        fileWatcher.on('change', async (changed) => {
          const files = await testFiles;
          if (!changed.endsWith('.ts')) return;
          const before = await bundled;
          bundled = bundle();
          const after = await bundled;
          for (const file of files.filter((file) => file !== changed)) {
            const address = asScript(addressOf(file));
            // The text of the file contains the names of shared files, which contain a hash of their content.
            if (before?.get(address) !== after.get(address)) fileWatcher.emit('change', file);
          }
        });
      },

      async serve({ path }) {
        bundled ??= bundle();
        const body = (await bundled).get(asScript(path));
        return body === undefined ? undefined : { body, type: path.endsWith('.map') ? 'json' : 'js' };
      },

      serverStop: () => bundler?.dispose(),
    },
    reporter: { start: ({ testFiles: files }) => announceFiles(files) },
  };
}

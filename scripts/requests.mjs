// Part of `npm run bench`: the number of scripts until a page's first pane shows data, in an app that Vite builds with
// the npm entries, against bench/budgets.json, and their bytes after brotli. Needs a build, as scripts/size.mjs does.
//   node scripts/requests.mjs --list          lists the scripts too
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { brotliSize } from './brotli-size.mjs';
import { measureBuilt, place, signIn } from './built-server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { requests: budgets } = JSON.parse(readFileSync(join(root, 'bench/budgets.json'), 'utf8'));

/** The files of an app that imports one entry, by path. */
async function app(entry) {
  const { output } = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    base: '/app/',
    plugins: [
      {
        name: 'app',
        resolveId: (id) => (id === 'app' ? '\0app' : undefined),
        load: (id) => (id === '\0app' ? `import '${entry}';` : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: 'app', output: { entryFileNames: 'app.js' } },
    },
  });
  return new Map(output.map(({ fileName, code, source }) => [`/app/${fileName}`, code ?? source]));
}

/** Addresses of the scripts that a new browser profile loads until the element fires `agni-ready`. */
async function scriptsOf(browser, origin, storageState, tag) {
  const files = await app(`agni-settings/${tag.replace('agni-', '')}`);
  const context = await browser.newContext({ storageState });
  const page = await context.newPage();
  const loaded = [];
  await page.route(`${origin}/app/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    loaded.push(pathname);
    return route.fulfill({ contentType: 'text/javascript', body: files.get(pathname) });
  });
  await page.addInitScript(() => {
    window.ready = new Promise((resolve) => addEventListener('agni-ready', resolve));
  });
  const body = `<!doctype html>
<html lang="en">
<title>${tag}</title>
<script type="module" src="/app/app.js"></script>
<agni-provider base-url="/" auth-mode="cookie"><${tag}></${tag}></agni-provider>`;
  await page.goto(await place(page, origin, body));
  await page.evaluate(() => window.ready.then(() => undefined));
  const scripts = [...loaded];
  await context.close();
  const small = [...files.values()].filter((code) => code.length < 1000).length;
  return { scripts, files, small };
}

await measureBuilt(async (browser, origin) => {
  const state = await signIn(browser, origin);
  for (const [tag, budget] of Object.entries(budgets)) {
    const { scripts, files, small } = await scriptsOf(browser, origin, state, tag);
    console.log(
      `<${tag}> in an app that Vite builds: ${scripts.length} scripts until it shows data, at most ${budget}`,
    );
    const sizes = scripts.map((path) => [path, brotliSize(files.get(path) ?? '')]);
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    console.log(`  ${total.toLocaleString('en')} bytes; ${files.size} files in all, ${small} of them under 1 kB`);
    if (process.argv.includes('--list')) for (const [path, size] of sizes) console.log(`  ${path} ${size}`);
    if (scripts.length > budget) process.exitCode = 1;
  }
});

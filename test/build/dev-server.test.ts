import { createServer } from 'vite';
import { expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { openProfile, startBrowser } from '../demo/browser.js';
import { strangersApp } from './stranger.js';

/** The import specifiers of all entries that are modules and need no framework. */
const entries = Object.entries(packageJson.exports)
  .filter(([, target]) => typeof target === 'object' && target.default.endsWith('.js'))
  .filter(([, target]) => !JSON.stringify(target).includes('/bindings/'))
  .map(([entry]) => entry.replace('.', packageJson.name).replace('*', 'en'));

const page = (imports: readonly string[]) => `<!doctype html>
<html lang="en">
<link rel="icon" href="data:,">
<title>Settings</title>
<agni-provider base-url="/" auth-mode="cookie"><agni-settings></agni-settings></agni-provider>
<script type="module">${imports.map((name) => `import '${name}';`).join('\n')}
document.title = 'Imported';</script>`;

it.each([
  ['the provider, the hub and everything', ['agni-settings/provider', 'agni-settings/settings', 'agni-settings/all']],
  ['every entry', entries],
])('runs on the development server of Vite in an app that imports %s (D81)', async (_, imports) => {
  const root = await strangersApp({ 'index.html': page(imports) });
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    server: { host: '127.0.0.1', port: 0 },
  });
  const browser = await startBrowser();
  try {
    await server.listen();
    const { context, complaints } = await openProfile(browser);
    const tab = await context.newPage();
    await tab.goto(server.resolvedUrls?.local[0] ?? '');
    await tab.waitForFunction(() => document.title === 'Imported');
    expect(await tab.evaluate(() => !!customElements.get('agni-settings'))).toBe(true);
    expect(complaints.filter((words) => words.startsWith('error:'))).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
});

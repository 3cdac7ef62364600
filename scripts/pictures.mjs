// `npm run pictures`: takes the pictures of the README and the documentation from the built demo. Needs `npm run build`.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { browserPath, chromiumArgs } from './browsers.mjs';
import { serve } from './built-server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs/pictures');
const size = { width: 1280, height: 800 };
mkdirSync(folder, { recursive: true });

const server = await serve();
const browser = await chromium.launch({ executablePath: browserPath('chromium'), args: chromiumArgs });

/** Opens a page in a color scheme, runs `prepare`, and takes its picture. */
async function picture(name, colorScheme, prepare) {
  const context = await browser.newContext({ viewport: size, colorScheme, reducedMotion: 'reduce', bypassCSP: true });
  const page = await context.newPage();
  await prepare(page);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}

for (const scheme of ['light', 'dark']) {
  await picture(`settings-${scheme}`, scheme, async (page) => {
    await page.goto(`${server.origin}/#users`);
    await page.getByLabel('Email', { exact: true }).fill('owner@northwind.example');
    await page.getByLabel('Password', { exact: true }).fill('Purple-otter-42');
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: 'Members' }).waitFor();
    await page.getByRole('meter').first().waitFor();
  });
}

// The theme studio shows the hub without a sign-in; its own form is not in the picture.
for (const file of readdirSync(join(root, 'src/themes'))) {
  await picture(`theme-${file.replace('.css', '')}`, 'light', async (page) => {
    await page.goto(`${server.origin}/studio`);
    await page.getByRole('meter', { name: 'Seats' }).waitFor();
    const theme = readFileSync(join(root, 'src/themes', file), 'utf8').replaceAll('agni-provider,', ':host,');
    await page.evaluate((css) => {
      const { shadowRoot } = document.querySelector('theme-studio');
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`${css} form { display: none !important; } :host { display: block !important; }
        .preview { min-block-size: 100vh; background: var(--agni-color-bg, #fff); }`);
      shadowRoot.adoptedStyleSheets.push(sheet);
    }, theme);
    await page.waitForFunction(() => !document.querySelector('theme-studio').shadowRoot.getAnimations().length);
  });
}

await browser.close();
await server.stop();

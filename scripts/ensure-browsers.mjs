// Makes sure of the browsers the tests need: installed ones first, else Debian's packages.
// Browsers named as arguments are looked for; without any, Chromium and Firefox.
import { pathToFileURL } from 'node:url';
import { canInstall, install } from './apt.mjs';
import { findBrowser } from './browsers.mjs';

/** Package names to try in turn: Debian has the first ones, Ubuntu's last ones are stubs for another installer. */
const packages = {
  chromium: [['chromium-headless-shell', 'fonts-liberation'], ['chromium', 'fonts-liberation'], ['chromium-browser']],
  firefox: [['firefox-esr'], ['firefox']],
};

/**
 * Installs what is missing of the browsers and throws where that can't be done.
 * @param {('chromium' | 'firefox')[]} browsers
 */
export function ensureBrowsers(browsers) {
  for (const browser of browsers) {
    if (findBrowser(browser)) continue;
    console.log(`Installing ${browser} …`);
    const attempts = canInstall() ? packages[browser] : [];
    if (attempts.some((names) => install(names) && findBrowser(browser))) continue;
    const variable = `${browser.toUpperCase()}_PATH`;
    throw new Error(
      `The tests need ${browser}, and it could not be installed from here. ` +
        `Install it with your system's package manager, or set ${variable} to its program.`,
    );
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    ensureBrowsers(process.argv.length > 2 ? process.argv.slice(2) : ['chromium', 'firefox']);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

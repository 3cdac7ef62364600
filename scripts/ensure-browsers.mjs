// Installs missing browsers that the tests need, from Debian's packages.
// The arguments name browsers; without arguments Chromium and Firefox.
import { pathToFileURL } from 'node:url';
import { canInstall, install } from './apt.mjs';
import { findBrowser, pathVariable } from './browsers.mjs';

/** Package names in the order in which they are tried. The last names are stubs on Ubuntu. */
const packages = {
  chromium: [['chromium-headless-shell', 'fonts-liberation'], ['chromium', 'fonts-liberation'], ['chromium-browser']],
  firefox: [['firefox-esr'], ['firefox']],
  webkit: [['webkit2gtk-driver']],
  xvfb: [['xvfb']],
};

/**
 * Installs missing browsers; throws if that is not possible.
 * @param {('chromium' | 'firefox' | 'webkit' | 'xvfb')[]} browsers
 */
export function ensureBrowsers(browsers) {
  for (const browser of browsers) {
    if (findBrowser(browser)) continue;
    console.log(`Installing ${browser} …`);
    const attempts = canInstall() ? packages[browser] : [];
    if (attempts.some((names) => install(names) && findBrowser(browser))) continue;
    throw new Error(
      `The tests need ${browser}, and it could not be installed from here. ` +
        `Install it with your system's package manager, or set ${pathVariable(browser)} to its program.`,
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

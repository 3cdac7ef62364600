import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = {
  // The first is Chromium without a window: drawing bars and tabs takes a third of the time.
  chromium: [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge',
  ],
  firefox: ['firefox', 'firefox-esr'],
  webkit: ['WebKitWebDriver'], // a WebDriver, which starts the browser that it belongs to
  xvfb: ['Xvfb'],
};

const usualPlaces = {
  chromium: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  webkit: ['/usr/libexec/webkit2gtk-4.1/WebKitWebDriver'],
  xvfb: [],
};

/** The argument with which a program only starts and ends, where `--version` does not work. */
const probes = { webkit: '--help', xvfb: '-help' };

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // missing or not executable: try the next candidate
  }
}

/** Whether a program exists and starts. Ubuntu's stub, which only prints the name of another installer, fails. */
function starts(path, probe) {
  return isExecutable(path) && spawnSync(path, [probe], { stdio: 'ignore', timeout: 120_000 }).status === 0;
}

/** The environment variable that names the program of a browser. */
export const pathVariable = (browser) => `${browser.toUpperCase()}_PATH`;

/**
 * Path of an installed browser, or undefined. `CHROMIUM_PATH`, `FIREFOX_PATH` and the like come first. `webkit` is
 * the WebDriver of WebKitGTK, `xvfb` the screen in memory that it needs.
 * @param {'chromium' | 'firefox' | 'webkit' | 'xvfb'} browser
 * @returns {string | undefined}
 */
export function findBrowser(browser) {
  const variable = pathVariable(browser);
  const override = process.env[variable];
  if (override) {
    if (isExecutable(override)) return override;
    throw new Error(`${variable} is ${override}, which can't be run`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names[browser].flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...usualPlaces[browser]].find((path) => starts(path, probes[browser] ?? '--version'));
}

/**
 * Path of an installed browser. Throws an error that names the fix if the browser is missing.
 * @param {'chromium' | 'firefox' | 'webkit' | 'xvfb'} browser
 * @returns {string}
 */
export function browserPath(browser) {
  const path = findBrowser(browser);
  if (path) return path;
  throw new Error(`No ${browser} found. Run "node scripts/ensure-browsers.mjs", or set ${pathVariable(browser)}.`);
}

/** Arguments for every Chromium that this repository starts: no background traffic, and no inner sandbox as root. */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = {
  // The first is Chromium without a window. Drawing bars and tabs takes a third of the time.
  chromium: [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge',
  ],
  firefox: ['firefox', 'firefox-esr'],
};

const usualPlaces = {
  chromium: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

const overrides = { chromium: 'CHROMIUM_PATH', firefox: 'FIREFOX_PATH' };

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // missing or not executable: try the next candidate
  }
}

/** Whether a program exists and starts. Ubuntu's stub, which only names another installer, does not start. */
function starts(path) {
  return isExecutable(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 120_000 }).status === 0;
}

/**
 * Path of an installed browser, or undefined. `CHROMIUM_PATH` and `FIREFOX_PATH` come first.
 * @param {'chromium' | 'firefox'} browser
 * @returns {string | undefined}
 */
export function findBrowser(browser) {
  const override = process.env[overrides[browser]];
  if (override) {
    if (isExecutable(override)) return override;
    throw new Error(`${overrides[browser]} is ${override}, which can't be run`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names[browser].flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...usualPlaces[browser]].find(starts);
}

/**
 * Path of an installed browser. Throws an error that names the fix if the browser is missing.
 * @param {'chromium' | 'firefox'} browser
 * @returns {string}
 */
export function browserPath(browser) {
  const path = findBrowser(browser);
  if (path) return path;
  throw new Error(`No ${browser} found. Run "node scripts/ensure-browsers.mjs", or set ${overrides[browser]}.`);
}

/** Arguments for every Chromium the repo starts: no background traffic, and no inner sandbox where root forbids it. */
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

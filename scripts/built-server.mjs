// Starts the built server on empty data, and opens pages at its origin, for measurements.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { browserPath, chromiumArgs } from './browsers.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

/**
 * Starts the built server on empty data. Resolves to its address and process id once it is ready.
 * @param {NodeJS.ProcessEnv} [variables] - such as `DATABASE_URL`
 */
export async function serve(variables = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'agni-bench-'));
  const child = spawn(process.execPath, [join(root, '.build/serve.js')], {
    env: {
      ...process.env,
      ...{ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, DATABASE_URL: '', PUBLIC_URL: '' },
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const origin = /^Ready on (\S+)/.exec(line)?.[1];
    if (origin) return { origin, pid: child.pid, stop };
  }
  throw new Error(`The server ended with ${await ended} before it was ready`);
}

/** Runs a measurement with Chromium and the origin of the built server, then ends both. */
export async function measureBuilt(work) {
  const server = await serve();
  const browser = await chromium.launch({ executablePath: browserPath('chromium'), args: chromiumArgs });
  try {
    await work(browser, server.origin);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Serves a page at the server's origin, under the policy of the server's own pages. Resolves to its address. */
export async function place(page, origin, body) {
  const address = `${origin}/bench.html`;
  const headers = { 'content-security-policy': policy };
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', headers, body }));
  return address;
}

/** Creates a workspace with a number of users; resolves to the number and the token of the owner. */
export async function createWorkspace(origin, users) {
  const response = await fetch(`${origin}/__sandbox/workspaces`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ users }),
  });
  const { accounts } = await response.json();
  return { users, token: accounts.find(({ role }) => role === 'OWNER').access_token };
}

/** Signs in as the seeded owner in a Playwright browser; resolves to the storage state for new contexts. */
export async function signIn(browser, origin) {
  const context = await browser.newContext();
  const data = { email: 'owner@northwind.example', password: 'Purple-otter-42' };
  const reply = await context.request.post(`${origin}/api/v1/auth/login`, { data, headers: { origin } });
  if (!reply.ok()) throw new Error(`Signing in answered ${reply.status()}`);
  const state = await context.storageState();
  await context.close();
  return state;
}

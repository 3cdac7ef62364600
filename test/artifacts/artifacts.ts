import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright';
import { program } from '../../scripts/program.mjs';
import type { Account } from '../sandbox/api.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const host = `${root}.build/npm-host/`;

/** One way in which a page loads the kit. */
export interface Artifact {
  readonly name: string;
  /** The script of a page that shows only the element `tag`. */
  script(tag: string): string;
}

/** The published artifacts, as the three kinds of host load them. */
export const artifacts: readonly Artifact[] = [
  { name: 'script tag', script: () => '<script type="module" src="/cdn/agni-settings.js"></script>' },
  { name: 'one-file bundle', script: () => '<script defer src="/cdn/agni-settings.bundle.js"></script>' },
  {
    name: 'npm entry',
    script: (tag) => `<script type="module" src="/npm-host/${entryOf(tag)}.js"></script>`,
  },
];

/** The package entry that registers a tag. */
const entryOf = (tag: string) => tag.slice('agni-'.length);

/** Bundles a host for each tag: its one module imports the package entry of that tag, by the package's own `exports`. */
export async function bundleHost(tags: readonly string[]): Promise<void> {
  rmSync(host, { recursive: true, force: true });
  mkdirSync(`${host}node_modules`, { recursive: true });
  symlinkSync(root, `${host}node_modules/agni-settings`);
  for (const entry of tags.map(entryOf)) writeFileSync(`${host}${entry}.js`, `import 'agni-settings/${entry}';\n`);
  const config = {
    base: '/npm-host/',
    build: {
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: Object.fromEntries(tags.map((tag) => [entryOf(tag), `${host}${entryOf(tag)}.js`])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'assets/[name]-[hash].js' },
      },
    },
  };
  writeFileSync(`${host}vite.config.js`, `export default ${JSON.stringify(config)};\n`);
  // In a separate process: vitest's value of NODE_ENV would make this a development build.
  const { NODE_ENV: _, ...env } = process.env;
  await promisify(execFile)(process.execPath, [program('vite'), 'build', '--logLevel', 'warn'], { cwd: host, env });
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

const pageWith = (artifact: Artifact, tag: string, lang: string) => `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<title>${tag}</title>
<link rel="icon" href="/icon.svg">
${artifact.script(tag)}
</head>
<body>
<agni-provider base-url="/" auth-mode="cookie"><${tag}></${tag}></agni-provider>
</body>
</html>`;

/**
 * Adds the pages of an artifact to the server's origin, for this browser page, under the policy of the server's own pages.
 * They are in English, or in the language of the query `lang`.
 */
export async function servePages(page: Page, origin: string, artifact: Artifact): Promise<(tag: string) => string> {
  await page.route(`${origin}/host/*`, (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    const headers = { 'content-security-policy': policy };
    const body = pageWith(artifact, pathname.slice('/host/'.length), searchParams.get('lang') ?? 'en');
    return route.fulfill({ contentType: 'text/html', headers, body });
  });
  await page.route(`${origin}/npm-host/**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice('/npm-host/'.length);
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(`${host}dist/${path}`) });
  });
  return (tag) => `${origin}/host/${tag}`;
}

/** Signs a browser page in by cookie, from a page of the server's origin that has no script. */
export async function signIn(page: Page, origin: string, account: Account): Promise<void> {
  const address = `${origin}/sign-in`;
  await page.route(address, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="/icon.svg">' }),
  );
  await page.goto(address);
  const { email, password } = account;
  const status = await page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/api/v1/auth/login', { method: 'POST', headers, body: JSON.stringify(body) })).status;
    },
    { email, password },
  );
  if (status !== 200) throw new Error(`Signing in answered ${status}`);
}

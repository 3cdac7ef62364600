import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { unpackTarball } from '../tarball.js';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'agni-release-test-'));
/** The folder of the package in its state at the release: the changelog names the version. */
let ready = '';

/** A version as `npm publish` sends it: tarballs in base64, by file name. */
interface Publication {
  readonly _attachments: Record<string, { readonly data: string }>;
}

let published: Publication | undefined;
const registry = createServer(async (request, response) => {
  if (request.method === 'PUT') published = (await json(request)) as Publication;
  const [tarball] = Object.values(published?._attachments ?? {});
  if (request.url?.endsWith('.tgz') && tarball) response.end(Buffer.from(tarball.data, 'base64'));
  else response.writeHead(published ? 200 : 404).end(JSON.stringify(published ?? { error: 'not_found' }));
});
beforeAll(async () => {
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  ready = await unpackTarball(folder);
  cpSync('scripts', join(ready, 'scripts'), { recursive: true });
  const changelog = join(ready, 'CHANGELOG.md');
  writeFileSync(changelog, readFileSync(changelog, 'utf8').replace('## Unreleased', `## ${packageJson.version}`));
});
afterAll(() => {
  registry.close();
  rmSync(folder, { recursive: true });
});

/** Runs the release with the test's registry; without provenance, which needs a signing CI service. */
function release(): Promise<{ stdout: string; stderr: string }> {
  const host = `127.0.0.1:${(registry.address() as AddressInfo).port}/`;
  const settings = join(folder, 'npmrc');
  writeFileSync(settings, `//${host}:_authToken=for-this-test\n`);
  return run(process.execPath, ['scripts/release.mjs', '--no-provenance'], {
    cwd: ready,
    env: { ...process.env, npm_config_registry: `http://${host}`, npm_config_userconfig: settings },
  });
}

it('publishes a first version, with a README whose pictures and links lead into the published files', async () => {
  await release();
  const [tarball] = Object.values(published?._attachments ?? {});
  const received = join(folder, 'received');
  mkdirSync(received);
  writeFileSync(join(received, 'package.tgz'), tarball?.data ?? '', 'base64');
  await run('tar', ['xzf', 'package.tgz'], { cwd: received });
  const readme = readFileSync(join(received, 'package/README.md'), 'utf8');
  const links = [...readme.matchAll(/\]\(([^)]+)\)|(?:src|srcset)="([^/][^"]+)"/g)].map(
    (found) => found[1] ?? found[2],
  );
  const inPackage = `https://unpkg.com/${packageJson.name}@${packageJson.version}/`;
  expect(links.length).toBeGreaterThan(10);
  for (const link of links) {
    expect(link).toContain(inPackage);
    expect(existsSync(join(received, 'package', String(link).replace(inPackage, ''))), link).toBe(true);
  }
});

it('does not publish the same version again', async () => {
  const before = published;
  await expect(release()).rejects.toThrow(`${packageJson.version} is no patch version after ${packageJson.version}`);
  expect(published).toBe(before);
});

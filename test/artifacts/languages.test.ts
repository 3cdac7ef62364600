import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { openProfile, useDemo } from '../demo/browser.js';
import { type Artifact, artifacts, servePages, signIn } from './artifacts.js';

// The scripts for pages without a bundler load words of other languages on demand. An npm host imports them.
const demo = useDemo();
const scripts = artifacts.filter(({ name }) => name !== 'npm entry');

describe.each(scripts)('The $name', (artifact) => {
  it('speaks the language of the page, and loads only the words that its elements use', async () => {
    const { page, complaints, words } = await open(artifact, 'agni-profile?lang=de-CH');
    await heading(page, 'Profil').waitFor();
    await page.getByText('Mitglied seit').waitFor();
    expect(words()).toEqual(['de/profile', 'de/shared']);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('loads nothing for other languages on a page in English, until the page changes its language', async () => {
    const { page, complaints, words, paths } = await open(artifact, 'agni-profile?lang=en-IN');
    await page.getByText('Member Since').waitFor();
    expect(paths.filter((path) => /locales|load-words/.test(path))).toEqual([]);
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'de'));
    await heading(page, 'Profil').waitFor();
    await page.evaluate(() => document.querySelector('agni-provider')?.setAttribute('lang', 'en'));
    await heading(page, 'Profile').waitFor();
    expect(words()).toEqual(['de/profile', 'de/shared']);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('stays in English on a page in a language that the kit does not have', async () => {
    const { page, complaints, words } = await open(artifact, 'agni-profile?lang=zh-TW');
    await page.getByText('Member Since').waitFor();
    expect([words(), complaints]).toEqual([[], []]);
    await page.context().close();
  });

  it('speaks two languages in two providers', async () => {
    const { page } = await open(artifact, 'agni-profile');
    await heading(page, 'Profile').waitFor();
    await page.evaluate(() => {
      const second = document.querySelector('agni-provider')?.cloneNode(true) as HTMLElement;
      second.lang = 'de';
      document.body.append(second);
    });
    await heading(page, 'Profil').waitFor();
    await heading(page, 'Profile').waitFor();
    await page.context().close();
  });

  it('loads words again when the connection is back', async () => {
    const { page, words } = await open(artifact, 'agni-profile');
    await heading(page, 'Profile').waitFor();
    await page.route('**/locales/**', (route) => route.abort());
    const failures = [page.waitForEvent('requestfailed'), page.waitForEvent('requestfailed')];
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'de'));
    await Promise.all(failures);
    await page.unroute('**/locales/**');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await heading(page, 'Profil').waitFor();
    expect(words()).toEqual(['de/profile', 'de/shared']);
    await page.context().close();
  });
});

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true, level: 2 });

/** Opens a page of the artifact as the owner of a new workspace. */
async function open(artifact: Artifact, address: string) {
  const { api } = demo.server;
  const workspace = await api.workspace({});
  const { context, complaints } = await openProfile(demo.browser);
  const page = await context.newPage();
  await signIn(page, api.url, workspace.owner);
  const addressOf = await servePages(page, api.url, artifact);
  const paths: string[] = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  await page.goto(addressOf(address));
  /** The modules of words that the page requested. */
  const words = () => [...new Set(paths.flatMap((path) => /\/locales\/(.+)\.js$/.exec(path)?.[1] ?? []))].sort();
  return { page, complaints, words, paths };
}

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { registry } from '../../src/elements/registry.js';
import { startBrowser } from '../demo/browser.js';

const sheet = readFileSync(new URL(`../../${packageJson.exports['./skeleton.css']}`, import.meta.url), 'utf8');

it('agni-settings/skeleton.css keeps the place of every element until its script is there (D92)', async () => {
  const tags = ['agni-settings', ...registry.map(({ tag }) => tag)];
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    const elements = tags.map((tag) => `<${tag}></${tag}>`).join('');
    await page.setContent(`<style>${sheet}</style><agni-provider>${elements}</agni-provider>`);
    const heights = await page.evaluate(
      (names) => names.map((name) => document.querySelector(name)?.getBoundingClientRect().height ?? 0),
      tags,
    );
    for (const [index, height] of heights.entries()) expect(height, tags[index]).toBeGreaterThan(100);
    await page.evaluate(() => customElements.define('agni-users', class extends HTMLElement {}));
    expect(await page.evaluate(() => document.querySelector('agni-users')?.getBoundingClientRect().height)).toBe(0);
  } finally {
    await browser.close();
  }
});

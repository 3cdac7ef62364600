import { expect, it } from 'vitest';
import { openProfile, signIn, useDemo } from './browser.js';

const demo = useDemo();
const { server } = demo;
const day = 86_400_000;

/** The first and the last time zone in which a day begins, with clocks that are right or wrong by days. */
const readers = [
  { timezoneId: 'Pacific/Kiritimati', wrongDays: 0 },
  { timezoneId: 'Pacific/Niue', wrongDays: 0 },
  { timezoneId: 'Pacific/Kiritimati', wrongDays: 10 },
  { timezoneId: 'Pacific/Niue', wrongDays: -10 },
];

for (const { timezoneId, wrongDays } of readers) {
  it(`keeps the days of API keys right in ${timezoneId} by a clock that is wrong by ${wrongDays} days (D45)`, async () => {
    const { owner } = await server.api.workspace();
    const { context } = await openProfile(demo.browser, { timezoneId });
    const page = await context.newPage();
    await page.clock.install({ time: Date.now() + wrongDays * day });
    await page.goto(`${server.api.url}/#api-keys`);
    await signIn(page, owner.email);
    const field = (label: string) => page.getByLabel(label, { exact: true });
    const create = async (name: string, lifetime: string, choose?: () => Promise<void>) => {
      await page.getByRole('button', { name: '+ New Key' }).first().click();
      await field('Name').fill(name);
      await field('Expires').selectOption({ label: lifetime });
      await choose?.();
      await page.getByRole('button', { name: 'Create Key' }).click();
      await field('I have stored this key').check();
      await page.getByRole('button', { name: 'Done' }).click();
      return page.getByRole('row').filter({ hasText: name });
    };

    const week = await create('a week', '7 days');
    await week.getByText('Expires in 7 days', { exact: true }).waitFor();
    const tomorrow = await create('tomorrow', 'Custom date', async () => {
      await field('Expiry Date').fill(String(await field('Expiry Date').getAttribute('min')));
    });
    await tomorrow.getByText('Expires tomorrow', { exact: true }).waitFor();

    const { body } = await server.api.get('/api/v1/api-keys', { token: owner.access_token });
    const left = Object.fromEntries(
      body.data.map((key: { name: string; expires_at: string }) => [key.name, Date.parse(key.expires_at) - Date.now()]),
    );
    expect(Math.abs(left['a week'] - 7 * day)).toBeLessThan(10 * 60_000);
    // Until the end of the next day in the user's time zone.
    expect(left.tomorrow).toBeGreaterThan(day - 60_000);
    expect(left.tomorrow).toBeLessThanOrEqual(2 * day);
    await context.close();
  });
}

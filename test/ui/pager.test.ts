import { expect, fixture, html } from '@open-wc/testing';
import type { en } from '../../src/locales/en.js';
import type { Locale } from '../../src/locales/locale.js';
import { pager } from '../../src/ui/pager.js';
import { user } from '../mount.js';
import { within } from '../queries.js';

/** Words that show what they were given. */
const words = {
  t: (key: string, values: object = {}) => `${key} ${Object.values(values).join(' ')}`.trim(),
} as unknown as Locale<typeof en>;

/** Shows a pager, and where it has been turned to. */
async function show(page: number, total: number) {
  const turned: number[] = [];
  const root = await fixture<HTMLElement>(html`<div>${pager(words, page, total, (to) => turned.push(to))}</div>`);
  const view = within(root);
  const button = (name: string) => view.getByRole('button', { name });
  return { turned, view, button };
}

describe('a pager', () => {
  it('is not there for one page', async () => {
    expect((await show(0, 20)).view.queryByRole('button')).to.equal(null);
  });

  it('turns to the next page and back, and says which rows are shown', async () => {
    const { turned, view, button } = await show(1, 45);
    expect(view.getByRole('status').textContent?.trim()).to.equal('rows 21 40 45');
    await user.click(button('nextPage'));
    await user.click(button('previousPage'));
    expect(turned).to.deep.equal([2, 0]);
  });

  it('turns no further than the first and the last page', async () => {
    const first = await show(0, 45);
    await user.click(first.button('previousPage'));
    const last = await show(2, 45);
    await user.click(last.button('nextPage'));
    expect([...first.turned, ...last.turned]).to.deep.equal([]);
    expect(last.button('nextPage').ariaDisabled).to.equal('true');
    expect(last.view.getByRole('status').textContent?.trim()).to.equal('rows 41 45 45');
  });

  it('shows the last page where rows have gone', async () => {
    const { turned, view, button } = await show(7, 45);
    expect(view.getByRole('status').textContent?.trim()).to.equal('rows 41 45 45');
    await user.click(button('previousPage'));
    expect(turned).to.deep.equal([1]);
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import type { en } from '../../src/locales/en.js';
import type { Locale } from '../../src/locales/locale.js';
import { listPager } from '../../src/ui/list-pager.js';
import { pager } from '../../src/ui/pager.js';
import { user } from '../mount.js';
import { within } from '../queries.js';

/** Words that show their parameters. */
const words = {
  t: (key: string, values: object = {}) => `${key} ${Object.values(values).join(' ')}`.trim(),
} as unknown as Locale<typeof en>;

/** Shows a pager, and records the requested pages. */
async function show(page: number, total: number) {
  const turned: number[] = [];
  const root = await fixture<HTMLElement>(html`<div>${pager(words, page, total, (to) => turned.push(to))}</div>`);
  const view = within(root);
  const button = (name: string) => view.getByRole('button', { name });
  return { turned, view, button };
}

describe('a pager', () => {
  it('has an empty status for one page, so that the rows are read out once there are more', async () => {
    const { view } = await show(0, 20);
    expect(!!view.queryByRole('button')).to.equal(false);
    expect(view.getByRole('status').textContent).to.equal('');
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

describe('a pager of a list that the server cuts into pages', () => {
  /** Shows the pager of a server-side page, below a list, and records the requested positions. */
  async function showOf(start: number, rows: number, { total, hasMore }: { total?: number; hasMore: boolean }) {
    const turned: number[] = [];
    const page = { items: new Array(rows).fill(null), filter: {}, start, size: 20, total, hasMore };
    const root = await fixture<HTMLElement>(
      html`<div><ul><li>a row</li></ul>${listPager(words, page, (to) => turned.push(to))}</div>`,
    );
    const view = within(root);
    return { turned, root, view, button: (name: string) => view.getByRole('button', { name }) };
  }

  it('has no buttons for one page', async () => {
    expect(!!(await showOf(0, 20, { total: 20, hasMore: false })).view.queryByRole('button')).to.equal(false);
  });

  it('goes on after the rows that are shown, however many the server sends, and back by whole pages', async () => {
    const { turned, view, button } = await showOf(20, 15, { hasMore: true });
    expect(view.getByRole('status').textContent?.trim()).to.equal('rowsUncounted 21 35');
    await user.click(button('nextPage'));
    await user.click(button('previousPage'));
    expect(turned).to.deep.equal([35, 0]);
  });

  it('turns back from the last page alone, and moves the focus to the list', async () => {
    const { turned, root, button } = await showOf(40, 5, { total: 45, hasMore: false });
    await user.click(button('nextPage'));
    expect(turned).to.deep.equal([]);
    await user.click(button('previousPage'));
    expect(turned).to.deep.equal([20]);
    expect(document.activeElement === root.querySelector('ul')).to.equal(true);
  });
});

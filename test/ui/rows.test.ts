import { expect, fixture } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { keyedRows } from '../../src/ui/keyed-rows.js';
import { RowFocusController } from '../../src/ui/row-focus-controller.js';
import { viewOf } from '../mount.js';

/** A list with changing rows. */
class RowList extends LitElement {
  names = ['Ada', 'Ben', 'Cyd'];

  constructor() {
    super();
    new RowFocusController(this);
  }

  protected override render(): unknown {
    const content = (name: string) => html`<button>Edit ${name}</button><button>Remove ${name}</button>`;
    const rows = { items: this.names, key: (name: string) => name, content };
    return html`<h2 tabindex="-1">Users</h2><input aria-label="Search" /><ul ${keyedRows('li', rows)}></ul>`;
  }

  override focus(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }
}
customElements.define('row-list', RowList);

/** Shows a list with the focus on a control; the returned function changes the rows and returns the focused control. */
async function showList(focused: string) {
  const list = await fixture<RowList>(html`<row-list></row-list>`);
  const view = viewOf(list);
  (view.queryByRole('button', { name: focused }) ?? view.getByLabelText(focused)).focus();
  return async (...names: string[]) => {
    list.names = names;
    list.requestUpdate();
    await list.updateComplete;
    const now = list.shadowRoot?.activeElement;
    return now?.ariaLabel ?? now?.textContent;
  };
}

describe('a list whose rows change under the focus', () => {
  it('keeps the focus in a row that moves', async () => {
    expect(await (await showList('Remove Ada'))('Cyd', 'Ben', 'Ada')).to.equal('Remove Ada');
  });

  it('moves the focus to the row that takes the place of a removed one', async () => {
    expect(await (await showList('Remove Ben'))('Ada', 'Cyd')).to.equal('Edit Cyd');
  });

  it('moves the focus to the last row when that one was removed', async () => {
    expect(await (await showList('Remove Cyd'))('Ada', 'Ben')).to.equal('Edit Ben');
  });

  it('moves the focus to the heading when no row is left', async () => {
    expect(await (await showList('Remove Ben'))()).to.equal('Users');
  });

  it('leaves the focus alone elsewhere', async () => {
    expect(await (await showList('Search'))('Ben')).to.equal('Search');
  });
});

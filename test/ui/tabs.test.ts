import { expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import { tabStyles } from '../../src/theme/tabs.js';
import { type Tab, tabs } from '../../src/ui/tabs.js';
import { key } from '../keyboard.js';
import { user } from '../mount.js';
import { show } from './template-host.js';

const all: readonly Tab[] = ['curl', 'python', 'javascript'].map((id) => ({ id, label: id, content: `in ${id}` }));

/** Shows tabs, with `selected` as the selected one until another tab is chosen. */
async function showTabs(selected: string, direction = 'ltr', shown = [...all]) {
  let chosen = selected;
  const select = (id: string) => {
    chosen = id;
    void rendered.update();
  };
  const rendered = await show(() => tabs('Examples', shown, chosen, select));
  rendered.host.dir = direction;
  const tab = (name: string) => rendered.view.getByRole('tab', { name });
  const panel = () => rendered.view.getByRole('tabpanel').textContent?.trim();
  return { ...rendered, shown, tab, panel };
}

describe('tabs', () => {
  it('show the content of the tab that is clicked', async () => {
    const { view, tab, panel } = await showTabs('curl');
    expect(panel()).to.equal('in curl');
    await user.click(tab('python'));
    expect(panel()).to.equal('in python');
    expect(view.getAllByRole('tab').map((one) => one.ariaSelected)).to.deep.equal(['false', 'true', 'false']);
  });

  it('are one stop for Tab, with the first control of the panel as the next one', async () => {
    const content = html`in python <button>Copy</button>`;
    const { view, tab, focused } = await showTabs('python', 'ltr', [{ id: 'python', label: 'python', content }]);
    tab('python').focus();
    await key('Tab');
    expect(focused() === view.getByRole('button', { name: 'Copy' })).to.equal(true);
  });

  it('have a panel that is a stop for Tab where it holds nothing but text', async () => {
    const { view, tab, focused } = await showTabs('python', 'ltr', [
      { id: 'python', label: 'python', content: 'in python', isText: true },
    ]);
    tab('python').focus();
    await key('Tab');
    expect(focused() === view.getByRole('tabpanel')).to.equal(true);
  });

  it('are gone through by the arrow keys, Home and End, over both ends', async () => {
    const { tab, panel, focused } = await showTabs('curl');
    tab('curl').focus();
    const visited: unknown[] = [];
    for (const press of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home', 'End']) {
      await key(press);
      visited.push(focused()?.textContent?.trim());
    }
    expect(visited).to.deep.equal(['python', 'javascript', 'curl', 'javascript', 'curl', 'javascript']);
    expect(panel()).to.equal('in javascript');
  });

  it('follow the direction of the text', async () => {
    const { tab, panel } = await showTabs('curl', 'rtl');
    tab('curl').focus();
    await key('ArrowLeft');
    expect(panel()).to.equal('in python');
  });

  for (const direction of ['ltr', 'rtl']) {
    it(`stay in one line that has the beginning of the selected tab in view, ${direction}`, async () => {
      const { host, root, view, tab } = await showTabs('curl', direction);
      root.adoptedStyleSheets.push(tabStyles.styleSheet as CSSStyleSheet);
      host.style.width = '60px';
      const list = view.getByRole('tablist');
      /** Pixels between the start of the tab list and the start of a tab. */
      const place = (name: string) => {
        const [outer, inner] = [list, tab(name)].map((element) => element.getBoundingClientRect()) as [
          DOMRect,
          DOMRect,
        ];
        return direction === 'ltr' ? inner.left - outer.left : outer.right - inner.right;
      };
      await waitUntil(() => place('curl') === 0 && place('javascript') > 60);
      expect(tab('curl').offsetTop).to.equal(tab('javascript').offsetTop);
      tab('python').click(); // does not move the focus, which would scroll too
      await waitUntil(() => Math.abs(place('python') - 24) < 1);
    });
  }

  it('show the first tab if the selected one is no longer there', async () => {
    const { shown, update, panel, tab } = await showTabs('javascript');
    shown.pop();
    await update();
    expect(panel()).to.equal('in curl');
    expect(tab('curl').ariaSelected).to.equal('true');
  });
});

import { expect, html, nextFrame } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/define/all.js';
import type { AgniApiKeys } from '../../src/elements/api-keys/agni-api-keys.js';
import type { Pane } from '../../src/elements/base/pane.js';
import type { AgniSettings } from '../../src/elements/settings/agni-settings.js';
import { mount } from '../mount.js';

/** A key that an input method handles, such as Enter on one of its candidates. */
const composingKey = (key: string, mark: KeyboardEventInit) =>
  new KeyboardEvent('keydown', { key, ...mark, bubbles: true, composed: true, cancelable: true });

/** How browsers mark such a key. Safari ends the composition before the event. */
const marks: [string, KeyboardEventInit][] = [
  ['by isComposing', { isComposing: true }],
  ['by the code 229, as Safari does', { keyCode: 229 }],
];

describe('an input method', () => {
  for (const [name, mark] of marks) {
    it(`keeps Enter and arrow keys for its candidates in the search over settings, ${name}`, async () => {
      const { pane, view } = await mount<AgniSettings>(html`<agni-settings pane="profile"></agni-settings>`);
      pane.search();
      const field = await view.findByRole('combobox');
      const active = field.getAttribute('aria-activedescendant');
      for (const key of ['ArrowDown', 'Enter']) field.dispatchEvent(composingKey(key, mark));
      await nextFrame();
      expect(field.getAttribute('aria-activedescendant')).to.equal(active);
      expect([!!view.queryByRole('dialog'), pane.pane]).to.deep.equal([true, 'profile']);
    });

    it(`keeps Escape for its candidates in a dialog, ${name}`, async () => {
      const { view, user } = await mount<AgniApiKeys>(html`<agni-api-keys></agni-api-keys>`);
      await user.click(await view.findByRole('button', { name: '+ New Key' }));
      const name = await view.findByLabelText<HTMLInputElement>('Name');
      await user.fill(name, 'ステージング');
      name.dispatchEvent(composingKey('Escape', mark));
      await nextFrame();
      expect([!!view.queryByRole('dialog'), name.value]).to.deep.equal([true, 'ステージング']);
    });
  }
});

describe('text fields', () => {
  const panes: readonly [string, TemplateResult][] = [
    ['<agni-org-settings>', html`<agni-org-settings></agni-org-settings>`],
    ['<agni-profile>', html`<agni-profile></agni-profile>`],
    ['<agni-change-password>', html`<agni-change-password></agni-change-password>`],
    ['<agni-users>', html`<agni-users></agni-users>`],
    ['<agni-invite-user>', html`<agni-invite-user></agni-invite-user>`],
  ];
  for (const [name, template] of panes) {
    it(`of ${name} say what they are for (autocomplete), and take what is pasted`, async () => {
      const { pane } = await mount<Pane>(template);
      const fields = [...pane.renderRoot.querySelectorAll('textarea, input')].filter(
        (element) => !element.matches('[type=checkbox], [readonly]'),
      );
      expect(fields).not.to.deep.equal([]);
      for (const field of fields) {
        expect(field.getAttribute('autocomplete'), field.id).to.match(/^[a-z-]+$/);
        const paste = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true });
        expect([field.id, field.dispatchEvent(paste)]).to.deep.equal([field.id, true]);
      }
    });
  }
});

import { expect } from '@open-wc/testing';
import type { AgniProfile } from '../../src/elements/profile/agni-profile.js';
import { createSandbox } from '../../src/sandbox/create-sandbox.js';
import { user, viewOf } from '../mount.js';
import { waitFor } from '../queries.js';
import { mountTag, tags } from './elements.js';

/** Every text below `root` with its element, through all shadow roots. */
function textsIn(root: ShadowRoot): Text[] {
  return [...root.querySelectorAll<HTMLElement>(':not(style)')].flatMap((element) => [
    ...[...element.childNodes].filter((node): node is Text => node instanceof Text && !!node.data.trim()),
    ...(element.shadowRoot ? textsIn(element.shadowRoot) : []),
  ]);
}

/** Replaces texts as the translator of Chrome does. */
function translate(root: ShadowRoot): void {
  for (const text of textsIn(root)) {
    if (!text.parentElement?.translate) continue;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = `translated: ${text.data.trim()}`;
    outer.append(inner);
    text.replaceWith(outer);
  }
}

describe('an element in a page that is translated', () => {
  const home = document.createElement('div');
  beforeEach(() => document.body.append(home));
  afterEach(() => {
    home.replaceChildren();
    home.remove();
  });

  it('keeps names, addresses, codes and ids as they are (D21)', async () => {
    const sandbox = createSandbox();
    const elements = await Promise.all(tags.map((tag) => mountTag(tag, home, sandbox)));
    const data = /@|^(northwind|nw)\.example|Osei|Okafor|Mensah|OWNER|ADMIN|MEMBER|users:|YOUR_API_KEY|Firefox|Chrome/;
    const found = elements.flatMap(({ element }) => textsIn(element.shadowRoot as ShadowRoot));
    const names = found.filter(({ data: text, parentElement }) => data.test(text) && !parentElement?.closest('option'));
    expect(names.length).to.be.greaterThan(50);
    const translated = names.filter(({ parentElement }) => parentElement?.translate);
    expect(translated.map(({ data: text }) => text.trim())).to.deep.equal([]);
  });

  it('shows what changes after the translation (D21)', async () => {
    const { element } = await mountTag('agni-profile', home);
    const view = viewOf(element);
    await user.fill(view.getByLabelText('First Name'), 'Adaeze');
    await view.findByText('Unsaved changes');
    translate((element as AgniProfile).shadowRoot as ShadowRoot);
    await view.findByText('translated: Unsaved changes');
    await user.click(view.getByRole('button', { name: 'translated: Save Changes' }));
    await view.findByText('Saved');
    await waitFor(() => expect(view.queryByText(/Unsaved changes/)).to.equal(null));
  });
});

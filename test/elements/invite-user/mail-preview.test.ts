import { expect, html, oneEvent } from '@open-wc/testing';
import '../../../src/define/invite-user.js';
import type { AgniInviteUser } from '../../../src/elements/invite-user/agni-invite-user.js';
import '../../../src/locales/ar.js';
import '../../../src/locales/de.js';
import '../../../src/locales/es.js';
import '../../../src/locales/fr.js';
import '../../../src/locales/hi.js';
import '../../../src/locales/it.js';
import '../../../src/locales/ja.js';
import { languages } from '../../../src/locales/languages.js';
import '../../../src/locales/nl.js';
import '../../../src/locales/pt-BR.js';
import '../../../src/locales/tr.js';
import '../../../src/locales/zh-CN.js';
import { mount } from '../../mount.js';
import { waitFor } from '../../queries.js';

/** Types texts into the fields of these names, and opens the preview. */
const open = async (fields: Readonly<Record<string, string>>, lang = 'en') => {
  const mounted = await mount<AgniInviteUser>(html`<agni-invite-user lang=${lang}></agni-invite-user>`);
  const { pane, provider, user } = mounted;
  provider.headers = { 'Accept-Language': lang };
  const find = <E extends Element = HTMLElement>(selector: string) => pane.shadowRoot?.querySelector<E>(selector) as E;
  await waitFor(() => {
    expect(find('#seats')?.textContent?.trim()).to.match(/\p{Nd}/u); // the workspace is loaded
    expect(!!find('summary')).to.equal(true); // the preview is loaded
  });
  for (const [name, text] of Object.entries(fields)) await user.fill(find(`[name=${name}]`), text);
  find('summary').click();
  const preview = find<HTMLDetailsElement>('details');
  expect(preview.open).to.equal(true);
  return { ...mounted, find, preview };
};

/** A text of the preview as a pattern: values that the page cannot know match any text. */
const patternOf = (element: Element) => {
  const copy = element.cloneNode(true) as Element;
  for (const blank of copy.querySelectorAll('.blank')) blank.replaceWith('\0');
  const text = copy.textContent?.replace(/[ \n]+/g, ' ').trim() ?? '';
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll('\0', '\\S.*')}$`);
};

describe('the preview of the invitation email', () => {
  for (const lang of ['en', ...[...languages.known.keys()].filter((tag) => languages.known.get(tag)?.lang === tag)]) {
    it(`says line by line what the sandbox mails in the language ${lang} (D48)`, async () => {
      const email = 'walter@northwind.example';
      const { pane, user, sandbox, find, preview } = await open({ email, first_name: 'Walter', last_name: 'Ok' }, lang);
      await user.choose(find('[name=role]'), 'ADMIN');
      const lines = [...preview.querySelectorAll('p')].map(patternOf);
      const [to, subject] = [...preview.querySelectorAll('dd')].map(patternOf);
      const sent = oneEvent(pane, 'agni-invitation-sent');
      await user.click(find('.primary'));
      await sent;
      const [mail] = sandbox.mail(email);
      expect(mail?.to).to.match(to as RegExp);
      expect(mail?.subject).to.match(subject as RegExp);
      const mailed = mail?.text.split('\n').filter(Boolean) ?? [];
      expect(mailed).to.have.length(lines.length);
      for (const [index, line] of lines.entries()) expect(mailed[index]).to.match(line);
      expect(mailed.join('\n')).to.contain('Walter').and.to.contain('ADMIN');
    });
  }

  it('shows hostile names as text, and leaves blank what is not typed yet', async () => {
    const { pane, preview } = await open({ first_name: '\u202eecarG' });
    expect(preview.textContent).to.contain('“Ada Osei” invited you to “Northwind Dental” on Agni.');
    expect(preview.querySelector('bdi bdi')).to.exist;
    expect(preview.querySelector('dd .blank')).to.exist;
    await expect(pane).to.be.accessible();
  });
});

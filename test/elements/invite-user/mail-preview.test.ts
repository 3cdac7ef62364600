import { expect, html, oneEvent } from '@open-wc/testing';
import '../../../src/define/invite-user.js';
import type { AgniInviteUser } from '../../../src/elements/invite-user/agni-invite-user.js';
import { mount } from '../../mount.js';
import { waitFor } from '../../queries.js';

const open = async (fields: Readonly<Record<string, string>>) => {
  const mounted = await mount<AgniInviteUser>(html`<agni-invite-user></agni-invite-user>`);
  const { view, user } = mounted;
  await waitFor(() => view.getByText(/seats are in use/));
  for (const [label, text] of Object.entries(fields)) await user.fill(view.getByLabelText(label), text);
  view.getByText('Preview the email').click();
  const preview = mounted.pane.shadowRoot?.querySelector('details') as HTMLDetailsElement;
  expect(preview.open).to.equal(true);
  return { ...mounted, preview };
};

/** A text of the preview as a pattern: what the page can't know may be anything. */
const patternOf = (element: Element) => {
  const copy = element.cloneNode(true) as Element;
  for (const blank of copy.querySelectorAll('.blank')) blank.replaceWith('\0');
  const text = copy.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll('\0', '\\S.*')}$`);
};

describe('the preview of the invitation email', () => {
  it('says line by line what the sandbox mails (D48)', async () => {
    const email = 'walter@northwind.example';
    const { pane, view, user, sandbox, preview } = await open({
      Email: email,
      'First Name': 'Walter',
      'Last Name': 'Ok',
    });
    await user.choose(view.getByLabelText('Role'), 'ADMIN');
    const lines = [...preview.querySelectorAll('p')].map(patternOf);
    const [to, subject] = [...preview.querySelectorAll('dd')].map(patternOf);
    const sent = oneEvent(pane, 'agni-invitation-sent');
    await user.click(view.getByRole('button', { name: 'Send Invitation' }));
    await sent;
    const [mail] = sandbox.mail(email);
    expect(mail?.to).to.match(to as RegExp);
    expect(mail?.subject).to.match(subject as RegExp);
    const mailed = mail?.text.split('\n').filter(Boolean) ?? [];
    expect(mailed).to.have.length(lines.length);
    for (const [index, line] of lines.entries()) expect(mailed[index]).to.match(line);
    expect(mailed.join('\n')).to.contain('Hello Walter,').and.to.contain('Your role is ADMIN.');
  });

  it('shows hostile names as text, and leaves blank what is not typed yet', async () => {
    const { pane, preview } = await open({ 'First Name': '\u202eecarG' });
    expect(preview.textContent).to.contain('“Ada Osei” invited you to “Northwind Dental” on Agni.');
    expect(preview.querySelector('bdi bdi')).to.exist;
    expect(preview.querySelector('dd .blank')).to.exist;
    await expect(pane).to.be.accessible();
  });
});

import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import * as z from 'zod/mini';
import { AgniError } from '../../../src/client/error.js';
import { ResourceController } from '../../../src/context/resource-controller.js';
import { FormController } from '../../../src/elements/base/form-controller.js';
import { FormSaver } from '../../../src/elements/base/form-saver.js';
import { organizationResource } from '../../../src/resources/organization.js';
import { textField } from '../../../src/ui/field.js';
import { saveBar } from '../../../src/ui/save-bar.js';
import { key } from '../../keyboard.js';
import { gate } from '../../network.js';
import { waitFor } from '../../queries.js';
import { words } from '../../ui/template-host.js';
import { mountTestPane } from './test-pane.js';

const refusal = (details: unknown) =>
  new AgniError({ status: 422, code: 'VALIDATION_FAILED', message: 'no', details }, { operation: 'x', host: 'h' });

/** A pane with a form of two fields. `answers` determines the results of the saves, in order; later saves succeed. */
async function mount(...answers: (() => Promise<void>)[]) {
  const saved: Record<string, string> = { name: 'Northwind', website: '' };
  const sent: object[] = [];
  const mounted = await mountTestPane((pane) => {
    const organization = new ResourceController(pane, (session) => session.use(organizationResource).current);
    pane.needs = [organization];
    const form = new FormController(pane, () => saved);
    const saver = new FormSaver<Record<string, string>, void>(pane.context, form, {
      schema: z.object({ name: z.optional(z.string().check(z.maxLength(20))), website: z.optional(z.string()) }),
      body: (edits) => Object.fromEntries(edits),
      announcement: () => ({ before: 'agni-before-update-organization', detail: { id: 'o', name: 'n' } }),
      send: async (_, body) => {
        await answers.shift()?.();
        sent.push(body);
        Object.assign(saved, body);
      },
      saved: () => undefined,
      shown: () => organization.state,
    });
    const submit = (event: Event) => {
      event.preventDefault();
      void saver.submit();
    };
    const discard = () => {
      form.reset();
      saver.reset();
    };
    const field = (name: string, label: string) => {
      const fieldError = pane.context.fieldErrorMessage(form.fieldError(name));
      return textField({ name, label, value: form.text(name), fieldError });
    };
    return () => html`<form @submit=${submit} @input=${form.take}>
      ${field('name', 'Name')} ${field('website', 'Website')}
      ${saveBar(words, { ...saver.state, isDirty: form.isDirty }, discard)}
    </form>`;
  });
  const field = (label: string) => mounted.view.getByLabelText<HTMLInputElement>(label);
  const status = () => mounted.pane.shadowRoot?.querySelector('.save-bar [role=status]')?.textContent?.trim();
  const untilStatus = (text: string) => waitFor(() => expect(status()).to.equal(text));
  const untilMessage = (text: string) => waitFor(() => expect(mounted.message()).to.equal(text));
  const isOpen = () => !!mounted.pane.shadowRoot?.querySelector('.save-bar.open');
  const alert = () => mounted.view.queryByRole('alert')?.textContent;
  return { ...mounted, field, status, untilStatus, untilMessage, isOpen, alert, sent };
}

describe('a form with a save bar', () => {
  it('says of each save how it ended, also after one with nothing to save', async () => {
    const { user, field, press, untilStatus, untilMessage, sent } = await mount();
    await user.click(field('Name'));
    await key('Enter');
    await untilMessage('Nothing has changed');
    await user.fill(field('Name'), 'Southwind');
    await untilStatus('Unsaved changes');
    await untilMessage('');
    await press('Save Changes');
    await untilMessage('Saved');
    await user.click(field('Name'));
    await key('Enter');
    await untilMessage('Nothing has changed');
    expect(sent).to.deep.equal([{ name: 'Southwind' }]);
  });

  it('closes its bar once all is saved, and keeps the focus of a user who pressed Enter in a field', async () => {
    const { pane, user, field, untilMessage, isOpen } = await mount();
    await user.fill(field('Name'), 'Southwind');
    expect(isOpen()).to.equal(true);
    await key('Enter');
    await untilMessage('Saved');
    expect(isOpen()).to.equal(false);
    expect(pane.shadowRoot?.activeElement === field('Name')).to.equal(true);
  });

  it('moves the focus from its bar to the heading when the bar closes', async () => {
    const { pane, user, field, press, view, untilMessage, isOpen } = await mount();
    for (const [button, message] of [
      ['Save Changes', 'Saved'],
      ['Discard', ''],
    ] as const) {
      await user.fill(field('Name'), `${button} wind`);
      await press(button);
      await untilMessage(message);
      await waitFor(() => expect(isOpen()).to.equal(false));
      expect(pane.shadowRoot?.activeElement === view.getByRole('heading')).to.equal(true);
    }
  });

  it('keeps its change when Discard is pressed during a save, and says how the save ended', async () => {
    const answer = gate();
    const { user, field, press, untilStatus, untilMessage, sent } = await mount(() => answer.passed);
    await user.fill(field('Name'), 'Southwind');
    await press('Save Changes');
    await untilStatus('Saving…');
    await press('Discard');
    expect(field('Name').value).to.equal('Southwind');
    answer.open();
    await untilMessage('Saved');
    expect(sent).to.deep.equal([{ name: 'Southwind' }]);
  });

  it('forgets how a save ended once its change was discarded', async () => {
    const { user, field, press, alert, untilMessage, untilStatus } = await mount(() => Promise.reject(refusal({})));
    await user.fill(field('Name'), 'Southwind');
    await press('Save Changes');
    await waitFor(() => expect(alert()).to.contain('Not saved'));
    await press('Discard');
    expect(field('Name').value).to.equal('Northwind');
    await untilMessage('');
    await user.fill(field('Name'), 'Westwind');
    await untilStatus('Unsaved changes');
    expect(alert()).to.equal(undefined);
  });

  it('takes the error of a field away while the user corrects it, and keeps that of the other field', async () => {
    const { user, field, press, view, untilStatus } = await mount(() =>
      Promise.reject(refusal({ fields: { name: ['Choose another name.'], website: ['No such host.'] } })),
    );
    await user.fill(field('Name'), 'Southwind');
    await user.fill(field('Website'), 'https://s.example');
    await press('Save Changes');
    await untilStatus('2 fields need attention');
    view.getByText('Choose another name.');
    await user.fill(field('Name'), 'Westwind');
    expect(!!view.queryByText('Choose another name.')).to.equal(false);
    expect([field('Name').ariaInvalid, field('Website').ariaInvalid]).to.deep.equal([null, 'true']);
    await untilStatus('1 field needs attention');
  });

  it('says what the server refuses beyond its fields, and nothing of that after the next save', async () => {
    const { user, field, press, alert, view, untilMessage } = await mount(() =>
      Promise.reject(refusal({ fields: { name: ['Choose another name.'], slug: ['Choose another slug.'] } })),
    );
    await user.fill(field('Name'), 'Southwind');
    await press('Save Changes');
    await waitFor(() => expect(alert()).to.contain('Choose another slug.'));
    view.getByText('Choose another name.');
    await press('Save Changes');
    await untilMessage('Saved');
    expect(alert()).to.equal(undefined);
  });

  it('keeps what is typed while it is saved, as a change that is not saved', async () => {
    const answer = gate();
    const { user, field, press, untilStatus, untilMessage, sent } = await mount(() => answer.passed);
    await user.fill(field('Name'), 'Southwind');
    await press('Save Changes');
    await untilStatus('Saving…');
    await user.fill(field('Name'), 'Westwind');
    answer.open();
    await untilStatus('Unsaved changes');
    expect(field('Name').value).to.equal('Westwind');
    await press('Save Changes');
    await untilMessage('Saved');
    expect(sent).to.deep.equal([{ name: 'Southwind' }, { name: 'Westwind' }]);
  });

  it('shows what the server refused at no field that was corrected while it was sent', async () => {
    const answer = gate();
    const { user, field, press, alert, untilStatus } = await mount(async () => {
      await answer.passed;
      throw refusal({ fields: { website: ['No such host.'] } });
    });
    await user.fill(field('Website'), 'https://nowhere.example');
    await press('Save Changes');
    await untilStatus('Saving…');
    await user.fill(field('Website'), 'https://somewhere.example');
    answer.open();
    await waitFor(() => expect(alert()).to.contain('Not saved.'));
    expect(field('Website').getAttribute('aria-invalid')).to.equal(null);
  });

  it('moves the focus to the field that the server refused, unless the user went on to something else', async () => {
    const answers = [gate(), gate()];
    const refused = answers.map(({ passed }) => async () => {
      await passed;
      throw refusal({ fields: { website: ['No such host.'] } });
    });
    const { pane, user, field, press, untilStatus } = await mount(...refused);
    const focused = () => pane.shadowRoot?.activeElement ?? undefined;
    await user.fill(field('Website'), 'https://nowhere.example');
    await press('Save Changes');
    answers[0]?.open();
    await waitFor(() => expect(focused() === field('Website')).to.equal(true));
    await press('Save Changes');
    const next = await fixture<HTMLInputElement>(html`<input aria-label="of another pane" />`);
    next.focus();
    answers[1]?.open();
    await untilStatus('1 field needs attention');
    await pane.updateComplete;
    expect(document.activeElement === next).to.equal(true);
  });

  it('shows nothing that the former user typed', async () => {
    const { user, field, signInEve, status } = await mount();
    await user.fill(field('Name'), 'typed by Ada');
    await signInEve();
    expect(field('Name').value).to.equal('Northwind');
    expect(status()).to.equal('');
  });
});

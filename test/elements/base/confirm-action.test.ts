import { expect, oneEvent } from '@open-wc/testing';
import { html } from 'lit';
import { AgniError } from '../../../src/client/error.js';
import { ConfirmAction } from '../../../src/elements/base/confirm-action.js';
import type { ConfirmView } from '../../../src/elements/base/confirm-view.js';
import { key } from '../../keyboard.js';
import { gate } from '../../network.js';
import { waitFor } from '../../queries.js';
import { mountTestPane } from './test-pane.js';

const failure = (status: number, code: string, message = '') =>
  new AgniError({ status, code, message, details: undefined }, { operation: 'deleteKey', host: 'api.example' });

/** A pane with two keys that can be deleted. `answers` determines the results of the deletions, in order. */
async function mount(answers: (() => Promise<void>)[], view: Partial<ConfirmView> = {}) {
  const done: string[] = [];
  const focused: number[] = [];
  const state = { isAllowed: true, rechecks: 0 };
  const names = ['Production', 'Staging'];
  const mounted = await mountTestPane((pane) => {
    const deletion = new ConfirmAction<string>(pane.context, {
      run: async (_, name) => {
        await answers.shift()?.();
        done.push(name);
      },
      render: (name) => ({
        heading: `Delete ${name}`,
        consequence: 'Apps that use the key stop working.',
        confirm: 'Delete Key',
        notDone: 'The key was not deleted.',
        perhapsDone: 'The key may be deleted.',
        ...view,
      }),
      isAllowed: () => state.isAllowed,
      isStale: () => false,
      recheck: () => {
        state.rechecks += 1;
      },
      message: (name) => `${name} was deleted.`,
      rowOf: (name) => names.indexOf(name),
      closed: (row) => void focused.push(row),
    });
    return () => [
      names.map((name) => html`<button @click=${() => deletion.open(name)}>${name}</button>`),
      deletion.render(),
    ];
  });
  const dialog = () => mounted.view.queryByRole<HTMLDialogElement>('dialog') ?? undefined;
  const untilClosed = () => waitFor(() => expect(!!dialog()).to.equal(false));
  const alert = () => mounted.view.queryByRole('alert')?.textContent;
  return { ...mounted, dialog, untilClosed, alert, done, focused, state };
}

const succeed = () => Promise.resolve();
const fail = (status: number, code: string, message?: string) => () => Promise.reject(failure(status, code, message));

describe('an action that asks first', () => {
  it('is carried out once it is confirmed: then the dialog is closed, the result said, and the focus moved on', async () => {
    const { press, dialog, untilClosed, done, focused, message } = await mount([succeed]);
    await press('Staging');
    expect(dialog()?.textContent).to.contain('Apps that use the key stop working.');
    expect(done).to.deep.equal([]);
    await press('Delete Key');
    await untilClosed();
    expect(done).to.deep.equal(['Staging']);
    await waitFor(() => expect(message()).to.equal('Staging was deleted.'));
    expect(focused).to.deep.equal([1]);
  });

  it('is not carried out if the user cancels', async () => {
    const { press, untilClosed, done, focused } = await mount([succeed]);
    await press('Staging');
    await press('Cancel');
    await untilClosed();
    expect([...done, ...focused]).to.deep.equal([]);
  });

  it('can be opened again before the browser has said that its dialog is closed', async () => {
    const { pane, view, press, dialog, done, untilClosed } = await mount([succeed]);
    await press('Production');
    const closed = oneEvent(dialog() as HTMLDialogElement, 'close');
    view.getByRole('button', { name: 'Cancel' }).click();
    await press('Staging');
    await closed;
    await pane.updateComplete;
    expect(dialog()?.open).to.equal(true);
    await press('Delete Key');
    await untilClosed();
    expect(done).to.deep.equal(['Staging']);
  });

  it('says why it failed, and nothing of that in the next dialog', async () => {
    const { press, alert, untilClosed } = await mount([fail(500, 'INTERNAL_ERROR')]);
    await press('Production');
    await press('Delete Key');
    await waitFor(() => expect(alert()).to.contain('The key was not deleted.'));
    await press('Cancel');
    await untilClosed();
    await press('Staging');
    expect(alert()).to.equal(undefined);
  });

  it('can be tried again in the same dialog, without the former error', async () => {
    const answer = gate();
    const { press, alert, untilClosed, done } = await mount([fail(500, 'INTERNAL_ERROR'), () => answer.passed]);
    await press('Production');
    await press('Delete Key');
    await waitFor(() => expect(alert()).to.contain('The key was not deleted.'));
    await press('Delete Key');
    expect(alert()).to.equal(undefined);
    answer.open();
    await untilClosed();
    expect(done).to.deep.equal(['Production']);
  });

  it('takes the message of the action before away as soon as it asks', async () => {
    const { press, message, untilClosed } = await mount([succeed]);
    await press('Production');
    await press('Delete Key');
    await untilClosed();
    await waitFor(() => expect(message()).to.equal('Production was deleted.'));
    await press('Staging');
    expect(message()).to.equal('');
  });

  it('is asked of a user only while they may do it: the dialog goes with the permission', async () => {
    const mounted = await mount([
      async () => {
        mounted.state.isAllowed = false;
        throw failure(403, 'FORBIDDEN');
      },
    ]);
    const { press, untilClosed, state, focused, pane } = mounted;
    await press('Production');
    await press('Delete Key');
    await untilClosed();
    expect(state.rechecks).to.equal(1);
    state.isAllowed = true; // an owner restores the permission; the dialog stays closed
    pane.requestUpdate();
    await pane.updateComplete;
    await untilClosed();
    expect(focused).to.deep.equal([]);
  });

  it('does not come back with a permission that was withdrawn while it was open', async () => {
    const { press, state, pane, dialog } = await mount([]);
    const update = async (isAllowed: boolean) => {
      state.isAllowed = isAllowed;
      pane.requestUpdate();
      await pane.updateComplete;
    };
    await press('Production');
    await update(false);
    await update(true);
    expect(!!dialog()).to.equal(false);
  });

  it('stays open after a 403 of a user who may still do it', async () => {
    const { press, alert, dialog } = await mount([fail(403, 'FORBIDDEN')]);
    await press('Production');
    await press('Delete Key');
    await waitFor(() => expect(alert()).to.contain('The key was not deleted.'));
    expect(dialog()?.open).to.equal(true);
  });

  it('moves no focus and says nothing to the next user, when it ends after the session changed', async () => {
    const answer = gate();
    const { press, untilClosed, signInEve, focused, message } = await mount([() => answer.passed]);
    await press('Production');
    await press('Delete Key');
    await signInEve();
    await untilClosed();
    answer.open();
    await answer.passed;
    await waitFor(() => expect(message()).to.equal(''));
    expect(focused).to.deep.equal([]);
  });
});

describe('an action whose subject has to be typed', () => {
  const typed = (text: string) => ({
    typed: { text, label: 'Name', help: `Type ${text}.`, mismatch: 'This is not the name.' },
  });

  it('begins at the field, and is carried out only once the name is right, as it looks', async () => {
    const asked = { ...typed('Two  words'), facts: html`<a href="#more">What this means</a>` };
    const { press, user, pane, view, done, untilClosed } = await mount([succeed], asked);
    await press('Production');
    const field = view.getByRole('textbox', { name: 'Name' });
    expect(pane.shadowRoot?.activeElement === field).to.equal(true);
    await user.fill(field, 'two words');
    await press('Delete Key');
    expect(field.ariaInvalid).to.equal('true');
    view.getByText('This is not the name.');
    await user.fill(field, 'Two words');
    expect(field.ariaInvalid).to.equal(null);
    await key('Enter');
    await untilClosed();
    expect(done).to.deep.equal(['Production']);
  });

  it('asks anew each time, without the text and the error of the former dialog', async () => {
    const { press, user, view, untilClosed } = await mount([], typed('Production'));
    await press('Production');
    await user.fill(view.getByRole('textbox', { name: 'Name' }), 'Productio');
    await press('Delete Key');
    await press('Cancel');
    await untilClosed();
    await press('Staging');
    const field = view.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
    expect([field.value, field.ariaInvalid]).to.deep.equal(['', null]);
  });
});

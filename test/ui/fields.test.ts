import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { checkField } from '../../src/ui/check-field.js';
import { selectField, textField } from '../../src/ui/field.js';
import { passwordField, typedInto, usernameField } from '../../src/ui/password-field.js';
import { type SaveState, saveBar } from '../../src/ui/save-bar.js';
import { textArea } from '../../src/ui/text-area.js';
import { key } from '../keyboard.js';
import { user } from '../mount.js';
import { show, words } from './template-host.js';

/** The texts that a screen reader reads after the name of a control. */
function descriptionOf(control: HTMLElement): (string | null | undefined)[] {
  const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
  const root = control.getRootNode() as ShadowRoot;
  return ids.map((id) => root.getElementById(id)?.textContent);
}

const roles = [
  { value: 'ADMIN', text: 'Admin' },
  { value: 'MEMBER', text: 'Member' },
] as const;
const kinds: [string, typeof textField][] = [
  ['text field', textField],
  ['text area', textArea],
  ['select', (field) => selectField({ ...field, options: roles })],
];

describe('a labelled control', () => {
  it('tells a required field to assistive technology, and marks an optional one visibly (D68)', async () => {
    const { view } = await show(() => [
      textField({ name: 'name', label: 'Name', value: '', isRequired: true }),
      textField({ name: 'site', label: 'Website', value: '', optional: '(optional)', help: 'With https.' }),
      passwordField({
        name: 'password',
        label: 'Password',
        autocomplete: 'current-password',
        isShown: false,
        toggle: { text: 'Show', of: 'Password' },
        toggled: () => undefined,
      }),
    ]);
    expect(view.getByLabelText('Name').ariaRequired).to.equal('true');
    expect(view.getByLabelText('Password').ariaRequired).to.equal('true');
    const optional = view.getByLabelText('Website');
    expect(optional.ariaRequired).to.equal(null);
    expect(descriptionOf(optional)).to.deep.equal(['(optional)', 'With https.']);
    view.getByText('(optional)');
  });

  for (const [kind, field] of kinds) {
    it(`reads its help and then its error, and is marked as invalid only with an error: ${kind}`, async () => {
      let fieldError: string | undefined;
      const { view, update } = await show(() =>
        field({ name: 'role', label: 'Role', value: '', help: 'What they may do.', fieldError }),
      );
      const control = view.getByLabelText('Role');
      expect(descriptionOf(control)).to.deep.equal(['What they may do.']);
      expect(control.ariaInvalid).to.equal(null);
      fieldError = 'Choose a role.';
      await update();
      expect(descriptionOf(control)).to.deep.equal(['What they may do.', 'Choose a role.']);
      expect(control.ariaInvalid).to.equal('true');
    });
  }

  it('shows the saved value again after the user chose another one', async () => {
    const saved = { role: 'MEMBER', mail: false };
    let typed = saved;
    const become = (next: Partial<typeof saved>) => {
      typed = { ...typed, ...next };
      return update();
    };
    const { view, update } = await show(() => [
      html`<form @input=${({ target }: Event) => become({ role: (target as HTMLSelectElement).value })}>
        ${selectField({ name: 'role', label: 'Role', value: typed.role, options: roles })}
      </form>`,
      checkField('mail', 'Send a mail', typed.mail, (mail) => become({ mail })),
    ]);
    const role = view.getByLabelText<HTMLSelectElement>('Role');
    const mail = view.getByLabelText<HTMLInputElement>('Send a mail');
    expect([role.value, mail.checked]).to.deep.equal(['MEMBER', false]);
    for (const choice of ['Admin', 'Member', 'Admin']) await user.choose(role, choice);
    await user.click(mail);
    expect([role.value, mail.checked]).to.deep.equal(['ADMIN', true]);
    await become(saved);
    expect([role.value, mail.checked]).to.deep.equal(['MEMBER', false]);
  });

  it('reports whether a box was ticked or cleared', async () => {
    const reported: boolean[] = [];
    const { view } = await show(() => checkField('mail', 'Send a mail', false, (isOn) => reported.push(isOn)));
    await user.click(view.getByLabelText('Send a mail'));
    await user.click(view.getByLabelText('Send a mail'));
    expect(reported).to.deep.equal([true, false]);
  });
});

describe('a password field', () => {
  it('shows and hides what is typed, which stays in the control alone', async () => {
    let isShown = false;
    const toggled = () => {
      isShown = !isShown;
      void update();
    };
    const { view, root, update } = await show(
      () => html`<form>
        ${usernameField('ada@northwind.example')}
        ${passwordField({
          name: 'password',
          label: 'Password',
          autocomplete: 'current-password',
          isShown,
          toggle: { text: isShown ? 'Hide' : 'Show', of: 'Password' },
          toggled,
        })}
      </form>`,
    );
    const field = view.getByLabelText<HTMLInputElement>('Password');
    expect(field.type).to.equal('password');
    await user.fill(field, 'a secret');
    await user.click(view.getByRole('button', { name: 'Show Password' }));
    expect([field.type, field.value]).to.deep.equal(['text', 'a secret']);
    await user.click(view.getByRole('button', { name: 'Hide Password' }));
    expect([field.type, field.value]).to.deep.equal(['password', 'a secret']);
    expect(root.innerHTML).not.to.contain('a secret');
    const form = root.querySelector('form') as HTMLFormElement;
    expect(typedInto(form, 'password')).to.equal('a secret');
    form.reset();
    expect([typedInto(form, 'password'), typedInto(form, 'username')]).to.deep.equal(['', 'ada@northwind.example']);
  });
});

describe('a save bar', () => {
  /** A form with a save bar, and the number of submits and discards. */
  async function showBar(state: SaveState) {
    const counts = { saved: 0, discarded: 0 };
    let current = state;
    const become = (next: SaveState) => {
      current = next;
      return rendered.update();
    };
    const discard = () => {
      counts.discarded += 1;
      void become({ isDirty: false });
    };
    const submit = (event: Event) => {
      event.preventDefault();
      counts.saved += 1;
    };
    const rendered = await show(() => html`<form @submit=${submit}>${saveBar(words, current, discard)}</form>`);
    const button = (name: string) => rendered.view.queryByRole('button', { name }) ?? undefined;
    return { ...rendered, counts, button, become };
  }

  it('is open, read out and a stop for Tab only while there is something to save or discard', async () => {
    const { counts, button, become, root, focused } = await showBar({ isDirty: false });
    const isOpen = () => root.querySelector('.save-bar')?.matches('.open');
    expect([isOpen(), !!button('Discard'), !!button('Save Changes')]).to.deep.equal([false, false, false]);
    expect(root.querySelector<HTMLElement>('.primary')?.tabIndex).to.equal(-1);
    await become({ isDirty: true, status: 'Unsaved changes' });
    expect([isOpen(), button('Save Changes')?.tabIndex]).to.deep.equal([true, 0]);
    button('Discard')?.focus();
    await key('Enter');
    expect(counts).to.deep.equal({ saved: 0, discarded: 1 });
    expect([isOpen(), !!button('Discard'), !!focused()]).to.deep.equal([false, false, false]);
  });

  it('submits the form it is in, once', async () => {
    const { counts, button } = await showBar({ isDirty: true });
    await user.click(button('Save Changes') as HTMLElement);
    expect(counts).to.deep.equal({ saved: 1, discarded: 0 });
  });

  it('says that nothing could be saved only where there is something to save', async () => {
    const { view, become } = await showBar({ isDirty: false, hasLoadFailed: true });
    expect(!!view.queryByRole('alert')).to.equal(false);
    await become({ isDirty: true, hasLoadFailed: true });
    expect(view.getByRole('alert').textContent).to.equal(`${words.t('failed')} ${words.t('notSaved')}`);
  });

  it('drops the error of the save before', async () => {
    const { view, become } = await showBar({ isDirty: true, error: 'The server failed.' });
    expect(view.getByRole('alert').textContent).to.equal('The server failed.');
    await become({ isDirty: true, isPending: true, status: 'Saving…' });
    expect(!!view.queryByRole('alert')).to.equal(false);
  });
});

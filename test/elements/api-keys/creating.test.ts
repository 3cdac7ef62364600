import { expect, oneEvent } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { createApiKey } from '../../../src/contract/api-key-change.js';
import { listApiKeys } from '../../../src/contract/api-keys.js';
import { getCurrentUser } from '../../../src/contract/me.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { waitFor } from '../../queries.js';
import { losingAnswers, mount, textOf, writes } from './keys.js';

const day = 86_400_000;

describe('<agni-api-keys> creating', () => {
  it('creates a key for 90 days, unless told otherwise, and tells the host without the secret', async () => {
    const { openForm, pane, sandbox, field, create, row, done, dialog } = await mount();
    const made = oneEvent(pane, 'agni-api-key-created');
    await create('  staging two ');
    const { detail } = await made;
    expect(Object.keys(detail)).to.have.members(['id', 'name']);
    expect(detail.name).to.equal('staging two');
    const [write] = writes(sandbox);
    const { name, expires_at: end, ...rest } = write!.body as { name: string; expires_at: string };
    expect({ name, rest }).to.deep.equal({ name: 'staging two', rest: {} });
    expect(Math.round((Date.parse(end) - Date.now()) / day)).to.equal(90);
    await dialog('Save your API key');
    await done();
    expect(textOf(await row('staging two'))).to.match(/by you\s*Never used/);
    await openForm();
    expect(field('Name').value).to.equal('');
  });

  it('offers the ways to end in words, each with the date it comes to', async () => {
    const { openForm, field, user, view } = await mount();
    await openForm();
    const { options } = field('Expires') as unknown as HTMLSelectElement;
    const words = ['7 days', '30 days', '60 days', '90 days', '1 year', 'Custom date', 'Never'];
    expect([...options].map(({ text }) => text.trim())).to.deep.equal(words);
    expect((field('Expires') as unknown as HTMLSelectElement).selectedOptions[0]?.text.trim()).to.equal('90 days');
    const inAWeek = new Date(Date.now() + 7 * day).toLocaleDateString('en', { dateStyle: 'medium' });
    await user.choose(field('Expires'), '7 days');
    view.getByText(`The key stops working on ${inAWeek}.`);
    await user.choose(field('Expires'), 'Never');
    view.getByText(/We recommend an expiry date/);
  });

  for (const [what, offset] of [
    ['ten days ahead', 10 * day],
    ['twenty days behind', -20 * day],
  ] as const) {
    it(`counts days from the server's time for a reader whose clock is ${what} (D45)`, async () => {
      const sandbox = createSandbox();
      sandbox.clock.advance(-offset);
      const { openForm, press, field, user, dialog, done, row, view } = await mount(sandbox);
      const now = Date.now() - offset;
      const inDays = (days: number) => new Date(now + days * day);
      await openForm();
      await user.fill(field('Name'), 'a week');
      await user.choose(field('Expires'), 'Custom date');
      expect(new Date(`${field('Expiry Date').min}T12:00`).toDateString()).to.equal(inDays(1).toDateString());
      await user.choose(field('Expires'), '7 days');
      view.getByText(`The key stops working on ${inDays(7).toLocaleDateString('en', { dateStyle: 'medium' })}.`);
      await press('Create Key');
      await dialog('Save your API key');
      const { expires_at } = writes(sandbox)[0]!.body as { expires_at: string };
      expect(Math.abs(Date.parse(expires_at) - inDays(7).getTime())).to.be.below(3_600_000);
      await done();
      expect(textOf(await row('a week'))).to.contain('Expires in 7 days');
    });
  }

  it('blames no date that was not chosen where the server does not tell its time (D45)', async () => {
    await mount(); // its answers have the same time as this device
    const sandbox = createSandbox();
    sandbox.clock.advance(20 * day);
    const { openForm, press, field, user, view } = await mount({
      ...sandbox,
      // As a server that does not expose its Date header to other origins.
      fetch: async (input, init) => {
        const response = await sandbox.fetch(input, init);
        response.headers.delete('date');
        return response;
      },
    });
    await openForm();
    await user.fill(field('Name'), 'a week');
    await user.choose(field('Expires'), '7 days');
    await press('Create Key');
    await view.findByText("This device's date is wrong. Correct it, or choose Custom date.");
    expect(view.queryByText('Choose a date after today.')).to.equal(null);
  });

  it('sends no end for a key that never ends', async () => {
    const { openForm, press, field, user, dialog, sandbox } = await mount();
    await openForm();
    await user.fill(field('Name'), 'for ever');
    await user.choose(field('Expires'), 'Never');
    await press('Create Key');
    await dialog('Save your API key');
    expect(writes(sandbox)[0]?.body).to.deep.equal({ name: 'for ever', expires_at: null });
  });

  it('takes a date from tomorrow on, and means the end of that day', async () => {
    const { openForm, press, field, user, dialog, sandbox, view } = await mount();
    await openForm();
    await user.fill(field('Name'), 'dated');
    await user.choose(field('Expires'), 'Custom date');
    await press('Create Key');
    view.getByText('Enter a date.');
    const two = (part: number) => String(part).padStart(2, '0');
    const text = (date: Date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
    const [today, tomorrow] = [new Date(), new Date(new Date().setDate(new Date().getDate() + 1))];
    expect(field('Expiry Date').min).to.equal(text(tomorrow));
    await user.fill(field('Expiry Date'), text(today));
    await press('Create Key');
    view.getByText('Choose a date after today.');
    expect(field('Expiry Date').getAttribute('aria-invalid')).to.equal('true');
    expect(writes(sandbox)).to.deep.equal([]);
    await user.fill(field('Expiry Date'), text(tomorrow));
    await press('Create Key');
    await dialog('Save your API key');
    const { expires_at: end } = writes(sandbox)[0]!.body as { expires_at: string };
    expect(new Date(end).getTime()).to.equal(new Date(`${text(tomorrow)}T23:59:59`).getTime());
  });

  it('objects beside the field before anything is sent', async () => {
    const { pane, press, field, user, create, view, sandbox } = await mount();
    await create('   ');
    view.getByText('Fill in this field.');
    expect(pane.shadowRoot?.activeElement).to.equal(field('Name'));
    await user.fill(field('Name'), 'x'.repeat(81));
    await press('Create Key');
    view.getByText('Use at most 80 characters.');
    await user.fill(field('Name'), 'Production');
    await press('Create Key');
    view.getByText(/A key with this name already exists/);
    expect(writes(sandbox)).to.deep.equal([]);
  });

  it('shows a name that is taken at its field, keeps what was typed and reads the list anew (C22)', async () => {
    const { create, field, view, sandbox, button } = await mount(createSandbox().fail(createApiKey, 409, 'CONFLICT'));
    const before = sandbox.requests().filter(({ path }) => path === '/api/v1/api-keys').length;
    await create('somebody was faster');
    await view.findByText(/A key with this name already exists/);
    expect(field('Name').value).to.equal('somebody was faster');
    expect(field('Name').getAttribute('aria-invalid')).to.equal('true');
    const after = sandbox.requests().filter(({ method, path }) => method === 'GET' && path === '/api/v1/api-keys');
    expect(after.length).to.be.above(before - 1);
    expect(button('Create Key').getAttribute('aria-disabled')).to.equal('false');
  });

  it('puts what the server objects to at its field, and the rest above the buttons (C23)', async () => {
    const sandbox = createSandbox();
    const { create, field, press, view, user, pane } = await mount(sandbox);
    sandbox.fail(createApiKey, 422, 'VALIDATION_FAILED', { details: { fields: { name: 'not this one' } } });
    await create('refused');
    await view.findByText('not this one');
    expect(pane.shadowRoot?.activeElement).to.equal(field('Name'));
    sandbox.fail(createApiKey, 422, 'VALIDATION_FAILED', { details: { fields: { colour: ['must be blue'] } } });
    await user.fill(field('Name'), 'refused again');
    await press('Create Key');
    await view.findByText(/must be blue/);
    expect(textOf(view.getByRole('alert')))
      .to.contain('must be blue No key was created')
      .and.not.to.contain('colour');
    expect(field('Name').value).to.equal('refused again');
  });

  it('keeps what was typed when the server fails, and sends it once (C02)', async () => {
    const { create, field, view, sandbox } = await mount(createSandbox().fail(createApiKey, 500));
    await create('kept');
    const alert = await view.findByRole('alert');
    expect(textOf(alert)).to.match(/No key was created\. Your entries are still here\. Try again\.$/);
    expect(field('Name').value).to.equal('kept');
    expect(writes(sandbox)).to.have.length(1);
  });

  it('creates one key however often the button is pressed (C37)', async () => {
    const { openForm, field, user, sandbox, dialog, button, pane } = await mount();
    await openForm();
    await user.fill(field('Name'), 'once');
    button('Create Key').click();
    button('Create Key').click();
    pane.shadowRoot?.querySelector('dialog form')?.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
    await dialog('Save your API key');
    expect(writes(sandbox)).to.have.length(1);
  });

  it('says that a key was created whose value got lost on the way (C02)', async () => {
    const { create, view, row, sandbox } = await mount(losingAnswers(createSandbox(), 'POST'));
    await create('lost');
    const alert = await view.findByRole('alert');
    expect(textOf(alert)).to.match(/The key “lost” was created, but we couldn't get its value/);
    expect(await row('lost')).to.exist;
    expect(writes(sandbox)).to.have.length(1);
  });

  it('says that no key was created where the list shows none after a lost answer (C02)', async () => {
    const { create, view } = await mount(createSandbox().fail(createApiKey, 0, undefined, { drop: true }));
    await create('never arrived');
    expect(textOf(await view.findByRole('alert'))).to.match(/Can't reach the server\. .* No key was created\./);
  });

  it('says that it does not know where neither answer nor list can be had (C02)', async () => {
    const sandbox = createSandbox();
    const { create, view } = await mount(sandbox);
    sandbox.fail(createApiKey, 0, undefined, { drop: true }).fail(listApiKeys, 500);
    await create('perhaps');
    expect(textOf(await view.findByRole('alert'))).to.match(/We couldn't confirm that the key was created\./);
  });

  it('creates nothing where the host says no', async () => {
    const { pane, create, sandbox, button } = await mount();
    pane.addEventListener('agni-before-create-api-key', (event) => {
      expect(Object.keys(event.detail)).to.have.members(['name', 'waitUntil', 'refuse']);
      event.detail.waitUntil(Promise.reject(new Error('not approved')));
    });
    await create('vetoed');
    await waitFor(() => expect(button('Create Key').getAttribute('aria-disabled')).to.equal('false'));
    expect(writes(sandbox)).to.deep.equal([]);
  });

  it('says that nothing was done where the host says no, until it is tried again', async () => {
    const { pane, create, press, dialog, view } = await mount();
    pane.addEventListener('agni-before-create-api-key', (event) => event.preventDefault(), { once: true });
    await create('not here');
    expect(textOf(await view.findByRole('alert'))).to.equal('Blocked by this site.');
    await press('Cancel');
    await waitFor(() => expect(pane.shadowRoot?.querySelector('dialog')).to.equal(null));
    await press('+ New Key');
    await dialog('New API Key');
    expect(!!view.queryByRole('alert')).to.equal(false);
  });

  it('says how many fields need attention, in a live region that was there before, and that it is creating', async () => {
    const { pane, openForm, press, field, user, dialog } = await mount();
    await openForm();
    const region = pane.shadowRoot!.querySelector('dialog [role=status]');
    expect(textOf(region)).to.equal('');
    field('Name').focus();
    await press('Create Key');
    await waitFor(() => expect(textOf(region)).to.equal('1 field needs attention'));
    await user.choose(field('Expires'), 'Custom date');
    await press('Create Key');
    await waitFor(() => expect(textOf(region)).to.equal('2 fields need attention'));
    await user.choose(field('Expires'), '7 days');
    await user.fill(field('Name'), 'held');
    const held = Promise.withResolvers<void>();
    pane.addEventListener('agni-before-create-api-key', ({ detail }) => detail.waitUntil(held.promise));
    await press('Create Key');
    await waitFor(() => expect(textOf(region)).to.equal('Creating…'));
    held.resolve();
    await dialog('Save your API key');
  });

  it('keeps its buttons side by side on a narrow screen, whatever it says', async () => {
    const { innerWidth: width, innerHeight: height } = window;
    await setViewport({ width: 320, height: 640 });
    try {
      const { openForm, press, button, pane } = await mount();
      await openForm();
      const top = (name: string) => button(name).getBoundingClientRect().top;
      expect(top('Cancel')).to.equal(top('Create Key'));
      await press('Create Key');
      await waitFor(() => expect(textOf(pane.shadowRoot!.querySelector('dialog [role=status]'))).to.match(/attention/));
      expect(top('Cancel')).to.equal(top('Create Key'));
    } finally {
      await setViewport({ width, height });
    }
  });

  it('turns to the denied state where the role was lowered meanwhile (C17)', async () => {
    const { pane, create, sandbox } = await mount();
    sandbox.as('MEMBER');
    await create('too late');
    await waitFor(() => expect(pane.state).to.equal('denied'));
    expect(writes(sandbox)).to.have.length(1);
  });

  it('keeps a draft through Escape, and discards it by Cancel', async () => {
    const { openForm, pane, press, field, user, status } = await mount();
    await openForm();
    await user.fill(field('Name'), 'half a na');
    expect(pane.dirty).to.equal(true);
    pane.shadowRoot?.querySelector('dialog')?.close(); // has the effect of Escape
    await waitFor(() => expect(status()).to.match(/Your entries are still here/));
    await openForm();
    expect(field('Name').value).to.equal('half a na');
    await press('Cancel');
    await waitFor(() => expect(pane.shadowRoot?.querySelector('dialog')).to.equal(null));
    expect(pane.dirty).to.equal(false);
    await openForm();
    expect(field('Name').value).to.equal('');
  });

  it('keeps a draft when it is moved on the page, and reads nothing twice (C08)', async () => {
    const { openForm, pane, field, user, sandbox, provider } = await mount();
    await openForm();
    await user.fill(field('Name'), 'on the move');
    const reads = sandbox.requests().length;
    for (let move = 0; move < 20; move++) provider.append(pane);
    await pane.updateComplete;
    expect(field('Name').value).to.equal('on the move');
    expect(pane.shadowRoot?.querySelectorAll('dialog:modal')).to.have.length(1);
    expect(sandbox.requests().length - reads).to.be.at.most(3);
  });

  it('forgets a draft when another user signs in (C10)', async () => {
    const { openForm, pane, provider, field, user, row } = await mount();
    await openForm();
    await user.fill(field('Name'), 'MARKER-OF-A');
    provider.userKey = 'somebody else';
    await waitFor(() => expect(pane.shadowRoot?.querySelector('dialog')).to.equal(null));
    await row('Production');
    await openForm();
    expect(field('Name').value).to.equal('');
    expect(pane.dirty).to.equal(false);
  });

  it('is signed out, not stuck, where the session ended (C16)', async () => {
    const { pane, openForm, press, user, field, sandbox } = await mount();
    await openForm();
    await user.fill(field('Name'), 'nobody’s');
    sandbox.as('anonymous');
    await press('Create Key');
    await waitFor(() => expect(pane.state).to.equal('signed-out'));
    expect(pane.shadowRoot?.querySelector('dialog')).to.equal(null);
  });

  it('is accessible with its dialog open and field errors shown', async () => {
    const { openForm, pane, create, press, user, field } = await mount();
    await openForm();
    await expect(pane).to.be.accessible();
    await press('Cancel');
    await waitFor(() => expect(pane.shadowRoot?.querySelector('dialog')).to.equal(null));
    await create('');
    await user.choose(field('Expires'), 'Custom date');
    await press('Create Key');
    await expect(pane).to.be.accessible();
  });

  it('takes its dialog away where the pane turns read-only meanwhile, and shows a key that was made all the same', async () => {
    const { pane, openForm, created } = await mount();
    await openForm();
    pane.readonly = true;
    await waitFor(() => expect(pane.shadowRoot?.querySelector('dialog')).to.equal(null));
    pane.readonly = false;
    pane.reset();
    await pane.updateComplete;
    const held = Promise.withResolvers<void>();
    pane.addEventListener('agni-before-create-api-key', ({ detail }) => {
      pane.readonly = true;
      detail.waitUntil(held.promise);
    });
    const making = created('made all the same');
    await waitFor(() => expect(pane.readonly).to.equal(true));
    held.resolve();
    expect(await making).to.match(/^agni_/);
  });

  it('leads the focus back to where it came from', async () => {
    const { openForm, pane, press, button } = await mount();
    await openForm();
    await press('Cancel');
    await waitFor(() => expect(pane.shadowRoot?.activeElement).to.equal(button('+ New Key')));
  });

  it('fails as a whole where nothing is known of the user (C17)', async () => {
    const { pane, view } = await mount(createSandbox().fail(getCurrentUser, 403, 'ACCOUNT_DISABLED'));
    expect(pane.state).to.equal('denied');
    view.getByText(/Your account is disabled/);
  });
});

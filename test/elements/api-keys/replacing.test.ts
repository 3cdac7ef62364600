import { expect, fixtureCleanup } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createApiKey } from '../../../src/contract/api-key-change.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { stopClock } from '../../clock.js';
import { untilClosed } from '../../mount.js';
import { waitFor } from '../../queries.js';
import { inDays, mount as mountPane, textOf, withKeys, writes } from './keys.js';

function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

const mount = async (sandbox = createSandbox()) => {
  const mounted = await mountPane(sandbox);
  const { press, choose, dialog } = mounted;
  /** Replaces a key, until the new key is shown. */
  const replace = async (name: string) => {
    await choose(name, 'Replace');
    await dialog(`Replace ${name}`);
    await press('Replace');
    await dialog('Save your API key');
  };
  return { ...mounted, replace };
};

describe('<agni-api-keys> replacing', () => {
  it('explains, and makes a successor with the day in its name', async () => {
    const { pane, view, press, choose, dialog, field, sandbox, done, row } = await mount();
    await choose('Production', 'Replace');
    const open = await dialog('Replace Production');
    expect(textOf(open)).to.contain('Both keys work until you delete the old one');
    expect(field('Name').readOnly).to.equal(true);
    expect(pane.shadowRoot?.activeElement).to.equal(field('Name'));
    expect(field('Name').value).to.equal(`Production ${today()}`);
    await expect(pane).to.be.accessible();
    await press('Replace');
    expect(textOf(await dialog('Save your API key'))).to.contain('Use it instead of “Production”');
    expect(writes(sandbox).map(({ method, body }) => [method, (body as { name: string }).name])).to.deep.equal([
      ['POST', `Production ${today()}`],
    ]);
    await done();
    expect(await row('Production')).to.exist;
    expect(await row(`Production ${today()}`)).to.exist;
    // The dialog that deletes the old key follows only for leaked keys: apps still use this key.
    expect(!!view.queryByRole('dialog')).to.equal(false);
  });

  it('asks anew for the expiry of each successor', async () => {
    const { pane, user, choose, dialog, field } = await mount();
    await choose('Production', 'Replace');
    await dialog('Replace Production');
    const proposed = field('Expires').value;
    await user.choose(field('Expires'), '7 days');
    expect(field('Expires').value).not.to.equal(proposed);
    await sendKeys({ press: 'Escape' });
    await untilClosed(pane);
    await choose('Production', 'Replace');
    await dialog('Replace Production');
    expect(field('Expires').value).to.equal(proposed);
  });

  it('says on the old key’s row that it is being replaced, and offers its deletion throughout', async () => {
    const { replace, done, row, button } = await mount();
    await replace('Production');
    await done();
    const successor = await row(`Production ${today()}`);
    const old = await row('Production');
    const note = () => textOf(old.querySelector('[part=notice]'));
    // The list is read again after the new key is created.
    await waitFor(() => expect(note()).to.contain(`Being replaced by “Production ${today()}”.`));
    expect(note()).to.contain('Last used 4 minutes ago, before the new key was created');
    expect(old.contains(button('Actions for Production'))).to.equal(true);
    expect(successor.querySelector('[part=notice]')).to.equal(null);
  });

  it('still knows after a reload, from the names alone', async () => {
    const sandbox = createSandbox();
    const { replace, done } = await mount(sandbox);
    await replace('Production');
    await done();
    fixtureCleanup();
    const { row } = await mount(sandbox);
    const old = await row('Production');
    await waitFor(() => expect(textOf(old.querySelector('[part=notice]'))).to.contain('Being replaced by'));
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.to.contain('Production');
  });

  it('watches the old key’s last use by the minute, and says when something still holds it', async () => {
    await stopClock(async (clock) => {
      const made = new Date(Date.now() - 60_000).toISOString();
      const old = { name: 'live', created_at: inDays(-100), last_used_at: inDays(-1) };
      const keys = [{ name: `live ${today()}`, created_at: made }, old];
      const sandbox = withKeys(keys);
      const { row, pane } = await mount(sandbox);
      const note = async () => textOf((await row('live')).querySelector('[part=notice]'));
      const quiet = 'Last used 1 day ago, before the new key was created';
      await waitFor(async () => expect(await note()).to.contain(quiet));
      old.last_used_at = new Date().toISOString();
      withKeys(keys, sandbox);
      clock.tick(60_000);
      await waitFor(async () => expect(await note()).to.contain('Used 1 minute ago, after the new key was created'));
      expect(pane.state).to.equal('ready');
    });
  });

  it('takes a free name where the day’s is taken, and drops the day of a key that is a successor itself', async () => {
    const made = (name: string, days: number) => ({ name, created_at: inDays(days) });
    const taken = [made('live', -200), made('live 2020-01-01', -100), made(`Live ${today()}`, 0)];
    const { choose, dialog, field } = await mount(withKeys(taken));
    await choose('live 2020-01-01', 'Replace');
    await dialog('Replace live 2020-01-01');
    expect(field('Name').value).to.equal(`live ${today()} (2)`);
  });

  it('finds a name for the successor of the longest one that may be, and knows it again', async () => {
    const name = `${'long name '.repeat(8)}`.trim().slice(0, 80);
    const sandbox = createSandbox();
    const body = JSON.stringify({ name });
    const headers = { 'Content-Type': 'application/json' };
    await sandbox.fetch(new URL('/api/v1/api-keys', location.href), { method: 'POST', headers, body });
    const { replace, done, row } = await mount(sandbox);
    await replace(name);
    await done();
    expect((writes(sandbox)[1]!.body as { name: string }).name.length).to.be.at.most(80);
    const old = await row(name);
    await waitFor(() => expect(old.querySelector('[part=notice]')).to.exist);
  });

  it('takes no key for a successor whose name merely ends with some date', async () => {
    const keys = [
      { name: 'backup', created_at: inDays(-300) },
      { name: 'backup 2020-01-01', created_at: inDays(-10) },
    ];
    const { pane } = await mount(withKeys(keys));
    expect(pane.shadowRoot?.querySelector('[part=row] [part=notice]')).to.equal(null);
  });

  it('keeps to the leaked key that was chosen when the list changes meanwhile', async () => {
    const sandbox = withKeys(['one', 'two'].map((name) => ({ id: name, name })));
    const { pane, press, dialog, user, field, view } = await mount(sandbox);
    await press('What to do after a leak');
    await waitFor(() => view.getByLabelText('Leaked key'));
    await user.choose(field('Leaked key'), 'two');
    withKeys(
      ['brand new', 'one', 'two'].map((name) => ({ id: name, name })),
      sandbox,
    );
    await pane.refresh();
    await press('Replace leaked key');
    await dialog('Replace two');
  });

  it('leads from a leaked key to its deletion once the new one is saved', async () => {
    const { pane, press, dialog, done, user, field, view, row, rows, sandbox } = await mount();
    await press('What to do after a leak');
    await waitFor(() => view.getByLabelText('Leaked key'));
    await user.choose(field('Leaked key'), 'Production');
    await press('Replace leaked key');
    const open = await dialog('Replace Production');
    expect(field('This key has leaked').checked).to.equal(true);
    expect(textOf(open)).to.contain('delete the leaked one right after');
    await press('Replace');
    await dialog('Save your API key');
    await done();
    expect(textOf(await dialog('Delete API key'))).to.contain('The key has leaked, so delete it now');
    expect(writes(sandbox).map(({ method }) => method)).to.deep.equal(['POST']); // deletion needs a confirmation
    await user.fill(field('Type the name to confirm'), 'Production');
    await press('Delete Key');
    await waitFor(() => expect(rows()).to.have.length(5));
    expect(await row(`Production ${today()}`)).to.exist;
    expect(pane.shadowRoot?.querySelector('dialog')).to.equal(null);
  });

  it('tries the next free name after another user took the first (C22)', async () => {
    const sandbox = createSandbox();
    const { press, choose, dialog, field, view } = await mount(sandbox);
    await choose('Production', 'Replace');
    await dialog('Replace Production');
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ name: `Production ${today()}` });
    await sandbox.fetch(new URL('/api/v1/api-keys', location.href), { method: 'POST', headers, body });
    await press('Replace');
    await view.findByRole('alert');
    expect(field('Name').value).to.equal(`Production ${today()} (2)`);
    await press('Replace');
    await dialog('Save your API key');
  });

  it('leaves the draft of a new key alone', async () => {
    const { openForm, pane, press, choose, dialog, user, field } = await mount(createSandbox().fail(createApiKey, 500));
    await openForm();
    await user.fill(field('Name'), 'a draft');
    pane.shadowRoot?.querySelector('dialog')?.close();
    await waitFor(() => expect(pane.shadowRoot?.querySelector('dialog')).to.equal(null));
    await choose('Production', 'Replace');
    await dialog('Replace Production');
    await user.choose(field('Expires'), '7 days');
    await press('Cancel');
    await waitFor(() => expect(pane.shadowRoot?.querySelector('dialog')).to.equal(null));
    await openForm();
    expect(field('Name').value).to.equal('a draft');
    expect((field('Expires') as unknown as HTMLSelectElement).value).to.equal('90');
  });
});

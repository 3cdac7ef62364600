import { expect, oneEvent } from '@open-wc/testing';
import { deleteApiKey } from '../../../src/contract/api-key-change.js';
import { listApiKeys } from '../../../src/contract/api-keys.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { waitFor } from '../../queries.js';
import { losingAnswers, mount as mountPane, textOf, withKeys, writes } from './keys.js';

const mount = async (sandbox = createSandbox()) => {
  const mounted = await mountPane(sandbox);
  const { press, choose, user, field, dialog, pane } = mounted;
  /** Opens the dialog for a key, types a name and confirms. */
  const remove = async (name: string, typed = name) => {
    await choose(name, 'Delete');
    await dialog('Delete API key');
    await user.fill(field('Type the name to confirm'), typed);
    await press('Delete Key');
  };
  const gone = (name: string) =>
    waitFor(() => expect([...pane.shadowRoot!.querySelectorAll('.name')].map(textOf)).not.to.contain(name));
  return { ...mounted, remove, gone };
};

describe('<agni-api-keys> deleting', () => {
  it('says what it does, who made the key and when it was last used', async () => {
    const { press, choose, dialog, pane } = await mount();
    await choose('Production', 'Delete');
    const open = await dialog('Delete API key');
    expect(textOf(open)).to.contain('Everything that uses the key stops working immediately');
    expect(textOf(open)).to.match(/Production agni_.+ Created .+ by you · Last used 4 minutes ago/);
    await expect(pane).to.be.accessible();
    await press('Cancel');
    await waitFor(() => expect(pane.shadowRoot?.querySelector('dialog')).to.equal(null));
    await choose('Weekly report', 'Delete');
    expect(textOf(await dialog('Delete API key'))).to.contain('Never used');
  });

  it('deletes once the name is typed, says so, tells the host and leads the focus to the next row', async () => {
    const { pane, sandbox, remove, gone, status, button, rows } = await mount();
    const id = rows()[1]?.dataset['id'];
    const deleted = oneEvent(pane, 'agni-api-key-deleted');
    await remove('Staging', '  Staging ');
    expect((await deleted).detail).to.deep.equal({ id, name: 'Staging' });
    await gone('Staging');
    expect(writes(sandbox).map(({ method, path }) => [method, path])).to.deep.equal([
      ['DELETE', `/api/v1/api-keys/${id}`],
    ]);
    await waitFor(() => expect(status()).to.equal('Key “Staging” deleted.'));
    expect(pane.shadowRoot?.activeElement).to.equal(button('Actions for Weekly report'));
  });

  it('takes a name as it is seen, whatever its white space is made of (D39)', async () => {
    for (const name of ['night  line', 'night\u00a0line', 'night\tline', 'night\r\nline', 'night\u200b\u3000line']) {
      const { sandbox, user, press, choose, dialog, field, pane } = await mount(withKeys([{ name }]));
      await choose(/^Actions for night/, 'Delete');
      await dialog('Delete API key');
      await user.fill(field('Type the name to confirm'), 'night line');
      await press('Delete Key');
      await waitFor(() => expect(pane.shadowRoot?.querySelector('dialog'), JSON.stringify(name)).to.equal(null));
      expect(writes(sandbox)).to.have.length(1);
    }
  });

  it('sends nothing until the name is right', async () => {
    const { pane, sandbox, remove, field, view } = await mount();
    await remove('Production', 'production');
    view.getByText(/That doesn't match/);
    expect(field('Type the name to confirm').getAttribute('aria-invalid')).to.equal('true');
    expect(pane.shadowRoot?.activeElement).to.equal(field('Type the name to confirm'));
    expect(writes(sandbox)).to.deep.equal([]);
  });

  it('takes its dialog away where the pane turns read-only meanwhile', async () => {
    const { pane, choose, dialog } = await mount();
    await choose('Production', 'Delete');
    await dialog('Delete API key');
    pane.readonly = true;
    await waitFor(() => expect(pane.shadowRoot?.querySelector('dialog')).to.equal(null));
  });

  it('asks for what can be seen of a name, in the order it has (C55)', async () => {
    const name = 'pay\u202Elia\u200B';
    const { press, choose, dialog, user, field, sandbox } = await mount(withKeys([{ name }]));
    await choose(name, 'Delete');
    const open = await dialog('Delete API key');
    expect(open.querySelector('strong')?.textContent).to.equal(name);
    expect(open.querySelector('strong > bdi > bdi')?.textContent).to.equal('\u202E');
    await user.fill(field('Type the name to confirm'), 'paylia');
    await press('Delete Key');
    await waitFor(() => expect(writes(sandbox)).to.have.length(1));
  });

  it('takes a key that is gone already for deleted (C21)', async () => {
    const { sandbox, remove, gone, status, row } = await mount();
    const { status: answer } = await sandbox.fetch(`/api/v1/api-keys/${(await row('Production')).dataset['id']}`, {
      method: 'DELETE',
    });
    expect(answer).to.equal(200);
    await remove('Production');
    await gone('Production');
    await waitFor(() => expect(status()).to.equal('Key “Production” deleted.'));
    expect(sandbox.requests().filter(({ method }) => method === 'DELETE')).to.have.length(2);
  });

  it('takes the row away although the list cannot be read again (C21)', async () => {
    const sandbox = createSandbox();
    const { remove, gone, view } = await mount(sandbox);
    sandbox.fail(listApiKeys, 500);
    await remove('Production');
    await gone('Production');
    await waitFor(() => view.getByText(/may be out of date/));
  });

  it('looks what became of a deletion whose answer was lost (C02)', async () => {
    const { remove, gone, sandbox } = await mount(losingAnswers(createSandbox(), 'DELETE'));
    await remove('Production');
    await gone('Production');
    expect(writes(sandbox)).to.have.length(1);
  });

  it('keeps dialog and typed name when the server fails, and does not try again by itself (C02)', async () => {
    const { remove, view, field, sandbox, rows } = await mount(createSandbox().fail(deleteApiKey, 500));
    await remove('Production');
    expect(textOf(await view.findByRole('alert'))).to.match(/The key wasn't deleted\.$/);
    expect(field('Type the name to confirm').value).to.equal('Production');
    expect(writes(sandbox)).to.have.length(1);
    expect(rows()).to.have.length(5);
  });

  it('deletes nothing where the host says no', async () => {
    const { pane, remove, sandbox, button } = await mount();
    pane.addEventListener('agni-before-delete-api-key', (event) => event.preventDefault());
    await remove('Production');
    await waitFor(() => expect(button('Delete Key').getAttribute('aria-disabled')).to.equal('false'));
    expect(writes(sandbox)).to.deep.equal([]);
  });

  it('says that nothing was done where the host says no', async () => {
    const { pane, remove, view } = await mount();
    pane.addEventListener('agni-before-delete-api-key', (event) => event.preventDefault());
    await remove('Production');
    expect(textOf(await view.findByRole('alert'))).to.equal('Blocked by this site.');
  });

  it('says that the name needs attention, in a live region that was there before, and that it is deleting', async () => {
    const { pane, press, choose, dialog, user, field, gone } = await mount();
    await choose('Production', 'Delete');
    await dialog('Delete API key');
    const region = pane.shadowRoot!.querySelector('dialog [role=status]');
    expect(textOf(region)).to.equal('');
    await press('Delete Key');
    await waitFor(() => expect(textOf(region)).to.equal('1 field needs attention'));
    await user.fill(field('Type the name to confirm'), 'Production');
    expect(textOf(region)).to.equal('');
    const held = Promise.withResolvers<void>();
    pane.addEventListener('agni-before-delete-api-key', ({ detail }) => detail.waitUntil(held.promise));
    await press('Delete Key');
    await waitFor(() => expect(textOf(region)).to.equal('Deleting…'));
    held.resolve();
    await gone('Production');
  });

  it('deletes once however often it is confirmed (C37)', async () => {
    const { choose, dialog, user, field, button, sandbox, gone } = await mount();
    await choose('Production', 'Delete');
    await dialog('Delete API key');
    await user.fill(field('Type the name to confirm'), 'Production');
    button('Delete Key').click();
    button('Delete Key').click();
    await gone('Production');
    expect(writes(sandbox)).to.have.length(1);
  });

  it('leads the focus to the way to a new key where the last one is gone', async () => {
    const { pane, remove, button, rows } = await mount();
    for (const name of ['Import from the old system', 'Staging', 'Weekly report', 'Production', 'Booking widget']) {
      await remove(name);
      await waitFor(() => expect(pane.shadowRoot?.querySelector('dialog')).to.equal(null));
    }
    await waitFor(() => expect(rows()).to.have.length(0));
    expect(pane.shadowRoot?.activeElement).to.equal(button('+ New Key'));
  });

  it('reads the list again when the page comes back to the eye', async () => {
    const { sandbox, row, rows } = await mount();
    const id = (await row('Production')).dataset['id'];
    await sandbox.fetch(new URL(`/api/v1/api-keys/${id}`, location.href), { method: 'DELETE' });
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(rows()).to.have.length(4));
  });
});

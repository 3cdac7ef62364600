import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../src/define/all.js';
import { listApiKeys } from '../../src/contract/api-keys.js';
import { updateOrganization } from '../../src/contract/organization-change.js';
import { createSandbox } from '../../src/sandbox/create-sandbox.js';
import { codeFor } from '../authenticator.js';
import { stopClock } from '../clock.js';
import { catchFiles } from '../files.js';
import { hearAnnouncements } from '../live-regions.js';
import { mount, user } from '../mount.js';
import { gate } from '../network.js';
import { waitFor } from '../queries.js';
import { mount as mountKeys, withClipboard, withKeys } from './api-keys/keys.js';
import { inState, mount as mountGhl } from './ghl/pane.js';
import { mount as mountTwoFactor } from './two-factor/pane.js';
import { mount as mountUsers } from './users/users-pane.js';

const never = { delay: 24 * 60 * 60 * 1000 };
const serverFailed = 'Something went wrong on the server. Try again in a moment.';

/** Waits until exactly these messages were announced since the last call. */
const expectHeard =
  (heard: () => string[]) =>
  async (...expected: string[]) => {
    const all: string[] = [];
    await waitFor(() => {
      all.push(...heard());
      if (all.length < expected.length) throw new Error(`Only this was read out: ${JSON.stringify(all)}`);
    });
    expect(all).to.deep.equal(expected);
  };

/** Screen readers announce each message once, and nothing else. */
describe('a live region', () => {
  const heard = hearAnnouncements();
  const hears = expectHeard(heard);

  it('reads out how a form stands, what came of saving, and why it failed', async () => {
    const sandbox = createSandbox();
    const { view } = await mount(html`<agni-org-settings></agni-org-settings>`, sandbox);
    const name = view.getByLabelText('Organization Name');
    const save = () => user.click(view.getByRole('button', { name: 'Save Changes' }));
    for (const text of ['Northwind Group', 'Northwind']) {
      await user.fill(name, text);
      await hears('Unsaved changes');
      await save();
      await hears('Saving…', 'Saved');
    }
    await user.fill(name, ' ');
    await hears('Unsaved changes');
    await save();
    await hears('1 field needs attention');
    await user.fill(name, 'Northwind Group');
    await hears('Unsaved changes');
    sandbox.fail(updateOrganization, 500, undefined, { times: 2 });
    for (const _ of ['first', 'second']) {
      await save();
      await hears('Saving…', `${serverFailed} Not saved. Your changes are still here.`);
    }
    await user.click(view.getByRole('button', { name: 'Discard' }));
    await hears('Changes discarded');
  });

  it('reads out that a load takes more than two seconds', async () => {
    const sandbox = createSandbox().fail(listApiKeys, 200, undefined, never);
    await stopClock(async (clock) => {
      await fixture(
        html`<agni-provider base-url="/" .fetch=${sandbox.fetch}><agni-api-keys></agni-api-keys></agni-provider>`,
      );
      await clock.tickAsync(1900);
      expect(heard()).to.deep.equal([]);
      await clock.tickAsync(200);
      expect(heard()).to.deep.equal(['Loading…']);
    });
  });

  it('reads out that a part of a pane takes more than two seconds', async () => {
    const answer = gate<void>();
    const sandbox = inState('active');
    const fetch: typeof globalThis.fetch = async (input, init) => {
      if (new Request(input, init).url.includes('/appointments')) await answer.passed;
      return sandbox.fetch(input, init);
    };
    const { openTab, table } = await mountGhl({ ...sandbox, fetch });
    await table('Calendars', 4);
    await openTab('Appointments');
    await hears('Loading…');
    answer.open();
  });

  it('reads out why a load failed', async () => {
    const { view } = await mountKeys(createSandbox().fail(listApiKeys, 500));
    await view.findByRole('button', { name: 'Try Again' });
    expect(heard()).to.have.length(1);
  });

  it('reads out that a key was deleted, and how many keys a search finds', async () => {
    const { create, dialog, done, choose, press, field, view } = await mountKeys();
    await create('Night line');
    await dialog('Save your API key');
    await hears('Creating…');
    await done();
    await choose('Night line', 'Delete');
    await user.fill(view.getByLabelText(/^Type the name/), 'Night line');
    await press('Delete Key');
    await hears('Deleting…', 'Key “Night line” deleted.');
    await user.fill(field('Search keys'), 'prod');
    await hears('1 key');
    await user.fill(field('Search keys'), 'no such key');
    await hears('0 keys');
  });

  it('reads out which rows are shown once a list has several pages', async () => {
    const keys = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `Key ${index}` }));
    const sandbox = withKeys(keys(20));
    const { pane } = await mountKeys(sandbox);
    withKeys(keys(21), sandbox);
    await pane.refresh();
    await hears('1–20 of 21');
  });

  it('reads out how many users are found, which of them are shown, and what was done to one', async () => {
    const { rest, search, press, choose, dialog, listed, view } = await mountUsers(createSandbox({ users: 45 }));
    await rest();
    await press('Next page');
    await hears('21–40 of 45');
    await search('no such user');
    await hears('0 users found');
    await search('kofi');
    await hears('1 user found');
    await search('');
    await hears('1–20 of 45');
    await search('kofi');
    await hears('1 user found');
    await listed('Kofi Mensah');
    await choose('Kofi Mensah', 'Remove');
    await dialog('Remove Kofi Mensah?');
    await user.click(view.getByRole('button', { name: 'Remove' }));
    await hears('Removing…', 'Kofi Mensah was removed.');
  });

  it('reads out that the password is being changed, why it was not, and that it was', async () => {
    const { view } = await mount(html`<agni-change-password></agni-change-password>`);
    await waitFor(() => expect(view.getAllByRole('status')).to.have.length(3)); // the password rating is loaded
    const change = async (current: string, next: string) => {
      await user.fill(view.getByLabelText('Current Password'), current);
      await user.fill(view.getByLabelText('New Password'), next);
      await user.fill(view.getByLabelText('Confirm New Password'), next);
      await view.findByText('Strength: strong');
      await user.click(view.getByRole('button', { name: 'Change Password' }));
    };
    await change('Purple-otter-41', 'canary Walnut harbour 7');
    await hears('Strength: strong', 'Changing…', "Wrong password. Your password wasn't changed.");
    await change('Purple-otter-42', 'canary Walnut harbour 7');
    await hears('Changing…', 'Password changed. 5 other sessions were signed out.');
  });

  it('reads out that an invitation was sent', async () => {
    const { view } = await mount(html`<agni-invite-user></agni-invite-user>`, createSandbox({ seats: 100 }));
    const send = async () => {
      await user.fill(view.getByLabelText('Email'), 'grace@northwind.example');
      await user.fill(view.getByLabelText('First Name'), 'Grace');
      await user.click(view.getByRole('button', { name: 'Send Invitation' }));
    };
    await send();
    await waitFor(() => view.getByText(/^Invitation sent/));
    const [sending, sent] = heard();
    expect([sending, sent?.split('.')[0]]).to.deep.equal(['Sending…', 'Invitation sent to grace@northwind']);
  });

  it('reads out that a code is wrong, and that recovery codes were copied', async () => {
    const { begin, verify, press, closed, enable } = await mountTwoFactor();
    await begin();
    await hears('One moment…');
    await verify('000000');
    await hears('One moment…', 'This code is wrong or already used. Two-factor authentication is still off.');
    await press('Cancel');
    await closed();
    await enable();
    await hears('One moment…', 'One moment…');
    const restore = withClipboard(() => Promise.resolve());
    await press('Copy codes').finally(restore);
    await waitFor(() => expect(heard()).to.have.length(1));
  });

  it('reads out which service is connected', async () => {
    const sandbox = createSandbox();
    const services = { ghl: gate(), calcom: gate() };
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const { url } = new Request(input);
      if (url.includes('/ghl/')) await services.ghl.passed;
      if (url.includes('/calcom/')) await services.calcom.passed;
      return sandbox.fetch(input, init);
    };
    await mount(html`<agni-integrations></agni-integrations>`, { ...sandbox, fetch });
    services.ghl.open();
    await hears('GoHighLevel Connected');
    services.calcom.open();
    await hears('Cal.com Connected');
  });
});

describe('a live region, as a frame shows it,', () => {
  const heard = hearAnnouncements({ onFrames: true });
  const hears = expectHeard(heard);
  /** Waits until a frame has shown the opened dialog with its status, and drops the announcements until then. */
  const untilShown = async () => {
    await nextFrame();
    await nextFrame();
    heard();
  };

  it('reads out that something was copied, each time', async () => {
    const { view } = await mount(html`<agni-org-settings></agni-org-settings>`);
    const restore = withClipboard(() => Promise.resolve());
    try {
      for (const _ of ['first', 'second']) {
        await user.click(view.getByRole('button', { name: 'Copy organization ID' }));
        await hears('Copied');
      }
    } finally {
      restore();
    }
  });

  it('reads out that a key or an example was copied, each time', async () => {
    const { created, press, field } = await mountKeys();
    await created('Night line');
    await untilShown();
    const restore = withClipboard(() => Promise.resolve());
    try {
      for (const _ of ['first', 'second']) {
        await press('Copy key');
        await hears('Key copied.');
      }
      field('API Key').select();
      for (const _ of ['first', 'second']) {
        field('API Key').dispatchEvent(new ClipboardEvent('copy', { bubbles: true }));
        await hears('Key copied.');
      }
      await press('Copy cURL example');
      await hears(
        "You copied the example, which replaced the key on your clipboard. Copy the key again if you haven't stored it.",
        'Copied',
      );
      await press('Copy cURL example');
      await hears('Copied');
    } finally {
      restore();
    }
  });

  it('reads out that the setup key or the recovery codes were copied or downloaded, each time', async () => {
    const { begin, press, verify, dialog } = await mountTwoFactor();
    const secret = await begin();
    await untilShown();
    const restore = withClipboard(() => Promise.resolve());
    const files = catchFiles();
    try {
      const twice = async (button: string, said: string) => {
        for (const _ of ['first', 'second']) {
          await press(button);
          await hears(said);
        }
      };
      await twice('Copy setup key', 'Setup key copied.');
      await verify(codeFor(secret));
      await dialog('Save your recovery codes');
      await untilShown();
      await twice('Copy codes', 'Codes copied.');
      await twice('Download codes', 'Codes downloaded.');
    } finally {
      restore();
      files.restore();
    }
  });
});

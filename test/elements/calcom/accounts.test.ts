import { expect, html, nextFrame, oneEvent } from '@open-wc/testing';
import { connectCalcom, disconnectCalcom, getCalcomAgentInfo, getCalcomStatus } from '../../../src/contract/all.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/create-sandbox.js';
import { everythingIn, untilClosed, untilState } from '../../mount.js';
import { gate } from '../../network.js';
import { waitFor } from '../../queries.js';
import { losingAnswers, mount, textOf, writes } from './pane.js';

const canary = 'cal_live_canary_7f3a91c2';

const none = () => createSandbox().integrations({ calcom: [] });

const broken = (sandbox = createSandbox()): Sandbox =>
  sandbox.integrations({
    calcom: [
      { account_name: 'Front desk', status: 'active' },
      { account_name: 'Surgery B', status: 'inactive', error: 'key rejected by provider' },
    ],
  });

/** A pane whose one account is being reconnected, up to where the host is asked whether its agent may move. */
async function reconnecting(isAllowed = true) {
  const account = { account_name: 'Front desk', status: 'inactive' } as const;
  const mounted = await mount(createSandbox().integrations({ calcom: [account] }));
  const { pane, press, field, user, confirm } = mounted;
  const decision = gate();
  const name = 'agni-before-assign-integration-account';
  const asked = oneEvent(pane, name);
  pane.addEventListener(name, ({ detail }) => {
    detail.waitUntil(decision.passed.then(() => (isAllowed ? undefined : Promise.reject(new Error('No')))));
  });
  await press('Reconnect Front desk');
  await user.fill(await field('Cal.com API Key'), 'cal_live_new');
  await confirm();
  await asked;
  return { ...mounted, decision };
}

describe('<agni-calcom>, its accounts', () => {
  it('lists the accounts with their state, and says how the connection stands', async () => {
    const { pane, view, accounts, settled } = await mount();
    expect(view.getByRole('heading', { name: 'Cal.com', level: 2 })).to.exist;
    expect(view.getByText('Connected')).to.exist;
    expect(accounts()).to.deep.equal(['Front desk', 'Surgery B']);
    const list = view.getByRole('list', { name: 'Cal.com accounts' });
    expect(textOf(list)).to.contain('front.desk@northwind.example');
    await settled();
    await expect(pane).to.be.accessible();
  });

  it('shows no error while nothing is connected, and how to connect (NOT_CONNECTED)', async () => {
    const { pane, view, button, settled } = await mount(none());
    expect(view.getByText('Not connected')).to.exist;
    expect(await button('Connect Cal.com')).to.exist;
    await settled();
    expect(view.queryByRole('alert')).to.equal(null);
    expect(view.queryAllByRole('tab', { name: 'Event Types' })).to.have.length(0);
    expect(pane.state).to.equal('ready');
    await expect(pane).to.be.accessible();
  });

  it('says which account is broken, and why, and never that all is well', async () => {
    const { pane, view, settled } = await mount(broken());
    expect(view.getByText('Reconnect needed')).to.exist;
    expect(view.queryByText('Connected')).to.equal(null);
    const row = pane.renderRoot.querySelectorAll('.list [part=row]')[1];
    expect(textOf(row)).to.contain('Inactive').and.to.contain('Cal.com says: key rejected by provider');
    await settled();
    await expect(pane).to.be.accessible();
  });

  it('connects two accounts by their keys, breaks one and disconnects it, naming it', async () => {
    const { pane, view, sandbox, accounts, connect, press, dialog, field } = await mount(none());
    const connected = oneEvent(pane, 'agni-integration-connected');
    await connect('cal_live_first', 'Front desk');
    expect((await connected).detail.name).to.equal('Front desk');
    await view.findByText('Front desk is connected.');
    await press('Connect Cal.com');
    expect((await field('Cal.com API Key')).value).to.equal('');
    expect((await field('Account Name')).value).to.equal('');
    await connect('cal_live_second', 'Surgery B');
    await waitFor(() => expect(accounts()).to.deep.equal(['Front desk', 'Surgery B']));
    expect(view.getByText('Connected')).to.exist;

    broken(sandbox);
    await pane.refresh();
    await view.findByText('Reconnect needed');
    const id = pane.renderRoot.querySelectorAll<HTMLElement>('.list [part=row]')[1]?.dataset.id;
    await press('Disconnect Surgery B');
    await dialog('Disconnect Surgery B');
    const disconnected = oneEvent(pane, 'agni-integration-disconnected');
    await press('Disconnect');
    expect((await disconnected).detail).to.deep.equal({ id, name: 'Surgery B' });
    await waitFor(() => expect(accounts()).to.deep.equal(['Front desk']));
    const sent = writes(sandbox).at(-1);
    expect(sent?.path).to.equal('/api/v1/calcom/disconnect');
    expect(sent?.body).to.deep.equal({ org_id: sandbox.organizationId, provider_id: id });
    await waitFor(() => expect(pane.shadowRoot?.activeElement?.textContent).to.match(/Disconnect\s+Front desk/));
  });

  it('reconnects a broken account in one step: its agents move to the new key, and the old one is gone', async () => {
    const { pane, view, user, sandbox, accounts, press, dialog, field, confirm, rows } = await mount(broken());
    const old = pane.renderRoot.querySelectorAll<HTMLElement>('.list [part=row]')[1]?.dataset.id;
    expect(!!view.queryByRole('button', { name: 'Reconnect Front desk' })).to.equal(false);
    await press('Reconnect Surgery B');
    await dialog('Reconnect Surgery B');
    expect(!!view.queryByLabelText('Account Name')).to.equal(false);
    await expect(pane).to.be.accessible();
    const events: string[] = [];
    for (const name of ['agni-integration-connected', 'agni-integration-disconnected'] as const) {
      pane.addEventListener(name, ({ detail }) => void events.push(`${name} ${detail.name}`));
    }
    await user.fill(await field('Cal.com API Key'), 'cal_live_new');
    await confirm();
    await view.findByText('Surgery B is reconnected.');
    expect(accounts()).to.deep.equal(['Front desk', 'Surgery B']);
    expect(view.getByText('Connected')).to.exist;
    expect(events).to.deep.equal(['agni-integration-connected Surgery B', 'agni-integration-disconnected Surgery B']);
    expect(writes(sandbox).map(({ path }) => path)).to.deep.equal([
      '/api/v1/calcom/connect',
      '/api/v1/calcom/disconnect',
    ]);
    expect(writes(sandbox)[1]?.body).to.include({ provider_id: old });
    expect((await rows('Agents'))[0]).to.contain('Reception');
  });

  it('moves the agents of an account that is reconnected, and keeps the old one if one of them stays', async () => {
    const states = (status: 'active' | 'inactive') => ({ calcom: [{ account_name: 'Front desk', status }] });
    for (const isAllowed of [true, false]) {
      const sandbox = createSandbox().integrations(states('inactive'));
      const { pane, view, press, field, user, confirm, openTab, shown, accounts } = await mount(sandbox);
      if (!isAllowed) {
        pane.addEventListener('agni-before-assign-integration-account', (event) => event.preventDefault());
      }
      await press('Reconnect Front desk');
      await user.fill(await field('Cal.com API Key'), 'cal_live_new');
      await confirm();
      await view.findByText(isAllowed ? 'Front desk is reconnected.' : /some agents still use the old connection/);
      expect(accounts()).to.have.length(isAllowed ? 1 : 2);
      await openTab('Agents');
      expect(await shown('Reception')).to.equal('Front desk');
      const broken = view.queryAllByText('This account needs to be reconnected.');
      expect(broken).to.have.length(isAllowed ? 0 : 1);
    }
  });

  it('leaves the focus where the user went while the agents of a reconnected account were moved', async () => {
    const { pane, provider, view, decision } = await reconnecting();
    const outside = document.createElement('input');
    provider.append(outside);
    outside.focus();
    decision.open();
    await view.findByText('Front desk is reconnected.');
    await pane.updateComplete;
    await nextFrame();
    expect(document.activeElement === outside).to.equal(true);
  });

  it('tells nothing of a former user, and logs no error, once the host has decided whether the agent may move', async () => {
    const rejections: unknown[] = [];
    const collect = ({ reason }: PromiseRejectionEvent) => rejections.push(reason);
    window.addEventListener('unhandledrejection', collect);
    try {
      for (const isAllowed of [true, false]) {
        const { pane, provider, sandbox, decision } = await reconnecting(isAllowed);
        provider.userKey = 'another user';
        await provider.updateComplete;
        await untilState(pane, 'ready');
        decision.open();
        await decision.passed;
        await nextFrame();
        await pane.updateComplete;
        expect(textOf(pane.shadowRoot?.querySelector('[part=message]'))).to.equal('');
        expect(writes(sandbox).map(({ path }) => path)).to.deep.equal(['/api/v1/calcom/connect']);
      }
      expect(rejections).to.deep.equal([]);
    } finally {
      window.removeEventListener('unhandledrejection', collect);
    }
  });

  it('says before an account goes which agents lose it', async () => {
    const { pane, press, dialog } = await mount();
    await press('Disconnect Front desk');
    const asked = await dialog('Disconnect Front desk');
    await waitFor(() => expect(textOf(asked)).to.match(/These agents stop booking: ?Reception/));
    expect(textOf(asked)).to.not.contain('After hours');
    await expect(pane).to.be.accessible();
    await press('Cancel');
    await waitFor(() => expect(pane.shadowRoot?.querySelector('dialog')).to.equal(null));
    await press('Disconnect Surgery B');
    await waitFor(async () =>
      expect(textOf(await dialog('Disconnect Surgery B'))).to.contain('No agent books through it.'),
    );
  });

  it('asks again which agents lose an account, where that could not be read before', async () => {
    const { pane, sandbox, press, dialog } = await mount();
    const untilAsked = async (words: RegExp) =>
      waitFor(async () => expect(textOf(await dialog('Disconnect Front desk'))).to.match(words));
    sandbox.fail(getCalcomAgentInfo, 404);
    await press('Disconnect Front desk');
    await untilAsked(/We couldn't check every agent/);
    await press('Cancel');
    await untilClosed(pane);
    sandbox.fail(getCalcomAgentInfo, 0);
    await press('Disconnect Front desk');
    await untilAsked(/These agents stop booking: ?Reception/);
  });

  it('never lets the key be found anywhere, whatever comes of it (C59)', async () => {
    const heard: string[] = [];
    const log = (...parts: unknown[]) => heard.push(parts.map(String).join(' '));
    const real = { ...console };
    Object.assign(console, { log, warn: log, error: log, info: log });
    const hear = (event: Event) => heard.push(event.type + JSON.stringify((event as CustomEvent).detail));
    const names = ['agni-before-connect-integration', 'agni-integration-connected', 'agni-error', 'agni-dirty-change'];
    for (const name of names) document.addEventListener(name, hear);
    try {
      const echo = { success: false, message: `The key ${canary} is no good`, code: 'INTERNAL_ERROR', key: canary };
      const outcomes: [string, (sandbox: Sandbox) => Sandbox][] = [
        ['connected', (sandbox) => sandbox],
        ['refused', (sandbox) => sandbox.fail(connectCalcom, 400, 'INVALID_REQUEST')],
        ['taken', (sandbox) => sandbox.fail(connectCalcom, 409)],
        ['echoed', (sandbox) => sandbox.fail(connectCalcom, 500, undefined, { body: echo })],
        ['unreadable', (sandbox) => sandbox.fail(connectCalcom, 200, undefined, { body: { success: true, data: {} } })],
        ['dropped', (sandbox) => sandbox.fail(connectCalcom, 0, undefined, { drop: true })],
        ['forbidden', (sandbox) => sandbox.fail(connectCalcom, 403)],
      ];
      for (const [outcome, make] of outcomes) {
        const { pane, sandbox, connect } = await mount(make(none()));
        await connect(canary, 'Canary');
        const input = () => pane.shadowRoot?.querySelector<HTMLInputElement>('[name=api_key]');
        await waitFor(() => expect(input()?.value ?? '', outcome).to.equal(''));
        await pane.updateComplete;
        const places = [
          everythingIn(document),
          JSON.stringify(sandbox.requests()),
          JSON.stringify({ ...localStorage, ...sessionStorage }),
          document.cookie,
          location.href,
          ...heard,
        ];
        for (const place of places) expect(place.includes(canary), outcome).to.equal(false);
        pane.remove();
      }
    } finally {
      Object.assign(console, real);
      for (const name of names) document.removeEventListener(name, hear);
    }
  });

  it('lets go of the key when the pane leaves, the page is put away, or the text is discarded (C59)', async () => {
    const { pane, provider, user, field, press } = await mount(none());
    const leaves: (() => void | Promise<void>)[] = [
      () => window.dispatchEvent(new PageTransitionEvent('pagehide')),
      () => pane.reset(),
      async () => {
        pane.remove();
        await Promise.resolve(); // without a pause, the removal and the insertion would count as a move
        provider.append(pane);
      },
    ];
    for (const leave of leaves) {
      if (!pane.shadowRoot?.querySelector('dialog')) await press('Connect Cal.com');
      const key = await field('Cal.com API Key');
      await user.fill(key, canary);
      expect(pane.dirty).to.equal(true);
      await leave();
      await pane.updateComplete;
      expect(key.value).to.equal('');
      expect(pane.dirty).to.equal(false);
    }
  });

  it('hints at a key that looks unlike one, and sends it all the same, as it is', async () => {
    const { view, user, field, press, confirm, sandbox } = await mount(none());
    await press('Connect Cal.com');
    const key = await field('Cal.com API Key');
    expect([key.type, key.autocomplete]).to.deep.equal(['password', 'off']);
    for (const start of ['c', 'cal', 'cal_live']) {
      await user.fill(key, start);
      expect(view.queryByText(/Cal.com keys begin with/)).to.equal(null);
    }
    await user.fill(key, 'sk_something');
    expect(view.getByText(/Cal.com keys begin with/)).to.exist;
    await confirm();
    await view.findByText(/Cal.com didn't accept this key/);
    expect(writes(sandbox)).to.have.length(1);
    await waitFor(() => expect(key.getAttribute('aria-invalid')).to.equal('true'));
  });

  it('sends nothing without a key, and says so at its field', async () => {
    const { pane, view, user, field, press, confirm, sandbox } = await mount(none());
    await press('Connect Cal.com');
    await user.fill(await field('Account Name'), 'Front desk');
    await confirm();
    await view.findByText('Fill in this field.');
    await waitFor(() => expect(pane.shadowRoot?.activeElement?.id).to.equal('api_key'));
    expect((await field('Account Name')).value).to.equal('Front desk');
    expect(writes(sandbox)).to.have.length(0);
    await expect(pane).to.be.accessible();
  });

  it('goes to the field with the error in the dialog, not to one behind it', async () => {
    const { pane, view, user, field, press, confirm, openTab } = await mount();
    await openTab('Event Types');
    await user.fill(await field('Find event type'), 'nothing');
    await press('Find');
    await view.findByText(/No connected account has an event type/);
    await press('Connect Cal.com');
    await field('Cal.com API Key');
    const connect = pane.shadowRoot?.querySelector<HTMLElement>('dialog .primary');
    connect?.focus(); // the field has the focus when the dialog opens
    await confirm();
    await view.findByText('Fill in this field.');
    await waitFor(() => expect(pane.shadowRoot?.activeElement?.id).to.equal('api_key'));
  });

  it('keeps the name and says so where the account is connected already (C22)', async () => {
    const { view, connect, field } = await mount(none());
    await connect('cal_live_same', 'Front desk');
    await view.findByText('Front desk is connected.');
    await connect('cal_live_same', 'Again');
    await view.findByText(/This Cal.com account is already connected/);
    expect((await field('Account Name')).value).to.equal('Again');
  });

  it('shows the error of one dialog in no later one', async () => {
    const sandbox = none();
    const { pane, view, press, connect, dialog } = await mount(sandbox);
    sandbox.fail(connectCalcom, 500, undefined, { times: 1 });
    await connect('cal_live_first', 'Front desk');
    await view.findByRole('alert');
    await press('Cancel');
    await untilClosed(pane);
    await press('Connect Cal.com');
    await dialog('Connect Cal.com');
    expect(!!view.queryByRole('alert')).to.equal(false);
  });

  it('offers to disconnect all only where there are several', async () => {
    const sandbox = createSandbox().integrations({ calcom: [{ account_name: 'Front desk', status: 'active' }] });
    const { view } = await mount(sandbox);
    await view.findByRole('button', { name: 'Disconnect Front desk' });
    expect(!!view.queryByRole('button', { name: 'Disconnect All Accounts' })).to.equal(false);
  });

  it('begins with its overview when it is connected again', async () => {
    const sandbox = createSandbox();
    const { pane, view, openTab } = await mount(sandbox);
    await openTab('Appointments');
    sandbox.integrations({ calcom: [] });
    await pane.refresh();
    await waitFor(() => expect(!!view.queryByRole('tab', { name: 'Appointments' })).to.equal(false));
    sandbox.integrations({ calcom: [{ account_name: 'Front desk', status: 'active' }] });
    await pane.refresh();
    await view.findByRole('tab', { name: 'Appointments' });
    expect(!!view.queryByRole('tab', { name: 'Overview', selected: true })).to.equal(true);
  });

  it('connects once however often it is pressed (C37)', async () => {
    const { pane, view, user, field, sandbox, press } = await mount(none());
    await press('Connect Cal.com');
    await user.fill(await field('Cal.com API Key'), 'cal_live_once');
    const connect = pane.shadowRoot?.querySelector<HTMLElement>('dialog .primary');
    connect?.click();
    connect?.click();
    await view.findByText('Default is connected.');
    expect(writes(sandbox)).to.have.length(1);
  });

  it('looks up what came of it where an answer was lost (C02)', async () => {
    const lost = await mount(losingAnswers(none()));
    await lost.connect('cal_live_lost', 'Front desk');
    await lost.view.findByText('Front desk is connected.');
    expect(writes(lost.sandbox)).to.have.length(1);
    await lost.press('Disconnect Front desk');
    await lost.dialog('Disconnect Front desk');
    await lost.press('Disconnect');
    await lost.view.findByText('Front desk is disconnected.');
    expect(writes(lost.sandbox)).to.have.length(2);

    const never = await mount(none().fail(connectCalcom, 0, undefined, { drop: true }));
    await never.connect('cal_live_lost', 'Front desk');
    await never.view.findByText(/The account is not connected/);
  });

  it('does not know what came of it where nothing can be read either (C02)', async () => {
    const { view, sandbox, connect } = await mount(none());
    sandbox.fail(connectCalcom, 0, undefined, { drop: true }).fail(getCalcomStatus, 0, undefined, { drop: true });
    await connect('cal_live_lost', 'Front desk');
    await view.findByText(/We couldn't confirm the connection/);
  });

  it('disconnects all accounts after a word, one call each, and keeps those that stay', async () => {
    const { pane, view, user, sandbox, accounts, press, dialog, field } = await mount();
    const ids = [...pane.renderRoot.querySelectorAll<HTMLElement>('.list [part=row]')].map(({ dataset }) => dataset.id);
    await press('Disconnect All Accounts');
    const asked = await dialog('Disconnect All Accounts');
    await expect(pane).to.be.accessible();
    const confirm = async () => {
      const buttons = await view.findAllByRole('button', { name: 'Disconnect All Accounts' });
      await user.click(buttons.at(-1) as HTMLElement);
    };
    await user.fill(await field('Type disconnect to confirm'), 'disc');
    await confirm();
    await view.findByText(/This doesn't match/);
    expect(writes(sandbox)).to.have.length(0);

    await user.fill(await field('Type disconnect to confirm'), 'disconnect');
    sandbox.fail(disconnectCalcom, 500, undefined, { times: 1 });
    await confirm();
    await waitFor(() => expect(textOf(asked)).to.contain('1 account is still connected'));
    expect(textOf(asked))
      .to.contain('Front desk: Something went wrong on the server')
      .and.to.contain('Surgery B: disconnected');
    expect(accounts()).to.deep.equal(['Front desk']);
    await expect(pane).to.be.accessible();
    await confirm();
    await waitFor(() => expect(accounts()).to.deep.equal([]));
    const named = writes(sandbox).map(({ body }) => (body as { provider_id: string }).provider_id);
    expect(named).to.deep.equal([ids[0], ids[1], ids[0]]);
    await view.findByText('1 account is disconnected.');
  });

  it('counts an account that is gone already as disconnected', async () => {
    const { view, sandbox, press, dialog } = await mount();
    await press('Disconnect Surgery B');
    await dialog('Disconnect Surgery B');
    sandbox.integrations({ calcom: [{ account_name: 'Front desk', status: 'active' }] });
    await press('Disconnect');
    await view.findByText('Surgery B is disconnected.');
  });

  it('asks the host before, and does nothing where it says no', async () => {
    const { pane, view, sandbox, connect, press, dialog } = await mount();
    pane.addEventListener('agni-before-connect-integration', (event) => event.preventDefault());
    pane.addEventListener('agni-before-disconnect-integration', (event) => event.preventDefault());
    await connect('cal_live_no', 'No');
    await view.findByText('Blocked by this site.');
    await press('Cancel');
    await untilClosed(pane);
    await press('Disconnect Front desk');
    const asked = await dialog('Disconnect Front desk');
    await press('Disconnect');
    await waitFor(() => expect(textOf(asked)).to.contain('Blocked by this site.'));
    expect(writes(sandbox)).to.have.length(0);
  });

  it('disconnects none of all accounts against a host that says no without words', async () => {
    const { provider, pane, view, user, sandbox, press, field, confirm } = await mount();
    provider.messages = { 'shared.notAllowed': '' };
    pane.addEventListener('agni-before-disconnect-integration', (event) => event.preventDefault());
    await press('Disconnect All Accounts');
    await user.fill(await field('Type disconnect to confirm'), 'disconnect');
    await confirm();
    await view.findByText(/2 accounts are still connected/);
    expect(writes(sandbox)).to.have.length(0);
  });

  it('shows members and read-only pages everything, and says why nothing can be changed', async () => {
    const member = await mount(createSandbox().as('MEMBER'));
    member.view.getByText(/Only owners and admins can connect/);
    const readonly = await mount(undefined, html`<agni-calcom readonly></agni-calcom>`);
    readonly.view.getByText('These settings are read-only.');
    for (const { view, pane, accounts, settled, rows } of [member, readonly]) {
      await settled();
      expect(accounts()).to.have.length(2);
      expect((await rows('Agents'))[0]).to.equal('Reception Front desk');
      expect(view.queryByRole('button', { name: /Connect|Disconnect/ })).to.equal(null);
      expect(view.queryByLabelText('Cal.com API Key')).to.equal(null);
      await expect(pane).to.be.accessible();
    }
  });

  it('connects by keyboard alone: Enter in the key sends it', async () => {
    const { pane, view, user, field, button, press } = await mount(none());
    await press('Connect Cal.com');
    await user.fill(await field('Account Name'), 'Front desk');
    const key = await field('Cal.com API Key');
    await user.fill(key, 'cal_live_enter');
    key.form?.requestSubmit();
    await view.findByText('Front desk is connected.');
    const opener = await button('Connect Cal.com');
    await waitFor(() => expect(pane.shadowRoot?.activeElement).to.equal(opener));
  });
});

import { expect, html, nextFrame, oneEvent } from '@open-wc/testing';
import type { AgniProvider } from '../../../src/context/agni-provider.js';
import { getGhlSetupStatus } from '../../../src/contract/ghl.js';
import type { Sandbox } from '../../../src/sandbox/create-sandbox.js';
import { stopClock } from '../../clock.js';
import { gate } from '../../network.js';
import { waitFor } from '../../queries.js';
import { inState, mount, withWindows } from './pane.js';

const looks = (sandbox: Sandbox) => sandbox.requests().filter(({ path }) => path.endsWith('/setup/status')).length;
const writes = (sandbox: Sandbox) => sandbox.requests().filter(({ method }) => method !== 'GET');

const connect = 'Connect GoHighLevel';
const reconnect = 'Reconnect GoHighLevel';

describe('<agni-ghl> connecting', () => {
  it('sends a window to the consent, and notices by itself that it was given', async () => {
    const { pane, view, press, sandbox, status, table } = await mount(inState('none'));
    expect(status()).to.equal('Not connected');
    const connected = oneEvent(pane, 'agni-integration-connected');
    await withWindows(async (opened) => {
      await press(connect);
      await view.findByText(/^Waiting for GoHighLevel/);
      const [popup] = opened;
      expect(opened).to.have.length(1);
      expect(popup?.opener).to.equal(null);
      const url = new URL(popup?.went[0] ?? '');
      expect([url.origin, url.pathname]).to.deep.equal([location.origin, '/api/v1/ghl/oauth/authorize']);
      expect([...url.searchParams]).to.deep.equal([['organization_id', sandbox.organizationId]]);
      await expect(pane).to.be.accessible();
      sandbox.integrations({ ghl: 'active' });
      expect((await connected).detail).to.deep.equal({ name: 'GoHighLevel' });
      await pane.updateComplete;
      expect(status()).to.equal('Connected');
      await view.findByText('GoHighLevel is connected.');
      await table('Calendars', 4);
      expect(view.queryAllByText(/^Waiting/)).to.have.length(0);
    });
  });

  it('renews a connection whose token died, and never calls it connected until it is', async () => {
    const { pane, view, press, sandbox, status } = await mount(inState('token_invalid'));
    expect(status()).to.equal('Reconnect needed');
    expect(pane.shadowRoot?.textContent).not.to.contain('Connected');
    await withWindows(async () => {
      await press(reconnect);
      await view.findByText(/^Waiting/);
      await waitFor(() => expect(looks(sandbox)).to.be.greaterThan(1));
      expect(status()).to.equal('Reconnect needed');
      sandbox.integrations({ ghl: 'incomplete' });
      await waitFor(() => expect(status()).to.equal('Setup incomplete'));
      expect(view.queryAllByText(/^Waiting/)).to.have.length(0);
    });
  });

  it('starts where the host says, and nowhere that is no web address', async () => {
    const { provider, view, press, pane } = await mount(inState('none'));
    const asked: string[] = [];
    const answer = async (url: string) => {
      (provider as AgniProvider).ghlStartUrl = (id) => {
        asked.push(id);
        return url;
      };
      await (provider as AgniProvider).updateComplete;
    };
    await withWindows(async (opened) => {
      for (const url of ['https://proxy.example/start?org=1', 'http://localhost:1/start', 'start?org=1']) {
        await answer(url);
        await press(connect);
        await view.findByText(/^Waiting/);
        expect(opened.at(-1)?.went).to.deep.equal([new URL(url, location.href).href]);
        await press('Stop Waiting');
      }
      expect(asked).to.have.length(3);
      for (const url of ['javascript:alert(1)', 'http://[', 'data:text/html,x']) {
        await answer(url);
        await press(connect);
        await view.findByText(/Something went wrong/);
        expect([opened.at(-1)?.went, opened.at(-1)?.closed]).to.deep.equal([[], true]);
        await expect(pane).to.be.accessible();
      }
    });
  });

  it('keeps the window of the click while the page makes up its mind, and closes it if that is no (C44)', async () => {
    const { pane, view, press } = await mount(inState('none'));
    const mind = gate();
    pane.addEventListener('agni-before-connect-integration', ({ detail }) => detail.waitUntil(mind.passed), {
      once: true,
    });
    await withWindows(async (opened) => {
      await press(connect);
      await waitFor(() => expect(opened).to.have.length(1));
      expect(opened[0]?.went).to.deep.equal([]);
      mind.open();
      await waitFor(() => expect(opened[0]?.went).to.have.length(1));
      await press('Stop Waiting');
      pane.addEventListener('agni-before-connect-integration', (event) => event.preventDefault(), { once: true });
      await press(connect);
      await view.findByText('Blocked by this site.');
      expect([opened[1]?.went, opened[1]?.closed]).to.deep.equal([[], true]);
    });
  });

  it('reports a refusal of the host also where its words are empty', async () => {
    const { provider, pane, view, press } = await mount(inState('none'));
    provider.messages = { 'shared.notAllowed': '' };
    pane.addEventListener('agni-before-connect-integration', (event) => event.preventDefault());
    await withWindows(async (opened) => {
      await press(connect);
      await view.findByRole('alert');
      expect(opened[0]?.closed).to.equal(true);
    });
  });

  it('says that a window was blocked, with a link that leads to the same place (C44)', async () => {
    const { pane, view, press, sandbox, status } = await mount(inState('none'));
    await withWindows(
      async () => {
        await press(connect);
        await view.findByText(/^Your browser blocked the window/);
        const link = view.getByRole('link', { name: 'Open GoHighLevel' }) as HTMLAnchorElement;
        expect(link.href).to.contain('/api/v1/ghl/oauth/authorize?organization_id=');
        expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener']);
        await expect(pane).to.be.accessible();
        sandbox.integrations({ ghl: 'active' });
        await waitFor(() => expect(status()).to.equal('Connected'));
      },
      { isBlocked: true },
    );
  });

  it('looks every two seconds for two minutes whatever the window says of itself, then offers ways on (C44)', async () => {
    const { pane, view, press, sandbox, status } = await mount(inState('none'));
    await waitFor(() => view.getByRole('button', { name: connect }));
    await withWindows(async (opened) => {
      await press(connect);
      await view.findByText(/^Waiting/);
      await press('Stop Waiting');
      await view.findByText('Stopped waiting. GoHighLevel is not connected.');
      await stopClock(async (clock) => {
        const before = looks(sandbox);
        const settle = async () => {
          await clock.tickAsync(0);
          await pane.updateComplete;
        };
        view.getByRole('button', { name: connect }).click();
        while (!view.queryByText(/^Waiting/)) await settle();
        const popup = opened.at(-1);
        if (popup) popup.closed = true; // looks closed because of the other page's opener policy
        for (let second = 0; second < 118; second += 2) {
          await clock.tickAsync(2000);
          while (looks(sandbox) - before < second / 2 + 1) await new Promise(requestAnimationFrame);
          await settle();
        }
        expect(view.queryByRole('button', { name: 'Stop Waiting' })).to.exist;
        expect(looks(sandbox) - before).to.equal(59);
        await clock.tickAsync(4000);
        while (!view.queryByText(/^GoHighLevel didn't connect within two minutes/)) {
          await new Promise(requestAnimationFrame);
          await clock.tickAsync(2000);
        }
        const after = looks(sandbox);
        await clock.tickAsync(60_000);
        expect(looks(sandbox)).to.equal(after);
      });
      expect(status()).to.equal('Not connected');
      await expect(pane).to.be.accessible();
      await press('Check Again');
      await waitFor(() =>
        expect(pane.shadowRoot?.querySelector('[part=message]')?.textContent).to.equal('Not connected yet.'),
      );
      const windows = opened.length;
      await press('Try Again');
      await view.findByText(/^Waiting/);
      expect(opened).to.have.length(windows + 1);
      sandbox.integrations({ ghl: 'active' });
      await waitFor(() => expect(status()).to.equal('Connected'));
    });
  });

  it('asks again when the page is looked at again', async () => {
    const { press, sandbox, status, view } = await mount(inState('none'));
    await withWindows(async () => {
      await press(connect);
      await view.findByText(/^Waiting/);
      sandbox.integrations({ ghl: 'active' });
      window.dispatchEvent(new Event('focus'));
      await waitFor(() => expect(status()).to.equal('Connected'));
    });
  });

  it('says after a denial or a closed window that it is not connected yet, and keeps checking (C44)', async () => {
    const { pane, press, sandbox, status, view } = await mount(inState('none'));
    await withWindows(async (opened) => {
      for (const comeBack of [
        () => window.dispatchEvent(new Event('focus')),
        () => {
          for (const popup of opened) popup.closed = true;
        },
      ]) {
        await press(connect);
        await view.findByText(/^Waiting/);
        comeBack();
        await view.findByText(/^GoHighLevel is not connected yet. If you denied access/);
        const link = view.getByRole('link', { name: 'Open GoHighLevel' }) as HTMLAnchorElement;
        expect(link.href).to.contain('/api/v1/ghl/oauth/authorize?organization_id=');
        await expect(pane).to.be.accessible();
        await press('Stop Waiting');
      }
      await press(connect);
      await view.findByText(/^Waiting/);
      sandbox.fail(getGhlSetupStatus, 400, undefined, { times: 1 });
      const before = looks(sandbox);
      window.dispatchEvent(new Event('focus'));
      await waitFor(() => expect(looks(sandbox)).to.be.above(before));
      await nextFrame();
      expect(view.queryByText(/^GoHighLevel is not connected yet/), 'where nobody knows').to.equal(null);
      sandbox.integrations({ ghl: 'active' });
      await waitFor(() => expect(status()).to.equal('Connected'));
    });
  });

  it('believes no message of any sender (C45)', async () => {
    const { press, sandbox, status, view } = await mount(inState('none'));
    await withWindows(async () => {
      await press(connect);
      await view.findByText(/^Waiting/);
      const before = looks(sandbox);
      for (const data of ['ghl-connected', { type: 'agni', connected: true }, { ghl_connected: true }]) {
        for (const origin of [location.origin, 'https://evil.example']) {
          window.dispatchEvent(new MessageEvent('message', { data, origin, source: window }));
        }
      }
      await nextFrame();
      expect([status(), looks(sandbox)]).to.deep.equal(['Not connected', before]);
      await view.findByText(/^Waiting/);
    });
  });

  it('stops checking when the pane is hidden or removed, and for another user', async () => {
    const { pane, press, sandbox, view, provider } = await mount(inState('none'));
    await withWindows(async () => {
      await press(connect);
      await press('Stop Waiting');
      await stopClock(async (clock) => {
        const begin = async () => {
          view.getByRole('button', { name: connect }).click();
          while (!view.queryByText(/^Waiting/)) await clock.tickAsync(0);
        };
        await begin();
        pane.hidden = true;
        const before = looks(sandbox);
        await clock.tickAsync(10_000);
        expect(looks(sandbox)).to.equal(before);
        pane.hidden = false;
        await clock.tickAsync(2_000);
        while (looks(sandbox) === before) await new Promise(requestAnimationFrame);
        pane.remove();
        const since = looks(sandbox);
        await clock.tickAsync(60_000);
        expect(looks(sandbox)).to.equal(since);
      });
      provider.append(pane);
      await press(connect);
      await view.findByText(/^Waiting/);
      provider.setAttribute('user-key', 'another user');
      await waitFor(() => expect(view.queryAllByText(/^Waiting/)).to.have.length(0));
      await view.findByRole('button', { name: connect });
    });
    expect(writes(sandbox)).to.deep.equal([]);
  });

  it('is done by keyboard, and leaves the focus where something can be done', async () => {
    const { pane, press, sandbox, view } = await mount(inState('none'));
    await withWindows(async () => {
      await press(connect);
      const stop = await view.findByRole('button', { name: 'Stop Waiting' });
      stop.focus();
      sandbox.integrations({ ghl: 'active' });
      await waitFor(() => expect(pane.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Overview'));
    });
  });

  it('leaves the focus alone if the user is elsewhere when the consent is given', async () => {
    const { provider, pane, press, sandbox, view } = await mount(inState('none'));
    const elsewhere = document.createElement('button');
    provider.append(elsewhere);
    await withWindows(async () => {
      await press(connect);
      await view.findByRole('button', { name: 'Stop Waiting' });
      const connected = oneEvent(pane, 'agni-integration-connected');
      elsewhere.focus();
      sandbox.integrations({ ghl: 'active' });
      await connected;
      await view.findByText('GoHighLevel is connected.');
      await pane.updateComplete;
      await nextFrame();
      expect(document.activeElement).to.equal(elsewhere);
    });
  });

  it('is for owners and admins, where the page lets anything be changed', async () => {
    const member = await mount(inState('none').as('MEMBER'));
    await member.view.findByText('Only owners and admins can connect or disconnect GoHighLevel.');
    expect(member.view.queryAllByRole('button')).to.deep.equal([]);
    const readonly = await mount(inState('active'), html`<agni-ghl readonly></agni-ghl>`);
    await readonly.view.findByText('These settings are read-only.');
    await readonly.table('Calendars', 4);
    expect(readonly.view.queryByRole('button', { name: 'Disconnect GoHighLevel' })).to.equal(null);
  });

  it('tells a host without access from a signed-out user (C17)', async () => {
    for (const status of [401, 403]) {
      const sandbox = inState('active').fail(getGhlSetupStatus, status);
      const { pane, view, provider } = await mount(sandbox);
      let ends = 0;
      provider.addEventListener('agni-auth-required', () => void ends++);
      expect(pane.state).to.equal('denied');
      await view.findByText(/^This page has no access to GoHighLevel/);
      expect(view.queryAllByText("You're signed out.")).to.have.length(0);
      const renewals = () => sandbox.requests().filter(({ path }) => path.endsWith('/refresh')).length;
      const before = [renewals(), looks(sandbox)];
      window.dispatchEvent(new Event('focus'));
      await waitFor(() => expect(looks(sandbox)).to.equal((before[1] ?? 0) + 1));
      expect([renewals(), ends]).to.deep.equal([before[0], 0]);
      await expect(pane).to.be.accessible();
    }
    const { pane } = await mount(inState('active').as('anonymous'));
    expect(pane.state).to.equal('signed-out');
  });
});

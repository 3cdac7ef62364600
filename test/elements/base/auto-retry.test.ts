import { expect, html } from '@open-wc/testing';
import '../../../src/define/profile.js';
import { getCurrentUser } from '../../../src/contract/me.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { stopClock } from '../../clock.js';
import { mount, untilState } from '../../mount.js';

describe('a pane that could not be loaded', () => {
  it('says when it tries again, and does so by itself', async () => {
    const sandbox = createSandbox().fail(getCurrentUser, 500);
    const { provider, pane, view } = await mount(html`<agni-profile></agni-profile>`, sandbox);
    await view.findByText(/^We'll try again at /);
    expect(pane.state).to.equal('error');
    expect(!!view.getByRole('alert').querySelector('svg')).to.equal(true);
    sandbox.fail(getCurrentUser, 0); // the server answers again
    await stopClock(async (clock) => {
      provider.append(pane); // a moved element starts its timer again
      await clock.tickAsync(30_000);
    });
    await untilState(pane, 'ready');
  });

  it('waits twice as long after each retry, and as long as at first in a later outage', async () => {
    const sandbox = createSandbox().fail(getCurrentUser, 500);
    const { provider, pane, view } = await mount(html`<agni-profile></agni-profile>`, sandbox);
    const untilFailed = () => view.findByText(/^We'll try again at /);
    await untilFailed();
    await stopClock(async (clock) => {
      provider.append(pane);
      await clock.tickAsync(30_000);
      await untilFailed();
      sandbox.fail(getCurrentUser, 0);
      await clock.tickAsync(55_000);
      expect(pane.state).to.equal('error');
      await clock.tickAsync(5000);
      await untilState(pane, 'ready');
      await clock.tickAsync(120_000);
      sandbox.fail(getCurrentUser, 500);
      provider.userKey = 'another';
      await untilFailed();
      sandbox.fail(getCurrentUser, 0);
      await clock.tickAsync(30_000);
    });
    await untilState(pane, 'ready');
  });
});

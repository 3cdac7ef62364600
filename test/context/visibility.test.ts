import { expect, nextFrame } from '@open-wc/testing';
import { createSandbox } from '../../src/sandbox/create-sandbox.js';
import { mountHub } from '../elements/settings/hub.js';
import { waitFor } from '../queries.js';

describe('the return to a page with several visited panes', () => {
  it('reads what is visible; a hidden pane reads when it is shown, once (D25)', async () => {
    const sandbox = createSandbox();
    const { hub, openPane } = await mountHub(undefined, sandbox);
    const reads = (path: string) => sandbox.requests().filter((request) => request.path === `/api/v1/${path}`).length;
    for (const pane of ['users', 'api-keys', 'security', 'profile']) {
      hub.pane = pane;
      await openPane(`agni-${pane}`);
    }
    const hidden = ['api-keys', 'auth/sessions', 'auth/2fa', `organizations/profile/${sandbox.organizationId}`];
    const before = hidden.map(reads);
    expect(reads('users/me')).to.equal(1);
    window.dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    await waitFor(() => expect(reads('users/me')).to.equal(2));
    expect(hidden.map(reads)).to.deep.equal(before);
    hub.pane = 'api-keys';
    await openPane('agni-api-keys');
    await waitFor(() => expect(reads('api-keys')).to.equal(2));
    hub.pane = 'profile';
    await openPane('agni-profile');
    hub.pane = 'api-keys';
    await openPane('agni-api-keys');
    expect(reads('api-keys')).to.equal(2);
    expect(reads('auth/sessions')).to.equal(1);
  });

  it('reads nothing for a pane that was hidden a moment before', async () => {
    const sandbox = createSandbox();
    const { hub, openPane } = await mountHub(undefined, sandbox);
    const reads = () => sandbox.requests().filter(({ path }) => path === '/api/v1/api-keys').length;
    hub.pane = 'api-keys';
    const { pane } = await openPane('agni-api-keys');
    await nextFrame();
    await nextFrame(); // the visibility of the pane is observed by then
    pane.style.display = 'none';
    window.dispatchEvent(new Event('focus'));
    for (let frame = 0; frame < 4; frame++) await nextFrame();
    expect(reads()).to.equal(1);
    pane.style.display = '';
    await waitFor(() => expect(reads()).to.equal(2));
  });

  it('reads what a pane that is shown again has, also where the user has to scroll to the pane', async () => {
    const sandbox = createSandbox();
    const { hub, openPane } = await mountHub(undefined, sandbox);
    hub.style.marginTop = '5000px';
    hub.pane = 'api-keys';
    await openPane('agni-api-keys');
    hub.pane = 'profile';
    await openPane('agni-profile');
    window.scrollTo(0, 0);
    for (let frame = 0; frame < 2; frame++) await nextFrame(); // the browser reports the hidden pane
    window.dispatchEvent(new Event('focus'));
    const reads = () => sandbox.requests().filter(({ path }) => path === '/api/v1/api-keys').length;
    expect(reads()).to.equal(1);
    hub.pane = 'api-keys';
    await waitFor(() => expect(reads()).to.equal(2));
    expect(window.scrollY).to.equal(0);
  });
});

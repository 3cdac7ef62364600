import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/all.js';
import type { Pane } from '../../src/elements/base/pane.js';
import { createSandbox } from '../../src/sandbox/create-sandbox.js';
import { untilState } from '../mount.js';
import { gate } from '../network.js';
import { waitFor } from '../queries.js';

/** The modules that panes load by themselves: their dialogs and forms. Each brings styles. */
const lazyParts = {
  'agni-api-keys': [
    () => import('../../src/elements/api-keys/dialogs.lazy.js'),
    () => import('../../src/resources/key-creators.js'),
  ],
  'agni-users': [() => import('../../src/elements/users/dialogs.lazy.js')],
  'agni-sessions': [
    () => import('../../src/elements/sessions/dialogs.lazy.js'),
    () => import('../../src/elements/sessions/sign-out.js'),
  ],
  'agni-two-factor': [() => import('../../src/elements/two-factor/dialogs.lazy.js')],
  'agni-org-settings': [() => import('../../src/elements/org-settings/organization-form.lazy.js')],
  'agni-profile': [() => import('../../src/elements/profile/profile-form.lazy.js')],
  'agni-invite-user': [
    () => import('../../src/elements/invite-user/invitation-form.lazy.js'),
    () => import('../../src/theme/dialogs.js'),
  ],
};

describe('dialogs and forms', () => {
  for (const [tag, parts] of Object.entries(lazyParts)) {
    it(`of <${tag}> load once its data are shown, so that they do not delay the data`, async () => {
      const loadAll = () => Promise.all(parts.map((load) => load()));
      await loadAll(); // from now on, a pane that loads them has them at once
      const answers = gate();
      const { fetch } = createSandbox();
      const waiting: typeof fetch = (...request) => answers.passed.then(() => fetch(...request));
      const pane = document.createElement(tag) as Pane;
      await fixture(html`<agni-provider base-url="/" .fetch=${waiting}>${pane}</agni-provider>`);
      const countStyles = () => pane.shadowRoot?.adoptedStyleSheets.length ?? 0;
      await pane.updateComplete;
      await loadAll();
      const before = countStyles();
      answers.open();
      await untilState(pane, 'ready');
      await waitFor(() => expect(countStyles()).to.be.greaterThan(before));
    });
  }
});

import { fixture, html } from '@open-wc/testing';
import '../../../src/define/provider.js';
import type { AgniProvider } from '../../../src/context/agni-provider.js';
import type { ResourceController } from '../../../src/context/resource-controller.js';
import { AgniPane } from '../../../src/elements/base/agni-pane.js';
import { twoUsers } from '../../context/two-users.js';
import { user, viewOf } from '../../mount.js';
import { waitFor } from '../../queries.js';

const words = { heading: 'Test', lead: '' };

/** A pane with the content that a test gives it. */
export class TestPane extends AgniPane<typeof words> {
  protected readonly words = { prefix: 'test', table: words };
  override needs: readonly ResourceController<unknown>[] = [];
  content: () => unknown = () => '';

  override get context() {
    return super.context;
  }

  protected renderContent(): unknown {
    return this.content();
  }
}
customElements.define('test-pane', TestPane);

/**
 * Shows a pane to the user Ada, see {@link twoUsers}. `make` adds controllers to the pane, and returns the function
 * that renders its content.
 */
export async function mountTestPane(make: (pane: TestPane) => () => unknown) {
  const server = twoUsers();
  const { fetch, getToken } = server;
  const provider = await fixture<AgniProvider>(
    html`<agni-provider user-key="ada" .fetch=${fetch} .getToken=${getToken}></agni-provider>`,
  );
  const pane = document.createElement('test-pane') as TestPane;
  pane.content = make(pane);
  provider.append(pane);
  await waitFor(() => {
    if (pane.state === 'loading') throw new Error('The pane still loads');
  });
  await pane.updateComplete;
  const view = viewOf(pane);
  const press = (name: string) => user.click(view.getByRole('button', { name }));
  /** Signs Eve in instead of Ada. */
  const signInEve = async () => {
    server.token = 'eve';
    provider.userKey = 'eve';
    await provider.updateComplete;
    await waitFor(() => {
      if (pane.state !== 'ready') throw new Error(`The pane is ${pane.state}`);
    });
    await pane.updateComplete;
  };
  /** The pane's message about the result of the last action. */
  const message = () => pane.shadowRoot?.querySelector('[part=message]')?.textContent?.trim();
  return { server, provider, pane, view, user, press, message, signInEve };
}

import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/all.js';
import { createClient } from '../../src/client/client.js';
import { AgniProvider } from '../../src/context/agni-provider.js';
import { getCurrentUser } from '../../src/contract/all.js';
import { define } from '../../src/define/define.js';
import { AgniOrgSettings } from '../../src/elements/org-settings/agni-org-settings.js';
import { untilState, user, viewOf } from '../mount.js';
import { network, ok, refused } from '../network.js';
import { twoUsers } from './two-users.js';

/** Imports the other copy of the kit, which shares no module with this one. */
const importCopy = (): Promise<typeof import('./kit-copy.js')> =>
  import(new URL('/copy/test/context/kit-copy.ts', location.href).href);

/** Runs `work`; resolves to the console warnings of that time. */
async function warningsOf(work: () => unknown): Promise<string[]> {
  const { warn } = console;
  const warnings: string[] = [];
  console.warn = (...words: unknown[]) => void warnings.push(words.join(' '));
  try {
    await work();
  } finally {
    console.warn = warn;
  }
  return warnings;
}

// The kit warns once per page, so these tests depend on their order.
describe('a second copy of the kit (C49, C50)', () => {
  it('causes no warning if it is the same one', async () => {
    expect(
      await warningsOf(() => {
        define('agni-provider', AgniProvider);
        define('agni-org-settings', AgniOrgSettings);
      }),
    ).to.deep.equal([]);
  });

  it('keeps the first registrations, adds the missing ones, and warns once', async () => {
    const before = customElements.get('agni-org-settings');
    class Foreign extends HTMLElement {}
    customElements.define('agni-foreign', Foreign);
    const warnings = await warningsOf(async () => {
      const { define: defineOther } = await importCopy();
      defineOther('agni-foreign', class extends HTMLElement {});
      defineOther('agni-new', class extends HTMLElement {});
    });
    const { AgniOrgSettings: Other } = await importCopy();
    expect(Other === AgniOrgSettings).to.equal(false);
    expect(customElements.get('agni-org-settings') === before).to.equal(true);
    expect(customElements.get('agni-foreign') === Foreign).to.equal(true);
    expect(customElements.get('agni-new') !== undefined).to.equal(true);
    expect(warnings.filter((warning) => warning.includes('agni-settings'))).to.have.length(1);
  });

  it('shares token renewal with the first: one new token for both (C13)', async () => {
    const { createClient: createOther } = await importCopy();
    expect(createOther === createClient).to.equal(false);
    const { fetch, sent } = network(({ headers }) =>
      headers.get('authorization') === 'Bearer new'
        ? ok({ id: 'u', email: 'a@b.example', role: 'OWNER' })
        : refused(401, 'TOKEN_EXPIRED'),
    );
    const asked: string[] = [];
    const getToken = ({ reason }: { reason: string }) => {
      asked.push(reason);
      return reason === 'first' ? 'old' : 'new';
    };
    const clients = [createClient({ fetch, getToken }), createOther({ fetch, getToken })];
    await Promise.all(clients.flatMap((client) => Array.from({ length: 10 }, () => client.call(getCurrentUser, {}))));
    expect(asked).to.deep.equal(['first', 'expired']);
    expect(sent).to.have.length(40);
  });

  it('works with the first one’s provider and its errors', async () => {
    const { AgniOrgSettings: Other } = await importCopy();
    customElements.define('other-org-settings', class extends Other {});
    const server = twoUsers();
    server.instead = ({ method }) => (method === 'PATCH' ? refused(500, 'INTERNAL_ERROR') : undefined);
    const { fetch, getToken } = server;
    const root = await fixture(html`
      <agni-provider .fetch=${fetch} .getToken=${getToken}><other-org-settings></other-org-settings></agni-provider>
    `);
    const pane = root.firstElementChild as AgniOrgSettings;
    await untilState(pane, 'ready');
    const view = viewOf(pane);
    const name = view.getByLabelText<HTMLInputElement>('Organization Name');
    expect(name.value).to.equal('Workshop of ada');
    await user.fill(name, 'Workshop of both');
    await user.click(view.getByRole('button', { name: 'Save Changes' }));
    await view.findByText(/Something went wrong on the server/);
  });
});

import { expect } from '@open-wc/testing';
import type {} from '../../src/context/agni-provider.js';
import type {} from '../../src/elements/profile/agni-profile.js';
import { waitFor } from '../queries.js';
import { user, viewOf } from '../user.js';
import { disturb, errors, loadKit, said, send, wire } from './wire.js';

// All kinds of broken connections, made on the wire between the built kit and the built server.
const me = '/api/v1/users/me';
const { broken, unusual } = wire;
const unreachable = "Can't reach the server";
const isWebKit = !/Chrome|Firefox/.test(navigator.userAgent);

/** Milliseconds that the kit waits for an answer: few if no answer comes, many if a busy machine may be slow. */
const limitOf = (name: string) => (name.startsWith('stalls') ? 3000 : 60_000);

/** The profile pane of the built kit, in a provider whose API is behind the proxy. */
async function mount(timeout = 60_000, baseUrl = wire.url) {
  const provider = document.createElement('agni-provider');
  provider.setAttribute('base-url', baseUrl);
  provider.timeout = timeout;
  provider.getToken = async () => wire.token;
  const pane = document.createElement('agni-profile');
  provider.append(pane);
  document.body.append(provider);
  await customElements.whenDefined(pane.localName);
  const view = viewOf(pane);
  return {
    provider,
    firstName: () => view.findByLabelText<HTMLInputElement>('First Name'),
    press: async (name: string) => user.click(await view.findByRole('button', { name })),
    alert: (text: string) =>
      waitFor(() => {
        const found = view.getAllByRole('alert').find(({ textContent }) => textContent?.includes(text));
        if (!found) throw new Error(`No alert says "${text}"`);
        return found;
      }),
    saved: () => view.findByText('Saved'),
  };
}

describe('a connection that', () => {
  before(loadKit);
  afterEach(async () => {
    document.querySelector('agni-provider')?.remove();
    await send('calm');
    expect(errors).to.deep.equal([]);
  });

  for (const { name, ...words } of broken) {
    const text = isWebKit ? words.inWebKit : words.text;
    it(`${name} shows why, and recovers by Try Again (C03, C30)`, async () => {
      await disturb('GET', me, name);
      const { alert, press, firstName } = await mount(limitOf(name));
      const { textContent } = await alert(text);
      expect(textContent).not.to.match(/TypeError|net::|https?:/);
      if (text === unreachable) expect(said.join('\n')).to.contain(new URL(wire.url).host);
      await send('calm');
      await press('Try Again');
      await firstName();
    });
  }

  for (const { name, isBefore } of broken) {
    it(`${name} during a save: the save is sent once, and its outcome shown (C02, C03, C30)`, async () => {
      const { firstName, press, alert, saved } = await mount(limitOf(name));
      const typed = `Ada, whose connection ${name}`;
      await user.fill(await firstName(), typed);
      await disturb('PATCH', me, name);
      await press('Save Changes');
      if (isBefore) {
        await alert('Your changes are still here');
        expect((await firstName()).value).to.equal(typed);
        expect(await send('seen')).to.deep.equal([`PATCH ${me}`]);
        await send('calm');
        await press('Save Changes');
      }
      // If only the answer was lost, a read shows that the change is stored.
      await saved();
      expect(await send('seen')).to.deep.equal([`PATCH ${me}`]);
      const answer = await fetch(wire.origin + me, { headers: { Authorization: `Bearer ${wire.token}` } });
      expect((await answer.json()).data.first_name).to.equal(typed);
    });
  }

  for (const name of unusual) {
    it(`${name} changes nothing (C03, C05)`, async () => {
      await disturb('GET', me, name);
      const { firstName, press, saved } = await mount();
      await firstName();
      await disturb('PATCH', me, name);
      await user.fill(await firstName(), `Grace, whose server ${name}`);
      await press('Save Changes');
      await saved();
      expect(await send('seen')).to.deep.equal([`PATCH ${me}`]);
    });
  }

  it('is refused shows why, and recovers by Try Again (C03)', async () => {
    await send('refuse');
    const { alert, press, firstName } = await mount();
    await alert(unreachable);
    await send('accept');
    await press('Try Again');
    await firstName();
  });

  for (const [name, address] of [
    ['goes to no host', 'http://no-such-host.invalid'],
    ['has broken TLS', wire.url.replace('http:', 'https:')],
  ] as const) {
    it(`${name} shows why, and recovers with another address (C03)`, async () => {
      const { alert, provider, firstName } = await mount(undefined, address);
      await alert(unreachable);
      expect(said.join('\n')).to.contain(new URL(address).host);
      provider.setAttribute('base-url', wire.url);
      await firstName();
    });
  }
});

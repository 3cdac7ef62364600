import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../src/define/api-keys.js';
import '../../src/define/org-settings.js';
import type { AgniProvider } from '../../src/context/agni-provider.js';
import type { AgniOrgSettings } from '../../src/elements/org-settings/agni-org-settings.js';
import { everythingIn, untilState, user, viewOf } from '../mount.js';
import { gate, json, never, ok, refused } from '../network.js';
import { waitFor } from '../queries.js';
import { twoUsers } from './two-users.js';

/** A provider with three panes, and the events that it fired. */
async function show(server = twoUsers(), attributes: Partial<AgniProvider> = {}) {
  const { fetch, getToken } = server;
  const provider = document.createElement('agni-provider');
  Object.assign(provider, { fetch, getToken }, attributes);
  const heard: string[] = [];
  for (const name of ['agni-auth-required', 'agni-password-change-required', 'agni-load-error'] as const) {
    provider.addEventListener(name, ({ target }) => void heard.push(`${name} ${(target as Element).localName}`));
  }
  for (let count = 0; count < 3; count++) provider.append(document.createElement('agni-org-settings'));
  (await fixture(html`<div></div>`)).append(provider);
  const panes = [...provider.children] as AgniOrgSettings[];
  const until = (state: AgniOrgSettings['state']) => Promise.all(panes.map((pane) => untilState(pane, state)));
  const field = (label: string) => viewOf(panes[0] as Element).getByLabelText<HTMLInputElement>(label);
  return { server, provider, panes, heard, until, field };
}

const shows = (text: string) => everythingIn(document.body).includes(text);

describe('a session that ended', () => {
  it('is shown by every pane, and reported to the host once (C12)', async () => {
    const server = twoUsers();
    server.lets = [];
    const { heard, until } = await show(server);
    await until('signed-out');
    expect(heard).to.deep.equal(['agni-auth-required agni-provider']);
    expect(server.sent.length).to.be.at.most(6); // two for each pane
  });

  it('while the page is open is noticed with the next request (C48)', async () => {
    const { server, heard, until } = await show();
    await until('ready');
    server.lets = [];
    const before = server.paths().length;
    window.dispatchEvent(new Event('focus'));
    await until('signed-out');
    expect(heard).to.deep.equal(['agni-auth-required agni-provider']);
    const asked = server.paths().slice(before);
    for (const path of asked) expect(asked.filter((one) => one === path).length, path).to.be.at.most(2);
  });

  it('because `getToken` throws or rejects is reported as well (C12)', async () => {
    const throws = () => {
      throw new Error('gone');
    };
    for (const getToken of [throws, () => Promise.reject(new Error('gone'))]) {
      const { server, heard, until } = await show(twoUsers(), { getToken });
      await until('signed-out');
      expect(heard).to.deep.equal(['agni-auth-required agni-provider']);
      expect(server.sent).to.have.length(0);
    }
  });

  it('because `getToken` hangs is reported after the time limit (C12)', async () => {
    const { heard, until } = await show(twoUsers(), { getToken: never, timeout: 20 });
    await until('signed-out');
    expect(heard).to.deep.equal(['agni-auth-required agni-provider']);
  });

  it('is reported once, and renewed once, however many requests wait and though the renewal fails (D22)', async () => {
    const renewal = gate<string | Promise<never>>();
    const server = twoUsers();
    const { heard, until } = await show(server);
    await until('ready');
    server.lets = [];
    server.token = renewal.passed as Promise<string>;
    const before = server.sent.length;
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(server.sent.length).to.be.greaterThan(before + 1));
    renewal.open(Promise.reject(new Error('gone')));
    await until('signed-out');
    await nextFrame();
    expect(server.asked).to.deep.equal(['first', 'expired']);
    expect(heard).to.deep.equal(['agni-auth-required agni-provider']);
  });

  it('is not reported by a provider that was removed meanwhile (D23)', async () => {
    const token = gate<string | Promise<never>>();
    const server = twoUsers();
    server.token = token.passed as Promise<string>;
    const { provider, heard } = await show(server);
    await waitFor(() => expect(server.asked).to.deep.equal(['first']));
    provider.remove();
    await nextFrame();
    token.open(Promise.reject(new Error('gone')));
    await nextFrame();
    expect(heard).to.deep.equal([]);
    expect(server.sent).to.deep.equal([]);
  });

  it('ends for every pane as soon as the user signs in again, whichever pane was used for it', async () => {
    const server = twoUsers();
    server.lets = [];
    server.instead = ({ url }, who) => {
      if (!url.pathname.endsWith('/api-keys')) return undefined;
      return server.lets.includes(who) ? ok([]) : refused(401, 'TOKEN_EXPIRED');
    };
    const { provider, panes, until } = await show(server);
    const keys = document.createElement('agni-api-keys');
    provider.append(keys);
    await until('signed-out');
    await untilState(keys, 'signed-out');
    server.lets = ['ada'];
    await user.click(viewOf(panes[0] as Element).getByRole('button', { name: 'Try Again' }));
    await until('ready');
    await untilState(keys, 'ready');
  });

  it('leaves no old data behind: what was not refused is read again too', async () => {
    const server = twoUsers();
    const { provider, until } = await show(server);
    await until('ready');
    server.lets = [];
    const keys = document.createElement('agni-api-keys');
    provider.append(keys); // the only pane that sends a request
    await until('signed-out');
    await untilState(keys, 'signed-out');
    server.lets = ['ada'];
    server.instead = ({ url }) => {
      if (url.pathname.endsWith('/api-keys')) return ok([]);
      return url.pathname.includes('/profile/') ? ok({ id: 'o-ada', name: 'Renamed meanwhile' }) : undefined;
    };
    await user.click(viewOf(keys).getByRole('button', { name: 'Try Again' }));
    await until('ready');
    await waitFor(() => expect(shows('Renamed meanwhile')).to.equal(true));
  });

  it('links to the host’s sign-in page, and navigates nowhere by itself', async () => {
    const server = twoUsers();
    server.lets = [];
    const { provider, panes, until } = await show(server, { signInUrl: '/sign-in?back=1' });
    await until('signed-out');
    const view = viewOf(panes[0] as Element);
    expect(view.getByRole('link').getAttribute('href')).to.equal('/sign-in?back=1');
    provider.removeAttribute('sign-in-url');
    provider.signInUrl = undefined as never;
    await provider.updateComplete;
    await waitFor(() => view.getByRole('button', { name: 'Try Again' }));
  });

  it('keeps the edits of the same user, who continues after signing in (C12)', async () => {
    const { server, panes, heard, until, field } = await show();
    await until('ready');
    await user.fill(field('Website'), 'https://typed.example');
    server.lets = [];
    window.dispatchEvent(new Event('focus'));
    await until('signed-out');
    server.lets = ['ada'];
    await user.click(viewOf(panes[1] as Element).getByRole('button', { name: 'Try Again' }));
    await until('ready');
    expect(field('Website').value).to.equal('https://typed.example');
    expect(heard).to.have.length(1);
  });

  it('shows no data of the former user to the next one, not even for a moment (C10)', async () => {
    const { server, panes, until, field } = await show();
    await until('ready');
    await user.fill(field('Website'), 'https://typed-by-ada.example');
    server.lets = [];
    window.dispatchEvent(new Event('focus'));
    await until('signed-out');
    expect(shows('ada')).to.equal(false);
    const me = gate<Response>();
    server.lets = ['eve'];
    server.token = 'eve';
    // The server answers every request immediately, except the read of the user.
    server.instead = ({ url }) => (url.pathname.endsWith('/users/me') ? me.passed.then((r) => r.clone()) : undefined);
    const before = server.sent.length;
    await user.click(viewOf(panes[0] as Element).getByRole('button', { name: 'Try Again' }));
    await waitFor(() => expect(server.paths().slice(before)).to.include('GET /api/v1/organizations/profile/o-ada'));
    await waitFor(() => expect(server.paths().slice(before)).to.include('GET /api/v1/users/me'));
    for (let frame = 0; frame < 5; frame++) await nextFrame(); // all arrived answers are rendered by then
    expect(shows('ada')).to.equal(false);
    me.open(ok({ id: 'u-eve', email: 'eve@eve.example', role: 'OWNER', organization_id: 'o-eve' }));
    await until('ready');
    expect([shows('Workshop of eve'), shows('ada')]).to.deep.equal([true, false]);
  });
});

describe('another user', () => {
  it('by another user key sees no data of the former, and no request has the former’s token (C10)', async () => {
    const { server, provider, until, field } = await show(twoUsers(), { userKey: 'ada' });
    await until('ready');
    await user.fill(field('Website'), 'https://typed-by-ada.example');
    const before = server.sent.length;
    server.token = 'eve';
    provider.userKey = 'eve';
    await provider.updateComplete;
    await until('ready');
    expect([shows('Workshop of eve'), shows('ada')]).to.deep.equal([true, false]);
    const tokens = server.sent.slice(before).map(({ headers }) => headers.get('authorization'));
    expect([...new Set(tokens)]).to.deep.equal(['Bearer eve']);
    expect(server.asked).to.deep.equal(['first', 'first']);
  });

  it('by another id in the answer sees no data of the former (C10)', async () => {
    const { server, until, field } = await show();
    await until('ready');
    await user.fill(field('Website'), 'https://typed-by-ada.example');
    server.token = 'eve';
    server.lets = ['eve'];
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect([shows('Workshop of eve'), shows('ada')]).to.deep.equal([true, false]));
    await until('ready');
    expect(shows('ada')).to.equal(false);
  });

  it('whom the renewed token belongs to sends no write of the former, and sees their own data (C10, C16)', async () => {
    const { server, panes, until, field } = await show();
    await until('ready');
    await user.fill(field('Website'), 'https://typed-by-ada.example');
    server.token = 'eve';
    server.lets = ['eve'];
    await user.click(viewOf(panes[0] as Element).getByRole('button', { name: 'Save Changes' }));
    await waitFor(() => expect([shows('Workshop of eve'), shows('ada')]).to.deep.equal([true, false]));
    await until('ready');
    const writes = server.sent.filter(({ method }) => method === 'PATCH');
    expect(writes.map(({ headers }) => headers.get('authorization'))).to.deep.equal(['Bearer ada']);
    expect(field('Website').value).not.to.contain('typed-by-ada');
  });

  it('finds no dialog of the former open (C10)', async () => {
    const server = twoUsers();
    server.instead = ({ url }, who) => {
      if (!url.pathname.endsWith('/regions')) return undefined;
      return ok(['west', 'east'].map((side) => ({ id: `${who}-${side}`, name: `${who}’s ${side}` })));
    };
    const { provider, panes, until, field } = await show(server, { userKey: 'ada' });
    await until('ready');
    await waitFor(() => expect(field('Region').localName).to.equal('select'));
    await user.choose(field('Region'), 'ada’s east');
    await user.click(viewOf(panes[0] as Element).getByRole('button', { name: 'Save Changes' }));
    await waitFor(() => viewOf(panes[0] as Element).getByRole('dialog'));
    server.token = 'eve';
    provider.userKey = 'eve';
    await waitFor(() => expect(shows('Workshop of eve')).to.equal(true));
    await until('ready');
    expect(panes.some((pane) => pane.shadowRoot?.querySelector('dialog'))).to.equal(false);
    expect(shows('ada')).to.equal(false);
  });

  it('never sees a late answer to the former (C09, C10)', async () => {
    const server = twoUsers();
    const late = gate<Response>();
    server.instead = ({ url }, who) => (who === 'ada' && url.pathname.includes('/profile/') ? late.passed : undefined);
    const { provider, until } = await show(server, { userKey: 'ada' });
    await waitFor(() => expect(server.paths().join()).to.include('/profile/o-ada'));
    server.token = 'eve';
    provider.userKey = 'eve';
    await until('ready');
    late.open(json(200, { id: 'o-ada', name: 'Workshop of ada' }));
    await until('ready');
    expect([shows('Workshop of eve'), shows('ada')]).to.deep.equal([true, false]);
    expect(server.sent.find(({ url }) => url.pathname.endsWith('o-ada'))?.signal.aborted).to.equal(true);
  });
});

describe('two providers of one user', () => {
  it('for two organizations send a token each, because a token may name the organization', async () => {
    const server = twoUsers();
    const one = await show(server, { userKey: 'both', orgId: 'o-ada', getToken: () => 'ada' });
    await one.until('ready');
    const two = await show(server, { userKey: 'both', orgId: 'o-eve', getToken: () => 'eve' });
    await two.until('ready');
    expect([one, two].map(({ field }) => field('Organization Name').value)).to.deep.equal([
      'Workshop of ada',
      'Workshop of eve',
    ]);
  });
});

describe('a provider that is removed from the page', () => {
  for (const [which, isSame] of [['the same', true] as const, ['a new one', false] as const]) {
    it(`leaves no token behind: ${which} that is added later asks for the token of the user of then (C10)`, async () => {
      const { server, provider, until, field } = await show();
      await until('ready');
      await user.fill(field('Website'), 'https://typed-by-ada.example');
      const place = provider.parentElement as Element;
      provider.remove();
      await nextFrame();
      server.token = 'eve';
      const before = server.sent.length;
      if (isSame) place.append(provider);
      const later = isSame ? { until } : await show(server);
      await later.until('ready');
      expect([shows('Workshop of eve'), shows('ada')]).to.deep.equal([true, false]);
      const tokens = server.sent.slice(before).map(({ headers }) => headers.get('authorization'));
      expect([...new Set(tokens)]).to.deep.equal(['Bearer eve']);
    });
  }

  it('for a move keeps its token and the edits (C08)', async () => {
    const { server, provider, until, field } = await show();
    await until('ready');
    await user.fill(field('Website'), 'https://typed.example');
    // The requests for usage may still be pending; the profile was read.
    const reads = () => server.paths().filter((path) => path.includes('/profile/')).length;
    const before = reads();
    (await fixture(html`<div></div>`)).append(provider);
    await provider.updateComplete;
    await nextFrame();
    expect(field('Website').value).to.equal('https://typed.example');
    expect(server.asked).to.deep.equal(['first']);
    expect(reads()).to.equal(before);
  });
});

describe('a temporary password', () => {
  it('is reported to the host once, however many panes it stops (C18)', async () => {
    const server = twoUsers();
    server.instead = () => refused(403, 'PASSWORD_CHANGE_REQUIRED');
    const { heard, until } = await show(server);
    await until('denied');
    const required = heard.filter((name) => name.startsWith('agni-password-change-required'));
    expect(required).to.deep.equal(['agni-password-change-required agni-provider']);
  });

  it('is reported anew when a later one is set after it was changed', async () => {
    const server = twoUsers();
    const temporary = () => refused(403, 'PASSWORD_CHANGE_REQUIRED');
    server.instead = temporary;
    const { panes, heard, until } = await show(server);
    const reports = () => heard.filter((name) => name.startsWith('agni-password-change-required')).length;
    await until('denied');
    server.instead = () => undefined;
    panes[0]?.dispatchEvent(new CustomEvent('agni-password-changed', { bubbles: true, composed: true }));
    await until('ready');
    expect(reports()).to.equal(1);
    server.instead = temporary;
    window.dispatchEvent(new Event('focus'));
    await until('denied');
    expect(reports()).to.equal(2);
  });
});

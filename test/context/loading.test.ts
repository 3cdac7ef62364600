import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../src/define/org-settings.js';
import type { AgniProvider } from '../../src/context/agni-provider.js';
import { stopClock } from '../clock.js';
import { untilState, user, viewOf } from '../mount.js';
import { gate, json, never, refused, unreachable } from '../network.js';
import { waitFor } from '../queries.js';
import { twoUsers } from './two-users.js';

const events = ['agni-ready', 'agni-load-error', 'agni-error', 'agni-dirty-change'] as const;

/** A provider with one pane, and the events that the host received. */
async function show(server = twoUsers()) {
  const { fetch, getToken } = server;
  const root = await fixture<HTMLElement>(html`<div></div>`);
  const heard: [string, unknown][] = [];
  for (const name of events) root.addEventListener(name, ({ type, detail }) => void heard.push([type, detail]));
  const provider = Object.assign(document.createElement('agni-provider'), { fetch, getToken, baseUrl: '/' });
  const pane = document.createElement('agni-org-settings');
  provider.append(pane);
  root.append(provider);
  const view = () => viewOf(pane);
  const field = (label: string) => view().getByLabelText<HTMLInputElement>(label);
  /** How often the profile was read. */
  const reads = () => server.paths().filter((path) => path.includes('/profile/')).length;
  return { server, root, provider, pane, heard, view, field, reads };
}

const profile = ({ url }: { url: URL }) => url.pathname.includes('/profile/');

describe('a first load', () => {
  it('shows that it is pending, then its data, and fires `agni-ready` once', async () => {
    const { pane, heard, provider } = await show();
    expect(pane.state).to.equal('loading');
    expect(pane.matches(':state(loading)')).to.equal(true);
    await untilState(pane, 'ready');
    expect([pane.matches(':state(ready)'), pane.matches(':state(loading)')]).to.deep.equal([true, false]);
    expect(heard).to.deep.equal([['agni-ready', null]]);
    await pane.refresh();
    provider.messages = {};
    await pane.updateComplete;
    expect(heard).to.have.length(1);
  });

  it('that fails shows why, offers to try again, and recovers (C01, C03)', async () => {
    const server = twoUsers();
    server.instead = () => unreachable();
    const { pane, heard, view } = await show(server);
    await untilState(pane, 'error');
    expect(view().getByRole('alert').textContent).to.include("Can't reach the server.");
    expect(pane.matches(':state(error)')).to.equal(true);
    const message = 'No answer: offline, or CORS';
    const detail = { operation: 'getCurrentUser', status: 0, code: 'NETWORK_ERROR', message };
    expect(heard).to.deep.equal([['agni-load-error', detail]]);
    server.instead = () => undefined;
    await user.click(view().getByRole('button', { name: 'Try Again' }));
    await untilState(pane, 'ready');
    expect(heard.map(([name]) => name)).to.deep.equal(['agni-load-error', 'agni-ready']);
  });

  it('that takes seconds says so in the status region, until the data is there (D72)', async () => {
    const server = twoUsers();
    server.instead = () => never();
    await stopClock(async (clock) => {
      const { pane, view } = await show(server);
      await pane.updateComplete;
      expect(view().getByRole('status').textContent).to.equal('');
      await clock.tickAsync(2500);
      expect([pane.state, view().getByRole('status').textContent]).to.deep.equal(['loading', 'Loading…']);
    });
  });

  it('that fails recovers by itself once the page is online (C01, D28)', async () => {
    const server = twoUsers();
    server.instead = () => unreachable();
    const { pane } = await show(server);
    await untilState(pane, 'error');
    server.instead = () => undefined;
    window.dispatchEvent(new Event('online'));
    await untilState(pane, 'ready');
  });

  const states = [
    [403, 'FORBIDDEN', 'denied'],
    [404, 'NOT_FOUND', 'error'],
    [500, 'INTERNAL_ERROR', 'error'],
  ] as const;
  for (const [status, code, state] of states) {
    it(`answered by ${status} shows the pane as ${state}`, async () => {
      const server = twoUsers();
      server.instead = (request) => (profile(request) ? refused(status, code) : undefined);
      const { pane, heard, view } = await show(server);
      await untilState(pane, state);
      expect(heard.map(([name]) => name)).to.deep.equal(['agni-load-error']);
      expect(view().queryByRole('button', { name: 'Try Again' }) !== null).to.equal(state === 'error');
    });
  }

  it('never shows the HTML page of a proxy (C27)', async () => {
    const server = twoUsers();
    const page = '<h1 id="proxy">Bad gateway</h1>';
    server.instead = () => new Response(page, { status: 502, headers: { 'Content-Type': 'text/html' } });
    const { pane } = await show(server);
    await untilState(pane, 'error');
    expect(pane.shadowRoot?.innerHTML.includes('proxy')).to.equal(false);
  });

  it('keeps its data when a refetch fails, and shows that the data may be outdated', async () => {
    const { server, pane, heard, view, field } = await show();
    await untilState(pane, 'ready');
    server.instead = () => unreachable();
    await pane.refresh();
    await pane.updateComplete;
    expect(field('Organization Name').value).to.equal('Workshop of ada');
    view().getByText(/may be out of date/);
    expect(heard.map(([name]) => name)).to.deep.equal(['agni-ready', 'agni-error']);
  });
});

describe('a pane that is removed', () => {
  it('aborts its requests, without an error (C07)', async () => {
    const server = twoUsers();
    server.instead = () => never();
    const { pane, heard, root } = await show(server);
    await waitFor(() => expect(server.paths()).to.include('GET /api/v1/users/me'));
    const before = server.sent.length;
    pane.remove();
    await waitFor(() => expect(server.sent.every(({ signal }) => signal.aborted)).to.equal(true));
    await nextFrame();
    expect(heard).to.deep.equal([]);
    expect(server.sent).to.have.length(before);
    root.remove();
  });

  it('loads again when it is added later', async () => {
    const server = twoUsers();
    server.instead = () => never();
    const { pane, provider } = await show(server);
    await waitFor(() => expect(server.paths()).to.include('GET /api/v1/users/me'));
    pane.remove();
    await waitFor(() => expect(server.sent.every(({ signal }) => signal.aborted)).to.equal(true));
    server.instead = () => undefined;
    provider.append(pane);
    await untilState(pane, 'ready');
  });
});

describe('a pane that is moved a hundred times (C08)', () => {
  /** Counts the remaining listeners on the page's own objects. */
  function countListeners() {
    let count = 0;
    const undo = [window, document].map((target) => {
      const { addEventListener, removeEventListener } = target;
      target.addEventListener = (...rest: Parameters<typeof addEventListener>) => {
        count++;
        addEventListener.apply(target, rest);
      };
      target.removeEventListener = (...rest: Parameters<typeof removeEventListener>) => {
        count--;
        removeEventListener.apply(target, rest);
      };
      return () => Object.assign(target, { addEventListener, removeEventListener });
    });
    return { count: () => count, undo: () => undo.map((put) => put()) };
  }

  const moves: [string, (parent: Element, pane: Element) => void][] = [
    ['append', (parent, pane) => parent.append(pane)],
  ];
  // WebKit has no `moveBefore` yet.
  if ('moveBefore' in Element.prototype) {
    const { moveBefore } = Element.prototype as Element & { moveBefore: Element['insertBefore'] };
    moves.push(['moveBefore', (parent, pane) => moveBefore.call(parent, pane, null)]);
  }
  for (const [name, move] of moves) {
    it(`by ${name} keeps edits, sends no request, and adds no listeners`, async () => {
      const { server, provider, pane, field, heard, reads } = await show();
      await untilState(pane, 'ready');
      await waitFor(() => expect(server.paths()).to.include('GET /api/v1/agents/'));
      await user.fill(field('Website'), 'https://typed.example');
      const before = server.reads();
      const listeners = countListeners();
      const places = [document.createElement('div'), document.createElement('div')];
      provider.append(...places);
      for (let count = 0; count < 100; count++) move(places[count % 2] as Element, pane);
      await pane.updateComplete;
      listeners.undo();
      expect(listeners.count()).to.equal(0);
      expect(field('Website').value).to.equal('https://typed.example');
      expect(pane.dirty).to.equal(true);
      expect(server.reads()).to.equal(before);
      const readBefore = reads();
      window.dispatchEvent(new Event('focus'));
      await waitFor(() => expect(reads()).to.equal(readBefore + 1));
      await untilState(pane, 'ready');
      expect(reads()).to.equal(readBefore + 1);
      expect(heard.map(([type]) => type)).to.deep.equal(['agni-ready', 'agni-dirty-change']);
    });
  }

  it('while it loads continues with the one request', async () => {
    const server = twoUsers();
    const answer = gate<Response>();
    server.instead = (request) => (profile(request) ? answer.passed : undefined);
    const { provider, pane, field, reads } = await show(server);
    await waitFor(() => expect(reads()).to.equal(1));
    for (let count = 0; count < 100; count++) provider.append(pane);
    answer.open(json(200, { id: 'o-ada', name: 'Came once' }));
    await untilState(pane, 'ready');
    expect(field('Organization Name').value).to.equal('Came once');
    expect(reads()).to.equal(1);
  });
});

describe('another server or organization', () => {
  for (const change of [{ baseUrl: '/elsewhere' }, { orgId: 'o-other' }] satisfies Partial<AgniProvider>[]) {
    it(`by ${Object.keys(change)} drops a late answer to the former (C09)`, async () => {
      const server = twoUsers();
      const late = gate<Response>();
      server.instead = (request) => (profile(request) ? late.passed : undefined);
      const { provider, pane, field, reads } = await show(server);
      await waitFor(() => expect(reads()).to.equal(1));
      server.instead = () => undefined;
      Object.assign(provider, change);
      await untilState(pane, 'ready');
      late.open(json(200, { id: 'o-old', name: 'Too late' }));
      await nextFrame();
      expect(field('Organization Name').value).to.equal('Workshop of ada');
      const { pathname } = server.sent.filter(profile).at(-1)?.url ?? {};
      expect(pathname).to.include(Object.values(change)[0]);
    });
  }

  it('drops edits of the former', async () => {
    const { provider, pane, field } = await show();
    await untilState(pane, 'ready');
    await user.fill(field('Website'), 'https://typed.example');
    provider.orgId = 'o-other';
    await provider.updateComplete;
    await untilState(pane, 'ready');
    expect(field('Website').value).to.equal('https://ada.example');
    expect(pane.dirty).to.equal(false);
  });
});

describe('a page that was away', () => {
  const returns: [string, () => Event, EventTarget][] = [
    ['the focus', () => new Event('focus'), window],
    ['the network', () => new Event('online'), window],
    ['the history', () => new PageTransitionEvent('pageshow', { persisted: true }), window], // C46
    ['its tab', () => new Event('visibilitychange'), document],
  ];
  for (const [name, event, target] of returns) {
    it(`reads again when ${name} is back, and keeps edits (C46, C47)`, async () => {
      const { server, pane, field, reads } = await show();
      await untilState(pane, 'ready');
      await user.fill(field('Website'), 'https://typed.example');
      server.instead = (request) => (profile(request) ? json(200, { id: 'o-ada', name: 'Renamed' }) : undefined);
      const before = reads();
      for (let twice = 0; twice < 2; twice++) target.dispatchEvent(event());
      await waitFor(() => expect(field('Organization Name').value).to.equal('Renamed'));
      expect(reads()).to.equal(before + 1);
      expect(field('Website').value).to.equal('https://typed.example');
    });
  }

  it('reads nothing again when it is shown for the first time', async () => {
    const { pane, reads } = await show();
    await untilState(pane, 'ready');
    const before = reads();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    await nextFrame();
    expect(reads()).to.equal(before);
  });
});

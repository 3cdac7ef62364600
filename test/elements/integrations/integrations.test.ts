import { expect, html } from '@open-wc/testing';
import '../../../src/define/integrations.js';
import '../../../src/define/settings.js';
import { getCalcomStatus, listCalcomEventTypes } from '../../../src/contract/calcom.js';
import { getGhlSetupStatus, listGhlAppointments, listGhlCalendars } from '../../../src/contract/ghl.js';
import type { Pane } from '../../../src/elements/base/pane.js';
import type { AgniIntegrations } from '../../../src/elements/integrations/agni-integrations.js';
import { Arrival } from '../../../src/elements/settings/arrival.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { mount as mountPane, untilState, user, viewOf } from '../../mount.js';
import { waitFor, within } from '../../queries.js';
import { mountHub } from '../settings/hub.js';

const mount = async (template = html`<agni-integrations></agni-integrations>`, sandbox = createSandbox()) => {
  const mounted = await mountPane<AgniIntegrations>(template, sandbox);
  const { pane } = mounted;
  const text = (name: string) =>
    pane.shadowRoot?.querySelector(`[data-service=${name}].card`)?.textContent?.replace(/\s+/g, ' ').trim();
  const service = async (tag: 'agni-ghl' | 'agni-calcom') => {
    const child = await waitFor(() => {
      const found = pane.shadowRoot?.querySelector<Pane>(tag);
      if (!found) throw new Error(`<${tag}> is not open`);
      return found;
    });
    return child;
  };
  return { ...mounted, text, service };
};

const ghlReady =
  'GoHighLevel Connected Agents book straight into your GoHighLevel calendars. 4 calendars, 27 appointments Manage GoHighLevel';

describe('<agni-integrations>', () => {
  it('shows a card for each service: its state in words, and how much there is', async () => {
    const { pane, view, text } = await mount(html`<agni-integrations heading-level="3"></agni-integrations>`);
    view.getByRole('heading', { name: 'Integrations', level: 3 });
    view.getByRole('heading', { name: 'GoHighLevel', level: 4 });
    await waitFor(() => expect(text('ghl')).to.equal(ghlReady));
    await waitFor(() =>
      expect(text('calcom')).to.contain('Connected').and.to.contain('10 event types, 6 appointments'),
    );
    await expect(pane).to.be.accessible();
  });

  it('says in words that a service is not connected, or needs something', async () => {
    const states = [
      ['none', 'Not connected'],
      ['incomplete', 'Setup incomplete'],
      ['token_invalid', 'Reconnect needed'],
    ] as const;
    for (const [ghl, words] of states) {
      const { text } = await mount(undefined, createSandbox().integrations({ ghl, calcom: [] }));
      await waitFor(() => expect(text('ghl')).to.contain(words));
      await waitFor(() => expect(text('calcom')).to.contain('Not connected'));
      expect(text('calcom')).not.to.match(/\d/);
    }
  });

  it('moves nothing while the cards fill, and fits into 900 px (D62)', async () => {
    type Source = { readonly previousRect: DOMRect; readonly currentRect: DOMRect };
    type Shift = PerformanceEntry & { readonly sources: readonly Source[] };
    const shifts: Shift[] = [];
    const observer = new PerformanceObserver((list) => shifts.push(...(list.getEntries() as Shift[])));
    observer.observe({ type: 'layout-shift' });
    // The page sets a font, as host pages do: browsers replace their default font after the first frame.
    const { pane, text } = await mount(html`<agni-integrations style="font-family: sans-serif"></agni-integrations>`);
    const places = () =>
      ['.card', '.mark', '.name', '.muted', 'button'].map((part) =>
        [...(pane.shadowRoot?.querySelectorAll(part) ?? [])].map((element) => {
          const { x, y, height } = element.getBoundingClientRect();
          return { part, x, y, height };
        }),
      );
    const before = places();
    await waitFor(() => expect(text('ghl')).to.equal(ghlReady));
    await waitFor(() => expect(text('calcom')).to.contain('10 event types'));
    expect(places()).to.deep.equal(before);
    expect(pane.offsetHeight).to.be.below(900);
    await new Promise(requestAnimationFrame);
    shifts.push(...(observer.takeRecords() as Shift[]));
    observer.disconnect();
    const moves = shifts.flatMap(({ sources }) => sources.map((source) => [source.previousRect, source.currentRect]));
    expect(JSON.stringify(moves)).to.equal('[]');
  });

  it('shows both counts of a card at once, so that the first does not move (D62)', async () => {
    const never = { delay: 86_400_000 };
    const { sandbox, text } = await mount(undefined, createSandbox().fail(listGhlAppointments, 0, undefined, never));
    const hasCalendars = () =>
      sandbox.requests().some(({ path, status }) => path === listGhlCalendars.path && status === 200);
    await waitFor(() => expect(hasCalendars()).to.equal(true));
    await waitFor(() => expect(text('calcom')).to.contain('10 event types'));
    expect(text('ghl')).not.to.match(/\d/);
    sandbox.fail(listGhlAppointments, 0, undefined, { delay: 0 });
  });

  it('has its tab stops in the order in which the cards stand (D75)', async () => {
    const { pane, text } = await mount(html`<agni-integrations style="width: 900px"></agni-integrations>`);
    await waitFor(() => expect(text('ghl')).to.equal(ghlReady));
    const stops = [...(pane.shadowRoot?.querySelectorAll<HTMLElement>('button, a[href], [tabindex="0"]') ?? [])];
    const places = stops.map((stop) => stop.getBoundingClientRect());
    const inOrder = [...places].sort((a, b) => (Math.abs(a.top - b.top) > 4 ? a.top - b.top : a.left - b.left));
    expect(stops.map(({ textContent }) => textContent?.trim())).to.deep.equal(['Manage GoHighLevel', 'Manage Cal.com']);
    expect(places).to.deep.equal(inOrder);
  });

  it('takes further cards of the host, after its own', async () => {
    const { pane } = await mount(
      html`<agni-integrations><section slot="card"><h3>Our calendar</h3></section></agni-integrations>`,
    );
    const slot = pane.shadowRoot?.querySelector<HTMLSlotElement>('slot[name=card]');
    expect(slot?.assignedElements().map(({ textContent }) => textContent)).to.deep.equal(['Our calendar']);
    expect(!!slot?.nextElementSibling).to.equal(false);
  });

  it('keeps one card where the other service can not be read, and reads it again on refresh', async () => {
    const sandbox = createSandbox().fail(getGhlSetupStatus, 403).fail(listCalcomEventTypes, 502);
    const { pane, text } = await mount(html`<agni-integrations no-heading></agni-integrations>`, sandbox);
    await waitFor(() => expect(text('ghl')).to.contain("You don't have permission"));
    await waitFor(() => expect(text('calcom')).to.contain('Connected').and.to.contain('6 appointments'));
    expect(pane.state).to.equal('ready');
    sandbox.fail(getGhlSetupStatus, 0);
    await pane.refresh();
    await waitFor(() => expect(text('ghl')).to.equal(ghlReady));
  });

  it('offers Try Again on the card whose status or count could not be read, and on no other', async () => {
    const sandbox = createSandbox().fail(getGhlSetupStatus, 500).fail(listCalcomEventTypes, 502);
    const { text, view } = await mount(undefined, sandbox);
    const card = (name: string) => within(view.getByRole('region', { name }));
    const buttons = () => view.queryAllByRole('button', { name: 'Try Again' }).length;
    await waitFor(() => expect(buttons()).to.equal(2));
    sandbox.fail(getGhlSetupStatus, 0).fail(listCalcomEventTypes, 0);
    await user.click(card('GoHighLevel').getByRole('button', { name: 'Try Again' }));
    await waitFor(() => expect(text('ghl')).to.equal(ghlReady));
    expect(buttons()).to.equal(1);
    await user.click(card('Cal.com').getByRole('button', { name: 'Try Again' }));
    await waitFor(() => expect(text('calcom')).to.contain('10 event types'));
    expect(buttons()).to.equal(0);
  });

  it('opens a service by keyboard, says where the reader is, and leads back to the same button', async () => {
    const { pane, view, service } = await mount(html`<agni-integrations readonly></agni-integrations>`);
    const changes: string[] = [];
    pane.addEventListener('agni-view-change', (event) => void changes.push((event as CustomEvent).detail.view));
    for (const [name, tag] of [
      ['GoHighLevel', 'agni-ghl'],
      ['Cal.com', 'agni-calcom'],
    ] as const) {
      await user.click(await view.findByRole('button', { name: `Manage ${name}` }));
      const child = await service(tag);
      await untilState(child, 'ready');
      expect(child.readonly).to.equal(true);
      const heading = viewOf(child).getByRole('heading', { name, level: 2 });
      await waitFor(() => expect(child.shadowRoot?.activeElement).to.equal(heading));
      expect(view.queryAllByRole('heading', { name: 'Integrations' })).to.have.length(0);
      await expect(pane).to.be.accessible();
      await user.click(view.getByRole('link', { name: 'Integrations' }));
      const manage = await view.findByRole('button', { name: `Manage ${name}` });
      await waitFor(() => expect(pane.shadowRoot?.activeElement).to.equal(manage));
    }
    expect(changes).to.deep.equal(['ghl', '', 'calcom', '']);
  });

  it('shows the cards for a view that does not exist, and lets a host set a view', async () => {
    const { pane, view, service } = await mount(html`<agni-integrations view="nope"></agni-integrations>`);
    await view.findByRole('button', { name: 'Manage Cal.com' });
    expect(pane.view).to.equal('');
    pane.view = 'calcom';
    await service('agni-calcom');
    expect(pane.getAttribute('view')).to.equal('calcom');
  });

  it('says why a service can not be shown', async () => {
    const { pane, view, service } = await mount(undefined, createSandbox().fail(getCalcomStatus, 403));
    await user.click(await view.findByRole('button', { name: 'Manage Cal.com' }));
    await untilState(await service('agni-calcom'), 'denied');
    expect(pane.state).to.equal('ready');
  });

  it('hands its parts on for a host to style', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('agni-integrations::part(badge) { outline: 3px solid rgb(1, 2, 3); }');
    document.adoptedStyleSheets.push(sheet);
    try {
      const { pane, view, service } = await mount(html`<agni-integrations view="ghl"></agni-integrations>`);
      const child = await service('agni-ghl');
      await untilState(child, 'ready');
      const outline = (found: Element) => getComputedStyle(found).outlineColor;
      expect(outline(viewOf(child).getByText('Connected'))).to.equal('rgb(1, 2, 3)');
      pane.view = '';
      await view.findByRole('button', { name: 'Manage Cal.com' });
      await waitFor(() => expect(outline(view.getAllByText('Connected')[0] as Element)).to.equal('rgb(1, 2, 3)'));
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    }
  });
});

describe('<agni-integrations> in the hub', () => {
  const back = () => {
    const done = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    history.back();
    return done;
  };

  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  it('has an address for each view: by link, by Manage, and back', async () => {
    location.hash = 'integrations/calcom';
    const { hub, openPane, link } = await mountHub(html`<agni-settings routing="hash"></agni-settings>`);
    const { pane, view } = await openPane('agni-integrations');
    const integrations = pane as AgniIntegrations;
    await waitFor(() => expect(integrations.view).to.equal('calcom'));
    await user.click(await view.findByRole('link', { name: 'Integrations' }));
    await waitFor(() => expect(location.hash).to.equal('#integrations'));
    const manage = await view.findByRole('button', { name: 'Manage GoHighLevel' });
    await user.click(manage);
    await waitFor(() => expect(location.hash).to.equal('#integrations/ghl'));
    expect(integrations.view).to.equal('ghl');
    await back();
    await waitFor(() => expect(integrations.view).to.equal(''));
    await waitFor(() => expect(pane.shadowRoot?.activeElement?.textContent).to.contain('Manage GoHighLevel'));
    await back();
    await waitFor(() => expect([hub.pane, integrations.view]).to.deep.equal(['integrations', 'calcom']));
    await user.click(link('Integrations'));
    await waitFor(() => expect([location.hash, integrations.view]).to.deep.equal(['#integrations', '']));
  });

  it('keeps the view of the address where the page focuses the hub while the pane loads', () => {
    const arrival = new Arrival();
    const pane = Object.assign(document.createElement('div'), {
      ...{ view: '', state: 'loading', updateComplete: Promise.resolve(true) },
      show: () => true,
    });
    arrival.start('integrations', 'calcom');
    arrival.start('integrations'); // as `hub.focus()` does
    arrival.settle('integrations', pane);
    expect(pane.view).to.equal('calcom');
    arrival.start('integrations', '');
    arrival.settle('integrations', pane);
    expect(pane.view).to.equal('');
  });

  it('opens its views without an address where the hub does not route', async () => {
    const { openPane } = await mountHub(html`<agni-settings pane="integrations"></agni-settings>`);
    const { pane, view } = await openPane('agni-integrations');
    const before = location.href;
    await user.click(await view.findByRole('button', { name: 'Manage Cal.com' }));
    await waitFor(() => expect((pane as AgniIntegrations).view).to.equal('calcom'));
    expect(location.href).to.equal(before);
  });
});

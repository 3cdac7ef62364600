import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { ResourceController } from '../../../src/context/resource-controller.js';
import { AppointmentDialog } from '../../../src/elements/base/appointment-dialog.js';
import { appointmentsEn } from '../../../src/elements/base/appointments.en.js';
import { listing } from '../../../src/elements/base/listing.js';
import { Locale } from '../../../src/locales/locale.js';
import type { Booking } from '../../../src/resources/bookings.js';
import { organizationResource } from '../../../src/resources/organization.js';
import { Resource } from '../../../src/resources/resource.js';
import { gate, refused } from '../../network.js';
import { waitFor } from '../../queries.js';
import { mountTestPane } from './test-pane.js';

describe('a pane', () => {
  it('does not show the next user what came of the last action of the former', async () => {
    const { press, message, signInEve } = await mountTestPane(
      (pane) => () => html`<button @click=${() => pane.context.announce('Ada was invited.')}>Invite</button>`,
    );
    await press('Invite');
    await waitFor(() => expect(message()).to.equal('Ada was invited.'));
    await signInEve();
    expect(message()).to.equal('');
  });

  it('reports a failed refetch to the page once, however often it renders, and the next failure again', async () => {
    const { pane, server } = await mountTestPane((pane) => {
      pane.needs = [new ResourceController(pane, (session) => session.use(organizationResource).current)];
      return () => 'content';
    });
    const heard: unknown[] = [];
    pane.addEventListener('agni-error', ({ detail }) => void heard.push(detail.code));
    server.instead = ({ url }) => (url.pathname.includes('/profile/') ? refused(500, 'INTERNAL_ERROR') : undefined);
    await pane.refresh();
    for (let render = 0; render < 3; render++) {
      pane.requestUpdate();
      await pane.updateComplete;
    }
    expect(heard).to.deep.equal(['INTERNAL_ERROR']);
    await pane.refresh();
    await pane.updateComplete;
    expect(heard).to.deep.equal(['INTERNAL_ERROR', 'INTERNAL_ERROR']);
  });
});

describe('a list with data of its own', () => {
  /** A pane with such a list. `answers` are the results of its reads, in order; an error makes a read fail. */
  async function mount(...answers: (string | Error | Promise<string>)[]) {
    const resource = new Resource<string>(async () => {
      const answer = answers.shift();
      if (answer === undefined) throw new Error('One read too many');
      if (answer instanceof Error) throw answer;
      return answer;
    });
    const { error } = console;
    console.error = () => undefined; // hides the stack of an error that does not come from the API
    const mounted = await mountTestPane((pane) => {
      const source = new ResourceController(pane, () => resource);
      return () => html`<div id="list">${listing(source, pane.context, (value) => value)}</div>`;
    });
    const text = () => mounted.pane.shadowRoot?.querySelector('#list')?.textContent?.replace(/\s+/g, ' ').trim();
    const restore = () => Object.assign(console, { error });
    return { ...mounted, resource, text, restore };
  }

  it('has a skeleton while it loads, and shows what it has then', async () => {
    const answer = gate<string>();
    const { text, restore, pane } = await mount(answer.passed);
    try {
      expect(!!pane.renderRoot.querySelector('#list > [aria-busy=true]')).to.equal(true);
      answer.open('two rows');
      await waitFor(() => expect(text()).to.equal('two rows'));
    } finally {
      restore();
    }
  });

  it('says why it is missing, and loads at the next attempt', async () => {
    const { text, view, press, restore } = await mount(new Error('no such list'), 'two rows');
    try {
      await waitFor(() => expect(view.getByRole('alert').textContent).to.contain('Something went wrong.'));
      await press('Try Again');
      await waitFor(() => expect(text()).to.equal('two rows'));
    } finally {
      restore();
    }
  });

  it('says that it may be out of date when it could not be refreshed, until it could', async () => {
    const { text, resource, press, restore } = await mount('two rows', new Error('down'), 'three rows');
    try {
      await waitFor(() => expect(text()).to.equal('two rows'));
      await resource.refetch();
      await waitFor(() => expect(text()).to.match(/^Couldn't refresh.*Try Again.*two rows$/));
      await press('Try Again');
      await waitFor(() => expect(text()).to.equal('three rows'));
    } finally {
      restore();
    }
  });
});

describe('the dialog of an appointment', () => {
  type Facts = Partial<Booking>;
  const listed: Facts = { id: 'a1', name: 'Ada', phone: '+1 555 0100', status: 'booked' };

  async function mount(answer: Promise<Facts>) {
    let open = (_: Facts): void => undefined;
    const mounted = await mountTestPane((pane) => {
      const dialog = new AppointmentDialog(
        pane.context,
        () => new Resource(() => answer as Promise<Booking>),
        () => new Locale('test', appointmentsEn, 'en'),
      );
      open = (appointment) => dialog.open(appointment as Booking);
      return () => dialog.render();
    });
    open(listed);
    await mounted.pane.updateComplete;
    const facts = () =>
      [...(mounted.pane.shadowRoot?.querySelectorAll('dd') ?? [])].map(({ textContent }) => textContent?.trim());
    return { ...mounted, facts };
  }

  it('shows at once what the list told, and then what is known now, without losing what the answer leaves out', async () => {
    const answer = gate<Facts>();
    const { facts, view } = await mount(answer.passed);
    view.getByRole('dialog', { name: 'Ada' });
    expect(facts()).to.deep.equal(['booked', '+1 555 0100', 'a1']);
    answer.open({ id: 'other', name: undefined, phone: undefined, status: 'cancelled' });
    await waitFor(() => expect(facts()).to.deep.equal(['Cancelled', '+1 555 0100', 'a1']));
    view.getByRole('dialog', { name: 'Ada' });
  });

  it('does not stay open for the next user', async () => {
    const { view, signInEve } = await mount(Promise.resolve(listed));
    view.getByRole('dialog', { name: 'Ada' });
    await signInEve();
    expect(!!view.queryByRole('dialog')).to.equal(false);
  });
});

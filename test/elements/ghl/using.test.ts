import { expect, oneEvent } from '@open-wc/testing';
import {
  disconnectGhl,
  getGhlAgentByCalendar,
  getGhlAppointment,
  getGhlSetupStatus,
  listGhlAppointments,
  listGhlCalendars,
} from '../../../src/contract/ghl.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/create-sandbox.js';
import { untilClosed, user } from '../../mount.js';
import { waitFor, within } from '../../queries.js';
import { clippedTexts, outOfFrame } from '../integrations/frames.js';
import { inState, mount } from './pane.js';

const disconnect = 'Disconnect GoHighLevel';
const said = (body: unknown) => ({ body });
const boxed = (data: unknown) => said({ success: true, message: '', data });
const asked = (sandbox: Sandbox, ending: RegExp) => sandbox.requests().filter(({ path }) => ending.test(path));

describe('<agni-ghl> connected', () => {
  it('says how the connection stands, in words', async () => {
    for (const [state, words] of [
      ['none', 'Not connected'],
      ['active', 'Connected'],
      ['incomplete', 'Setup incomplete'],
      ['token_invalid', 'Reconnect needed'],
    ] as const) {
      const { pane, view, status } = await mount(inState(state));
      view.getByRole('heading', { name: 'GoHighLevel', level: 2 });
      expect(status()).to.equal(words);
      await expect(pane).to.be.accessible();
    }
  });

  it('turns into one that needs renewing when its token runs out, and shows nothing it can no longer know', async () => {
    const { pane, view, sandbox, status, table } = await mount();
    await table('Calendars', 4);
    sandbox.clock.advance(22 * 86_400_000);
    await pane.refresh();
    await pane.updateComplete;
    expect(status()).to.equal('Reconnect needed');
    expect(view.queryAllByRole('table')).to.have.length(0);
    const before = asked(sandbox, /calendars|appointments/).length;
    await pane.refresh();
    expect(asked(sandbox, /calendars|appointments/)).to.have.length(before);
  });

  it('lists calendars with the agent that books through each, asking once for every one', async () => {
    const { pane, sandbox, table } = await mount();
    await table('Calendars', 4);
    await waitFor(() => expect(asked(sandbox, /\/agents\/calendar\//)).to.have.length(4));
    const [first, , third, last] = await waitFor(() => {
      const rows = [...(pane.shadowRoot?.querySelectorAll('table[aria-label=Calendars] tbody [part=row]') ?? [])];
      const texts = rows.map(({ children }) =>
        [...children].map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim()).join(' '),
      );
      if (texts.some((text) => text?.includes('Loading'))) throw new Error('still loading');
      return texts;
    });
    expect(first).to.equal('New patients First visit with X-ray, 45 minutes First visit Reception');
    expect(third).to.contain('Recall reminders Paused');
    expect(last).to.contain('Reception');
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(asked(sandbox, /\/setup\/calendars$/)).to.have.length(2));
    expect(asked(sandbox, /\/agents\/calendar\//)).to.have.length(4);
  });

  it('says which calendars have no agent, and which could not be read', async () => {
    const incomplete = await mount(inState('incomplete'));
    await waitFor(async () => expect((await incomplete.table('Calendars', 4))[0]?.[2]).to.equal('None'));
    const sandbox = createSandbox().fail(getGhlAgentByCalendar, 500);
    const { table } = await mount(sandbox);
    await waitFor(async () => expect((await table('Calendars', 4))[0]?.[2]).to.equal("Couldn't be read"));
  });

  it('lists appointments twenty at a time, and finds them by status and agent', async () => {
    const { pane, view, user, press, rows, table, sandbox } = await mount();
    const all = await table('Appointments', 20);
    expect(all.map((row) => [row[0], ...row.slice(2, 4)])).to.deep.include(['Nora Whelan', 'Reception', 'Confirmed']);
    const timesOf = (group: string) => {
      const body = view.getByRole('rowheader', { name: group }).closest('tbody');
      return [...(body?.querySelectorAll('time') ?? [])].map(({ dateTime }) => Date.parse(dateTime));
    };
    const [upcoming, past] = [timesOf('Upcoming'), timesOf('Past')];
    expect(upcoming).to.deep.equal([...upcoming].sort((x, y) => x - y));
    expect(past).to.deep.equal([...past].sort((x, y) => y - x));
    expect(Math.min(...upcoming)).to.be.above(Math.max(...past));
    const time = pane.shadowRoot?.querySelector('table[aria-label=Appointments] time') as HTMLElement;
    expect(time.title).to.match(/ UTC$/);
    await expect(pane).to.be.accessible();
    await press('Next page');
    await table('Appointments', 7);
    await user.choose(view.getByLabelText('Status'), 'Cancelled');
    await waitFor(() =>
      expect(new Set(rows('Appointments').map((row) => row[3]))).to.deep.equal(new Set(['Cancelled'])),
    );
    await user.choose(view.getByLabelText('Agent'), 'After hours');
    await waitFor(() =>
      expect(new Set(rows('Appointments').map((row) => row[2]))).to.deep.equal(new Set(['After hours'])),
    );
    const { query } = asked(sandbox, /\/ghl\/appointments$/).at(-1) ?? {};
    expect([query?.status, query?.org_id, query?.limit]).to.deep.equal(['cancelled', sandbox.organizationId, '200']);
    await user.choose(view.getByLabelText('Agent'), 'Recall reminders');
    await view.findByText('No appointments match.');
    await press('Clear filters');
    await table('Appointments', 20);
    expect(pane.shadowRoot?.activeElement).to.equal(view.getByLabelText('Status'));
  });

  it('drops what is being read before it disconnects, because the server would refuse to answer it', async () => {
    const sandbox = createSandbox();
    const reads: AbortSignal[] = [];
    const areDropped = Promise.withResolvers<boolean[]>();
    const fetch: typeof globalThis.fetch = (input, init) => {
      const request = new Request(input, init);
      if (request.method === disconnectGhl.method && request.url.endsWith(disconnectGhl.path))
        areDropped.resolve(reads.map(({ aborted }) => aborted));
      if (!/\/agents\/calendar\//.test(request.url)) return sandbox.fetch(request);
      reads.push(request.signal);
      return new Promise((_, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason));
      });
    };
    const { press, openTab, dialog, status, table } = await mount({ ...sandbox, fetch });
    await table('Calendars', 4);
    await waitFor(() => expect(reads).to.have.length(4));
    await openTab('Overview');
    await press(disconnect);
    await user.click(within(await dialog(disconnect)).getByRole('button', { name: disconnect }));
    expect(await areDropped.promise).to.deep.equal([true, true, true, true]);
    await waitFor(() => expect(status()).to.equal('Not connected'));
  });

  it('shows the last filter asked for, whichever answer comes last (C36)', async () => {
    const { view, user, table, rows, sandbox } = await mount();
    await table('Appointments', 20);
    sandbox.fail(listGhlAppointments, 0, undefined, { delay: 300, times: 1 });
    await user.choose(view.getByLabelText('Status'), 'Cancelled');
    await waitFor(() => expect(asked(sandbox, /\/ghl\/appointments$/).at(-1)?.query.status).to.equal('cancelled'));
    await user.choose(view.getByLabelText('Status'), 'Rescheduled');
    const statuses = () => new Set(rows('Appointments').map((row) => row[3]));
    await waitFor(() => expect(statuses()).to.deep.equal(new Set(['Rescheduled'])));
    await waitFor(() => expect(asked(sandbox, /\/ghl\/appointments$/).every(({ status }) => status)).to.equal(true));
    expect(statuses()).to.deep.equal(new Set(['Rescheduled']));
  });

  it('shows everything that is known of an appointment, and gives the focus back', async () => {
    const { pane, view, user, press, dialog, table, sandbox } = await mount();
    await table('Appointments', 20);
    await user.click(view.getAllByRole('button', { name: /^Details Nora Whelan .*\d:\d\d/ })[0] as HTMLElement);
    const details = await dialog('Nora Whelan');
    await waitFor(() => expect(asked(sandbox, /\/appointments\/.+/).at(-1)?.status).to.equal(200));
    for (const text of ['nora.whelan@mail.example', '+353855550100', 'Confirmed', 'Reception']) {
      expect(details.textContent).to.contain(text);
    }
    await expect(pane).to.be.accessible();
    await press('Close');
    await waitFor(() => expect(pane.shadowRoot?.querySelectorAll('dialog')).to.have.length(0));
    expect(pane.shadowRoot?.activeElement?.textContent).to.contain('Nora Whelan');
    sandbox.fail(getGhlAppointment, 404);
    await user.click(view.getAllByRole('button', { name: /^Details Tomás Pires/ })[0] as HTMLElement);
    await view.findByText('This no longer exists.');
  });

  it('keeps one table where the other can not be had, with a way on (C27)', async () => {
    const sandbox = createSandbox().fail(listGhlCalendars, 502);
    const { view, press, openTab, table, status } = await mount(sandbox);
    await table('Appointments', 20);
    await openTab('Calendars');
    await view.findByText("A service behind the server didn't respond. Try again in a moment.");
    expect(status()).to.equal('Connected');
    sandbox.fail(listGhlCalendars, 0);
    await press('Try Again');
    await table('Calendars', 4);
  });
});

describe('<agni-ghl> disconnecting', () => {
  it('says what stops working, does it once, and tells the host', async () => {
    const { pane, press, dialog, sandbox, status, view } = await mount();
    await press(disconnect);
    const question = await dialog(disconnect);
    await waitFor(() => expect(question.textContent).to.contain('Reception books through New patients, Emergency'));
    expect(question.textContent).to.contain('After hours books through Check-ups');
    await expect(pane).to.be.accessible();
    const gone = oneEvent(pane, 'agni-integration-disconnected');
    const confirm = view.getAllByRole('button', { name: disconnect }).at(-1);
    confirm?.click();
    confirm?.click();
    expect((await gone).detail).to.deep.equal({ name: 'GoHighLevel' });
    await waitFor(() => expect(status()).to.equal('Not connected'));
    await view.findByText('GoHighLevel is disconnected.');
    expect(asked(sandbox, /disconnect$/)).to.have.length(1);
    await waitFor(() => expect(pane.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Connect GoHighLevel'));
    expect(view.queryAllByRole('table')).to.have.length(0);
  });

  it('does nothing if the user cancels or the page refuses', async () => {
    const { pane, press, dialog, sandbox, status, view } = await mount();
    await press(disconnect);
    await dialog(disconnect);
    await press('Cancel');
    await untilClosed(pane);
    pane.addEventListener('agni-before-disconnect-integration', (event) => event.preventDefault());
    await press(disconnect);
    await dialog(disconnect);
    view.getAllByRole('button', { name: disconnect }).at(-1)?.click();
    await view.findByText('Blocked by this site.');
    expect([status(), asked(sandbox, /disconnect$/).length]).to.deep.equal(['Connected', 0]);
  });

  it('looks anew where only the answer was lost, and says what is true (C02)', async () => {
    for (const wasCarriedOut of [true, false]) {
      const sandbox = createSandbox().fail(disconnectGhl, 0, undefined, { drop: true });
      const { pane, press, dialog, status, view } = await mount(sandbox);
      await press(disconnect);
      await dialog(disconnect);
      if (wasCarriedOut) sandbox.integrations({ ghl: 'none' });
      view.getAllByRole('button', { name: disconnect }).at(-1)?.click();
      if (wasCarriedOut) {
        await waitFor(() => expect(status()).to.equal('Not connected'));
        expect(view.queryAllByRole('dialog')).to.have.length(0);
      } else {
        await view.findByText(/GoHighLevel is still connected\.$/);
        expect(status()).to.equal('Connected');
        sandbox.fail(getGhlSetupStatus, 0, undefined, { drop: true });
        view.getAllByRole('button', { name: disconnect }).at(-1)?.click();
        await view.findByText(/We couldn't confirm the change/);
      }
      expect(asked(sandbox, /disconnect$/).length).to.equal(wasCarriedOut ? 1 : 2);
      await pane.updateComplete;
    }
  });
});

describe('<agni-ghl> and the documented answers', () => {
  const status = { ghl_connected: true, token_valid: true, location_id: 'loc_77', agent_count: 1, next_step: '' };
  const calendar = { id: 'c1', name: 'Check-ups', service_title: 'Check-up' };
  const booked = {
    id: 'a1',
    contact_name: 'Nora Whelan',
    agent_id: 'g1',
    agent_name: 'Reception',
    appointment_time: '2026-03-02T09:30:00Z',
    status: 'confirmed',
  };
  const agent = { agent_id: 'g1', agent_name: 'Reception', is_active: true };

  /** Four answers of each edition: status, calendars, agent of a calendar, appointments. */
  const editions: Record<string, readonly unknown[]> = {
    current: [
      { success: true, message: 'ok', data: { ...status, agents_created: true, setup_complete: true, message: 'x' } },
      { success: true, message: 'ok', data: { calendars: [calendar], count: 1 } },
      { success: true, message: 'ok', data: { ...agent, calendar_id: 'c1', created_at: '2026-01-01T00:00:00Z' } },
      { success: true, message: 'ok', data: { appointments: [booked], count: 1 } },
    ],
    'camelCase, and numbers as text': [
      {
        success: true,
        data: { ghlConnected: true, tokenValid: true, locationId: 'loc_77', agentCount: '1', nextStep: null },
      },
      {
        success: true,
        data: { calendars: [{ ...calendar, service_title: undefined, serviceTitle: 'Check-up' }], count: '1' },
      },
      { success: true, data: { agentId: 'g1', agentName: 'Reception', isActive: true } },
      {
        success: true,
        data: {
          appointments: [
            {
              id: 'a1',
              contactName: 'Nora Whelan',
              agentId: 'g1',
              agentName: 'Reception',
              appointmentTime: '2026-03-02T09:30:00.000+00:00',
              status: 'Confirmed',
            },
          ],
        },
      },
    ],
    'without envelopes, with what nobody knows yet': [
      { ...status, next_step: 'INVITE_TEAM', plan: { tier: 3 } },
      { calendars: [{ ...calendar, description: null, color: '#fff' }] },
      { ...agent, is_active: null },
      { appointments: [{ ...booked, status: 'CONFIRMED', contact_email: null, room: 4 }] },
    ],
  };

  const screenOf = async ([setup, calendars, byCalendar, appointments]: readonly unknown[]) => {
    const sandbox = createSandbox()
      .fail(getGhlSetupStatus, 200, undefined, said(setup))
      .fail(listGhlCalendars, 200, undefined, said(calendars))
      .fail(getGhlAgentByCalendar, 200, undefined, said(byCalendar))
      .fail(listGhlAppointments, 200, undefined, said(appointments));
    const { pane, table, openTab } = await mount(sandbox);
    const screen = () => pane.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';
    await waitFor(() => expect(screen()).to.match(/Calendars1 ?Appointments1/));
    const overview = screen();
    await table('Appointments', 1);
    await waitFor(() => expect(screen()).to.contain('Recall reminders'));
    const booked = screen();
    await openTab('Calendars');
    await waitFor(async () => expect((await table('Calendars', 1))[0]?.[2]).to.equal('Reception'));
    return [overview, booked, screen()].join('\n');
  };

  it('shows the same screen for all their editions and spellings (C32)', async () => {
    const [current, ...others] = Object.values(editions);
    const expected = await screenOf(current ?? []);
    expect(expected).to.contain('Connected').and.to.contain('loc_77');
    expect(expected).to.match(/Check-ups ?Check-up ?Reception/);
    for (const edition of others) expect(await screenOf(edition)).to.equal(expected);
  });

  it('stays in its frames with names without end, which can be read in full (C55)', async () => {
    const endless = 'x'.repeat(10_000);
    const sandbox = createSandbox()
      .fail(getGhlSetupStatus, 200, undefined, boxed(status))
      .fail(
        listGhlCalendars,
        200,
        undefined,
        boxed({ calendars: [{ id: 'c1', name: endless, description: endless, service_title: endless }] }),
      )
      .fail(getGhlAgentByCalendar, 200, undefined, boxed({ ...agent, agent_name: endless }))
      .fail(
        listGhlAppointments,
        200,
        undefined,
        boxed({ appointments: [{ ...booked, contact_name: endless, agent_name: endless }] }),
      );
    const { pane, table } = await mount(sandbox);
    await table('Appointments', 1);
    expect(outOfFrame(pane)).to.deep.equal([]);
    expect(clippedTexts(pane)).to.deep.equal(Array(2).fill(endless));
    await waitFor(async () => expect((await table('Calendars', 1))[0]?.[2]).to.equal(endless));
    expect(outOfFrame(pane)).to.deep.equal([]);
    expect(clippedTexts(pane)).to.deep.equal(Array(4).fill(endless));
  });

  it('takes what is missing for what it most likely means', async () => {
    const least = await mount(createSandbox().fail(getGhlSetupStatus, 200, undefined, boxed({ ghl_connected: true })));
    expect(least.status()).to.equal('Connected');
    const odd = createSandbox().fail(
      listGhlAppointments,
      200,
      undefined,
      boxed({ appointments: [{ id: 'x' }, booked] }),
    );
    const { table } = await mount(odd);
    expect((await table('Appointments', 2))[0]?.slice(0, 4)).to.deep.equal(['No name', '–', '–', '–']);
    const unreadable = await mount(
      createSandbox().fail(getGhlSetupStatus, 200, undefined, boxed({ connected: 'yes' })),
    );
    expect(unreadable.pane.state).to.equal('error');
  });
});

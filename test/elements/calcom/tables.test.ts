import { expect, oneEvent } from '@open-wc/testing';
import { listAgents } from '../../../src/contract/agents.js';
import {
  type CalcomEventType,
  findCalcomEventType,
  getCalcomAppointment,
  getCalcomStatus,
  listCalcomAppointments,
  listCalcomEventTypes,
} from '../../../src/contract/calcom.js';
import { assignCalcomAgentAccount, getCalcomAgentInfo } from '../../../src/contract/calcom-agents.js';
import type { Endpoint } from '../../../src/contract/endpoint.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/create-sandbox.js';
import { waitFor } from '../../queries.js';
import { clippedTexts, outOfFrame } from '../integrations/frames.js';
import { losingAnswers, mount, textOf, writes } from './pane.js';

const answering = (sandbox: Sandbox, answers: readonly (readonly [Endpoint, unknown])[]) => {
  for (const [operation, data] of answers) {
    sandbox.fail(operation, 200, undefined, { body: { success: true, message: 'ok', data } });
  }
  return sandbox;
};

describe('<agni-calcom>, its agents', () => {
  it('shows which account each agent books through, and a private connection without its key', async () => {
    const { pane, shown, select, openTab } = await mount();
    await openTab('Agents');
    expect(await shown('Reception')).to.equal('Front desk');
    expect(await shown('Recall reminders')).to.equal('None');
    expect(await shown('After hours')).to.equal('Private key: Night line');
    const afterHours = await select('After hours');
    expect(afterHours.disabled).to.equal(true);
    const reason = pane.shadowRoot?.getElementById(afterHours.getAttribute('aria-describedby') ?? '');
    expect(textOf(reason)).to.contain('This agent has a private key');
    await expect(pane).to.be.accessible();
  });

  it('assigns an account and unlinks it, always saying which account or none', async () => {
    const { pane, view, user, select, shown, sandbox, openTab } = await mount();
    await openTab('Agents');
    const assigned = oneEvent(pane, 'agni-integration-account-assigned');
    await user.choose(await select('Recall reminders'), 'Surgery B');
    expect((await assigned).detail.name).to.equal('Recall reminders');
    await view.findByText('Recall reminders now books through Surgery B.');
    expect(await shown('Recall reminders')).to.equal('Surgery B');
    await user.choose(await select('Recall reminders'), 'None');
    await view.findByText('Recall reminders no longer books through Cal.com.');
    await openTab('Overview');
    const id = pane.renderRoot.querySelectorAll<HTMLElement>('.list [part=row]')[1]?.dataset.id;
    expect(writes(sandbox).map(({ method, body }) => [method, body])).to.deep.equal([
      ['PUT', { calcom_account_id: id }],
      ['PUT', { calcom_account_id: null }],
    ]);
    expect(pane.shadowRoot?.activeElement?.localName).to.not.equal('body');
  });

  it('explains a conflict, and rolls the choice back to what the server says (C22)', async () => {
    const { pane, view, user, select, shown, sandbox, openTab } = await mount();
    await openTab('Agents');
    sandbox.fail(assignCalcomAgentAccount, 409);
    await user.choose(await select('Recall reminders'), 'Front desk');
    await view.findByText(/This agent already has a private key/);
    expect(await shown('Recall reminders')).to.equal('None');
    expect((await select('Recall reminders')).value).to.equal('');
    await expect(pane).to.be.accessible();
    sandbox.fail(assignCalcomAgentAccount, 0);
    await user.choose(await select('Recall reminders'), 'Front desk');
    await view.findByText('Recall reminders now books through Front desk.');
    expect(view.queryByText(/This agent already has/)).to.equal(null);
  });

  it('lets the last of several choices win, one write at a time (C37)', async () => {
    const { view, user, select, shown, sandbox, openTab } = await mount();
    await openTab('Agents');
    const choice = await select('Recall reminders');
    await Promise.all(['Front desk', 'Surgery B', 'Front desk', 'Surgery B'].map((name) => user.choose(choice, name)));
    await view.findByText('Recall reminders now books through Surgery B.');
    expect(writes(sandbox).length).to.be.at.most(2);
    expect(await shown('Recall reminders')).to.equal('Surgery B');
  });

  it('rolls back where the host says no, and looks where an answer was lost (C02)', async () => {
    const cancelled = await mount();
    await cancelled.openTab('Agents');
    cancelled.pane.addEventListener('agni-before-assign-integration-account', (event) => event.preventDefault());
    await cancelled.user.choose(await cancelled.select('Reception'), 'None');
    await cancelled.view.findByText(/Blocked by this site/);
    expect(await cancelled.shown('Reception')).to.equal('Front desk');

    const lost = await mount(losingAnswers(createSandbox()));
    await lost.openTab('Agents');
    await lost.user.choose(await lost.select('Reception'), 'None');
    await lost.view.findByText('Reception no longer books through Cal.com.');
    expect(writes(lost.sandbox)).to.have.length(1);
  });

  it('shows the server’s value again after an unexpected error, which the console shows, and saves the next choice', async () => {
    const { provider, view, user, select, shown, openTab } = await mount();
    await openTab('Agents');
    // Only operations whose address the vendor has not documented can be changed.
    const mistake: object = { assignCalcomAgentAccount: { method: 'PUT', path: '/elsewhere' } };
    provider.endpoints = mistake;
    await provider.updateComplete;
    const rejection = new Promise<PromiseRejectionEvent>((resolve) => {
      const expected = (event: PromiseRejectionEvent) => {
        event.preventDefault();
        resolve(event);
      };
      window.addEventListener('unhandledrejection', expected, { once: true });
    });
    await user.choose(await select('Recall reminders'), 'Surgery B');
    expect((await rejection).reason.message).to.contain("can't change it");
    await waitFor(async () => expect(await shown('Recall reminders')).to.equal('None'));
    expect(!!view.queryByText('Saving…')).to.equal(false);
    provider.endpoints = {};
    await provider.updateComplete;
    await user.choose(await select('Recall reminders'), 'Surgery B');
    await view.findByText('Recall reminders now books through Surgery B.');
  });

  it('asks for the agents of one page alone, a few at a time', async () => {
    const agents = Array.from({ length: 45 }, (_, index) => ({
      id: `0190bbbb-0000-7000-8000-${String(index).padStart(12, '0')}`,
      agentName: `Agent ${index + 1}`,
    }));
    const sandbox = answering(createSandbox(), [
      [listAgents, agents],
      [getCalcomAgentInfo, { connected: false }],
    ]);
    let [underWay, most] = [0, 0];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const isInfo = new Request(input).url.includes('/info');
      underWay += isInfo ? 1 : 0;
      most = Math.max(most, underWay);
      const response = await sandbox.fetch(input, init);
      underWay -= isInfo ? 1 : 0;
      return response;
    };
    const { rows, press, openTab } = await mount({ ...sandbox, fetch });
    await openTab('Agents');
    const infos = () => sandbox.requests().filter(({ path }) => path.endsWith('/info')).length;
    expect([(await rows('Agents')).length, infos()]).to.deep.equal([20, 20]);
    expect(most).to.be.at.most(4);
    await press('Next page');
    await waitFor(() => expect(infos()).to.equal(40));
  });

  it('says which account could not be read, and reads it again on request', async () => {
    const sandbox = createSandbox().fail(getCalcomAgentInfo, 500, undefined, { times: 3 });
    const { pane, view, rows, press, shown, openTab } = await mount(sandbox);
    await openTab('Agents');
    expect((await rows('Agents'))[0]).to.contain("Couldn't be read");
    await press('Try Again Reception');
    await waitFor(async () => expect(await shown('Reception')).to.equal('Front desk'));
    expect(pane.shadowRoot?.activeElement === view.getByRole('heading', { name: 'Cal.com' })).to.equal(true);
  });

  it('keeps the rest where this host may not list agents', async () => {
    const { view, rows, pane, openTab } = await mount(createSandbox().fail(listAgents, 403));
    await openTab('Agents');
    await view.findByText(/You don't have permission to do this/);
    expect(pane.state).to.equal('ready');
    expect(await rows('Event Types')).to.have.length(10);
  });
});

describe('<agni-calcom>, what can be booked', () => {
  it('lists event types with the account they belong to, as proof that it works', async () => {
    const { rows } = await mount();
    const all = await rows('Event Types');
    expect(all).to.have.length(10);
    expect(all[1]).to.match(/^First visit \(Front desk\) X-rays.* first-visit · \d+ 60 min €45\.00 Bookable$/);
    expect(all[0]).to.contain('Free');
    expect(all[4]).to.contain('Hidden');
  });

  it('finds an event type by its number, in digits of any script, and by its slug', async () => {
    const { pane, view, user, field, press, rows } = await mount();
    const [, second = ''] = await rows('Event Types');
    const number = /first-visit · (\d+)/.exec(second)?.[1] ?? '';
    const inScript = (zero: number) => number.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
    const [arabic, persian, devanagari, fullWidth] = [0x0660, 0x06f0, 0x0966, 0xff10].map(inScript);
    for (const [wanted = '', title] of [
      [arabic, 'First visit'],
      [' hygiene ', 'Hygiene appointment'],
      [persian, 'First visit'],
      ['hygiene', 'Hygiene appointment'],
      [devanagari, 'First visit'],
      ['hygiene', 'Hygiene appointment'],
      [fullWidth, 'First visit'],
      ['hygiene', 'Hygiene appointment'],
      [number, 'First visit'],
    ]) {
      await user.fill(await field('Find event type'), wanted);
      await press('Find');
      await waitFor(() => expect(textOf(pane.shadowRoot?.querySelector('.found'))).to.contain(`Found: ${title}`));
    }
    await expect(pane).to.be.accessible();
    await user.fill(await field('Find event type'), 'nothing');
    await press('Find');
    await view.findByText(/No connected account has an event type/);
    expect((await field('Find event type')).value).to.equal('nothing');
    await user.fill(await field('Find event type'), '  ');
    await press('Find');
    await view.findByText('Fill in this field.');
  });

  it('says why looking one up failed, also one that no address can hold', async () => {
    const { view, user, field, press, sandbox, openTab } = await mount();
    await openTab('Event Types');
    await user.fill(await field('Find event type'), '..');
    await press('Find');
    await view.findByText(/No connected account has an event type/);
    sandbox.fail(findCalcomEventType, 500);
    await user.fill(await field('Find event type'), 'check-up');
    await press('Find');
    await view.findByText(/Something went wrong on the server/);
  });

  it('lists appointments by status, and shows one in full', async () => {
    const { pane, user, field, rows, press, dialog, sandbox } = await mount();
    expect(await rows('Appointments')).to.have.length(6);
    await user.choose(await field('Status'), 'Pending');
    await waitFor(async () => expect(await rows('Appointments')).to.have.length(1));
    expect((await rows('Appointments'))[0]).to.match(/45 min Pending/);
    const asked = sandbox.requests().filter(({ path }) => path.endsWith('/calcom/appointments'));
    expect(asked.at(-1)?.query).to.include({ status: 'pending' });
    await press(/^Details Aoife Kelly /);
    const details = await dialog('Aoife Kelly');
    await waitFor(() => expect(textOf(details)).to.contain('+3531555'));
    for (const fact of ['Pending', 'aoife.kelly@example.com', '45 min', 'Europe/Dublin']) {
      expect(textOf(details)).to.contain(fact);
    }
    await expect(pane).to.be.accessible();
    await press('Close');
    await user.choose(await field('Status'), 'Rejected');
    await waitFor(() => expect(textOf(pane.shadowRoot)).to.contain('No appointments match.'));
  });

  it('keeps the list where an appointment is gone', async () => {
    const { press, dialog, rows, openTab } = await mount(createSandbox().fail(getCalcomAppointment, 404));
    await openTab('Appointments');
    await press(/^Details Tom Breen /);
    const details = await dialog('Tom Breen');
    await waitFor(() => expect(textOf(details)).to.contain('This no longer exists.'));
    expect(await rows('Appointments')).to.have.length(6);
  });

  it('tells why a table is missing, and tries again', async () => {
    const sandbox = createSandbox().fail(listCalcomEventTypes, 502).fail(listCalcomAppointments, 400, 'NOT_CONNECTED');
    const { view, press, rows, pane, openTab } = await mount(sandbox);
    await openTab('Appointments');
    await view.findByText(/^No appointments yet/);
    await expect(pane).to.be.accessible();
    await openTab('Event Types');
    await view.findByText(/A service behind the server didn't respond/);
    await expect(pane).to.be.accessible();
    sandbox.fail(listCalcomEventTypes, 0);
    await press('Try Again');
    expect(await rows('Event Types')).to.have.length(10);
  });

  it('follows the accounts: what is connected or breaks is looked up anew', async () => {
    const { pane, sandbox, rows } = await mount();
    expect(await rows('Event Types')).to.have.length(10);
    const states = ['active', 'inactive'] as const;
    sandbox.integrations({
      calcom: ['Front desk', 'Surgery B'].map((account_name, index) => ({
        account_name,
        status: states[index] ?? 'active',
      })),
    });
    await pane.refresh();
    await waitFor(async () => expect(await rows('Event Types')).to.have.length(5));
  });
});

describe('<agni-calcom>, the documented answers in all their editions', () => {
  const account = '0190dddd-0001-7000-8000-000000000001';
  const other = '0190dddd-0002-7000-8000-000000000002';
  const agent = '0190eeee-0001-7000-8000-000000000001';
  const start = '2026-07-02T09:15:00Z';
  const end = '2026-07-02T09:45:00Z';
  const eventType = { slug: 'check-up', title: 'Check-up (Front desk)', currency: 'eur', is_active: true };

  const current: (readonly [Endpoint, unknown])[] = [
    [
      getCalcomStatus,
      {
        connected: true,
        status: 'active',
        accounts: [
          { id: account, account_name: 'Front desk', status: 'active' },
          { id: other, account_name: 'Surgery B', status: 'inactive', error: 'key rejected' },
        ],
      },
    ],
    [listAgents, [{ id: agent, organizationId: 'o', agentName: 'Reception', status: 'ACTIVE' }]],
    [
      getCalcomAgentInfo,
      { connected: true, type: 'org_linked', calcom_account_id: account, account_name: 'Front desk', status: 'active' },
    ],
    [listCalcomEventTypes, [{ ...eventType, id: 42, duration_minutes: 30, price: 12 }]],
    [
      listCalcomAppointments,
      {
        appointments: [
          {
            id: 'bk_1',
            attendee_name: 'Kim',
            attendee_email: 'kim@example.com',
            start_time: start,
            end_time: end,
            status: 'noshow',
            duration_minutes: 30,
          },
        ],
        count: 1,
      },
    ],
    [
      getCalcomAppointment,
      {
        appointment: {
          id: 'bk_1',
          contact_name: 'Kim',
          contact_email: 'kim@example.com',
          contact_phone: '+4312345',
          appointment_time: start,
          end_time: end,
          status: 'noshow',
        },
        org_id: 'o',
        agent_id: '',
      },
    ],
  ];

  const older: (readonly [Endpoint, unknown])[] = [
    [
      getCalcomStatus,
      {
        connected: true,
        tokenExpires: null,
        accounts: [
          { id: account, accountName: 'Front desk', status: 'ACTIVE', email: null },
          { id: other, accountName: 'Surgery B', status: 'Inactive', error: 'key rejected', extra: { deep: [] } },
        ],
        error: null,
        message: null,
      },
    ],
    [listAgents, [{ id: agent, name: 'Reception', status: 'AGENT_STATUS_ACTIVE' }]],
    [getCalcomAgentInfo, { connected: true, type: 'org_linked', calcomAccountId: account, accountName: 'Front desk' }],
    [
      listCalcomEventTypes,
      [{ ...eventType, isActive: true, id: '42', durationMinutes: '30', price: '12', description: null }],
    ],
    [
      listCalcomAppointments,
      [
        {
          id: 7001,
          calcomBookingUid: 'bk_1',
          attendeeName: 'Kim',
          attendeeEmail: 'kim@example.com',
          startTime: start,
          endTime: end,
          status: 'noshow',
        },
      ],
    ],
    [
      getCalcomAppointment,
      {
        id: 'bk_1',
        attendeeName: 'Kim',
        attendeeEmail: 'kim@example.com',
        attendeePhone: '+4312345',
        startTime: start,
        endTime: end,
        status: 'noshow',
        durationMinutes: '30',
        attendeeTimezone: null,
        meetingUrl: null,
      },
    ],
  ];

  const screenOf = async (answers: readonly (readonly [Endpoint, unknown])[]) => {
    const { pane, view, press, dialog, shown, openTab } = await mount(answering(createSandbox(), answers));
    const screens: string[] = [];
    for (const [tab, proof] of [
      [
        'Overview',
        async () => {
          await view.findAllByText('Surgery B');
          await waitFor(() => expect(textOf(pane.shadowRoot)).to.contain('Event Types1 Appointments1'));
        },
      ],
      ['Event Types', () => view.findAllByText('Check-up (Front desk)')],
      ['Appointments', () => view.findByRole('button', { name: /^Details Kim / })],
      ['Agents', () => shown('Reception')],
    ] as const) {
      await openTab(tab);
      await proof();
      screens.push(textOf(pane.shadowRoot));
    }
    const screen = screens.join('\n');
    const fields = [...(pane.shadowRoot?.querySelectorAll<HTMLSelectElement>('td select') ?? [])].map(
      ({ selectedOptions }) => textOf(selectedOptions[0]),
    );
    await openTab('Appointments');
    await press(/^Details Kim /);
    const details = await dialog('Kim');
    await waitFor(() => expect(textOf(details)).to.contain('+4312345'));
    const text = textOf(details);
    pane.remove();
    return [screen, fields, text];
  };

  it('show the same screen', async () => {
    const screen = await screenOf(current);
    expect(screen[0]).to.contain('Reconnect needed').and.to.contain('noshow').and.to.contain('Check-up (Front desk)');
    expect(screen[1]).to.deep.equal(['Front desk']);
    expect(await screenOf(older)).to.deep.equal(screen);
  });

  it('stay in their frames with names without end, which can be read in full (C55)', async () => {
    const endless = 'x'.repeat(10_000);
    const { pane, openTab } = await mount(
      answering(createSandbox(), [
        [listAgents, [{ id: agent, agentName: endless }]],
        [getCalcomAgentInfo, { connected: true, type: 'agent', account_name: endless }],
        [listCalcomEventTypes, [{ ...eventType, id: 42, title: endless, description: endless }]],
        [
          listCalcomAppointments,
          { appointments: [{ id: 'bk_1', attendee_name: endless, start_time: start, status: 'confirmed' }], count: 1 },
        ],
      ]),
    );
    for (const [tab, count] of [
      ['Event Types', 2],
      ['Appointments', 1],
      ['Agents', 2],
    ] as const) {
      await openTab(tab);
      expect(outOfFrame(pane)).to.deep.equal([]);
      expect(new Set(clippedTexts(pane))).to.deep.equal(new Set([endless]));
      expect(clippedTexts(pane), tab).to.have.length(count === 2 && tab === 'Agents' ? 1 : count);
    }
  });

  it('show what is missing as missing, and links nothing that is no web page (C54)', async () => {
    const bare: (readonly [Endpoint, unknown])[] = [
      [getCalcomStatus, { connected: true, accounts: [{ id: account }] }],
      [listAgents, [{ id: agent }]],
      [getCalcomAgentInfo, { connected: true }],
      [listCalcomEventTypes, [{ id: 7 } satisfies Partial<Record<keyof CalcomEventType, unknown>>]],
      [listCalcomAppointments, { appointments: [{ id: 'bk', meeting_url: 'javascript:alert(1)' }] }],
      [getCalcomAppointment, { id: 'bk', meeting_url: 'javascript:alert(1)' }],
    ];
    const { pane, rows, press, shown, openTab } = await mount(answering(createSandbox(), bare));
    expect(textOf(pane.shadowRoot?.querySelector('.list'))).to.contain('Unnamed account Active');
    expect(await rows('Event Types')).to.deep.equal(['7 7 – – –']);
    expect(await rows('Appointments')).to.deep.equal(['No name – – Details No name']);
    await openTab('Agents');
    expect(await shown('Unnamed agent')).to.equal('Another account');
    await openTab('Appointments');
    await press('Details No name');
    await waitFor(() => expect(textOf(pane.shadowRoot?.querySelector('dialog'))).to.contain('javascript:alert(1)'));
    expect(pane.shadowRoot?.querySelector('a[href]')).to.equal(null);
  });
});

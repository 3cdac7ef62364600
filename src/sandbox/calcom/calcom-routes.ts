import {
  disconnectCalcom,
  findCalcomEventType,
  getCalcomAppointment,
  getCalcomStatus,
  listCalcomAppointments,
  listCalcomEventTypes,
  manageCalcomAppointment,
} from '../../contract/calcom.js';
import { connectCalcom } from '../../contract/calcom-connection.js';
import { manageAppointment } from '../agents/appointments.js';
import { sha256, timingSafeEqual } from '../crypto/digest.js';
import { organizationKey } from '../db/store.js';
import { type AppointmentRow, appointments, type CalcomAccountRow, calcomAccounts } from '../db/tables.js';
import { fold } from '../db/text.js';
import { conflict, HttpError, notFound } from '../http/http-error.js';
import type { Route } from '../http/route.js';
import type { Services } from '../services.js';
import {
  disconnectAccounts,
  findAccountOfAgent,
  findAccounts,
  findActiveAccounts,
  hashKey,
  newAccount,
  requireAgent,
} from './calcom-accounts.js';
import { bookingsOf, eventTypesOf } from './calcom-provider.js';

/** The organization's Cal.com accounts, their event types and appointments. */
export function calcomRoutes(route: Route, { store, random, now: clock, newId }: Services): void {
  route(getCalcomStatus, async ({ organization }) => {
    const accounts = await findAccounts(store, organization.id);
    const isActive = accounts.some(({ status }) => status === 'active');
    return {
      connected: accounts.length > 0,
      status: isActive ? 'active' : accounts.length ? 'inactive' : 'not_connected',
      accounts: accounts.map(toAccountReply),
      message: accounts.length ? 'Connected' : 'Connect an account by its API key',
    };
  });

  route(connectCalcom, async ({ organization, caller, body, change, now }) => {
    const ids = { id: newId(organization.id), organization_id: organization.id };
    const stored = await hashKey(body.api_key, random);
    const name = body.account_name?.trim() || 'Default';
    const account = newAccount({ ...ids, ...stored, name, email: caller.user.email }, now);
    await change('organization', async (rows) => {
      for (const { salt, key_hash } of await findAccounts(rows, organization.id)) {
        const isSame = key_hash && timingSafeEqual(key_hash, await sha256(salt + body.api_key));
        if (isSame) throw conflict('This Cal.com account is already connected.');
      }
      await rows.insert(calcomAccounts, account);
      await rows.insert(appointments, bookingsOf(account, now));
    });
    const { id: provider_id, organization_id: org_id, name: account_name, status, connected_at } = account;
    return { provider_id, org_id, account_name, status, connected_at };
  });

  route(disconnectCalcom, async ({ organization, body, change, now }) => {
    const id = body.provider_id?.toLowerCase();
    await change('organization', async (rows) => {
      const all = await findAccounts(rows, organization.id);
      const selected = id === undefined ? all : all.filter((account) => account.id === id);
      if (id !== undefined && !selected.length) throw notFound('Account not found.');
      await disconnectAccounts(rows, selected, now);
    });
  });

  route(listCalcomEventTypes, async ({ organization }) =>
    (await findActiveAccounts(store, organization.id)).flatMap(eventTypesOf),
  );

  route(findCalcomEventType, async ({ organization, params: { platform_id } }) => {
    const all = (await findActiveAccounts(store, organization.id)).flatMap(eventTypesOf);
    const found = all.find(({ id, slug }) => String(id) === platform_id || slug === platform_id);
    if (!found) throw notFound('No connected account has this event type.');
    return found;
  });

  route(listCalcomAppointments, async ({ organization, query, page }) => {
    const { status, agent_id } = query;
    const [primary] = await findActiveAccounts(store, organization.id);
    if (agent_id !== undefined) await requireAgent(store, organization.id, agent_id);
    const order = { orderBy: 'start_time', isDescending: true } as const;
    const all = await store.find(appointments, { account_id: primary?.id }, order);
    const found = status === undefined ? all : all.filter((row) => fold(row.status) === fold(status));
    const items = found.slice(0, page.limit).map((row) => toListItem(row, agent_id));
    return { appointments: items, count: items.length, org_id: organization.id, agent_id: agent_id ?? '' };
  });

  route(getCalcomAppointment, async ({ organization, params }) => {
    await findActiveAccounts(store, organization.id);
    const [found] = await store.find(appointments, { id: params.appointment_id, organization_id: organization.id });
    if (!found?.account_id) throw notFound('Appointment not found.');
    return { appointment: toAppointment(found), org_id: organization.id, agent_id: '' };
  });

  route(manageCalcomAppointment, ({ body }) => {
    const organization_id = body.org_id.toLowerCase();
    // One transaction at a time, so that a slot is booked only once.
    return store.transaction(organizationKey(organization_id), async (rows) => {
      const agent = await requireAgent(rows, organization_id, body.agent_id);
      const { account } = await findAccountOfAgent(rows, agent);
      if (!account) throw notFound("This agent doesn't use Cal.com.");
      if (account.status !== 'active')
        throw new HttpError(502, 'BAD_GATEWAY', "Cal.com rejected the account's key. Reconnect it.");
      return manageAppointment(body, {
        rows,
        agentName: agent.name,
        now: clock(organization_id),
        calendar: { organization_id, account_id: account.id },
        newAppointment: () => {
          const id = `bk_${newId(organization_id).slice(-12)}`;
          return { id, agent_id: null, ghl_appointment_id: '', contact_id: '' };
        },
        bookedStatus: 'accepted',
        movedStatus: 'accepted',
      });
    });
  });
}

/** An account as replies contain it. */
export function toAccountReply({ id, name, email, status, error }: CalcomAccountRow) {
  return { id, account_name: name, ...(email === null ? {} : { email }), status, ...(error === null ? {} : { error }) };
}

/** A listed appointment (docs/contract.md 11.6). Cal.com has no agents: `agent_id` repeats the filter of the query. */
function toListItem(row: AppointmentRow, agent_id = '') {
  return {
    id: row.id,
    organization_id: row.organization_id,
    agent_id,
    attendee_name: row.contact_name,
    attendee_email: row.contact_email,
    attendee_phone: row.contact_phone,
    attendee_timezone: row.contact_timezone,
    start_time: row.start_time,
    end_time: row.end_time,
    status: row.status,
    duration_minutes: (Date.parse(row.end_time) - Date.parse(row.start_time)) / 60_000,
  };
}

/** A single appointment (docs/contract.md 11.7), with the fields of a GoHighLevel appointment. */
function toAppointment({ account_id, contact_timezone, start_time, ...shown }: AppointmentRow) {
  return { ...shown, agent_id: '', agent_name: '', appointment_time: start_time };
}

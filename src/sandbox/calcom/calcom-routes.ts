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
import { sha256, timingSafeEqual } from '../crypto/digest.js';
import { fold } from '../db/store.js';
import { type CalcomAccountRow, type CalcomBookingRow, calcomAccounts, calcomBookings } from '../db/tables.js';
import { conflict, notFound } from '../http/http-error.js';
import type { Route } from '../http/route.js';
import type { Services } from '../services.js';
import { accountsOf, agentOf, disconnect, keptOf, readableAccountsOf } from './calcom-accounts.js';
import { manageCalcomAppointment as manage } from './calcom-booking.js';
import { eventTypesOf, firstBookingsOf } from './calcom-provider.js';

const usualLimit = 50;
const mostLimit = 200;

/** The workspace's Cal.com accounts, and what is read through them. */
export function calcomRoutes(route: Route, services: Services): void {
  const { store, random, newId } = services;
  route(getCalcomStatus, async ({ organization }) => {
    const accounts = await accountsOf(store, organization.id);
    const isActive = accounts.some(({ status }) => status === 'active');
    return {
      connected: accounts.length > 0,
      status: isActive ? 'active' : accounts.length ? 'inactive' : 'not_connected',
      accounts: accounts.map(accountOnWire),
      message: accounts.length ? 'Connected' : 'Connect an account by its API key',
    };
  });

  route(connectCalcom, async ({ organization, caller, body, now }) => {
    const kept = await keptOf(body.api_key, random);
    const account: CalcomAccountRow = {
      ...kept,
      id: newId(organization.id),
      organization_id: organization.id,
      agent_id: null,
      name: body.account_name?.trim() || 'Default',
      email: caller.user.email,
      status: 'active',
      error: null,
      connected_at: now.toISOString(),
      disconnected_at: null,
    };
    await store.transaction(`integrations:${organization.id}`, async (rows) => {
      for (const { salt, key_hash } of await accountsOf(rows, organization.id)) {
        const isSame = key_hash && timingSafeEqual(key_hash, await sha256(salt + body.api_key));
        if (isSame) throw conflict('This Cal.com account is connected already');
      }
      await rows.insert(calcomAccounts, account);
      await rows.insert(calcomBookings, firstBookingsOf(account, now));
    });
    const { id: provider_id, name: account_name, status, connected_at } = account;
    return { provider_id, org_id: organization.id, account_name, status, connected_at };
  });

  route(disconnectCalcom, async ({ organization, body, now }) => {
    const id = body.provider_id?.toLowerCase();
    await store.transaction(`integrations:${organization.id}`, async (rows) => {
      const all = await accountsOf(rows, organization.id);
      const meant = id === undefined ? all : all.filter((account) => account.id === id);
      if (id !== undefined && !meant.length) throw notFound('There is no such account');
      await disconnect(rows, meant, now);
    });
  });

  route(listCalcomEventTypes, async ({ organization }) => {
    return (await readableAccountsOf(store, organization.id)).flatMap(eventTypesOf);
  });

  route(findCalcomEventType, async ({ organization, params }) => {
    const all = (await readableAccountsOf(store, organization.id)).flatMap(eventTypesOf);
    const wanted = params.platform_id;
    const found = all.find(({ id, slug }) => String(id) === wanted || slug === wanted);
    if (!found) throw notFound('No connected account has such an event type');
    return found;
  });

  route(listCalcomAppointments, async ({ organization, query }) => {
    const { status, agent_id, limit = usualLimit } = query;
    const [primary] = await readableAccountsOf(store, organization.id);
    if (agent_id !== undefined) await agentOf(store, organization.id, agent_id);
    const all = await store.find(
      calcomBookings,
      { account_id: primary?.id },
      { orderBy: 'start_time', isDescending: true },
    );
    const found = status === undefined ? all : all.filter((booking) => fold(booking.status) === fold(status));
    const shown = found.slice(0, limit < 1 || limit > mostLimit ? usualLimit : limit);
    const appointments = shown.map((booking) => bookingOnWire(booking, agent_id));
    return { appointments, count: appointments.length, org_id: organization.id, agent_id: agent_id ?? '' };
  });

  route(getCalcomAppointment, async ({ organization, params }) => {
    await readableAccountsOf(store, organization.id);
    const [booking] = await store.find(calcomBookings, {
      id: params.appointment_id,
      organization_id: organization.id,
    });
    if (!booking) throw notFound('There is no such appointment');
    return { appointment: appointmentOnWire(booking), org_id: organization.id, agent_id: '' };
  });

  route(manageCalcomAppointment, ({ body }) => manage(body, services));
}

/** An account as statuses show it. */
export function accountOnWire({ id, name, email, status, error }: CalcomAccountRow) {
  return { id, account_name: name, ...(email === null ? {} : { email }), status, ...(error === null ? {} : { error }) };
}

/**
 * A booking in a list (docs/contract.md 11.6). Cal.com knows no agents, so the one that was asked for is merely put on
 * it.
 */
function bookingOnWire({ account_id, ...booking }: CalcomBookingRow, agent_id = '') {
  const length = Date.parse(booking.end_time) - Date.parse(booking.start_time);
  return { ...booking, agent_id, duration_minutes: length / 60_000 };
}

/** A booking by itself, in the names of the other calendar (docs/contract.md 11.7). */
function appointmentOnWire(booking: CalcomBookingRow) {
  return {
    id: booking.id,
    ghl_appointment_id: '',
    contact_id: '',
    agent_id: '',
    agent_name: '',
    contact_name: booking.attendee_name,
    contact_email: booking.attendee_email,
    contact_phone: booking.attendee_phone,
    appointment_time: booking.start_time,
    end_time: booking.end_time,
    status: booking.status,
    organization_id: booking.organization_id,
  };
}

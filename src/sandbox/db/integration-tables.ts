import { nullable, type Row, table, text } from './table.js';

/** Voice agents. */
export const agents = table({
  name: 'agents',
  key: 'id',
  columns: {
    id: text,
    organization_id: text,
    name: text,
    status: text,
    /** The Cal.com account of the organization that the agent is linked to. */
    calcom_account_id: nullable(text),
    created_at: text,
  },
  indexes: [['organization_id', 'created_at', 'id'], ['calcom_account_id']],
});
export type AgentRow = Row<typeof agents>;

/** Appointments in calendars of GoHighLevel and of Cal.com accounts. They are kept after disconnecting. */
export const appointments = table({
  name: 'appointments',
  key: 'id',
  columns: {
    id: text,
    organization_id: text,
    /** The Cal.com account; `null` for an appointment in GoHighLevel. */
    account_id: nullable(text),
    /** The agent that booked; `null` for Cal.com, which has no agents. */
    agent_id: nullable(text),
    ghl_appointment_id: text,
    contact_id: text,
    contact_name: text,
    contact_email: nullable(text),
    contact_phone: nullable(text),
    contact_timezone: text,
    start_time: text,
    end_time: text,
    status: text,
  },
  indexes: [['organization_id', 'account_id', 'start_time', 'id'], ['account_id']],
});
export type AppointmentRow = Row<typeof appointments>;

/**
 * Cal.com accounts of the organization, and private accounts of agents. Only a salted hash of the key is stored. The
 * row of a disconnected account is kept without its key.
 */
export const calcomAccounts = table({
  name: 'calcom_accounts',
  key: 'id',
  columns: {
    id: text,
    organization_id: text,
    /** The agent of a private account; `null` for an account of the organization. */
    agent_id: nullable(text),
    name: text,
    email: nullable(text),
    status: text,
    /** The reason why Cal.com rejects the key. */
    error: nullable(text),
    salt: nullable(text),
    key_hash: nullable(text),
    connected_at: text,
    disconnected_at: nullable(text),
  },
  indexes: [['organization_id', 'connected_at', 'id']],
});
export type CalcomAccountRow = Row<typeof calcomAccounts>;

/** Connections to GoHighLevel, at most one per organization. */
export const ghlConnections = table({
  name: 'ghl_connections',
  key: 'organization_id',
  columns: {
    organization_id: text,
    location_id: text,
    company_id: text,
    connected_at: text,
    /** From this time on GoHighLevel rejects the organization's requests. */
    token_expires_at: text,
  },
});
export type GhlConnectionRow = Row<typeof ghlConnections>;

/** Calendars of the connected location, each with the agent that books through it. */
export const ghlCalendars = table({
  name: 'ghl_calendars',
  key: 'id',
  columns: {
    /** An id of GoHighLevel. */
    id: text,
    organization_id: text,
    location_id: text,
    name: text,
    description: text,
    service_title: text,
    agent_id: nullable(text),
    created_at: text,
  },
  indexes: [['organization_id', 'created_at', 'id']],
});

/** Open authorization requests to GoHighLevel (OAuth). Each can be answered once. */
export const ghlConsents = table({
  name: 'ghl_consents',
  key: 'state_hash',
  columns: {
    state_hash: text,
    organization_id: text,
    /** The user who may answer; `null` if an API key sent the request. */
    user_id: nullable(text),
    /** Hash of the authorization code, once access is allowed. */
    code_hash: nullable(text),
    created_at: text,
  },
  indexes: [['organization_id']],
});
export type GhlConsentRow = Row<typeof ghlConsents>;

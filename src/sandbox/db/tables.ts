import { boolean, integer, json, nullable, type Row, real, table, text } from './table.js';

/** Workspaces. */
export const organizations = table({
  name: 'organizations',
  key: 'id',
  columns: {
    id: text,
    name: text,
    slug: text,
    website: text,
    status: text,
    total_credits: real,
    region_id: text,
    plan_name: text,
    sub_status: text,
    period_end: text,
    max_concurrency: integer,
    max_members: integer,
    max_agents: integer,
    max_credits: real,
    api_rate_limit: integer,
    can_record_calls: boolean,
    can_use_api: boolean,
    extra_credit_price: real,
    limits: json<Record<string, unknown>>(),
    /** As they were written; compared by their ASCII spelling. */
    allowed_email_domains: json<string[]>(),
    created_at: text,
    updated_at: text,
    /** Another one whenever somebody comes, goes or is found by other words; see PeopleStore. */
    people_version: text,
  },
});
export type OrganizationRow = Row<typeof organizations>;

/** People with access to a workspace, and those about to have it. */
export const users = table({
  name: 'users',
  key: 'id',
  columns: {
    id: text,
    organization_id: text,
    email: text,
    /** The address as sign-in compares it. */
    email_key: text,
    first_name: text,
    last_name: text,
    /** Name and address as search looks at them. */
    search_key: text,
    role: text,
    status: text,
    /** None: the person signs in elsewhere. */
    password_hash: nullable(text),
    must_change_password: boolean,
    auth_provider: text,
    two_factor_enabled: boolean,
    last_login_at: nullable(text),
    created_at: text,
    updated_at: text,
  },
  unique: [['email_key']],
  indexes: [['organization_id', 'created_at', 'id']],
});
export type UserRow = Row<typeof users>;

/** Places where people are signed in. A session that ends is deleted, and nothing signed for it is honoured any more. */
export const sessions = table({
  name: 'sessions',
  key: 'id',
  columns: {
    id: text,
    user_id: text,
    user_agent: text,
    ip_address: text,
    /** Where that address is, in words; only what was seeded knows. */
    location: nullable(text),
    created_at: text,
    last_active_at: text,
    expires_at: text,
  },
  indexes: [['user_id']],
});
export type SessionRow = Row<typeof sessions>;

/** Refresh tokens ever given to a session, the used ones too, so that a second use is noticed. */
export const refreshTokens = table({
  name: 'refresh_tokens',
  key: 'hash',
  columns: { hash: text, session_id: text, created_at: text, used_at: nullable(text) },
  indexes: [['session_id']],
});

/** The second factors of people: one in use, one being set up, or both of them none. The secrets are sealed. */
export const twoFactors = table({
  name: 'two_factors',
  key: 'user_id',
  columns: {
    user_id: text,
    secret: nullable(text),
    enabled_at: nullable(text),
    /** Time step of the last code that was taken. Neither it nor an earlier one is taken again. */
    last_step: integer,
    pending_secret: nullable(text),
    pending_since: nullable(text),
  },
});
export type TwoFactorRow = Row<typeof twoFactors>;

/** Recovery codes that weren't used yet. */
export const recoveryCodes = table({
  name: 'recovery_codes',
  key: 'id',
  columns: {
    id: text,
    user_id: text,
    /** The beginning of the code, by which it's found; it says nothing about the rest. */
    prefix: text,
    /** Of the rest, made as those of passwords are: it's too short for a plain digest. */
    hash: text,
  },
  indexes: [['user_id']],
});

/** Sign-ins whose password was right and whose second factor is still asked for. */
export const challenges = table({
  name: 'challenges',
  key: 'hash',
  columns: { hash: text, user_id: text, failures: integer, created_at: text },
  indexes: [['user_id']],
});
export type ChallengeRow = Row<typeof challenges>;

/** API keys of workspaces. Of the secret only a salted hash and its last characters are kept. */
export const apiKeys = table({
  name: 'api_keys',
  key: 'id',
  columns: {
    id: text,
    organization_id: text,
    name: text,
    /** The name as it's compared. */
    name_key: text,
    /** Leading characters, by which a key is found; they say nothing about the rest. */
    prefix: text,
    salt: text,
    hash: text,
    last_four: text,
    created_by: text,
    created_at: text,
    last_used_at: nullable(text),
    expires_at: nullable(text),
  },
  unique: [['prefix'], ['organization_id', 'name_key']],
  indexes: [['organization_id', 'created_at', 'id']],
});
export type ApiKeyRow = Row<typeof apiKeys>;

/** People asked to join. Whether one has expired follows from `expires_at`. */
export const invitations = table({
  name: 'invitations',
  key: 'id',
  columns: {
    id: text,
    organization_id: text,
    email: text,
    email_key: text,
    first_name: text,
    last_name: text,
    role: text,
    status: text,
    invited_by: text,
    user_id: nullable(text),
    created_at: text,
    /** When its mail was last sent again. */
    resent_at: nullable(text),
    expires_at: text,
  },
  indexes: [['organization_id', 'created_at', 'id'], ['organization_id', 'status', 'expires_at'], ['user_id']],
});
export type InvitationRow = Row<typeof invitations>;

/** Mails that went out in the name of a workspace, so that they can be counted; those of the last day matter. */
export const mailings = table({
  name: 'mailings',
  key: 'id',
  columns: { id: text, organization_id: text, email_key: text, sent_at: text },
  indexes: [['organization_id', 'sent_at']],
});

/** Voice agents. */
export const agents = table({
  name: 'agents',
  key: 'id',
  columns: { id: text, organization_id: text, name: text, status: text, created_at: text },
  indexes: [['organization_id', 'created_at', 'id']],
});
export type AgentRow = Row<typeof agents>;

/**
 * Cal.com accounts: the workspace's own, and those that agents have to themselves. Of a key only a salted hash is kept,
 * since nobody has to read it again. An account that was disconnected stays, without its key.
 */
export const calcomAccounts = table({
  name: 'calcom_accounts',
  key: 'id',
  columns: {
    id: text,
    organization_id: text,
    /** Whose private account it is; none where it's the workspace's. */
    agent_id: nullable(text),
    name: text,
    email: nullable(text),
    status: text,
    /** Why Cal.com refuses its key. */
    error: nullable(text),
    salt: nullable(text),
    key_hash: nullable(text),
    connected_at: text,
    disconnected_at: nullable(text),
  },
  indexes: [['organization_id', 'connected_at', 'id']],
});
export type CalcomAccountRow = Row<typeof calcomAccounts>;

/** Which of the workspace's Cal.com accounts an agent books through. */
export const calcomLinks = table({
  name: 'calcom_links',
  key: 'agent_id',
  columns: { agent_id: text, organization_id: text, account_id: text },
  indexes: [['account_id']],
});

/** Bookings in Cal.com accounts. */
export const calcomBookings = table({
  name: 'calcom_bookings',
  key: 'id',
  columns: {
    id: text,
    organization_id: text,
    account_id: text,
    attendee_name: text,
    attendee_email: nullable(text),
    attendee_phone: nullable(text),
    attendee_timezone: text,
    start_time: text,
    end_time: text,
    status: text,
  },
  indexes: [['account_id', 'start_time', 'id']],
});
export type CalcomBookingRow = Row<typeof calcomBookings>;

/** Connections of workspaces to GoHighLevel; a workspace without one isn't connected. */
export const ghlConnections = table({
  name: 'ghl_connections',
  key: 'organization_id',
  columns: {
    organization_id: text,
    location_id: text,
    company_id: text,
    connected_at: text,
    /** From this moment on GoHighLevel refuses what is asked in the workspace's name. */
    token_expires_at: text,
  },
});
export type GhlConnectionRow = Row<typeof ghlConnections>;

/** Calendars of connected locations, each with the agent that books through it. */
export const ghlCalendars = table({
  name: 'ghl_calendars',
  key: 'id',
  columns: {
    /** GoHighLevel's own. */
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
export type GhlCalendarRow = Row<typeof ghlCalendars>;

/** What agents booked through GoHighLevel. They are the workspace's own and outlive the connection. */
export const ghlAppointments = table({
  name: 'ghl_appointments',
  key: 'id',
  columns: {
    id: text,
    organization_id: text,
    ghl_appointment_id: text,
    contact_id: text,
    agent_id: text,
    contact_name: text,
    contact_email: nullable(text),
    contact_phone: nullable(text),
    appointment_time: text,
    status: text,
  },
  indexes: [['organization_id', 'appointment_time', 'id']],
});
export type GhlAppointmentRow = Row<typeof ghlAppointments>;

/** People asked by GoHighLevel whether a workspace may use their location. Each is answered once. */
export const ghlConsents = table({
  name: 'ghl_consents',
  key: 'state_hash',
  columns: {
    state_hash: text,
    organization_id: text,
    /** Who may answer; none where it was asked for by an API key, which is nobody's. */
    user_id: nullable(text),
    /** Set once it's allowed: what the answer is proved by. */
    code_hash: nullable(text),
    created_at: text,
  },
  indexes: [['organization_id']],
});
export type GhlConsentRow = Row<typeof ghlConsents>;

/** Failed attempts at something guessable, by what is guarded: an account, an address. */
export const attempts = table({
  name: 'attempts',
  key: 'id',
  columns: {
    id: text,
    /** In the window that began at `since`. */
    count: integer,
    since: text,
    /** In a row before this window. */
    before: integer,
  },
});
export type AttemptsRow = Row<typeof attempts>;

/** What the server itself remembers, such as the secret it signs tokens with. */
export const settings = table({ name: 'settings', key: 'name', columns: { name: text, value: text } });

/** Every table there is. */
export const tables = [
  organizations,
  users,
  sessions,
  refreshTokens,
  twoFactors,
  recoveryCodes,
  challenges,
  apiKeys,
  invitations,
  mailings,
  agents,
  calcomAccounts,
  calcomLinks,
  calcomBookings,
  ghlConnections,
  ghlCalendars,
  ghlAppointments,
  ghlConsents,
  attempts,
  settings,
];

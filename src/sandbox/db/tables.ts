import {
  agents,
  appointments,
  calcomAccounts,
  ghlCalendars,
  ghlConnections,
  ghlConsents,
} from './integration-tables.js';
import { attemptCounters, challenges, recoveryCodes, refreshTokens, sessions, twoFactors } from './sign-in-tables.js';
import { boolean, integer, json, nullable, type Row, real, table, text } from './table.js';

export * from './integration-tables.js';
export * from './sign-in-tables.js';

/** Organizations; "workspace" on screen. */
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
    /** In the form that was typed; comparisons use the ASCII form. */
    allowed_email_domains: json<string[]>(),
    created_at: text,
    updated_at: text,
    /** Changes with every change of the users; see `userVersioningStore`. */
    users_version: text,
  },
});
export type OrganizationRow = Row<typeof organizations>;

/** Users, including invited ones. */
export const users = table({
  name: 'users',
  key: 'id',
  columns: {
    id: text,
    organization_id: text,
    email: text,
    /** The email in the form of `toEmailKey`, for comparisons. */
    email_key: text,
    first_name: text,
    last_name: text,
    /** Name and email in the form of `toSearchKey`, for the search. */
    search_key: text,
    role: text,
    status: text,
    /** `null` for a user who signs in with Google, and for an invited user whose temporary password was deleted. */
    password_hash: nullable(text),
    must_change_password: boolean,
    auth_provider: text,
    two_factor_enabled: boolean,
    last_login_at: nullable(text),
    created_at: text,
    updated_at: text,
  },
  // One email may have a user in each of several organizations, with separate passwords.
  unique: [['organization_id', 'email_key']],
  indexes: [['organization_id', 'created_at', 'id'], ['email_key']],
  sortIndexes: [['organization_id', 'last_login_at', 'id']],
});
export type UserRow = Row<typeof users>;

/** API keys: a salted hash and the last characters of each. */
export const apiKeys = table({
  name: 'api_keys',
  key: 'id',
  columns: {
    id: text,
    organization_id: text,
    name: text,
    /** The name in the form of `nameKey`, for comparisons. */
    name_key: text,
    /** The first characters of the key, by which it is found. */
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

/** Invitations. The status EXPIRED is not stored: it follows from `expires_at`. */
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
    resent_at: nullable(text),
    expires_at: text,
  },
  indexes: [['organization_id', 'created_at', 'id'], ['organization_id', 'status', 'expires_at'], ['user_id']],
});
export type InvitationRow = Row<typeof invitations>;

/** Mails of the last day, for the limits per organization and per address. */
export const sentMails = table({
  name: 'sent_mails',
  key: 'id',
  columns: { id: text, organization_id: text, email_key: text, sent_at: text },
  indexes: [['organization_id', 'sent_at']],
});

/** The temporary passwords of mails that could not be sent, by organization and recipient, for the next attempt. */
export const unsentMails = table({
  name: 'unsent_mails',
  key: 'id',
  columns: {
    id: text,
    organization_id: text,
    mail_id: text,
    /** The temporary password, encrypted. */
    password: text,
    /** Its password hash. */
    hash: text,
    expires_at: text,
  },
  indexes: [['organization_id']],
});
export type UnsentMailRow = Row<typeof unsentMails>;

/** Secrets of the server. */
export const settings = table({ name: 'settings', key: 'name', columns: { name: text, value: text } });

/** All tables. */
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
  sentMails,
  unsentMails,
  agents,
  appointments,
  calcomAccounts,
  ghlConnections,
  ghlCalendars,
  ghlConsents,
  attemptCounters,
  settings,
];

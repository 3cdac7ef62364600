import * as agents from './agents.js';
import * as apiKeyChange from './api-key-change.js';
import * as apiKeys from './api-keys.js';
import * as auth from './auth.js';
import * as calcom from './calcom.js';
import * as calcomConnection from './calcom-connection.js';
import type { EndpointDefinition } from './endpoint.js';
import * as ghl from './ghl.js';
import * as health from './health.js';
import * as invitations from './invitations.js';
import * as me from './me.js';
import * as organization from './organization.js';
import * as organizationChange from './organization-change.js';
import * as password from './password.js';
import * as profileChange from './profile-change.js';
import * as renewal from './renewal.js';
import * as sessions from './sessions.js';
import * as twoFactor from './two-factor.js';
import * as twoFactorChange from './two-factor-change.js';
import * as userChange from './user-change.js';
import * as users from './users.js';

export * from './address-text.js';
export * from './agents.js';
export * from './api-key-change.js';
export * from './api-keys.js';
export * from './appointments.js';
export * from './auth.js';
export * from './calcom.js';
export * from './calcom-connection.js';
export * from './credentials.js';
export * from './definition.js';
export * from './email-addresses.js';
export * from './email-domains.js';
export * from './endpoint.js';
export * from './envelope.js';
export * from './fault.js';
export * from './ghl.js';
export * from './health.js';
export * from './invitations.js';
export * from './json.js';
export * from './me.js';
export * from './organization.js';
export * from './organization-change.js';
export * from './password.js';
export * from './person-name.js';
export * from './profile-change.js';
export * from './renewal.js';
export * from './roles.js';
export * from './search.js';
export * from './sessions.js';
export * from './spelling.js';
export * from './two-factor.js';
export * from './two-factor-change.js';
export * from './user-change.js';
export * from './users.js';
export * from './visible-text.js';
export * from './wire.js';

const nouns = [
  {
    ...organization,
    ...organizationChange,
    ...me,
    ...profileChange,
    ...userChange,
    ...users,
    ...auth,
    ...renewal,
    ...password,
    ...twoFactor,
    ...twoFactorChange,
    ...sessions,
  },
  { ...apiKeys, ...apiKeyChange, ...invitations, ...ghl, ...calcom, ...calcomConnection, ...agents, ...health },
];

function isEndpoint(value: unknown): value is EndpointDefinition {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value;
}

/**
 * Every operation by name, for servers, documents and checks of a whole server. A pane imports the operations it uses
 * from their own modules instead, so that its page carries no others.
 */
export const endpoints: Readonly<Record<string, EndpointDefinition>> = Object.fromEntries(
  nouns.flatMap((noun) => Object.values(noun).filter(isEndpoint)).map((operation) => [operation.name, operation]),
);

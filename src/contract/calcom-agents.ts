import * as z from 'zod/mini';
import { calcomAccount } from './calcom.js';
import { endpoint } from './endpoint.js';
import { checked, flag, identifier, inOrganization, opt, text, uuid } from './wire.js';

/** Reads the private connection of an agent (docs/contract.md 11.9). `connected: false` is a normal state. */
export const getCalcomAgentStatus = endpoint({
  name: 'getCalcomAgentStatus',
  method: 'GET',
  path: '/api/v1/calcom/agents/{agent_id}/status',
  auth: 'user',
  basis: 'documented',
  section: '11.9',
  reply: z.object({ connected: flag, status: opt(text), accounts: opt(z.array(calcomAccount)) }),
  faults: ['NOT_FOUND'],
});

/**
 * The account that an agent books through: its private account, else the linked account of the organization
 * (docs/contract.md 11.10).
 */
export const calcomAgentAccount = z.object({
  connected: flag,
  /** `agent`, `org_linked` or `none`. */
  type: opt(text),
  calcom_account_id: opt(identifier),
  account_name: opt(text),
  status: opt(text),
  api_base_url: opt(text),
});
/** The account that an agent books through. */
export type CalcomAgentAccount = z.infer<typeof calcomAgentAccount>;

/** Reads the account that an agent books through (docs/contract.md 11.10). */
export const getCalcomAgentInfo = endpoint({
  name: 'getCalcomAgentInfo',
  method: 'GET',
  path: '/api/v1/calcom/agents/{agent_id}/info',
  auth: 'user',
  basis: 'documented',
  section: '11.10',
  query: inOrganization,
  reply: calcomAgentAccount,
  faults: ['NOT_FOUND'],
});

/**
 * As {@link getCalcomAgentInfo}. The path is inferred from {@link assignCalcomAgentAccount} (docs/contract.md 11.11).
 */
export const getCalcomAgentAccount = endpoint({
  name: 'getCalcomAgentAccount',
  method: 'GET',
  path: '/api/v1/calcom/agents/{agent_id}/account',
  auth: 'user',
  basis: 'documented-partial',
  section: '11.11',
  query: inOrganization,
  reply: calcomAgentAccount,
  faults: ['NOT_FOUND'],
});

/**
 * Links an agent to an account of the organization, or unlinks it with `null` (docs/contract.md 11.11). `CONFLICT`: the
 * agent has a private key.
 */
export const assignCalcomAgentAccount = endpoint({
  name: 'assignCalcomAgentAccount',
  method: 'PUT',
  path: '/api/v1/calcom/agents/{agent_id}/account',
  auth: 'user',
  basis: 'documented',
  section: '11.11',
  query: inOrganization,
  body: z.strictObject({ calcom_account_id: z.nullable(uuid) }),
  reply: z.object({ agent_id: opt(text), agent_name: opt(text), calcom_account_id: opt(identifier) }),
  faults: ['INVALID_REQUEST', 'NOT_FOUND', 'CONFLICT'],
});

/**
 * Connects a private key of an agent, a secret. The field names are inferred from `connectCalcom`
 * (docs/contract.md 11.12). `CONFLICT`: the agent has a key already, or is linked to an account.
 */
export const connectCalcomAgent = endpoint({
  name: 'connectCalcomAgent',
  method: 'POST',
  path: '/api/v1/calcom/agents/{agent_id}/connect',
  auth: 'user',
  basis: 'documented-partial',
  section: '11.12',
  shape: 'none',
  body: z.strictObject({
    org_id: z.optional(uuid),
    api_key: checked(z.string(), z.minLength(1)),
    account_name: z.optional(z.string()),
  }),
  faults: ['INVALID_REQUEST', 'NOT_FOUND', 'CONFLICT'],
});

/** Disconnects the private key of an agent (docs/contract.md 11.13). */
export const disconnectCalcomAgent = endpoint({
  name: 'disconnectCalcomAgent',
  method: 'POST',
  path: '/api/v1/calcom/agents/{agent_id}/disconnect',
  auth: 'user',
  basis: 'assumed',
  section: '11.13',
  shape: 'none',
  body: z.strictObject({ org_id: z.optional(uuid) }),
  faults: ['INVALID_REQUEST', 'NOT_FOUND'],
});

import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { checked, identifier, opt, text, uuid } from './wire.js';

/** An account by its key, which is sent as it is: no prefix is insisted on. */
export const newCalcomAccount = z.strictObject({
  org_id: uuid,
  api_key: checked(z.string(), z.minLength(1)),
  account_name: z.optional(z.string()),
});

/** Connects an account by its key, which is write-only: clear it after the call, whatever came of it. */
export const connectCalcom = endpoint({
  name: 'connectCalcom',
  method: 'POST',
  path: '/api/v1/calcom/connect',
  auth: 'user',
  basis: 'documented-older',
  section: '11.2',
  body: newCalcomAccount,
  reply: z.object({
    provider_id: identifier,
    org_id: opt(text),
    account_name: opt(text),
    status: opt(text),
    connected_at: opt(text),
  }),
  faults: ['INVALID_REQUEST', 'CONFLICT', 'BAD_GATEWAY'],
});

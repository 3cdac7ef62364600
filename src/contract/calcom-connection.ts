import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { checked, identifier, opt, text, uuid } from './wire.js';

/** Body of {@link connectCalcom}. `api_key` is a secret and is sent as it was typed, whatever its prefix. */
export const newCalcomAccount = z.strictObject({
  org_id: uuid,
  api_key: checked(z.string(), z.minLength(1)),
  account_name: z.optional(z.string()),
});

/**
 * Connects an account of the organization by its key (docs/contract.md 11.2). The key is never read back: clear its
 * field after the call, whatever the result. `INVALID_REQUEST`: Cal.com refused the key. `CONFLICT`: it is connected
 * already.
 */
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

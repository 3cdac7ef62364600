import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { user } from './me.js';
import { firstName, lastName } from './user-name.js';
import { checked } from './wire.js';

/** Body of {@link updateCurrentUser}: at least one of the fields. */
export const profileChange = checked(
  z.strictObject({
    first_name: z.optional(firstName),
    last_name: z.optional(lastName),
  }),
  z.refine((change) => Object.keys(change).length > 0, { error: 'empty' }),
);
/** Body of {@link updateCurrentUser}. */
export type ProfileChange = z.infer<typeof profileChange>;

/** Changes fields of the signed-in user (docs/contract.md 5.3). `INVALID_REQUEST`: the body has another field. */
export const updateCurrentUser = endpoint({
  name: 'updateCurrentUser',
  method: 'PATCH',
  path: '/api/v1/users/me',
  auth: 'user',
  basis: 'assumed',
  section: '5.3',
  body: profileChange,
  reply: user,
  faults: ['INVALID_REQUEST', 'VALIDATION_FAILED'],
});

import * as z from 'zod/mini';
import { plainAddress } from './email-addresses.js';
import { endpoint } from './endpoint.js';
import { role } from './me.js';
import { assignableRole } from './user-change.js';
import { firstName, lastName } from './user-name.js';
import { checked, inOrganization, known, opt, page, paging, text } from './wire.js';

/** An invitation. It never contains the temporary password (docs/contract.md 7.2). */
export const invitation = z.object({
  id: text,
  email: text,
  first_name: opt(text),
  last_name: opt(text),
  role: opt(role),
  status: opt(known('PENDING', 'ACCEPTED', 'EXPIRED', 'REVOKED')),
  /** Id of the user who sent it. */
  invited_by: opt(text),
  created_at: opt(text),
  expires_at: opt(text),
  user_id: opt(text),
});
/** An invitation as {@link listInvitations} returns it. */
export type Invitation = z.infer<typeof invitation>;

/** Body of {@link inviteUser}. Without `role`, the server assigns MEMBER. */
export const newInvitation = z.strictObject({
  email: checked(
    z.string(),
    z.overwrite((written) => plainAddress(written) ?? written),
    z.refine((address) => plainAddress(address) !== null, { error: 'email' }),
  ),
  first_name: firstName,
  last_name: lastName,
  role: z.optional(assignableRole),
});
/** Body of {@link inviteUser}. */
export type NewInvitation = z.infer<typeof newInvitation>;

/**
 * Invites a user: the email with a temporary password is sent before the reply (docs/contract.md 7.2). `CONFLICT`: the
 * address is already a user's or invited. `EMAIL_DOMAIN_NOT_ALLOWED` has `details.allowed_email_domains`,
 * `MEMBER_LIMIT_REACHED` has `details.max_members`. `BAD_GATEWAY`: the email could not be sent.
 */
export const inviteUser = endpoint({
  name: 'inviteUser',
  method: 'POST',
  path: '/api/v1/users/invite',
  auth: 'user',
  basis: 'assumed',
  section: '7.2',
  body: newInvitation,
  reply: invitation,
  faults: [
    'FORBIDDEN',
    'CONFLICT',
    'EMAIL_DOMAIN_NOT_ALLOWED',
    'MEMBER_LIMIT_REACHED',
    'VALIDATION_FAILED',
    'RATE_LIMITED',
    'BAD_GATEWAY',
  ],
});

/** Lists invitations, newest first (docs/contract.md 7.2). */
export const listInvitations = endpoint({
  name: 'listInvitations',
  method: 'GET',
  path: '/api/v1/users/invitations',
  auth: 'user',
  basis: 'assumed',
  section: '7.2',
  shape: 'list',
  query: z.object({ ...paging.shape, ...inOrganization.shape, status: z.optional(z.string()) }),
  reply: page(invitation),
});

/**
 * Sends a new temporary password; the former one stops working (docs/contract.md 7.2). `CONFLICT`: accepted already.
 */
export const resendInvitation = endpoint({
  name: 'resendInvitation',
  method: 'POST',
  path: '/api/v1/users/invitations/{id}/resend',
  auth: 'user',
  basis: 'assumed',
  section: '7.2',
  reply: invitation,
  faults: ['FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'MEMBER_LIMIT_REACHED', 'RATE_LIMITED', 'BAD_GATEWAY'],
});

/**
 * Revokes an invitation; its temporary password stops working (docs/contract.md 7.2). `NOT_FOUND`: it no longer exists.
 */
export const revokeInvitation = endpoint({
  name: 'revokeInvitation',
  method: 'DELETE',
  path: '/api/v1/users/invitations/{id}',
  auth: 'user',
  basis: 'assumed',
  section: '7.2',
  shape: 'none',
  faults: ['FORBIDDEN', 'NOT_FOUND'],
});

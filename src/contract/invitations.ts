import * as z from 'zod/mini';
import { plainAddress } from './email-addresses.js';
import { endpoint } from './endpoint.js';
import { role } from './me.js';
import { firstName, lastName } from './person-name.js';
import { assignableRole } from './user-change.js';
import { checked, inOrganization, known, opt, page, paging, text } from './wire.js';

/** Someone asked to join, until they have signed in and chosen a password. The temporary password is never in it. */
export const invitation = z.object({
  id: text,
  email: text,
  first_name: opt(text),
  last_name: opt(text),
  role: opt(role),
  status: opt(known('PENDING', 'ACCEPTED', 'EXPIRED', 'REVOKED')),
  /** Id of the user who invited. */
  invited_by: opt(text),
  created_at: opt(text),
  expires_at: opt(text),
  user_id: opt(text),
});
export type Invitation = z.infer<typeof invitation>;

/** Whom to invite, and as what; without `role` as MEMBER. */
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
export type NewInvitation = z.infer<typeof newInvitation>;

/** Invites a person: a mail with a temporary password goes out before this answers. */
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

/** Lists invitations, newest first. */
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

/** Mails a new temporary password; the one before stops working. */
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

/** Takes an invitation back; its temporary password stops working. */
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

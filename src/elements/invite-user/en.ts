import { roleHelpEn } from '../base/role-help.en.js';

/** English words of `<agni-invite-user>`. Keys in a host's messages: `invite.<key>`. */
export const en = {
  heading: 'Invite User',
  lead: 'Give someone access to this workspace.',
  note: "We'll email a temporary password. They'll choose their own when they first sign in.",
  seats: '{used} of {count} seats are in use, pending invitations included.',
  full: {
    one: 'The only seat in your plan is taken. Revoke a pending invitation or choose a larger plan.',
    other:
      'All {count} seats in your plan are taken. Revoke a pending invitation, remove a user or choose a larger plan.',
  },
  email: 'Email',
  anyDomain: 'You can invite any email address.',
  allowedDomains: 'You can only invite addresses at {domains}.',
  firstName: 'First Name',
  lastName: 'Last Name',
  role: 'Role',
  ...roleHelpEn,
  send: 'Send Invitation',
  sending: 'Sending…',
  several: 'Invite several people',
  one: 'Invite one user',
  mayNotInvite: 'Only owners and admins can invite users.',
  invitingOff: "Users can't be invited here.",
} as const;

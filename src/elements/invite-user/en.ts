/** English words of `<agni-invite-user>`. Keys in a host's messages: `invite.<key>`. */
export const en = {
  heading: 'Invite User',
  lead: 'Give somebody access to this workspace.',
  note: 'They get a mail with a temporary password. It must be changed at the first sign-in.',
  seats: '{used} of {count} seats are in use, pending invitations included.',
  full: {
    one: 'The 1 seat of this plan is taken. Revoke a pending invitation or choose a larger plan first.',
    other:
      'All {count} seats of this plan are taken. Revoke a pending invitation, remove somebody or choose a larger plan first.',
  },
  email: 'Email',
  anyDomain: 'Any address can be invited.',
  allowedDomains: 'Only addresses at {domains} can be invited.',
  firstName: 'First Name',
  lastName: 'Last Name',
  role: 'Role',
  'roleHelp.OWNER': 'May do everything, also make others owners.',
  'roleHelp.ADMIN': 'May manage settings, API keys, users and integrations.',
  'roleHelp.MEMBER': 'May use the workspace and see its settings.',
  send: 'Send Invitation',
  sending: 'Sending…',
  several: 'Invite several people',
  one: 'Invite one user',
  mayNotInvite: 'Only owners and admins can invite people.',
  invitingOff: 'People cannot be invited here.',
};

/** English words of `<agni-invite-user>` that only sending needs. Keys in a host's messages: `invite.<key>`. */
export const invitationFormEn = {
  sent: 'An invitation was sent to {email}.',
  sentUntil: 'An invitation was sent to {email}. It can be taken up until {date}.',
  next: 'The form is ready for the next person.',
  resent: 'A new mail was sent to {email}. The temporary password of the one before no longer works.',
  notSent: 'No invitation was sent. What you typed is still here.',
  notResent: 'No new mail was sent.',
  perhapsSent:
    'It is not known whether the invitation was sent. Look among the pending invitations before you try again.',
  'error.BAD_GATEWAY': 'The mail could not be sent. Try again in a moment.',
  'error.MEMBER_LIMIT_REACHED': {
    one: 'The 1 seat of this plan is taken.',
    other: 'All {count} seats of this plan are taken.',
  },
  limitReached: 'All seats of this plan are taken.',

  isYou: 'This is your own address.',
  isMember: '{name} is a member of this workspace already.',
  isInvited: '{name} was invited on {date} and has not come yet.',
  isExpired: '{name} was invited, but the invitation has expired.',
  isHere: 'Somebody with this address is a member or invited already.',
  resend: 'Resend',
  resending: 'Sending…',
  again: 'Again in {count} s',

  domainOutside: '{domain} is not among the allowed domains: {domains}',
  noDomains: 'This domain is not allowed here.',
  addDomain: 'Add this domain',
  addDomainEffect:
    'From then on, anybody with an address at {domain} can be invited by an owner or admin. Nobody is let in by that alone.',
  adding: 'Adding…',
  added: '{domain} was added to the allowed domains.',
  notAdded: 'The domain was not added.',
  perhapsAdded: 'It is not known whether the domain was added. It is looked up as soon as the server answers again.',

  mail: 'What the mail says',
  mailAbout: 'Roughly this. The words are those of the server that sends it.',
  mailTo: 'To',
  mailSubject: 'Subject',
  mailSubjectText: 'You are invited to {organization}',
  mailHello: 'Hello {name},',
  mailHelloAnybody: 'Hello,',
  mailInvites: '{inviter} invites you to {organization} as {role}.',
  mailSignIn: 'The address to sign in at',
  mailPassword: 'A temporary password, which only this mail holds',
  mailUntil: 'Until when it works, and that a password of their own has to take its place at once',
  mailUnknown: '…',

  'invalid.address': "A name can't contain an email address.",
  'invalid.email': 'Enter a full email address, such as nia@northwind.example.',
};

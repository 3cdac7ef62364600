/** English words of `<agni-invite-user>` that only sending needs. Keys in a host's messages: `invite.<key>`. */
export const invitationFormEn = {
  sent: 'Invitation sent to {email}.',
  sentUntil: 'Invitation sent to {email}. Expires on {date}.',
  resent: 'New email sent to {email}. The previous temporary password no longer works.',
  notSent: 'No invitation was sent. What you typed is still here.',
  notResent: 'No new email was sent.',
  perhapsSent: "We couldn't confirm that the invitation was sent. Check the pending invitations before you try again.",
  'error.BAD_GATEWAY': "We couldn't send the email. Try again in a moment.",
  'error.MEMBER_LIMIT_REACHED': {
    one: 'The only seat in your plan is taken.',
    other: 'All {count} seats in your plan are taken.',
  },
  limitReached: 'All seats in your plan are taken.',

  isYou: 'This is your own email.',
  isUser: '“{name}” is already a user of this workspace.',
  isInvited: "“{name}” was invited on {date} and hasn't signed in yet.",
  isExpired: 'The invitation of “{name}” has expired.',
  isHere: 'A user or a pending invitation already has this email.',
  resend: 'Resend',
  resending: 'Sending…',
  again: 'Resend in {count} s',

  domainOutside: "{domain} isn't an allowed domain. Allowed: {domains}",
  addDomain: 'Add this domain',
  addDomainEffect:
    'Owners and admins can then invite any address at {domain}. Existing users and invitations stay as they are.',
  adding: 'Adding…',
  added: 'Domain {domain} added.',
  notAdded: "The domain wasn't added.",
  perhapsAdded: "We couldn't confirm that the domain was added. We'll check again when the server responds.",

  mail: 'Preview the email',
  mailTo: 'To',
  mailSubject: 'Subject',
  // The words of the sandbox's mail: test/elements/invite-user/mail-preview.test.ts compares them.
  mailSubjectText: "You're invited to “{organization}” on Agni",
  mailHello: 'Hello {name},',
  mailInvites: '“{inviter}” invited you to “{organization}” on Agni. Your role is {role}.',
  mailSignIn: 'Sign in at {address}',
  mailEmail: 'Your email: {email}',
  mailPassword: 'Your temporary password: {password}',
  mailExpiry: "The temporary password expires on {date}. You'll choose your own password when you first sign in.",
  mailUnexpected: "If you didn't expect this invitation, you can ignore this email.",

  'invalid.address': "A name can't contain an email address.",
  'invalid.email': 'Enter a full email address, such as nia@northwind.example.',
} as const;

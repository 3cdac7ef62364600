/**
 * English words of the sandbox's mails and of its consent page. The invitation mail has the same words as its preview
 * in `<agni-invite-user>`: test/elements/invite-user/mail-preview.test.ts compares them in every language.
 */
export const en = {
  mailSubject: "You're invited to “{organization}” on Agni",
  mailHello: 'Hello {name},',
  mailInvites: '“{inviter}” invited you to “{organization}” on Agni. Your role is {role}.',
  mailInvited: "You're invited to “{organization}” on Agni. Your role is {role}.",
  mailSignIn: 'Sign in at {address}',
  mailEmail: 'Your email: {email}',
  mailPassword: 'Your temporary password: {password}',
  mailExpiry: "The temporary password expires on {date}. You'll choose your own password when you first sign in.",
  mailUnexpected: "If you didn't expect this invitation, you can ignore this email.",

  noticePassword: 'Your Agni password was changed',
  noticeTwoFactorOn: 'Two-factor authentication was turned on for your Agni account',
  noticeTwoFactorOff: 'Two-factor authentication was turned off for your Agni account',
  noticeRecoveryCodes: 'Your recovery codes for Agni were replaced',
  noticeApiKey: 'A new API key was created: “{key}”',
  noticeAccount: 'Account: {email}',
  noticeTime: 'Time: {date}',
  noticeUnexpected: "If this wasn't you, change your password and end your other sessions in Agni's settings.",

  consentTitle: 'Allow access',
  consentHeading: 'Allow Agni to access your location?',
  consentWorkspace: 'Workspace: {organization}',
  consentUser: 'Signed in as {email}',
  consentList: "The workspace's agents will be able to:",
  consentSee: 'see calendars and available times',
  consentBook: 'book, move and cancel appointments',
  consentContacts: 'see the contacts of these appointments',
  deny: 'Deny',
  allow: 'Allow',
  consentNote: "You can disconnect at any time, here or in Agni's settings.",
  connected: 'GoHighLevel is connected',
  connectedText: 'You can close this window. Agni shows the connection in a moment.',
  denied: 'Access was denied',
  deniedText: 'Nothing was connected. Close this window. To try again, connect from Agni.',
  failed: 'This request is no longer valid',
  failedText:
    'It was already answered, has expired or belongs to another user. Close this window and connect again from Agni.',
} as const;

/** English words of `<agni-two-factor>` that the pane itself needs. Keys in a host's messages: `twoFactor.<key>`. */
export const en = {
  heading: 'Two-Factor Authentication',
  lead: 'Sign in with your password and a code from your phone. Highly recommended for production workspaces.',
  app: 'Authenticator app',
  on: 'On',
  off: 'Off',
  since: 'on since {date}',
  offFacts: 'Your account is protected by a password only.',
  begun: "You started setup but didn't finish. Start again to get a new setup key.",
  codesLeft: { one: '1 recovery code left', other: '{count} recovery codes left' },
  codesLow: {
    one: 'You have 1 recovery code left. Create new ones before you run out.',
    other: 'You have {count} recovery codes left. Create new ones before you run out.',
  },
  codesOut:
    "You have no recovery codes left. If you lose your authenticator app, you can't sign in. Create new ones now.",
  enable: 'Enable Two-Factor Authentication',
  disable: 'Disable Two-Factor Authentication',
  replaceCodes: 'New Recovery Codes',
  elsewhere: 'You sign in with Google. Turn on two-factor authentication in your Google account.',
} as const;

/** English words of `<agni-two-factor>` that the pane itself needs. Keys in a host's messages: `twoFactor.<key>`. */
export const en = {
  heading: 'Two-Factor Authentication',
  lead: 'A code from your phone besides your password. Highly recommended for production workspaces.',
  app: 'Authenticator app',
  on: 'On',
  off: 'Off',
  since: 'on since {date}',
  offFacts: 'Whoever learns your password can sign in as you.',
  begun: 'A set-up was begun and not finished. Beginning again makes a new setup key.',
  codesLeft: { one: '1 recovery code left', other: '{count} recovery codes left' },
  codesLow: {
    one: 'Only 1 recovery code is left. Make new ones while you can still sign in.',
    other: 'Only {count} recovery codes are left. Make new ones while you can still sign in.',
  },
  codesOut: 'No recovery code is left: without your authenticator app you could not sign in. Make new ones.',
  enable: 'Enable Two-Factor Authentication',
  disable: 'Disable Two-Factor Authentication',
  replaceCodes: 'New Recovery Codes',
  elsewhere: 'You sign in with Google, so the second step is a matter of your Google account.',
};

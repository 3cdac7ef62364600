/** English words of `<agni-sessions>` that only its dialogs need. Keys in a host's messages: `sessions.<key>`. */
export const dialogsEn = {
  revokeHeading: 'Revoke {device}',
  revokeEffect: 'This device is signed out immediately. To use it again, sign in with your password.',
  activeToday: 'Used today.',
  revokeOthersEffect: {
    one: '1 other session is signed out immediately. You stay signed in here.',
    other: '{count} other sessions are signed out immediately. You stay signed in here.',
  },
  latest: 'Most recently used:',
  revoked: 'Session “{device}” revoked.',
  revokedOthers: { one: '1 other session revoked.', other: '{count} other sessions revoked.' },
  revokedUncounted: 'All other sessions revoked.',
  notRevoked: 'No session was revoked.',
  perhapsRevoked: "We couldn't confirm that it was revoked. We'll check again when the server responds.",
  'error.CONFLICT': 'This is your current session. Sign out instead.',
} as const;

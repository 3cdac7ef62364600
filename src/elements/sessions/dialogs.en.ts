/** English words of `<agni-sessions>` that only its dialogs need. Keys in a host's messages: `sessions.<key>`. */
export const dialogsEn = {
  revokeHeading: 'Revoke {device}',
  revokeEffect: 'This device is signed out immediately. Signing in again needs your password.',
  activeToday: 'This session was active today.',
  revokeOthersEffect: {
    one: '1 other session is signed out immediately. This one stays signed in.',
    other: '{count} other sessions are signed out immediately. This one stays signed in.',
  },
  latest: 'Most recently active:',
  revoked: '{device} was signed out.',
  revokedOthers: { one: '1 other session revoked.', other: '{count} other sessions revoked.' },
  revokedUncounted: 'All other sessions revoked.',
  notRevoked: 'No session was revoked.',
  perhapsRevoked: "We couldn't confirm that this was revoked. We'll check again when the server responds.",
  'error.CONFLICT': 'This is the session you are using right now. Sign out instead.',
};

/** English words of `<agni-sessions>` that only its dialogs need. Keys in a host's messages: `sessions.<key>`. */
export const dialogsEn = {
  revokeHeading: 'Revoke {device}',
  revokeEffect: 'Whoever uses it is signed out at once and needs your password to come back.',
  activeToday: 'It was in use today.',
  revokeOthersEffect: {
    one: '1 other session is signed out at once. This one stays.',
    other: '{count} other sessions are signed out at once. This one stays.',
  },
  latest: 'The last of them in use:',
  revoked: '{device} was signed out.',
  revokedOthers: { one: '1 other session was ended.', other: '{count} other sessions were ended.' },
  revokedUncounted: 'All other sessions were ended.',
  notRevoked: 'Nothing was ended.',
  perhapsRevoked: 'It is not known whether it was ended. It is looked up as soon as the server answers again.',
  'error.CONFLICT': 'This is the session you are using right now. Sign out instead.',
};

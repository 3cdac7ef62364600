/** English words of `<agni-change-password>`. Keys in a host's messages: `changePassword.<key>`. */
export const en = {
  heading: 'Change Password',
  lead: 'The password you sign in with.',
  temporary: 'Your password is temporary. Choose one of your own; everything else waits until then.',
  current: 'Current Password',
  temporaryHelp: 'The temporary one, as it came by e-mail.',
  next: 'New Password',
  nextHelp:
    'At least 8 characters. Several words that have nothing to do with each other are hard to guess and easy to keep.',
  confirmation: 'Confirm New Password',
  show: 'Show',
  hide: 'Hide',
  revokeOthers: 'Sign out my other sessions',
  change: 'Change Password',
  changing: 'Changing…',
  changed: 'Your password was changed.',
  changedOthers: {
    one: 'Your password was changed, and 1 other session was signed out.',
    other: 'Your password was changed, and {count} other sessions were signed out.',
  },
  changedAlone: 'Your password was changed. There was no other session to sign out.',
  notChanged: 'Your password was not changed.',
  notChecked: 'The new password could not be checked, so your password was not changed. Try again.',
  perhapsChanged:
    'It is not known whether your password was changed. Try again; if your current password is refused then, the new one is in force already.',
  tooMany: {
    one: 'Too many attempts. Try again in 1 minute.',
    other: 'Too many attempts. Try again in {count} minutes.',
  },
  elsewhere: 'You sign in with Google, so there is no password to change here. Your Google account looks after that.',
  'invalid.wrong': 'This is not your current password.',
  'invalid.too_short': 'Use at least 8 characters.',
  'invalid.too_long': 'This is too long. Use fewer characters.',
  'invalid.same': 'Choose one that differs from your current password.',
  'invalid.mismatch': 'This is not the same as the new password.',
  'invalid.weak': 'This is easy to guess. Choose another one.',
  'invalid.reused': 'You have used this one before. Choose another one.',
};

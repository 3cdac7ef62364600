/** English words of `<agni-profile>`. Keys in a host's messages: `profile.<key>`. */
export const en = {
  heading: 'Profile',
  lead: 'Who you are in this workspace, and the name others see.',
  signIn: 'Sign-in',
  method: 'Sign-In Method',
  'method.password': 'Email and password',
  'method.google': 'Google',
  lastLogin: 'Last Login',
  memberSince: 'Member Since',
  role: 'Role',
  roleHelp: 'An owner or admin gives it. It decides what you can see and change.',
  permissions: 'Permissions',
  email: 'Email',
  emailHelp: 'You sign in with this address. It cannot be changed here.',
  emailHelpGoogle: 'The address of your Google account. It cannot be changed here.',
  firstName: 'First Name',
  lastName: 'Last Name',

  'invalid.address': "A name can't contain an email address.",
};

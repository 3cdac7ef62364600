/** English words of `<agni-profile>`. Keys in a host's messages: `profile.<key>`. */
export const en = {
  heading: 'Profile',
  lead: 'Your name, role and sign-in details in this workspace.',
  account: 'Account',
  method: 'Sign-In Method',
  'method.password': 'Email and password',
  'method.google': 'Google',
  lastLogin: 'Last Login',
  memberSince: 'Member Since',
  role: 'Role',
  email: 'Email',
  permissions: 'What your role permits',
  firstName: 'First Name',
  lastName: 'Last Name',

  'invalid.address': "A name can't contain an email address.",
} as const;

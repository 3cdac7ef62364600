import type { PackWords } from '../pack.js';

export const profile = {
  heading: 'Profiel',
  lead: 'Je naam, rol en inloggegevens in deze workspace.',
  account: 'Account',
  method: 'Inlogmethode',
  'method.password': 'E-mail en wachtwoord',
  'method.google': 'Google',
  lastLogin: 'Laatst ingelogd',
  memberSince: 'Lid sinds',
  role: 'Rol',
  email: 'E-mail',
  permissions: 'Wat je met je rol mag',
  firstName: 'Voornaam',
  lastName: 'Achternaam',

  'invalid.address': 'Een naam kan geen e-mailadres bevatten.',
} as const satisfies PackWords<'nl', 'profile'>;

import type { PackWords } from '../pack.js';

export const profile = {
  heading: 'Profil',
  lead: 'Ihr Name, Ihre Rolle und Ihre Anmeldung in diesem Workspace.',
  account: 'Konto',
  method: 'Anmeldemethode',
  'method.password': 'E-Mail und Passwort',
  'method.google': 'Google',
  lastLogin: 'Letzte Anmeldung',
  memberSince: 'Mitglied seit',
  role: 'Rolle',
  email: 'E-Mail',
  permissions: 'Was Ihre Rolle erlaubt',
  firstName: 'Vorname',
  lastName: 'Nachname',

  'invalid.address': 'Ein Name kann keine E-Mail-Adresse enthalten.',
} as const satisfies PackWords<'de', 'profile'>;

import type { PackWords } from '../pack.js';

export const profile = {
  heading: 'Profilo',
  lead: 'Nome, ruolo e dati di accesso in questo workspace.',
  account: 'Account',
  method: 'Metodo di accesso',
  'method.password': 'Email e password',
  'method.google': 'Google',
  lastLogin: 'Ultimo accesso',
  memberSince: 'Membro dal',
  role: 'Ruolo',
  email: 'Email',
  permissions: 'Cosa consente il tuo ruolo',
  firstName: 'Nome',
  lastName: 'Cognome',

  'invalid.address': 'Un nome non può contenere un indirizzo email.',
} as const satisfies PackWords<'it', 'profile'>;

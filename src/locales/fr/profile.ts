import type { PackWords } from '../pack.js';

export const profile = {
  heading: 'Profil',
  lead: 'Votre nom, votre rôle et vos informations de connexion dans cet espace de travail.',
  account: 'Compte',
  method: 'Mode de connexion',
  'method.password': 'E-mail et mot de passe',
  'method.google': 'Google',
  lastLogin: 'Dernière connexion',
  memberSince: 'Membre depuis',
  role: 'Rôle',
  email: 'E-mail',
  permissions: 'Ce que permet votre rôle',
  firstName: 'Prénom',
  lastName: 'Nom',

  'invalid.address': 'Un nom ne peut pas contenir d’adresse e-mail.',
} as const satisfies PackWords<'fr', 'profile'>;

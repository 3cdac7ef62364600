import { defineWords } from './define-words.js';

/** French. */
export const fr = defineWords({
  mailSubject: 'Invitation à rejoindre « {organization} » sur Agni',
  mailHello: 'Bonjour {name},',
  mailInvites: '« {inviter} » vous invite à rejoindre « {organization} » sur Agni. Votre rôle est {role}.',
  mailInvited: 'Vous êtes invité à rejoindre « {organization} » sur Agni. Votre rôle est {role}.',
  mailSignIn: 'Connectez-vous sur {address}',
  mailEmail: 'Votre e-mail : {email}',
  mailPassword: 'Votre mot de passe temporaire : {password}',
  mailExpiry:
    'Le mot de passe temporaire expire le {date}. Vous choisirez votre propre mot de passe à votre première connexion.',
  mailUnexpected: 'Si vous n’attendiez pas cette invitation, vous pouvez ignorer cet e-mail.',

  noticePassword: 'Votre mot de passe Agni a été modifié',
  noticeTwoFactorOn: 'L’authentification à deux facteurs de votre compte Agni a été activée',
  noticeTwoFactorOff: 'L’authentification à deux facteurs de votre compte Agni a été désactivée',
  noticeRecoveryCodes: 'Vos codes de récupération Agni ont été remplacés',
  noticeApiKey: 'Une nouvelle clé d’API a été créée : « {key} »',
  noticeAccount: 'Compte : {email}',
  noticeTime: 'Date : {date}',
  noticeUnexpected:
    'Si ce n’était pas vous, changez votre mot de passe et fermez vos autres sessions dans les paramètres d’Agni.',

  consentTitle: 'Autoriser l’accès',
  consentHeading: 'Autoriser Agni à accéder à votre établissement ?',
  consentWorkspace: 'Espace de travail : {organization}',
  consentUser: 'Session ouverte avec {email}',
  consentList: 'Les agents de l’espace de travail pourront :',
  consentSee: 'voir les calendriers et les créneaux disponibles',
  consentBook: 'réserver, déplacer et annuler des rendez-vous',
  consentContacts: 'voir les contacts de ces rendez-vous',
  deny: 'Refuser',
  allow: 'Autoriser',
  consentNote: 'Vous pouvez déconnecter à tout moment, ici ou dans les paramètres d’Agni.',
  connected: 'GoHighLevel est connecté',
  connectedText: 'Vous pouvez fermer cette fenêtre. Agni affichera la connexion dans un instant.',
  denied: 'Accès refusé',
  deniedText: 'Rien n’a été connecté. Fermez cette fenêtre. Pour réessayer, connectez-vous depuis Agni.',
  failed: 'Cette demande n’est plus valable',
  failedText:
    'Elle a déjà reçu une réponse, a expiré ou concerne un autre utilisateur. Fermez cette fenêtre et reconnectez-vous depuis Agni.',
});

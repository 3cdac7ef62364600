import type { PackWords } from '../pack.js';

export const twoFactor = {
  heading: 'Authentification à deux facteurs',
  lead: 'Connectez-vous avec votre mot de passe et un code de votre téléphone. Fortement recommandé pour les espaces de travail de production.',
  app: 'Application d’authentification',
  on: 'Activée',
  off: 'Désactivée',
  since: 'activée depuis le {date}',
  offFacts: 'Votre compte n’est protégé que par un mot de passe.',
  begun: 'La configuration n’est pas terminée. Recommencez pour obtenir une nouvelle clé de configuration.',
  codesLeft: {
    one: '{count} code de récupération restant',
    many: '{count} de codes de récupération restants',
    other: '{count} codes de récupération restants',
  },
  codesLow: {
    one: 'Il vous reste {count} code de récupération. Créez-en de nouveaux avant d’en manquer.',
    many: 'Il vous reste {count} de codes de récupération. Créez-en de nouveaux avant d’en manquer.',
    other: 'Il vous reste {count} codes de récupération. Créez-en de nouveaux avant d’en manquer.',
  },
  codesOut:
    'Vous n’avez plus de codes de récupération. Si vous perdez votre application d’authentification, vous ne pourrez plus vous connecter. Créez-en maintenant.',
  enable: 'Activer l’authentification à deux facteurs',
  disable: 'Désactiver l’authentification à deux facteurs',
  replaceCodes: 'Nouveaux codes de récupération',
  elsewhere: 'Vous vous connectez avec Google. Activez l’authentification à deux facteurs dans votre compte Google.',

  password: 'Mot de passe',
  show: 'Afficher',
  hide: 'Masquer',
  continue: 'Continuer',
  working: 'Un instant…',
  code: 'Code de vérification',
  codeHelp: 'Les six chiffres de votre application d’authentification.',
  factor: 'Code de vérification ou de récupération',
  factorHelp: 'Les six chiffres de votre application d’authentification, ou l’un de vos codes de récupération.',

  enableIntro:
    'Il vous faut une application d’authentification sur votre téléphone. Saisissez votre mot de passe pour commencer.',
  scanIntro:
    'Scannez le code QR avec votre application d’authentification, ou saisissez la clé de configuration. Saisissez ensuite le code de l’application.',
  picture: 'Code QR pour votre application d’authentification',
  setupKey: 'Clé de configuration',
  copyKey: 'Copier la clé de configuration',
  keyCopied: 'Clé de configuration copiée.',
  expiresIn: 'Expire dans {time}.',
  expiresSoon: 'La configuration expire dans moins d’une minute. Recommencez pour disposer de plus de temps.',
  expired: 'La configuration a expiré. Recommencez pour obtenir un nouveau code QR.',
  startAgain: 'Recommencer',
  verify: 'Vérifier',
  restarted: 'La configuration a expiré avant la saisie du code. Saisissez votre mot de passe pour recommencer.',
  notEnabled: 'L’authentification à deux facteurs est toujours désactivée.',
  alreadyOn: 'L’authentification à deux facteurs est déjà activée.',
  codesLost:
    'L’authentification à deux facteurs est activée, mais nous n’avons pas pu obtenir vos codes de récupération. Créez-en maintenant.',

  saveCodes: 'Conservez vos codes de récupération',
  codesOnce:
    'Utilisez un code pour vous connecter sans votre application d’authentification. Chaque code fonctionne une seule fois. Vous ne les reverrez plus.',
  codesInstead: 'Vos anciens codes ne fonctionnent plus.',
  codes: 'Codes de récupération',
  copyCodes: 'Copier les codes',
  downloadCodes: 'Télécharger les codes',
  printCodes: 'Imprimer les codes',
  codesCopied: 'Codes copiés.',
  codesDownloaded: 'Codes téléchargés.',
  codesUncertain: 'Si vous ne voyez pas de fichier, ce site bloque les téléchargements. Copiez ou imprimez les codes.',
  codesFile: 'codes-de-recuperation.txt',
  codesTitle: 'Codes de récupération de {email}',
  codesMade: 'Créés le {date}. Chaque code fonctionne une seule fois.',
  codesSaved: 'J’ai conservé ces codes',
  done: 'Terminé',
  doneWhen: 'Pour fermer, confirmez que vous les avez conservés.',
  codesDone: 'Codes de récupération conservés.',

  disableIntro:
    'Vous vous connecterez avec votre seul mot de passe. Vos codes de récupération cessent immédiatement de fonctionner.',
  disableConfirm: 'Désactiver',
  disabled: 'L’authentification à deux facteurs est désactivée.',
  notDisabled: 'L’authentification à deux facteurs est toujours activée.',
  perhapsDisabled: 'Modification non confirmée. Nous vérifierons dès que le serveur répondra.',

  replaceIntro: 'Vous recevez de nouveaux codes. Les codes actuels cessent immédiatement de fonctionner.',
  notReplaced: 'Vos codes actuels fonctionnent toujours.',
  alreadyOff: 'L’authentification à deux facteurs est désactivée : il n’y a pas de codes à remplacer.',
  perhapsReplaced:
    'Modification non confirmée : vos codes actuels ne fonctionnent peut-être plus. Créez-en de nouveaux.',

  tooMany: {
    one: 'Trop de tentatives. Réessayez dans {count} minute.',
    many: 'Trop de tentatives. Réessayez dans {count} de minutes.',
    other: 'Trop de tentatives. Réessayez dans {count} minutes.',
  },
  'invalid.wrongPassword': 'Mot de passe incorrect. Réessayez.',
  'invalid.code': 'Saisissez les six chiffres de votre application.',
  'invalid.factor': 'Saisissez les six chiffres de votre application, ou un code de récupération.',
  'invalid.wrongCode':
    'Code incorrect ou déjà utilisé. Essayez le suivant. Si cela ne marche pas, vérifiez l’heure de votre téléphone.',
  'invalid.wrongRecoveryCode': 'Code de récupération incorrect ou déjà utilisé. Essayez-en un autre.',
} as const satisfies PackWords<'fr', 'twoFactor'>;

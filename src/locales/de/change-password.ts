import type { PackWords } from '../pack.js';

export const changePassword = {
  heading: 'Passwort ändern',
  lead: 'Das Passwort, mit dem Sie sich anmelden.',
  temporary: 'Ihr Passwort ist temporär. Wählen Sie ein eigenes, um fortzufahren.',
  current: 'Aktuelles Passwort',
  temporaryHelp: 'Das temporäre Passwort aus Ihrer E-Mail.',
  next: 'Neues Passwort',
  nextHelp: 'Mindestens 8 Zeichen. Mehrere Wörter ohne Zusammenhang sind schwer zu erraten und leicht zu merken.',
  strength: 'Stärke: {strength}',
  'strength.0': 'schwach',
  'strength.1': 'mittel',
  'strength.2': 'stark',
  'strength.3': 'sehr stark',
  confirmation: 'Neues Passwort bestätigen',
  show: 'Anzeigen',
  hide: 'Verbergen',
  revokeOthers: 'Meine anderen Sitzungen beenden',
  change: 'Passwort ändern',
  changing: 'Wird geändert…',
  changed: 'Passwort geändert.',
  changedOthers: {
    one: 'Passwort geändert. 1 andere Sitzung wurde beendet.',
    other: 'Passwort geändert. {count} andere Sitzungen wurden beendet.',
  },
  changedAlone: 'Passwort geändert. Sie hatten keine anderen Sitzungen.',
  notChanged: 'Ihr Passwort wurde nicht geändert.',
  notChecked:
    'Wir konnten das neue Passwort nicht prüfen, deshalb wurde Ihr Passwort nicht geändert. Versuchen Sie es erneut.',
  perhapsChanged:
    'Unklar, ob die Änderung wirksam ist. Versuchen Sie es erneut. Wird Ihr aktuelles Passwort abgelehnt, gilt schon das neue.',
  tooMany: {
    one: 'Zu viele Versuche. Versuchen Sie es in 1 Minute erneut.',
    other: 'Zu viele Versuche. Versuchen Sie es in {count} Minuten erneut.',
  },
  elsewhere: 'Sie melden sich mit Google an. Ändern Sie Ihr Passwort in Ihrem Google-Konto.',
  'invalid.wrong': 'Das ist nicht Ihr aktuelles Passwort.',
  'invalid.too_short': 'Verwenden Sie mindestens 8 Zeichen.',
  'invalid.too_long': 'Verwenden Sie weniger Zeichen.',
  'invalid.same': 'Wählen Sie ein Passwort, das sich von Ihrem aktuellen unterscheidet.',
  'invalid.mismatch': 'Die Passwörter stimmen nicht überein.',
  'invalid.weak': 'Dieses Passwort ist leicht zu erraten. Wählen Sie ein anderes.',
  'invalid.common': 'Dieses Passwort ist zu verbreitet. Wählen Sie ein anderes.',
  'invalid.personal':
    'Dieses Passwort enthält Ihren Namen, Ihre E-Mail-Adresse oder Ihre Organisation. Wählen Sie ein anderes.',
  'invalid.reused': 'Dieses Passwort haben Sie schon einmal verwendet. Wählen Sie ein anderes.',
} as const satisfies PackWords<'de', 'changePassword'>;

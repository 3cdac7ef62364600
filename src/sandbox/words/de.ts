import { defineWords } from './define-words.js';

/** German. */
export const de = defineWords({
  mailSubject: 'Einladung zu „{organization}“ bei Agni',
  mailHello: 'Guten Tag {name},',
  mailInvites: '„{inviter}“ hat Sie zu „{organization}“ bei Agni eingeladen. Ihre Rolle ist {role}.',
  mailInvited: 'Sie sind zu „{organization}“ bei Agni eingeladen. Ihre Rolle ist {role}.',
  mailSignIn: 'Melden Sie sich hier an: {address}',
  mailEmail: 'Ihre E-Mail-Adresse: {email}',
  mailPassword: 'Ihr temporäres Passwort: {password}',
  mailExpiry: 'Das temporäre Passwort gilt bis {date}. Bei der ersten Anmeldung wählen Sie Ihr eigenes Passwort.',
  mailUnexpected: 'Wenn Sie diese Einladung nicht erwartet haben, können Sie diese E-Mail ignorieren.',

  noticePassword: 'Ihr Passwort für Agni wurde geändert',
  noticeTwoFactorOn: 'Die Zwei-Faktor-Authentifizierung Ihres Agni-Kontos wurde aktiviert',
  noticeTwoFactorOff: 'Die Zwei-Faktor-Authentifizierung Ihres Agni-Kontos wurde deaktiviert',
  noticeRecoveryCodes: 'Ihre Wiederherstellungscodes für Agni wurden ersetzt',
  noticeApiKey: 'Ein neuer API-Schlüssel wurde erstellt: „{key}“',
  noticeAccount: 'Konto: {email}',
  noticeTime: 'Zeitpunkt: {date}',
  noticeUnexpected:
    'Wenn Sie das nicht waren, ändern Sie Ihr Passwort und beenden Sie Ihre anderen Sitzungen in den Einstellungen von Agni.',

  consentTitle: 'Zugriff erlauben',
  consentHeading: 'Darf Agni auf Ihren Standort in GoHighLevel zugreifen?',
  consentWorkspace: 'Workspace: {organization}',
  consentUser: 'Angemeldet als {email}',
  consentList: 'Die Agenten des Workspace können dann:',
  consentSee: 'Kalender und freie Zeiten sehen',
  consentBook: 'Termine buchen, verschieben und absagen',
  consentContacts: 'die Kontakte dieser Termine sehen',
  deny: 'Ablehnen',
  allow: 'Erlauben',
  consentNote: 'Sie können die Verbindung jederzeit trennen, hier oder in den Einstellungen von Agni.',
  connected: 'GoHighLevel ist verbunden',
  connectedText: 'Sie können dieses Fenster schließen. Agni zeigt die Verbindung gleich an.',
  denied: 'Der Zugriff wurde abgelehnt',
  deniedText:
    'Es wurde nichts verbunden. Schließen Sie dieses Fenster. Um es noch einmal zu versuchen, verbinden Sie sich in Agni neu.',
  failed: 'Diese Anfrage ist nicht mehr gültig',
  failedText:
    'Sie wurde schon beantwortet, ist abgelaufen oder gehört zu einem anderen Benutzer. Schließen Sie dieses Fenster und verbinden Sie sich in Agni neu.',
});

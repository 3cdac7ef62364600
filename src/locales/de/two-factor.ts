import type { PackWords } from '../pack.js';

export const twoFactor = {
  heading: 'Zwei-Faktor-Authentifizierung',
  lead: 'Melden Sie sich mit Ihrem Passwort und einem Code von Ihrem Smartphone an. Für produktive Workspaces dringend empfohlen.',
  app: 'Authenticator-App',
  on: 'Ein',
  off: 'Aus',
  since: 'aktiv seit {date}',
  offFacts: 'Ihr Konto ist nur durch ein Passwort geschützt.',
  begun:
    'Sie haben die Einrichtung nicht abgeschlossen. Beginnen Sie neu, um einen neuen Einrichtungsschlüssel zu erhalten.',
  codesLeft: { one: 'Noch 1 Wiederherstellungscode', other: 'Noch {count} Wiederherstellungscodes' },
  codesLow: {
    one: 'Sie haben noch 1 Wiederherstellungscode. Erstellen Sie rechtzeitig neue.',
    other: 'Sie haben noch {count} Wiederherstellungscodes. Erstellen Sie rechtzeitig neue.',
  },
  codesOut:
    'Sie haben keine Wiederherstellungscodes mehr. Wenn Sie Ihre Authenticator-App verlieren, können Sie sich nicht anmelden. Erstellen Sie jetzt neue.',
  enable: 'Zwei-Faktor-Authentifizierung aktivieren',
  disable: 'Zwei-Faktor-Authentifizierung deaktivieren',
  replaceCodes: 'Neue Wiederherstellungscodes',
  elsewhere: 'Sie melden sich mit Google an. Aktivieren Sie die Zwei-Faktor-Authentifizierung in Ihrem Google-Konto.',

  password: 'Passwort',
  show: 'Anzeigen',
  hide: 'Verbergen',
  continue: 'Weiter',
  working: 'Einen Moment…',
  code: 'Bestätigungscode',
  codeHelp: 'Die sechs Ziffern in Ihrer Authenticator-App.',
  factor: 'Bestätigungs- oder Wiederherstellungscode',
  factorHelp: 'Die sechs Ziffern in Ihrer Authenticator-App oder einer Ihrer Wiederherstellungscodes.',

  enableIntro: 'Sie brauchen eine Authenticator-App auf Ihrem Smartphone. Geben Sie zu Beginn Ihr Passwort ein.',
  scanIntro:
    'Scannen Sie den QR-Code mit Ihrer Authenticator-App oder geben Sie den Einrichtungsschlüssel ein. Geben Sie dann den Code aus der App ein.',
  picture: 'QR-Code für Ihre Authenticator-App',
  setupKey: 'Einrichtungsschlüssel',
  copyKey: 'Einrichtungsschlüssel kopieren',
  keyCopied: 'Einrichtungsschlüssel kopiert.',
  expiresIn: 'Noch gültig: {time}.',
  expiresSoon: 'Die Einrichtung läuft in weniger als einer Minute ab. Beginnen Sie neu, wenn Sie mehr Zeit brauchen.',
  expired: 'Die Einrichtung ist abgelaufen. Beginnen Sie neu, um einen neuen QR-Code zu erhalten.',
  startAgain: 'Neu beginnen',
  verify: 'Bestätigen',
  restarted:
    'Die Einrichtung ist abgelaufen, bevor Sie den Code eingegeben haben. Geben Sie Ihr Passwort ein, um neu zu beginnen.',
  notEnabled: 'Die Zwei-Faktor-Authentifizierung ist noch aus.',
  alreadyOn: 'Die Zwei-Faktor-Authentifizierung ist schon aktiv.',
  codesLost:
    'Die Zwei-Faktor-Authentifizierung ist aktiv, aber Ihre Wiederherstellungscodes kamen nicht an. Erstellen Sie jetzt neue.',

  saveCodes: 'Wiederherstellungscodes speichern',
  codesOnce:
    'Mit einem Code melden Sie sich an, wenn Sie Ihre Authenticator-App nicht zur Hand haben. Jeder Code gilt einmal. Sie werden nie wieder angezeigt.',
  codesInstead: 'Ihre alten Codes gelten nicht mehr.',
  codes: 'Wiederherstellungscodes',
  copyCodes: 'Codes kopieren',
  downloadCodes: 'Codes herunterladen',
  printCodes: 'Codes drucken',
  codesCopied: 'Codes kopiert.',
  codesDownloaded: 'Codes heruntergeladen.',
  codesUncertain:
    'Wenn keine Datei erscheint, blockiert diese Website Downloads. Kopieren oder drucken Sie die Codes stattdessen.',
  codesFile: 'wiederherstellungscodes.txt',
  codesTitle: 'Wiederherstellungscodes für {email}',
  codesMade: 'Erstellt am {date}. Jeder Code gilt einmal.',
  codesSaved: 'Ich habe diese Codes gespeichert',
  done: 'Fertig',
  doneWhen: 'Bestätigen Sie zum Schließen, dass Sie die Codes gespeichert haben.',
  codesDone: 'Wiederherstellungscodes gespeichert.',

  disableIntro:
    'Sie melden sich dann nur noch mit Ihrem Passwort an. Ihre Wiederherstellungscodes gelten sofort nicht mehr.',
  disableConfirm: 'Deaktivieren',
  disabled: 'Die Zwei-Faktor-Authentifizierung ist aus.',
  notDisabled: 'Die Zwei-Faktor-Authentifizierung ist noch aktiv.',
  perhapsDisabled: 'Unklar, ob die Änderung wirksam ist. Wir prüfen es, sobald der Server wieder antwortet.',

  replaceIntro: 'Sie erhalten neue Codes. Ihre bisherigen gelten sofort nicht mehr.',
  notReplaced: 'Ihre bisherigen Codes gelten noch.',
  alreadyOff: 'Die Zwei-Faktor-Authentifizierung ist aus, es gibt also keine Codes zu ersetzen.',
  perhapsReplaced:
    'Unklar, ob die Änderung wirksam ist. Möglicherweise gelten Ihre bisherigen Codes nicht mehr. Erstellen Sie noch einmal neue.',

  tooMany: {
    one: 'Zu viele Versuche. Versuchen Sie es in 1 Minute erneut.',
    other: 'Zu viele Versuche. Versuchen Sie es in {count} Minuten erneut.',
  },
  'invalid.wrongPassword': 'Falsches Passwort. Versuchen Sie es erneut.',
  'invalid.code': 'Geben Sie die sechs Ziffern aus Ihrer App ein.',
  'invalid.factor': 'Geben Sie die sechs Ziffern aus Ihrer App oder einen Wiederherstellungscode ein.',
  'invalid.wrongCode':
    'Falscher oder schon benutzter Code. Versuchen Sie den nächsten. Hilft das nicht, prüfen Sie die Uhrzeit auf Ihrem Smartphone.',
  'invalid.wrongRecoveryCode': 'Falscher oder schon benutzter Wiederherstellungscode. Versuchen Sie einen anderen.',
} as const satisfies PackWords<'de', 'twoFactor'>;

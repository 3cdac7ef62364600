import { defineWords } from './define-words.js';

/** Dutch. */
export const nl = defineWords({
  mailSubject: 'Je bent uitgenodigd voor ‘{organization}’ op Agni',
  mailHello: 'Hallo {name},',
  mailInvites: '‘{inviter}’ heeft je uitgenodigd voor ‘{organization}’ op Agni. Je rol is {role}.',
  mailInvited: 'Je bent uitgenodigd voor ‘{organization}’ op Agni. Je rol is {role}.',
  mailSignIn: 'Log in op {address}',
  mailEmail: 'Je e-mailadres: {email}',
  mailPassword: 'Je tijdelijke wachtwoord: {password}',
  mailExpiry: 'Het tijdelijke wachtwoord verloopt op {date}. Bij de eerste keer inloggen kies je een eigen wachtwoord.',
  mailUnexpected: 'Verwachtte je deze uitnodiging niet? Dan kun je deze e-mail negeren.',

  noticePassword: 'Je wachtwoord voor Agni is gewijzigd',
  noticeTwoFactorOn: 'Tweestapsverificatie is ingeschakeld voor je Agni-account',
  noticeTwoFactorOff: 'Tweestapsverificatie is uitgeschakeld voor je Agni-account',
  noticeRecoveryCodes: 'Je herstelcodes voor Agni zijn vervangen',
  noticeApiKey: 'Er is een nieuwe API-sleutel gemaakt: ‘{key}’',
  noticeAccount: 'Account: {email}',
  noticeTime: 'Tijdstip: {date}',
  noticeUnexpected:
    'Was jij dit niet? Wijzig dan je wachtwoord en beëindig je andere sessies in de instellingen van Agni.',

  consentTitle: 'Toegang toestaan',
  consentHeading: 'Mag Agni toegang krijgen tot je locatie?',
  consentWorkspace: 'Workspace: {organization}',
  consentUser: 'Ingelogd als {email}',
  consentList: 'De agents van de workspace kunnen dan:',
  consentSee: 'agenda’s en beschikbare tijden zien',
  consentBook: 'afspraken maken, verzetten en annuleren',
  consentContacts: 'de contacten van deze afspraken zien',
  deny: 'Weigeren',
  allow: 'Toestaan',
  consentNote: 'Je kunt op elk moment ontkoppelen, hier of in de instellingen van Agni.',
  connected: 'GoHighLevel is verbonden',
  connectedText: 'Je kunt dit venster sluiten. Agni toont de verbinding zo.',
  denied: 'De toegang is geweigerd',
  deniedText: 'Er is niets verbonden. Sluit dit venster. Maak de verbinding vanuit Agni om het opnieuw te proberen.',
  failed: 'Dit verzoek is niet meer geldig',
  failedText:
    'Het is al beantwoord, is verlopen of hoort bij een andere gebruiker. Sluit dit venster en maak opnieuw verbinding vanuit Agni.',
});

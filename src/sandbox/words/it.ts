import { defineWords } from './define-words.js';

/** Italian. */
export const it = defineWords({
  mailSubject: 'Hai ricevuto un invito a “{organization}” su Agni',
  mailHello: 'Ciao {name},',
  mailInvites: '“{inviter}” ti ha invitato in “{organization}” su Agni. Il tuo ruolo è {role}.',
  mailInvited: 'Hai ricevuto un invito a “{organization}” su Agni. Il tuo ruolo è {role}.',
  mailSignIn: 'Accedi su {address}',
  mailEmail: 'La tua email: {email}',
  mailPassword: 'La tua password temporanea: {password}',
  mailExpiry: 'La password temporanea scade il {date}. Sceglierai la tua password al primo accesso.',
  mailUnexpected: 'Se non ti aspettavi questo invito, puoi ignorare questa email.',

  noticePassword: 'La tua password di Agni è stata cambiata',
  noticeTwoFactorOn: 'L’autenticazione a due fattori del tuo account Agni è stata attivata',
  noticeTwoFactorOff: 'L’autenticazione a due fattori del tuo account Agni è stata disattivata',
  noticeRecoveryCodes: 'I tuoi codici di recupero di Agni sono stati sostituiti',
  noticeApiKey: 'È stata creata una nuova chiave API: “{key}”',
  noticeAccount: 'Account: {email}',
  noticeTime: 'Ora: {date}',
  noticeUnexpected:
    'Se non hai fatto tu questa modifica, cambia la password e chiudi le altre sessioni nelle impostazioni di Agni.',

  consentTitle: 'Consenti l’accesso',
  consentHeading: 'Consentire ad Agni di accedere alla tua sede?',
  consentWorkspace: 'Workspace: {organization}',
  consentUser: 'Accesso effettuato come {email}',
  consentList: 'Gli agenti del workspace potranno:',
  consentSee: 'vedere i calendari e gli orari disponibili',
  consentBook: 'prenotare, spostare e annullare appuntamenti',
  consentContacts: 'vedere i contatti di questi appuntamenti',
  deny: 'Rifiuta',
  allow: 'Consenti',
  consentNote: 'Puoi disconnettere in qualsiasi momento, qui o nelle impostazioni di Agni.',
  connected: 'GoHighLevel è connesso',
  connectedText: 'Puoi chiudere questa finestra. Agni mostrerà la connessione tra un attimo.',
  denied: 'Accesso negato',
  deniedText: 'Non è stato connesso nulla. Chiudi questa finestra. Per riprovare, connetti da Agni.',
  failed: 'Questa richiesta non è più valida',
  failedText:
    'Ha già ricevuto una risposta, è scaduta o appartiene a un altro utente. Chiudi questa finestra e connetti di nuovo da Agni.',
});

import { searchKey } from '../../contract/search.js';

/**
 * The content of a column. `signIn` is an address in some systems and a short name in others; `otherEmail` is an
 * address that is never invited. Other columns are read only for addresses, if no column has a heading for addresses.
 */
export type Column = 'email' | 'signIn' | 'otherEmail' | 'first' | 'last' | 'secondLast' | 'infix' | 'name' | 'role';

/**
 * Headings of the exports and templates of Google Workspace and Contacts, Microsoft Entra, 365 and Outlook, Okta, Slack,
 * HubSpot, Salesforce, Mailchimp and the like, and hand-written ones in English, German, Spanish, French,
 * Italian, Portuguese, Dutch and Turkish; some of other languages. Case, accents and punctuation do not matter.
 */
const headings: Readonly<Partial<Record<Column, string>>> = {
  email: `email, email address, email addresses, address email, mail, mail address, primary email, primary email address,
    email 1, email 1 value, email 1 address, email address 1, work email, work email address, email work, business email,
    business email address, company email, corporate email, user email, member email, employee email, contact email,
    email address to invite, invitee email, invitee email address, email id, sign-in email, login email, recipient,
    E-Mail-Adresse, Emailadresse, Mailadresse, Mail-Adresse, primäre E-Mail-Adresse, geschäftliche E-Mail, E-Mail geschäftlich,
    dienstliche E-Mail, Firmen-E-Mail, Kontakt-E-Mail,
    correo, correo electrónico, dirección de correo electrónico, dirección de correo, dirección de email, correo-e,
    correo de trabajo, correo corporativo, correo electrónico corporativo, correo electrónico del trabajo,
    adresse e-mail, adresse mail, adresse électronique, courriel, adresse courriel, mél, courrier électronique,
    adresse de courrier électronique, adresse de messagerie, e-mail professionnel, adresse e-mail professionnelle,
    indirizzo e-mail, indirizzo mail, posta elettronica, indirizzo di posta elettronica, e-mail aziendale,
    e-mail di lavoro, endereço de e-mail, endereço e-mail, correio eletrônico, correio electrónico, endereço eletrônico,
    e-mail corporativo, e-mail profissional, e-mail de trabalho,
    e-mailadres, mailadres, e-mail adres, zakelijk e-mailadres, zakelijke e-mail, e-mail zakelijk, werk e-mail,
    e-posta, e-posta adresi, e-mail adresi, mail adresi, elektronik posta, iş e-postası, iş e-posta, kurumsal e-posta,
    adres e-mail, e-post, e-postadress, e-postadresse, sähköposti, e-mailová adresa, эл. почта, электронная почта, почта,
    адрес электронной почты, メール, メールアドレス, Eメール, 이메일, 이메일 주소, 邮箱, 电子邮件, 电子邮箱, 邮件地址, 電子郵件`,
  signIn: `user principal name, UPN, login, username, sign-in name, Benutzername, Benutzerprinzipalname,
    participant id upn, nom d'utilisateur, nombre de usuario, nome utente, nome de usuário, gebruikersnaam,
    kullanıcı adı`,
  first: `first name, first, given name, forename, fname, preferred first name, legal first name, Vorname, Vornamen,
    Rufname, primer nombre, nombre de pila, nombres, prénom, prénoms, nome próprio, primeiro nome, voornaam, voornamen,
    roepnaam, adı, isim, imię, förnamn, fornavn, etunimi, jméno, имя, 名, 이름, 名字`,
  last: `last name, last, surname, family name, lname, legal last name, Nachname, Familienname, Zuname, apellido,
    apellidos, primer apellido, apellido paterno, nom de famille, cognome, sobrenome, apelido, último nome, achternaam,
    familienaam, soyad, soyadı, soyisim, nazwisko, efternamn, etternavn, efternavn, sukunimi, příjmení, фамилия, 姓, 성`,
  secondLast: 'segundo apellido, apellido materno',
  infix: 'tussenvoegsel, tussenvoegsels, voorvoegsel',
  name: `name, full name, display name, real name, employee name, contact name, voller Name, vollständiger Name,
    Anzeigename, Vor- und Nachname, nombre, nombre completo, nombre y apellidos, nombre para mostrar, nom, nom complet,
    nom et prénom, prénom et nom, nom d'affichage, nome, nome completo, nome e cognome, nome visualizzato,
    nome de exibição, nome e sobrenome, naam, volledige naam, weergavenaam, ad, ad soyad, adı soyadı, tam ad, tam adı,
    isim soyisim, görünen ad, imię i nazwisko, namn, navn, nimi, ФИО, 氏名, 名前, 성명, 姓名`,
  role: 'role, Rolle, rol, rôle, ruolo, função, papel, rola, roll, workspace role',
};

/** Words in headings of addresses that are never invited, in the languages of the kit. */
const other =
  /recovery|secondary|second|altern|backup|manager|supervisor|home|private?|personal|wiederherstellung|ersatz|vorgesetzt|recuperaci|secund|secours|responsable|superviseur|recupero|privat|pessoal|herstel|prive|kurtarma|yedek|kisisel|yonetici|email [2-9]/;

/** Words of templates that say whether a column must be filled in. */
const obligation =
  /\b(?:required|optional|mandatory|pflichtfeld|erforderlich|obligatoire|facultatif|obligatorio|opcional|obbligatorio|facoltativo|obrigatorio|verplicht|optioneel|zorunlu)\b/g;

const byHeading = new Map<string, Column>();
for (const [column, list] of Object.entries(headings) as [Column, string][]) {
  for (const heading of list.split(',')) byHeading.set(normalizeHeading(heading), column);
}

/** The content of the column below a heading; `undefined` if the heading is unknown. */
export function columnOf(heading: string): Column | undefined {
  const plain = normalizeHeading(heading);
  const known =
    byHeading.get(plain) ??
    byHeading.get(plain.replace(/(?<=first|last|given|family|full|display|user) ?(?=name$)/, ' '));
  return known ?? (/mail|eposta|correo|courriel/.test(plain) && other.test(plain) ? 'otherEmail' : undefined);
}

function normalizeHeading(heading: string): string {
  const words = heading.replace(/\[[^\]]*\]/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'); // firstName
  return searchKey(words)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(obligation, '')
    .replace(/\be (mail|posta?)/g, 'e$1')
    .replace(/\s+/g, ' ')
    .trim();
}

import { holdsAddress } from '../../contract/address-text.js';

/** List marks before a name: bullets, check boxes, and numbers such as `1.`, `(2)` and `c)`. */
const listMark = /^\s*(?:[-–—*•·▪●◦‣⁃►➤→✓✔☐>#]+|\(?\d{1,4}[.)]|[a-z]\)|\[[ x]?\])\s*/i;

/** Quotes and brackets around a name, the opening one first. */
const pairs = ['""', "''", '“”', '„“', '„”', '«»', '»«', '‘’', '‚‘', '()', '[]', '{}', '<>'];

/** Separators and unpaired double quotes before or after a name. */
const edges = /^[\s,;:|/\\<>=&+*•–—."“”„«»-]+|[\s,;:|/\\<>=&+*•–—"“”„«»-]+$/g;

/** A label between the name and the address: `Nia Okafor, email: nia@…`. */
const addressLabel =
  /(?:^|[\s,;|([<–-]+)(?:e-?mails?|mails?|mailto|e-?posta|e-?post|correo|courriel|e-?mail[- ]?add?ress?e?)$/i;

/** Words that join two addresses, in the languages of the kit. */
const joint = /^(?:and|und|y|et|e|en|ve|or|oder|ou|of|o|veya|AND|UND)(?:\s+|$)/;

/** Letters after a name: `Nia Okafor, DDS`. */
const suffix = /^(?:jr|sr|i{1,3}|iv|ph\.?\s?d|m\.?d|d\.?d\.?s|d\.?m\.?d|mba|cpa|esq|m\.?a|b\.?a|m\.?sc|b\.?sc)\.?$/i;

/** How many nested marks, quotes and labels are removed from around a name. */
const maxRounds = 8;

/** The name in the text beside an address: without list marks, labels, quotes, remarks in brackets and joining words. */
export function cleanName(text: string): string {
  let name = text.replace(/\s+/g, ' ').replace(edgesOfAddress, '');
  for (let before = '', round = 0; before !== name && round < maxRounds; round++) {
    before = name;
    name = unpaired(name.replace(listMark, '').replace(edges, '').replace(joint, '').replace(addressLabel, ''));
    name = name.slice(name.lastIndexOf(':') + 1).trim();
  }
  const withoutRemarks = name.replace(/\s*[([{][^()[\]{}]*[)\]}]/g, '').trim();
  const isName = /[\p{L}\p{N}\p{So}]/u.test(name) && !holdsAddress(name);
  return isName ? withoutRemarks || name : '';
}

/** The brackets around the address itself. */
const edgesOfAddress = /^\s*[>)\]}]+|[<([{]+\s*$/g;

/** Removes the quotes or brackets around a text, or an unpaired bracket at its start or end. */
function unpaired(text: string): string {
  const isPaired = text.length > 1 && pairs.includes(text.charAt(0) + text.charAt(text.length - 1));
  if (isPaired) return text.slice(1, -1).replaceAll('""', '"').trim();
  return text.replace(/^[([{](?=[^)\]}]*$)/, '').replace(/^([^([{]*)[)\]}]$/, '$1');
}

/** First and last name. The last name is the word after the last space, or the text before a comma. */
export function splitName(name: string): [first: string, last: string] {
  const [before = '', after = ''] = name.split(',').map((part) => part.trim());
  if (after && !suffix.test(after)) return [after, before];
  const at = before.search(/\s\S+$/);
  return at < 0 ? [before, ''] : [before.slice(0, at).trim(), before.slice(at).trim()];
}

/** Guesses a name from an address: `nia.okafor@…` is Nia Okafor. The user can correct the name in the preview. */
export function nameFromAddress(email: string): [first: string, last: string] {
  if (!/[^\s@]@[^\s@]/.test(email)) return ['', ''];
  const [local = ''] = email.split(/[@+]/);
  const words = local.split(/[^\p{L}\p{M}']+/u).filter(Boolean);
  const capital = (word: string) => word.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
  return [capital(words[0] ?? ''), words.slice(1).map(capital).join(' ')];
}

/** Whether a cell without a heading may be a name: no number, address, link, password, yes or no. */
export function looksLikeName(text: string): boolean {
  if (text.length > 80 || !/\p{L}/u.test(text) || /^(?:true|false|yes|no|ja|nein|active|inactive|n\/a)$/i.test(text))
    return false;
  return !/[\p{N}@:/\\_=<>{}[\]|#$%^*!?+~]/u.test(text);
}

/** Why a piece of text can't be an allowed email domain: the key of its words in a language table. */
export type DomainError = 'address' | 'url' | 'dot' | 'form';

/**
 * The ASCII spelling of a host name after one IDNA step (UTS #46, as the URL standard applies it), lower-cased; `null`
 * for anything that isn't a plain host name of at least two labels. Two domains are the same exactly if these are
 * equal.
 */
export function asciiDomain(name: string): string | null {
  // A URL would pass over control characters, a port and the rest without a word.
  if (/[\s\p{Cc}/:?#[\]@%\\]|\.$/u.test(name) || !URL.canParse(`http://${name}`)) return null;
  const host = new URL(`http://${name}`).hostname;
  const isHostName = /^(?=.{4,253}$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d-]*[a-z][a-z\d-]*$/.test(host);
  return isHostName ? host : null;
}

/**
 * Names what is wrong with a domain as typed; `null` if nothing is. Invisible characters are not stored with a domain.
 */
export function domainError(name: string): DomainError | null {
  if (asciiDomain(name) && !/\p{Cf}/u.test(name)) return null;
  if (/^[a-z]+:\/\//i.test(name) || name.includes('/')) return 'url';
  if (name.includes('@')) return 'address';
  return name.includes('.') ? 'form' : 'dot';
}

/**
 * The domains in a text, which are separated by commas (docs/contract.md 4.2), semicolons, spaces or line breaks:
 * lower-cased, without invisible characters, without a leading `@`, each once. Malformed ones stay in, for {@link
 * domainError} to name.
 */
export function splitDomains(list: string | readonly string[]): string[] {
  const items = typeof list === 'string' ? list.replace(/\p{Cf}/gu, '').split(/[\s,;|，；、،]+/) : list;
  const names = items.map((name) => name.trim().toLowerCase().replace(/^@/, ''));
  const bySpelling = new Map(names.filter(Boolean).map((name) => [asciiDomain(name) ?? name, name]));
  return [...bySpelling.values()];
}

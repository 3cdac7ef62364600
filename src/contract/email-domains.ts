/** Why a text can't be an allowed email domain; the message has the key `domain.<error>`. */
export type DomainError = 'address' | 'url' | 'dot' | 'form';

/**
 * The ASCII spelling of a host name by IDNA (UTS #46, as the URL standard applies it), lower-cased; `null` for anything
 * that isn't a plain host name of at least two labels. Two domains are the same if and only if their ASCII spellings
 * are equal.
 */
export function asciiDomain(name: string): string | null {
  // The URL parser would silently drop control characters, a port and other parts of a URL.
  if (/[\s\p{Cc}/:?#[\]@%\\]|\.$/u.test(name) || !URL.canParse(`http://${name}`)) return null;
  const host = new URL(`http://${name}`).hostname;
  const isHostName = /^(?=.{4,253}$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d-]*[a-z][a-z\d-]*$/.test(host);
  return isHostName ? host : null;
}

/**
 * Why a typed domain is invalid; `null` if it is valid. A domain with invisible characters is invalid.
 */
export function domainError(name: string): DomainError | null {
  if (asciiDomain(name) && !/\p{Cf}/u.test(name)) return null;
  if (/^[a-z]+:\/\//i.test(name) || name.includes('/')) return 'url';
  if (name.includes('@')) return 'address';
  return name.includes('.') ? 'form' : 'dot';
}

/**
 * Splits a text into domains at commas (docs/contract.md 4.2), semicolons, spaces and line breaks: lower-cased, without
 * invisible characters and a leading `@`, without duplicates. Malformed domains are kept, so that {@link domainError}
 * can explain them.
 */
export function splitDomains(list: string | readonly string[]): string[] {
  const items = typeof list === 'string' ? list.replace(/\p{Cf}/gu, '').split(/[\s,;|，；、،]+/) : list;
  const names = items.map((name) => name.trim().toLowerCase().replace(/^@/, ''));
  const bySpelling = new Map(names.filter(Boolean).map((name) => [asciiDomain(name) ?? name, name]));
  return [...bySpelling.values()];
}

import { asciiDomain } from './email-domains.js';

/**
 * The dot-atom of RFC 5322 section 3.2.3 without `!` and `%` (routes) and `=?` (encoded words), which some mail servers
 * read as another address. Quoted local parts and comments are excluded for the same reason.
 */
const localPart = /^(?=.{1,64}$)(?!.*=\?)[\w#$&'*+/=?^`{|}~-]+(\.[\w#$&'*+/=?^`{|}~-]+)*$/;

/** Maximum length of an address, so that it fits into an SMTP command (RFC 5321 section 4.5.3). */
const maxLength = 254;

/**
 * An address in the form in which it is checked, stored, compared and mailed: without surrounding spaces, with its
 * domain in ASCII. `null` for an ambiguous text, or one that is not an address.
 */
export function plainAddress(written: string): string | null {
  if (written.length > 1000) return null; // trimming takes time that grows with the square of the spaces
  const [local = '', domain = '', ...more] = written.replace(/^ +| +$/g, '').split('@');
  const host = asciiDomain(domain);
  if (host === null || more.length > 0 || !localPart.test(local)) return null;
  const address = `${local}@${host}`;
  return address.length <= maxLength ? address : null;
}

/** The domain of an address: what follows its last `@`, in ASCII (docs/contract.md 7.2). */
export function domainOf(email: string): string {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  return asciiDomain(domain) ?? domain.toLowerCase();
}

/**
 * Whether an address may be invited: its domain is in the list, or the list is empty. A subdomain doesn't match
 * (docs/contract.md 7.2).
 */
export function isDomainAllowed(email: string, domains: readonly string[]): boolean {
  return domains.length === 0 || domains.some((domain) => asciiDomain(domain) === domainOf(email));
}

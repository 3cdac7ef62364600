import { asciiDomain } from './email-domains.js';

/**
 * The dot-atom of RFC 5322 section 3.2.3, except what some mail servers read as another address: `!` and `%` (routes)
 * and `=?` (encoded words). Quoted local parts and comments are left out for the same reason.
 */
const localPart = /^(?=.{1,64}$)(?!.*=\?)[\w#$&'*+/=?^`{|}~-]+(\.[\w#$&'*+/=?^`{|}~-]+)*$/;

/** Characters an address may have, so that it fits into the command of a mail server (RFC 5321 section 4.5.3). */
const maxLength = 254;

/**
 * An address in the one form that is checked, stored, compared and mailed: without spaces around it, its domain in
 * ASCII. `null` for a text that could be read in more than one way, or is no address at all.
 */
export function plainAddress(written: string): string | null {
  if (written.length > 1000) return null; // the time for spaces grows with the square of their number
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

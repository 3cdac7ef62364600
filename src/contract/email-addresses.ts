import { asciiDomain } from './email-domains.js';

/** One at a time: no quotes, comments, encoded words or routes, which different servers read as different addresses. */
const localPart = /^(?=.{1,64}$)[\w'+-]+(\.[\w'+-]+)*$/;

/** Characters of an address at most, so that it fits into a mail server's command. */
const longest = 254;

/**
 * An address in the one form that's checked, stored, compared and mailed: without spaces around it, its domain in
 * ASCII. `null` for whatever could be read in more than one way, or isn't an address at all.
 */
export function plainAddress(written: string): string | null {
  const [local = '', domain = '', ...more] = written.replace(/^ +| +$/g, '').split('@');
  const host = asciiDomain(domain);
  if (host === null || more.length > 0 || !localPart.test(local)) return null;
  const address = `${local}@${host}`;
  return address.length <= longest ? address : null;
}

/** The domain of an address: what follows its last `@`, in ASCII (docs/contract.md 7.2). */
export function domainOf(email: string): string {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  return asciiDomain(domain) ?? domain.toLowerCase();
}

/** Whether somebody at this address may be invited: its domain is on the list, or there's no list. Sub-domains don't count. */
export function isDomainAllowed(email: string, domains: readonly string[]): boolean {
  return domains.length === 0 || domains.some((domain) => asciiDomain(domain) === domainOf(email));
}

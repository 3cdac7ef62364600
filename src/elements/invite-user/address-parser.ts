import { domainOf, isDomainAllowed } from '../../contract/email-addresses.js';
import type { Invitation } from '../../contract/invitations.js';
import type { User } from '../../contract/me.js';
import { addressKey } from '../../resources/invitations.js';

/** What is known of an address somebody is about to invite, before the server is asked. */
export type Finding =
  | { readonly kind: 'you' }
  | { readonly kind: 'member'; readonly user: User }
  | { readonly kind: 'invited'; readonly invitation: Invitation }
  | { readonly kind: 'outside'; readonly domain: string; readonly domains: readonly string[] };

/** What there is to compare an address with, each as far as it's known. */
export interface Known {
  readonly me: User | undefined;
  readonly user: User | undefined;
  /** By what {@link addressKey} makes of their address. */
  readonly invitations: ReadonlyMap<string, Invitation> | undefined;
  /** Absent: unknown. Empty: anybody may be invited. */
  readonly domains: readonly string[] | undefined;
}

/**
 * What is known of an address. It's a hint: the server decides. While somebody is still typing, a domain that may yet
 * become an allowed one is left in peace.
 */
export function findingOf(
  email: string,
  { me, user, invitations, domains }: Known,
  isTyping: boolean,
): Finding | undefined {
  const address = email.trim();
  const domain = address.slice(address.lastIndexOf('@') + 1);
  if (!address.includes('@') || !domain) return undefined;
  const key = addressKey(address);
  const isIt = (other: { readonly email: string } | undefined) => !!other && addressKey(other.email) === key;
  if (isIt(me)) return { kind: 'you' };
  if (user && isIt(user)) return { kind: 'member', user: user };
  const invitation = invitations?.get(key);
  if (invitation) return { kind: 'invited', invitation };
  const mayBecomeAllowed = isTyping && domains?.some((allowed) => allowed.startsWith(domain.toLowerCase()));
  if (!domains || mayBecomeAllowed || isDomainAllowed(address, domains)) return undefined;
  return { kind: 'outside', domain: domainOf(address), domains };
}

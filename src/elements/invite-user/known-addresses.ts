import type { ResourceController } from '../../context/resource-controller.js';
import { domainOf, isDomainAllowed } from '../../contract/email-addresses.js';
import { type Invitation, newInvitation } from '../../contract/invitations.js';
import type { User } from '../../contract/me.js';
import { allUsersResource } from '../../resources/all-users.js';
import { addressKey, invitationsResource } from '../../resources/invitations.js';
import { usageResource } from '../../resources/usage.js';
import { lateResource } from '../base/late-resource.js';
import type { InviteContext } from './invite-context.js';

/** A fact about an address that is known before the invitation is sent. */
export type Finding =
  | { readonly kind: 'you' }
  | { readonly kind: 'user'; readonly user: User }
  | { readonly kind: 'invited'; readonly invitation: Invitation }
  | { readonly kind: 'outside'; readonly domain: string; readonly domains: readonly string[] };

/** The data that an address is compared with; `undefined` for data that is unknown. */
export interface Known {
  readonly me: User | undefined;
  readonly user: User | undefined;
  /** By {@link addressKey} of their addresses. */
  readonly invitations: ReadonlyMap<string, Invitation> | undefined;
  /** Absent: unknown. Empty: every domain is allowed. */
  readonly domains: readonly string[] | undefined;
}

/**
 * The finding about an address. This is a hint, because the server decides. While the user types, a domain that may
 * still become an allowed one is not reported.
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
  if (me && addressKey(me.email) === key) return { kind: 'you' };
  if (user && addressKey(user.email) === key) return { kind: 'user', user };
  const invitation = invitations?.get(key);
  if (invitation) return { kind: 'invited', invitation };
  const mayBecomeAllowed = isTyping && domains?.some((allowed) => allowed.startsWith(domain.toLowerCase()));
  if (!domains || mayBecomeAllowed || isDomainAllowed(address, domains)) return undefined;
  return { kind: 'outside', domain: domainOf(address), domains };
}

/** Reads the data for checks of an address: open invitations, used seats, and the user with the address in the form. */
export class KnownAddresses {
  readonly #context: InviteContext;
  readonly #open: ResourceController<readonly Invitation[]>;
  readonly #seats: ResourceController<number | undefined>;
  readonly #user: ResourceController<User | undefined>;
  /** The address whose user is read. */
  #email = '';
  #byKey: { of: readonly Invitation[]; map: ReadonlyMap<string, Invitation> } | undefined;

  constructor(context: InviteContext) {
    this.#context = context;
    this.#open = lateResource(context, (session) => session.use(invitationsResource).open);
    this.#seats = lateResource(context, (session) => session.use(usageResource).seats);
    this.#user = lateResource(context, (session) =>
      this.#email ? session.use(allUsersResource).at(this.#email) : undefined,
    );
  }

  /** Seats in use and seats of the plan; `undefined` unless both are known. */
  get seats(): { readonly used: number; readonly count: number } | undefined {
    const { value: used } = this.#seats;
    const count = this.#context.organization()?.max_members;
    return used === undefined || count === undefined ? undefined : { used, count };
  }

  /** Whether the last read of the open invitations succeeded. */
  get isCurrent(): boolean {
    const { state } = this.#open;
    return state.status === 'ready' && !state.isStale;
  }

  get known(): Known {
    const { value: open } = this.#open;
    if (open !== this.#byKey?.of) {
      this.#byKey = open && { of: open, map: new Map(open.map((one) => [addressKey(one.email), one])) };
    }
    return {
      me: this.#context.me(),
      user: this.#user.value,
      invitations: this.#byKey?.map,
      domains: this.#context.organization()?.allowed_email_domains,
    };
  }

  findingOf(email: string): Finding | undefined {
    return findingOf(email, this.known, email !== this.#email);
  }

  /** Reads the user with this address. Reads no user if the text is no address. */
  readUserAt(email: string): void {
    this.#email = newInvitation.shape.email.safeParse(email).success ? email : '';
    this.#context.pane.requestUpdate();
  }

  readonly refetchSeats = (): void => void this.#seats.refetch();
}

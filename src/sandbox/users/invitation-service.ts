import { isDomainAllowed } from '../../contract/email-addresses.js';
import type { NewInvitation } from '../../contract/invitations.js';
import { endAllIn } from '../auth/session-service.js';
import { type TemporaryPassword, TemporaryPasswords } from '../auth/temporary-passwords.js';
import { Turns } from '../crypto/concurrency-limiter.js';
import type { Random } from '../crypto/digest.js';
import type { PasswordHasher } from '../crypto/password-hasher.js';
import type { Rows, Store } from '../db/store.js';
import { type InvitationRow, invitations, mailings, type OrganizationRow, type UserRow, users } from '../db/tables.js';
import { conflict, forbidden, notFound, Refusal, rateLimited } from '../http/http-error.js';
import type { LogEntry } from '../http/log.js';
import { emailKeyOf } from '../mail/email-key.js';
import { MailNotSentError, type MailSender } from '../mail/mail.js';
import { countMail, demandMailRoom, demandSeat } from './invitation-limits.js';
import { invitationMail } from './invitation-mail.js';
import { searchKeyOf } from './user-wire.js';

/** Milliseconds an invitation and its temporary password are good for. */
export const lifetime = 7 * 24 * 3_600_000;

/** Milliseconds between sending an invitation again and sending it once more. */
const coolDown = 60_000;

/** Milliseconds a mail may take; together with the wait for its turn less than clients wait for an answer. */
const sendingPatience = 10_000;

/** What is under way at once; whoever would have to wait for longer is asked to come back. */
const queue = { atOnce: 8, mostWaiting: 100, patience: 4_000 };

/** Who asks for what, and when. */
export interface InvitationRequest {
  readonly organization: OrganizationRow;
  /** None: the server itself invites. */
  readonly inviter?: UserRow;
  readonly now: Date;
  readonly requestId?: string;
}

/**
 * Invites people by mail. Rows are written first, so that a seat is taken before the mail leaves, and taken back if it
 * can't: no database connection waits for a mail server. A mail server that breaks off after the mail may have taken it
 * all the same. So a temporary password whose mail failed stays in this process's memory for a while, and trying again
 * sends the very same mail, Message-ID included: whichever copy arrives, its password is the one that works. Only a
 * process that ends between the two leaves an invitation whose mail never left; it can be sent again like any other.
 */
export class Invitations {
  readonly #ports: InvitationPorts;
  readonly #turns = new Turns(queue);
  readonly #passwords: TemporaryPasswords;

  constructor(ports: InvitationPorts) {
    this.#ports = ports;
    this.#passwords = new TemporaryPasswords(ports);
  }

  /**
   * Invites a person. Throws 403 FORBIDDEN and MEMBER_LIMIT_REACHED, 409 for somebody who is here or invited, 422
   * EMAIL_DOMAIN_NOT_ALLOWED, 429, and 502 where the mail can't be sent.
   */
  async invite(request: InvitationRequest, invited: NewInvitation): Promise<InvitationRow> {
    const { organization, inviter, now } = request;
    const { email, first_name, last_name, role = 'MEMBER' } = invited;
    demandOwnerFor(role, inviter);
    const domains = organization.allowed_email_domains;
    if (!isDomainAllowed(email, domains)) throw domainNotAllowed(domains);
    const { store, newId } = this.#ports;
    const person = { email, email_key: emailKeyOf(email), first_name, last_name, role };

    const demandRoom = async (rows: Rows) => {
      if ((await rows.count(users, { email_key: person.email_key })) > 0) {
        throw conflict('Somebody with this address is a member or invited already');
      }
      await demandSeat(rows, organization.id, now);
      await demandMailRoom(rows, organization.id, person.email_key, now);
    };

    return this.#inTurn(async () => {
      await demandRoom(store); // before the work of hashing; what counts is the check below
      const secret = await this.#passwords.for(keyOf(organization.id, person.email_key));
      const user_id = newId(organization.id);
      const invitation: InvitationRow = {
        ...person,
        id: newId(organization.id),
        organization_id: organization.id,
        status: 'PENDING',
        invited_by: inviter?.id ?? user_id,
        user_id,
        created_at: now.toISOString(),
        resent_at: null,
        expires_at: expiryAt(now),
      };
      await this.#change(organization.id, async (rows) => {
        await demandRoom(rows);
        await rows.insert(users, newPerson(invitation, user_id, secret, now));
        await rows.insert(invitations, invitation);
        await countMail(rows, { ...invitation, id: secret.mailId }, now);
      });
      await this.#mail(request, invitation, secret, async (rows) => {
        await rows.delete(users, { id: user_id });
        await rows.delete(invitations, { id: invitation.id });
      });
      return invitation;
    });
  }

  /**
   * Mails a new temporary password in the place of the one before. Throws 404, 409 where the person has accepted, 403
   * MEMBER_LIMIT_REACHED where the invitation had expired and its seat is taken, 429, and 502.
   */
  async resend(request: InvitationRequest, id: string): Promise<InvitationRow> {
    const { organization, inviter, now } = request;
    const { store } = this.#ports;

    const demandResendable = async (rows: Rows) => {
      const known = await find(rows, organization.id, id);
      if (known.status === 'ACCEPTED') throw accepted();
      demandOwnerFor(known.role, inviter);
      const rest = known.resent_at === null ? 0 : Date.parse(known.resent_at) + coolDown - now.getTime();
      if (rest > 0 && rest <= coolDown) throw rateLimited(rest / 1000);
      if (known.expires_at <= now.toISOString()) await demandSeat(rows, organization.id, now);
      await demandMailRoom(rows, organization.id, known.email_key, now);
      return known;
    };

    return this.#inTurn(async () => {
      const { email_key } = await demandResendable(store); // as above
      const secret = await this.#passwords.for(keyOf(organization.id, email_key));
      const { before, after, former } = await this.#change(organization.id, async (rows) => {
        const before = await demandResendable(rows);
        const former = await rows.get(users, before.user_id ?? '');
        if (!former) throw noInvitation();
        // Only over the password that was just read: the person may be choosing one of their own at this moment.
        const unchanged = { id: former.id, status: 'INVITED', password_hash: former.password_hash };
        if ((await rows.update(users, unchanged, { password_hash: secret.hash })) === 0) throw accepted();
        const change = { resent_at: now.toISOString(), expires_at: expiryAt(now) };
        await rows.update(invitations, { id }, change);
        await countMail(rows, { ...before, id: secret.mailId }, now);
        await endAllIn(rows, former.id);
        return { before, after: { ...before, ...change }, former };
      });
      await this.#mail(request, after, secret, async (rows) => {
        const { resent_at, expires_at } = before;
        await rows.update(users, { id: former.id }, { password_hash: former.password_hash });
        await rows.update(invitations, { id }, { resent_at, expires_at });
      });
      return after;
    });
  }

  /** Takes an invitation back. Throws 404 where there is none to take back any more. */
  async revoke({ organization, inviter }: InvitationRequest, id: string): Promise<void> {
    await this.#change(organization.id, async (rows) => {
      const { role, status, user_id, email_key } = await find(rows, organization.id, id);
      if (status === 'ACCEPTED') throw noInvitation();
      demandOwnerFor(role, inviter);
      if (user_id !== null) {
        await rows.delete(users, { id: user_id, status: 'INVITED' });
        await endAllIn(rows, user_id);
      }
      const revoked = await rows.update(invitations, { id, status: 'PENDING' }, { status: 'REVOKED', user_id: null });
      if (revoked === 0) throw noInvitation(); // accepted at this moment
      this.#passwords.forget(keyOf(organization.id, email_key));
    });
  }

  /** Throws 403 INVITATION_EXPIRED for somebody who was invited too long ago. */
  async demandOpen({ id, status }: UserRow, now: number): Promise<void> {
    if (status !== 'INVITED') return;
    const at = new Date(now).toISOString();
    const open = { user_id: id, status: 'PENDING', expires_at: { above: at } };
    if ((await this.#ports.store.count(invitations, open)) === 0) {
      throw new Refusal(403, 'INVITATION_EXPIRED', 'The invitation has expired; ask for a new one');
    }
  }

  /** Notes, among other writes of a transaction, that the person has chosen a password. */
  async accept(rows: Rows, userId: string): Promise<void> {
    await rows.update(invitations, { user_id: userId, status: 'PENDING' }, { status: 'ACCEPTED' });
  }

  /** Seats are counted and taken while nobody else of the workspace does. */
  #change<Result>(organizationId: string, work: (rows: Rows) => Promise<Result>): Promise<Result> {
    return this.#ports.store.transaction(`invitations:${organizationId}`, work);
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#turns.run(work, () => rateLimited(queue.patience / 1000));
  }

  /** Sends the mail. Where that fails, what was written for it is undone, unless the person was faster. */
  async #mail(
    { organization, inviter, requestId }: InvitationRequest,
    invitation: InvitationRow,
    secret: TemporaryPassword,
    undo: (rows: Rows) => Promise<void>,
  ): Promise<void> {
    const { sender, log } = this.#ports;
    const key = keyOf(organization.id, invitation.email_key);
    const mail = invitationMail({
      id: secret.mailId,
      to: invitation.email,
      firstName: invitation.first_name,
      role: invitation.role,
      organizationName: organization.name,
      inviterName: inviter && (`${inviter.first_name} ${inviter.last_name}`.trim() || inviter.email),
      signInUrl: this.#ports.signInUrl(),
      temporaryPassword: secret.password,
      expiresAt: invitation.expires_at,
    });
    try {
      await sender.send(mail, AbortSignal.timeout(sendingPatience));
      this.#passwords.forget(key);
    } catch (error) {
      await this.#change(organization.id, async (rows) => {
        await rows.delete(mailings, { id: secret.mailId });
        // Else it was revoked or accepted in the meantime.
        const untouched = { email_key: invitation.email_key, status: 'INVITED', password_hash: secret.hash };
        if ((await rows.count(users, untouched)) === 0) return;
        await undo(rows);
        this.#passwords.keep(key, secret);
      });
      if (!(error instanceof MailNotSentError)) throw error;
      log({ event: 'mail_failed', requestId, organizationId: organization.id, reason: error.reason });
      throw new Refusal(502, 'BAD_GATEWAY', 'The mail could not be sent, so nothing was changed. Try again');
    }
  }
}

/** What invitations stand on. */
export interface InvitationPorts {
  readonly store: Store;
  readonly hasher: PasswordHasher;
  readonly random: Random;
  readonly sender: MailSender;
  /** Where the invited sign in, as mails say it. */
  readonly signInUrl: () => string;
  readonly now: () => number;
  readonly newId: (organizationId?: string) => string;
  readonly log: (entry: LogEntry) => void;
}

function keyOf(organizationId: string, emailKey: string) {
  return `${organizationId} ${emailKey}`;
}

function expiryAt(now: Date) {
  return new Date(now.getTime() + lifetime).toISOString();
}

/** A person who can do nothing yet but sign in with their temporary password and choose another. */
function newPerson(
  { organization_id, email, email_key, first_name, last_name, role }: InvitationRow,
  id: string,
  { hash }: TemporaryPassword,
  now: Date,
): UserRow {
  return {
    id,
    organization_id,
    email,
    email_key,
    first_name,
    last_name,
    search_key: searchKeyOf({ first_name, last_name, email }),
    role,
    status: 'INVITED',
    password_hash: hash,
    must_change_password: true,
    auth_provider: 'password',
    two_factor_enabled: false,
    last_login_at: null,
    created_at: now.toISOString(),
    updated_at: now.toISOString(),
  };
}

/** Throws 404 where there is none, or none any more. */
async function find(rows: Rows, organizationId: string, id: string): Promise<InvitationRow> {
  const [known] = await rows.find(invitations, { id, organization_id: organizationId });
  if (!known || known.status === 'REVOKED') throw noInvitation();
  return known;
}

/** Owners are for owners alone. */
function demandOwnerFor(role: string, inviter: UserRow | undefined) {
  if (role === 'OWNER' && inviter && inviter.role !== 'OWNER') throw forbidden('Only an owner can invite an owner');
}

function domainNotAllowed(domains: readonly string[]) {
  const details = { allowed_email_domains: domains };
  return new Refusal(422, 'EMAIL_DOMAIN_NOT_ALLOWED', 'Only addresses of the allowed domains can be invited', {
    details,
  });
}

function accepted() {
  return conflict('The invitation was accepted already');
}

function noInvitation() {
  return notFound('There is no such invitation here');
}

import type { NewInvitation } from '../../contract/invitations.js';
import type { Change, UserCaller } from '../auth/caller.js';
import { revokeAllSessions } from '../auth/session-service.js';
import { forgetUnsent, temporaryPasswordFor } from '../auth/temporary-passwords.js';
import { organizationKey, type Rows } from '../db/store.js';
import { type InvitationRow, invitations, type UserRow, users } from '../db/tables.js';
import { ConcurrencyLimiter } from '../http/concurrency-limiter.js';
import { conflict, HttpError, rateLimited } from '../http/http-error.js';
import { toEmailKey } from '../mail/email-key.js';
import type { Platform } from '../platform.js';
import { InvitationMailer, type MailContext, type MailOptions } from './invitation-mailer.js';
import {
  alreadyAccepted,
  findInvitation,
  noInvitation,
  recordMail,
  requireAllowedDomain,
  requireMailQuota,
  requireOwnerToInvite,
  requireSeat,
} from './invitation-rules.js';
import { invitedUser } from './new-user.js';

/** Lifetime of an invitation and its temporary password in milliseconds. */
export const invitationLifetimeMs = 7 * 24 * 3_600_000;

/** Minimum milliseconds between two resends of one invitation. */
const resendIntervalMs = 60_000;

/** `timeoutMs` plus the `sendTimeoutMs` of the mailer is less than the time that a client waits for a reply. */
const queueLimits = { maxConcurrent: 8, maxQueued: 100, timeoutMs: 4_000 };

/** An invitation request: its sender and its time. */
export interface InvitationRequest extends MailContext {
  readonly now: Date;
  /** Reads the inviter again before every write; left out if the server itself invites. */
  readonly change?: Change<UserCaller>;
}

/** The organization and the inviter as a transaction reads them. */
type Current = Pick<InvitationRequest, 'organization' | 'inviter'>;

/**
 * Invites users by mail. Rows are written before the mail is sent, to reserve the seat, and undone if sending fails: no
 * transaction waits for a mail server. A process that ends between the two steps leaves an invitation without a mail,
 * which can be resent.
 */
export class InvitationService {
  readonly #platform: Platform;
  readonly #queue = new ConcurrencyLimiter(queueLimits);
  readonly #mailer: InvitationMailer;

  constructor(platform: Platform, mailOptions: MailOptions) {
    this.#platform = platform;
    this.#mailer = new InvitationMailer(platform, mailOptions);
  }

  /**
   * Invites a user. Throws 403 FORBIDDEN and MEMBER_LIMIT_REACHED, 409 for an email that is in use, 422
   * EMAIL_DOMAIN_NOT_ALLOWED, 429, and 502 if the mail cannot be sent.
   */
  async invite(request: InvitationRequest, invited: NewInvitation): Promise<InvitationRow> {
    const { organization, inviter, now } = request;
    const { store, newId } = this.#platform;
    const { email, first_name, last_name, role = 'MEMBER' } = invited;
    const email_key = toEmailKey(email);

    const requireInvitable = async (rows: Rows, current: Current) => {
      requireOwnerToInvite(role, current.inviter);
      requireAllowedDomain(email, current.organization);
      // Only this organization: the reply must not reveal whether another workspace has a user with this email.
      if ((await rows.count(users, { organization_id: organization.id, email_key })) > 0) {
        throw conflict('This email already belongs to a user or has a pending invitation.');
      }
      await requireSeat(rows, organization.id, now);
      await requireMailQuota(rows, organization.id, email_key, now);
    };

    return this.#enqueue(async () => {
      await requireInvitable(store, request); // avoids needless hashing; the check in the transaction decides
      const secret = await temporaryPasswordFor({ organization_id: organization.id, email_key }, this.#platform);
      const user_id = newId(organization.id);
      const invitation: InvitationRow = {
        id: newId(organization.id),
        organization_id: organization.id,
        ...{ email, email_key, first_name, last_name, role },
        status: 'PENDING',
        invited_by: inviter?.id ?? user_id,
        user_id,
        created_at: now.toISOString(),
        resent_at: null,
        expires_at: expiryOf(now),
      };
      await this.#change(request, async (rows, current) => {
        await requireInvitable(rows, current);
        await rows.insert(users, invitedUser(invitation, user_id, secret.hash));
        await rows.insert(invitations, invitation);
        await recordMail(rows, { ...invitation, id: secret.mailId }, now);
      });
      await this.#mailer.send(request, invitation, secret, async (rows) => {
        await rows.delete(users, { id: user_id });
        await rows.delete(invitations, { id: invitation.id });
      });
      return invitation;
    });
  }

  /**
   * Mails a new temporary password, which replaces the earlier one. Throws 404, 409 for an accepted invitation, 403
   * MEMBER_LIMIT_REACHED if the invitation had expired and no seat is free, 429, and 502.
   */
  async resend(request: InvitationRequest, id: string): Promise<InvitationRow> {
    const { organization, now } = request;

    const requireResendable = async (rows: Rows, current: Current) => {
      const known = await findInvitation(rows, organization.id, id);
      if (known.status === 'ACCEPTED') throw alreadyAccepted();
      requireOwnerToInvite(known.role, current.inviter);
      const waitMs = known.resent_at === null ? 0 : Date.parse(known.resent_at) + resendIntervalMs - now.getTime();
      if (waitMs > 0 && waitMs <= resendIntervalMs) throw rateLimited(waitMs / 1000);
      if (known.expires_at <= now.toISOString()) await requireSeat(rows, organization.id, now);
      await requireMailQuota(rows, organization.id, known.email_key, now);
      return known;
    };

    return this.#enqueue(async () => {
      const { email_key } = await requireResendable(this.#platform.store, request); // avoids needless hashing
      const secret = await temporaryPasswordFor({ organization_id: organization.id, email_key }, this.#platform);
      const { before, after, user } = await this.#change(request, async (rows, current) => {
        const before = await requireResendable(rows, current);
        const user = await rows.get(users, before.user_id ?? '');
        if (!user) throw noInvitation();
        // Only if the password is still the temporary one: the user may be choosing a password at this moment.
        const unchanged = { id: user.id, status: 'INVITED', password_hash: user.password_hash };
        if ((await rows.update(users, unchanged, { password_hash: secret.hash })) === 0) throw alreadyAccepted();
        const change = { resent_at: now.toISOString(), expires_at: expiryOf(now) };
        await rows.update(invitations, { id }, change);
        await recordMail(rows, { ...before, id: secret.mailId }, now);
        await revokeAllSessions(rows, user.id);
        return { before, after: { ...before, ...change }, user };
      });
      await this.#mailer.send(request, after, secret, async (rows) => {
        const { resent_at, expires_at } = before;
        await rows.update(users, { id: user.id }, { password_hash: user.password_hash });
        await rows.update(invitations, { id }, { resent_at, expires_at });
      });
      return after;
    });
  }

  /** Revokes an invitation. Throws 404 for an unknown, accepted or revoked one. */
  async revoke(request: InvitationRequest, id: string): Promise<void> {
    await this.#change(request, async (rows, { organization, inviter }) => {
      const invitation = await findInvitation(rows, organization.id, id);
      const { role, status, user_id } = invitation;
      if (status === 'ACCEPTED') throw noInvitation();
      requireOwnerToInvite(role, inviter);
      if (user_id !== null) {
        await rows.delete(users, { id: user_id, status: 'INVITED' });
        await revokeAllSessions(rows, user_id);
      }
      const revoked = await rows.update(invitations, { id, status: 'PENDING' }, { status: 'REVOKED', user_id: null });
      if (revoked === 0) throw noInvitation(); // accepted at this moment
      await forgetUnsent(rows, invitation);
    });
  }

  /** Throws 403 INVITATION_EXPIRED for an invited user whose invitation has expired. */
  async requirePending({ id, status }: UserRow, now: number): Promise<void> {
    if (status !== 'INVITED') return;
    const pending = { user_id: id, status: 'PENDING', expires_at: { above: new Date(now).toISOString() } };
    if ((await this.#platform.store.count(invitations, pending)) === 0) {
      throw new HttpError(403, 'INVITATION_EXPIRED', 'This invitation has expired. Ask for a new one.');
    }
  }

  /** Marks the user's invitation as accepted within a transaction. */
  async accept(rows: Rows, userId: string): Promise<void> {
    await rows.update(invitations, { user_id: userId, status: 'PENDING' }, { status: 'ACCEPTED' });
  }

  /** Runs `work` in one transaction of the organization: it checks permissions, counts seats and takes one. */
  #change<Result>(request: InvitationRequest, work: (rows: Rows, current: Current) => Promise<Result>) {
    const { change, organization } = request;
    if (!change)
      return this.#platform.store.transaction(organizationKey(organization.id), (rows) => work(rows, request));
    return change('organization', (rows, { user: inviter, organization }) => work(rows, { inviter, organization }));
  }

  #enqueue<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#queue.run(work, () => rateLimited(queueLimits.timeoutMs / 1000));
  }
}

function expiryOf(now: Date) {
  return new Date(now.getTime() + invitationLifetimeMs).toISOString();
}

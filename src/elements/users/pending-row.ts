import { html, nothing } from 'lit';
import type { Invitation } from '../../contract/invitations.js';
import type { Locale } from '../../locales/locale.js';
import { isExpired } from '../../resources/invitations.js';
import { fullName } from '../../resources/user-names.js';
import { bidiIsolate, clippedName } from '../../ui/bidi-isolate.js';
import { day } from '../../ui/time.js';
import type { pendingEn } from './pending-invitations.en.js';

/** What a row needs to know besides its invitation. */
export interface PendingRow {
  /** Who sent it: a name, `true` for the reader; `undefined` where that isn't known. */
  readonly inviter: string | true | undefined;
  /** What can be done with it; left out where it can't. */
  readonly resend: (() => void) | undefined;
  readonly revoke: (() => void) | undefined;
  readonly isSending: boolean;
  readonly secondsLeft: number;
  /** Why nothing can be done with it, or the last attempt came to nothing. */
  readonly reason: string | undefined;
  readonly error: string | undefined;
}

/** One invitation that nobody has taken up yet. */
export function pendingRow(invitation: Invitation, row: PendingRow, locale: Locale<typeof pendingEn>) {
  const { t } = locale;
  const name = fullName(invitation);
  const of = html`<span class="hidden"> ${bidiIsolate(name)}</span>`;
  const isOff = row.isSending || row.secondsLeft > 0;
  const word = row.isSending
    ? t('resending')
    : row.secondsLeft
      ? t('resendIn', { count: row.secondsLeft })
      : t('resend');
  return html`<li part="row" data-id=${invitation.id}>
    <div>
      <p class="title">
        ${clippedName(name)}
        ${invitation.role ? html`<span class="badge" part="badge"><bdi translate="no">${invitation.role}</bdi></span>` : nothing}
        ${isExpired(invitation) ? html`<span class="badge warn" part="badge">${t('expired')}</span>` : nothing}
      </p>
      <p class="facts">${joined(facts(invitation, row, locale))}</p>
      ${row.reason ? html`<p class="help">${row.reason}</p>` : nothing}
      ${row.error ? html`<p class="error" role="alert">${row.error}</p>` : nothing}
    </div>
    ${
      row.resend || row.revoke
        ? html`<div class="actions">
            ${
              row.resend
                ? html`<button class="quiet" part="button" aria-disabled=${isOff} @click=${row.resend}>
                    <span>${word}${of}</span>
                  </button>`
                : nothing
            }
            ${
              row.revoke
                ? html`<button class="quiet danger" part="button button-danger" @click=${row.revoke}>
                    <span>${t('revoke')}${of}</span>
                  </button>`
                : nothing
            }
          </div>`
        : nothing
    }
  </li>`;
}

/** Whom it went to, when and from whom, and until when it can be taken up. */
function facts(
  invitation: Invitation,
  { inviter }: Pick<PendingRow, 'inviter'>,
  { fill, lang }: Locale<typeof pendingEn>,
): unknown[] {
  const { email, created_at: created, expires_at: end } = invitation;
  const date = created && day(created, lang);
  return [
    fullName(invitation) === email ? undefined : bidiIsolate(email),
    date &&
      (inviter === true
        ? fill('invitedByYou', { date })
        : inviter
          ? fill('invitedBy', { date, name: bidiIsolate(inviter) })
          : fill('invited', { date })),
    end && fill(isExpired(invitation) ? 'expiredOn' : 'until', { date: day(end, lang) }),
  ].filter(Boolean);
}

function joined(all: readonly unknown[]) {
  return all.map((fact, index) => (index ? [' · ', fact] : fact));
}

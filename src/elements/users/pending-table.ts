import { html, nothing } from 'lit';
import type { Invitation } from '../../contract/invitations.js';
import type { Locale } from '../../locales/locale.js';
import { fullName } from '../../resources/full-name.js';
import { isExpired } from '../../resources/invitations.js';
import { avatar } from '../../ui/avatar.js';
import { badge } from '../../ui/badge.js';
import { bidiIsolate, isolatedText } from '../../ui/bidi-isolate.js';
import { menuButton } from '../../ui/menu-button.js';
import type { Column } from '../../ui/table.js';
import { day } from '../../ui/time.js';
import type { en } from './en.js';
import type { pendingEn } from './pending-invitations.en.js';
import { rowNames } from './row-names.js';

/** Data and actions of the table of invitations. */
export interface PendingTable {
  /** The rows of the current page. */
  readonly invitations: readonly Invitation[];
  /** Who sent an invitation: a name, or `true` for the signed-in user; `undefined` if unknown. */
  inviterOf(invitation: Invitation): string | true | undefined;
  isSending(invitation: Invitation): boolean;
  /** Why the last action on an invitation failed. */
  errorOf(invitation: Invitation): string | undefined;
  /** Opens the menu of a row; `undefined` if the signed-in user may change no invitation. */
  readonly openMenu: ((invitation: Invitation, button: HTMLButtonElement) => void) | undefined;
}

/** The columns of the table of invitations that no user has accepted yet. */
export function pendingColumns(view: PendingTable, locale: Locale<typeof pendingEn>, { t: shared }: Locale<typeof en>) {
  const { t, fill, lang } = locale;
  const { invitations, openMenu } = view;
  const names = rowNames(invitations);
  const date = (moment: string | undefined, label: string) =>
    moment ? html`<span data-label=${label}>${day(moment, lang)}</span>` : shared('unknown');
  const inviter = (by: string | true | undefined) =>
    by === undefined
      ? nothing
      : html` <span class="facts clip">${by === true ? t('invitedByYou') : fill('invitedBy', { name: bidiIsolate(by) })}</span>`;
  const columns: Column<Invitation>[] = [
    {
      id: 'member',
      label: t('user'),
      cell: (invitation) => {
        const error = view.errorOf(invitation);
        const badges = [
          isExpired(invitation) ? badge(t('expired'), 'warning') : nothing,
          view.isSending(invitation) ? badge(t('resending')) : nothing,
        ];
        return [
          invitationCell(invitation, badges, lang),
          error ? html`<p class="error" role="alert">${error}</p>` : nothing,
        ];
      },
    },
    {
      id: 'role',
      label: shared('role'),
      cell: ({ role }) => (role ? html`<bdi class="clip" translate="no">${role}</bdi>` : shared('unknown')),
    },
    {
      id: 'invited',
      label: t('invited'),
      cell: (invitation) => [date(invitation.created_at, t('invited')), inviter(view.inviterOf(invitation))],
    },
    { id: 'expires', label: t('expires'), cell: ({ expires_at: end }) => date(end, t('expires')) },
  ];
  if (openMenu) {
    columns.push({
      id: 'actions',
      label: shared('actions'),
      isLabelHidden: true,
      cell: (invitation) =>
        menuButton(shared('actionsFor', { name: names.get(invitation.id) ?? '' }), (button) =>
          openMenu(invitation, button),
        ),
    });
  }
  return columns;
}

/** The invited user: avatar, name with its badges, email below. A name that is the email is shown once. */
function invitationCell(subject: Invitation, badges: unknown, lang: string) {
  const { email } = subject;
  const name = fullName(subject);
  const secondLine = name === email ? '' : email;
  return html`${avatar(subject, lang)}<bdi class="name clip" title=${name} translate="no" ${isolatedText(name)}></bdi>
    ${badges} <bdi class="facts clip" title=${secondLine} translate="no" ${isolatedText(secondLine)}></bdi>`;
}

import { html } from 'lit';
import type { Invitation } from '../../contract/invitations.js';
import type { Locale } from '../../locales/locale.js';
import { fullName } from '../../resources/full-name.js';
import { invitationsResource, revokeInvitation } from '../../resources/invitations.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { ConfirmAction } from '../base/confirm-action.js';
import { detailOf } from '../base/invitation-resend.js';
import { focusRow, rowOf } from '../base/row-focus.js';
import type { DialogsContext } from './dialogs-context.js';
import type { pendingEn } from './pending-invitations.en.js';

/** Revokes a pending invitation. */
export function createInvitationRevocation(context: DialogsContext, words: () => Locale<typeof pendingEn>) {
  return new ConfirmAction<Invitation, 'agni-invitation-revoked'>(context, {
    events: {
      before: 'agni-before-revoke-invitation',
      after: 'agni-invitation-revoked',
      detail: detailOf,
    },
    run: (session, { id }) => revokeInvitation(session, id),
    isAllowed: () => !context.whyNotInvite(),
    isStale: () => !!context.session()?.use(invitationsResource).open.isStale,
    recheck: () => context.recheck(),
    rowOf: (invitation) => rowOf(context.pane, invitation),
    closed: (row) => focusRow(context.pane, row),
    message: (invitation) => words().t('revoked', { name: fullName(invitation) }),
    render: (invitation) => {
      const { t, fill } = words();
      return {
        heading: fill('revokeHeading', { name: bidiIsolate(fullName(invitation)) }),
        consequence: t('revokeEffect'),
        facts: html`<p class="facts">${bidiIsolate(invitation.email)}</p>`,
        confirm: t('revoke'),
        pending: t('revoking'),
        notDone: t('notRevoked'),
        perhapsDone: t('perhapsRevoked'),
      };
    },
  });
}

import { html, nothing } from 'lit';
import type { User } from '../../contract/me.js';
import { fullName } from '../../resources/full-name.js';
import { removeUser } from '../../resources/user-mutations.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { timeAgo } from '../../ui/time.js';
import { ConfirmAction } from '../base/confirm-action.js';
import { detailOf } from '../base/invitation-resend.js';
import { focusRow, rowOf } from '../base/row-focus.js';
import type { DialogsWords } from './dialogs.lazy.js';
import type { DialogsContext } from './dialogs-context.js';
import type { RolesAndSeats } from './roles-and-seats.js';

/** Removes a user from the workspace; an owner only after the owner's name was typed. */
export function createUserRemoval(context: DialogsContext, rolesAndSeats: RolesAndSeats, words: () => DialogsWords) {
  return new ConfirmAction<User, 'agni-user-removed'>(context, {
    events: {
      before: 'agni-before-remove-user',
      after: 'agni-user-removed',
      detail: detailOf,
    },
    run: async (_session, user) => {
      const list = context.list();
      if (list) await removeUser(list, user);
    },
    isAllowed: () => context.canRemove(),
    isStale: () => context.isStale(),
    recheck: () => context.recheck(),
    latest: (user) => context.current(user) ?? user,
    rowOf: (user) => rowOf(context.pane, user),
    closed: (row) => focusRow(context.pane, row),
    message: (user) => words().t('removed', { name: fullName(user) }),
    render: (user) => {
      const { t, fill, lang } = words();
      const name = bidiIsolate(fullName(user));
      const { email, role, status, last_login_at: login } = user;
      const leavesOne = role === 'OWNER' && status !== 'DISABLED' && rolesAndSeats.owners?.length === 2;
      return {
        heading: fill('removeHeading', { name }),
        consequence: t('removeEffect'),
        facts: html`<div>
          <p class="facts">${bidiIsolate(email)} · <bdi>${role}</bdi></p>
          <p class="facts">
            ${login ? fill('lastSignIn', { when: timeAgo(login, lang) }) : t('neverSignedIn')}
          </p>
          ${leavesOne ? html`<p class="warn">${t('leavesOne')}</p>` : nothing}
        </div>`,
        ...(role === 'OWNER'
          ? {
              typed: {
                text: fullName(user),
                label: t('confirmName'),
                help: fill('confirmHelp', { name }),
                mismatch: t('invalid.mismatch'),
              },
            }
          : {}),
        confirm: t('remove'),
        pending: t('removing'),
        words: words(),
        notDone: t('notRemoved'),
        perhapsDone: t('perhapsRemoved'),
      };
    },
  });
}

import { html, nothing } from 'lit';
import type { ApiKey } from '../../contract/api-keys.js';
import { deleteApiKey } from '../../resources/api-key-mutations.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { day, timeAgo } from '../../ui/time.js';
import { ConfirmAction } from '../base/confirm-action.js';
import { focusRow, rowOf } from '../base/row-focus.js';
import type { ApiKeysContext, DialogsWords } from './api-keys-context.js';
import { keyState, maskedValue } from './key-state.js';

/** A key to delete; `isLeaked` if its successor was just stored. */
interface Deletion {
  readonly key: ApiKey;
  readonly isLeaked: boolean;
}

/** Deletes a key once the user has typed its name. */
export function createKeyDeletion(context: ApiKeysContext, words: () => DialogsWords) {
  return new ConfirmAction<Deletion, 'agni-api-key-deleted'>(context, {
    events: {
      before: 'agni-before-delete-api-key',
      after: 'agni-api-key-deleted',
      detail: ({ key: { id, name } }) => ({ id, name }),
    },
    run: (session, { key }) => deleteApiKey(session, key.id),
    isAllowed: () => context.canDelete(),
    isStale: () => context.isStale(),
    recheck: () => context.recheck(),
    // Its last use may have changed since the dialog was opened.
    latest: ({ key, isLeaked }) => ({ key: context.keys().find(({ id }) => id === key.id) ?? key, isLeaked }),
    rowOf: ({ key }) => rowOf(context.pane, key),
    closed: (row) => focusRow(context.pane, row),
    message: ({ key: { name } }) => words().t('deleted', { name }),
    render: ({ key, isLeaked }) => {
      const { t, fill } = words();
      const name = bidiIsolate(key.name);
      const facts = keyFacts(key, context, words());
      return {
        heading: t('deleteHeading'),
        consequence: html`${t('deleteEffect')} ${isLeaked ? t('deleteLeaked') : nothing}`,
        facts: html`<p class="subject">
          <strong>${name}</strong><br />
          <span class="facts">
            <code part="code" dir="ltr" translate="no">${maskedValue(key)}</code>${facts.map((fact) => [' · ', fact])}
          </span>
        </p>`,
        typed: {
          text: key.name,
          label: t('confirmName'),
          help: fill('confirmHelp', { name }),
          mismatch: t('invalid.mismatch'),
        },
        confirm: t('deleteKey'),
        pending: t('deleting'),
        notDone: t('notDeleted'),
        perhapsDone: t('perhapsDeleted'),
      };
    },
  });
}

/** When a key was created and by whom, when it was last used, and when it expires. */
function keyFacts(key: ApiKey, context: ApiKeysContext, { lang, fill }: DialogsWords): unknown[] {
  const { t } = context.locale();
  const creator = context.creatorOf(key);
  const { created_at: created, last_used_at: used, expires_at: end } = key;
  const date = created && day(created, lang);
  const isExpired = keyState(key).status === 'expired';
  return [
    date && (creator ? fill('createdBy', { date, name: bidiIsolate(creator) }) : fill('created', { date })),
    used ? fill('lastUsed', { when: timeAgo(used, lang) }) : t('neverUsed'),
    end ? fill(isExpired ? 'expiredOn' : 'expires', { date: day(end, lang) }) : t('neverExpires'),
  ].filter(Boolean);
}

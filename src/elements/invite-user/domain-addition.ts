import { organizationResource } from '../../resources/organization.js';
import { addAllowedDomain } from '../../resources/organization-mutations.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { ConfirmAction } from '../base/confirm-action.js';
import type { InvitationFormWords, InviteContext } from './invite-context.js';

/** Adds a domain to the allowed ones. The subject is the domain. */
export function createDomainAddition(context: InviteContext, words: () => InvitationFormWords) {
  return new ConfirmAction<string, 'agni-organization-updated', unknown>(context, {
    events: {
      before: 'agni-before-update-organization',
      after: 'agni-organization-updated',
      detail: () => {
        const { id, name } = context.organization() ?? {};
        return { ...(id ? { id } : {}), ...(name ? { name } : {}) };
      },
    },
    run: addAllowedDomain,
    isAllowed: () => context.canAddDomain(),
    isStale: () => !!context.session()?.use(organizationResource).current.isStale,
    recheck: () => context.recheck(),
    focus: () => context.focusEmail(), // the button that opened the dialog is gone
    message: (domain) => words().t('added', { domain }),
    render: (domain) => {
      const { t, fill } = words();
      return {
        heading: t('addDomain'),
        consequence: fill('addDomainEffect', { domain: bidiIsolate(domain) }),
        confirm: t('addDomain'),
        isDangerous: false,
        pending: t('adding'),
        notDone: t('notAdded'),
        perhapsDone: t('perhapsAdded'),
      };
    },
  });
}

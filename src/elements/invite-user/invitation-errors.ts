import type { AgniError } from '../../client/error.js';
import { domainOf } from '../../contract/email-addresses.js';
import { isObject } from '../../contract/json.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { nameList } from '../../ui/list-text.js';
import type { InvitationFormWords, InviteContext } from './invite-context.js';

/** The message for an error of an invitation to `email`. */
export function invitationErrorMessage(
  error: AgniError,
  email: string,
  context: InviteContext,
  { t, fill, lang }: InvitationFormWords,
): unknown {
  const { max_members, allowed_email_domains } = context.organization() ?? {};
  const details = isObject(error.details) ? error.details : {};
  switch (error.code) {
    case 'BAD_GATEWAY':
      return t('error.BAD_GATEWAY');
    case 'CONFLICT':
      return t('isHere');
    case 'MEMBER_LIMIT_REACHED': {
      const limit = Number(details.max_members ?? Number.NaN);
      const count = Number.isInteger(limit) ? limit : max_members;
      return count === undefined ? t('limitReached') : t('error.MEMBER_LIMIT_REACHED', { count });
    }
    case 'EMAIL_DOMAIN_NOT_ALLOWED': {
      const named = details.allowed_email_domains;
      const domains = Array.isArray(named) ? named.filter((name) => typeof name === 'string') : allowed_email_domains;
      return fill('domainOutside', {
        domain: bidiIsolate(domainOf(email.trim())),
        domains: nameList(domains ?? [], lang),
      });
    }
    default:
      return context.errorMessage(error);
  }
}

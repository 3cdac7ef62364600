import { html } from 'lit';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import type { InvitationFormWords } from './invite-context.js';

/** Whom a mail is about, as far as that's typed already. */
export interface Mail {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly inviter: string;
  readonly organization: string;
}

/** What the invited person will read, for whoever wants to know before sending. */
export function mailPreview({ name, email, role, inviter, organization }: Mail, { t, fill }: InvitationFormWords) {
  const place = bidiIsolate(organization);
  return html`<details>
    <summary>${t('mail')}</summary>
    <div class="mail" part="notice">
      <p class="help">${t('mailAbout')}</p>
      <dl>
        <div><dt>${t('mailTo')}</dt><dd>${email ? bidiIsolate(email) : t('mailUnknown')}</dd></div>
        <div><dt>${t('mailSubject')}</dt><dd>${fill('mailSubjectText', { organization: place })}</dd></div>
      </dl>
      <p>${name ? fill('mailHello', { name: bidiIsolate(name) }) : t('mailHelloAnybody')}</p>
      <p>${fill('mailInvites', { inviter: bidiIsolate(inviter), organization: place, role })}</p>
      <ul>
        <li>${t('mailSignIn')}</li>
        <li>${t('mailPassword')}</li>
        <li>${t('mailUntil')}</li>
      </ul>
    </div>
  </details>`;
}

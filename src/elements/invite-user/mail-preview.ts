import { html } from 'lit';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import type { InvitationFormWords } from './invite-context.js';

/** The data in an invitation mail. Texts that are not typed yet are empty. */
export interface Mail {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly inviter: string;
  readonly organization: string;
}

/** Placeholder for a text that is not typed yet, or that only the server knows. */
const blank = html`<span class="blank"><span class="hidden">…</span></span>`;

/** A preview of the mail that the invited user receives, in the words of the sandbox. */
export function mailPreview({ role, ...texts }: Mail, { t, fill }: InvitationFormWords) {
  const shown = (text: string) => (text ? bidiIsolate(text) : blank);
  const email = shown(texts.email);
  const organization = shown(texts.organization);
  return html`<details>
    <summary>${t('mail')}</summary>
    <div class="mail" part="notice">
      <dl>
        <div><dt>${t('mailTo')}</dt><dd>${email}</dd></div>
        <div><dt>${t('mailSubject')}</dt><dd><span>${fill('mailSubjectText', { organization })}</span></dd></div>
      </dl>
      <p>${fill('mailHello', { name: shown(texts.name) })}</p>
      <p>${fill('mailInvites', { inviter: shown(texts.inviter), organization, role })}</p>
      <div>
        <p>${fill('mailSignIn', { address: blank })}</p>
        <p>${fill('mailEmail', { email })}</p>
        <p>${fill('mailPassword', { password: blank })}</p>
      </div>
      <p>${fill('mailExpiry', { date: blank })}</p>
      <p>${t('mailUnexpected')}</p>
    </div>
  </details>`;
}

import { html, nothing } from 'lit';
import { failureMessage } from '../../context/approval.js';
import type { Invitation } from '../../contract/invitations.js';
import { fullName } from '../../resources/full-name.js';
import { isExpired } from '../../resources/invitations.js';
import { organizationResource } from '../../resources/organization.js';
import { addAllowedDomain } from '../../resources/organization-mutations.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { nameList } from '../../ui/list-text.js';
import { dateText } from '../../ui/time-text.js';
import { ConfirmAction } from '../base/confirm-action.js';
import { InvitationResend } from '../base/invitation-resend.js';
import type { InvitationFormWords, InviteContext } from './invite-context.js';
import type { Finding } from './known-addresses.js';

/** Shows the finding about the address in the form, with its action: allow the domain, or resend the invitation. */
export class AddressNote {
  readonly #context: InviteContext;
  readonly #words: () => InvitationFormWords;
  readonly #addition: ReturnType<typeof createDomainAddition>;
  readonly #resending: InvitationResend;
  readonly #onResent: (sent: Invitation) => Promise<void>;

  constructor(context: InviteContext, words: () => InvitationFormWords, onResent: (sent: Invitation) => Promise<void>) {
    this.#context = context;
    this.#words = words;
    this.#onResent = onResent;
    this.#addition = createDomainAddition(context, words);
    this.#resending = new InvitationResend(context.pane, context.session);
  }

  /** `isExplained`: the error of the field says the same. */
  render(finding: Finding | undefined, isExplained: boolean) {
    return html`<div class="note">
      <p class="warn" role="status">${finding && !isExplained ? this.#text(finding) : nothing}</p>
      ${finding?.kind === 'outside' && this.#context.canAddDomain() ? this.#renderAddition(finding.domain) : nothing}
      ${finding?.kind === 'invited' && this.#context.canResend() ? this.#renderResend(finding.invitation) : nothing}
    </div>`;
  }

  #text(finding: Finding): unknown {
    const { t, fill, lang } = this.#words();
    switch (finding.kind) {
      case 'you':
        return t('isYou');
      case 'user':
        return fill('isUser', { name: bidiIsolate(fullName(finding.user)) });
      case 'invited': {
        const { invitation } = finding;
        const name = bidiIsolate(fullName(invitation));
        const date = dateText(invitation.created_at ?? '', lang);
        return isExpired(invitation) ? fill('isExpired', { name }) : fill('isInvited', { name, date });
      }
      case 'outside':
        return fill('domainOutside', { domain: bidiIsolate(finding.domain), domains: nameList(finding.domains, lang) });
    }
  }

  #renderAddition(domain: string) {
    const open = () => this.#addition.open(domain);
    return html`<button class="secondary" part="button" type="button" @click=${open}>
      ${this.#words().t('addDomain')}
    </button>`;
  }

  #renderResend(invitation: Invitation) {
    const { t } = this.#words();
    const { isPending, failure } = this.#resending;
    const count = this.#resending.secondsLeft(invitation);
    const text = isPending ? t('resending') : count ? t('again', { count }) : t('resend');
    const reason = failureMessage(failure, this.#context.shared(), this.#context.errorMessage);
    const resend = () => void this.#resend(invitation);
    return html`
      <button class="secondary" part="button" type="button" aria-disabled=${isPending || count > 0} @click=${resend}>
        <span>${text}<span class="hidden"> ${bidiIsolate(fullName(invitation))}</span></span>
      </button>
      ${failure ? html`<p class="error" role="alert">${reason} ${t('notResent')}</p>` : nothing}
    `;
  }

  async #resend(invitation: Invitation): Promise<void> {
    this.#context.announce('');
    const sent = await this.#resending.run(invitation);
    if (this.#resending.error?.status === 403) this.#context.recheck();
    if (sent) await this.#onResent(sent);
  }

  /** The dialog that asks before a domain is allowed. */
  renderDialog() {
    return this.#addition.render();
  }

  reset(): void {
    this.#resending.reset();
  }
}

/** Adds a domain to the allowed ones. The subject is the domain. */
function createDomainAddition(context: InviteContext, words: () => InvitationFormWords) {
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
    closed: () => context.focusEmail(), // the button that opened the dialog is gone
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

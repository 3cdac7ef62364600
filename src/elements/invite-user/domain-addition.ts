import { html, nothing } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import type { Organization } from '../../contract/organization.js';
import { emit } from '../../events.js';
import { organizationResource } from '../../resources/organization.js';
import { addAllowedDomain } from '../../resources/organization-mutations.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { confirmation } from '../../ui/confirmation.js';
import { dialog } from '../../ui/dialog.js';
import type { InvitationFormWords, InviteContext } from './invite-context.js';

/** Adds a domain to the allowed ones, after a question: whoever may do that needn't leave the form for it. */
export class DomainAddition implements SessionObserver {
  readonly #context: InviteContext;
  readonly #words: () => InvitationFormWords;
  readonly #action: ActionController<Organization>;
  #domain = '';

  constructor(context: InviteContext, words: () => InvitationFormWords) {
    this.#context = context;
    this.#words = words;
    this.#action = new ActionController(context.pane);
    context.pane.follow(this);
  }

  /** Asks whether to add a domain. */
  open(domain: string): void {
    if (this.#action.isPending) return;
    this.#action.reset();
    this.#become(domain);
  }

  #become(domain: string): void {
    this.#domain = domain;
    this.#context.pane.requestUpdate();
  }

  render() {
    if (!this.#domain || !this.#context.canAddDomain()) return nothing; // the right may go while the dialog is open
    const { t, fill } = this.#words();
    const { isPending } = this.#action;
    const domain = bidiIsolate(this.#domain);
    const error = this.#error;
    return dialog({
      heading: t('addDomain'),
      isGuarded: isPending,
      closed: this.#closed,
      content: html`
        <p>${fill('addDomainEffect', { domain })}</p>
        ${confirmation({
          error,
          status: isPending ? t('adding') : '',
          isPending,
          cancel: this.#context.shared().t('cancel'),
          confirm: t('addDomain'),
          isDangerous: false,
          act: this.#confirm,
        })}
      `,
    });
  }

  get #error(): string | undefined {
    const { error, wasCancelled } = this.#action;
    if (wasCancelled) return this.#context.shared().t('notAllowed');
    if (!error) return undefined;
    const isInDoubt = error.isAnswerLost && this.#context.session()?.use(organizationResource).current.isStale;
    return `${this.#context.errorMessage(error)} ${this.#words().t(isInDoubt ? 'perhapsAdded' : 'notAdded')}`;
  }

  readonly #confirm = async (): Promise<void> => {
    const { pane } = this.#context;
    const session = this.#context.session();
    const known = this.#context.organization();
    const domain = this.#domain;
    if (!session || !known || this.#action.isPending) return;
    const { id, name } = known;
    const isAdded = await this.#action.run({ before: 'agni-before-update-organization', detail: { id, name } }, () =>
      addAllowedDomain(session, domain),
    );
    if (this.#action.error?.status === 403) this.#context.recheck();
    if (!isAdded) return;
    pane.renderRoot.querySelector('dialog')?.close();
    this.#closed();
    this.#context.announce(this.#words().t('added', { domain }));
    emit(pane, 'agni-organization-updated', { id, name });
    await this.#context.focusEmail(); // what asked for the domain goes with its reason
  };

  readonly #closed = (): void => this.#become('');

  onSessionChange(): void {
    this.#closed();
  }

  onSignedOut(): void {
    this.#closed();
  }
}

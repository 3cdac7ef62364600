import { html, nothing } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import type { Follower } from '../../context/resource-controller.js';
import type { Organization } from '../../contract/organization.js';
import { emit } from '../../events.js';
import { organizationResource } from '../../resources/organization.js';
import { saveOrganization } from '../../resources/organization-change.js';
import { confirmation } from '../../ui/confirmation.js';
import { dialog } from '../../ui/dialog.js';
import { trueOrder } from '../../ui/true-order.js';
import type { InviteDesk, InvitingWords } from './invite-desk.js';

/** Adds a domain to the allowed ones, after a question: whoever may do that needn't leave the form for it. */
export class DomainAddition implements Follower {
  readonly #desk: InviteDesk;
  readonly #words: () => InvitingWords;
  readonly #action: ActionController<Organization>;
  #domain = '';

  constructor(desk: InviteDesk, words: () => InvitingWords) {
    this.#desk = desk;
    this.#words = words;
    this.#action = new ActionController(desk.pane);
    desk.pane.follow(this);
  }

  /** Asks whether to add a domain. */
  open(domain: string): void {
    if (this.#action.isPending) return;
    this.#action.reset();
    this.#become(domain);
  }

  #become(domain: string): void {
    this.#domain = domain;
    this.#desk.pane.requestUpdate();
  }

  render() {
    if (!this.#domain || !this.#desk.canAddDomain()) return nothing; // the right may go while the dialog is open
    const { t, fill } = this.#words();
    const { isPending } = this.#action;
    const domain = trueOrder(this.#domain);
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
          cancel: this.#desk.shared().t('cancel'),
          confirm: t('addDomain'),
          isDangerous: false,
          act: this.#confirm,
        })}
      `,
    });
  }

  get #error(): string | undefined {
    const { error, wasCancelled } = this.#action;
    if (wasCancelled) return this.#desk.shared().t('notAllowed');
    if (!error) return undefined;
    const state = this.#desk.workspace()?.use(organizationResource).current.state;
    const isInDoubt = error.isAnswerLost && state?.status === 'ready' && state.error;
    return `${this.#desk.say(error)} ${this.#words().t(isInDoubt ? 'perhapsAdded' : 'notAdded')}`;
  }

  readonly #confirm = async (): Promise<void> => {
    const { pane } = this.#desk;
    const workspace = this.#desk.workspace();
    const known = this.#desk.organization();
    const domain = this.#domain;
    if (!workspace || !known || this.#action.isPending) return;
    const { id, name } = known;
    const isAdded = await this.#action.run(
      { before: 'agni-before-update-organization', detail: { id, name } },
      async () => {
        // The whole list is sent, so it had better be the one of now.
        const { current } = workspace.use(organizationResource);
        await current.load();
        const { allowed_email_domains: domains = [] } = await current.value();
        return saveOrganization(workspace, { allowed_email_domains: [...new Set([...domains, domain])] });
      },
    );
    if (this.#action.error?.status === 403) this.#desk.recheck();
    if (!isAdded) return;
    pane.renderRoot.querySelector('dialog')?.close();
    this.#closed();
    this.#desk.announce(this.#words().t('added', { domain }));
    emit(pane, 'agni-organization-updated', { id, name });
    await this.#desk.focusEmail(); // what asked for the domain goes with its reason
  };

  readonly #closed = (): void => this.#become('');

  attach(): void {
    this.#closed();
  }

  forget(): void {
    this.#closed();
  }
}

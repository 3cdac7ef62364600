import { html, nothing, type ReactiveController } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import { FormController } from '../../context/form-controller.js';
import type { Follower } from '../../context/resource-controller.js';
import { newCalcomAccount } from '../../contract/calcom-connection.js';
import { emit } from '../../events.js';
import { type ConnectedAccount, connectAccount } from '../../resources/calcom-change.js';
import { textField } from '../../ui/field.js';
import { changingEn } from './calcom-changing-en.js';
import type { CalcomDesk, ChangingWords } from './calcom-desk.js';
import { keyField } from './calcom-key-field.js';
import { subheading } from './listing.js';

/** What every key of Cal.com begins with, by Cal.com's own rule. */
const usualStart = 'cal_';

/**
 * Connects an account by its key. The key is in its field and nowhere else, and goes after every attempt, whatever came
 * of it, and when the pane, the page or the person leaves.
 */
export class CalcomConnecting implements ReactiveController, Follower {
  readonly #desk: CalcomDesk;
  readonly #action: ActionController<ConnectedAccount>;
  readonly #form: FormController;
  /** All that is remembered of the key: whether there is one, and whether it looks like one. */
  #key: { readonly isThere: boolean; readonly isUnusual: boolean } = { isThere: false, isUnusual: false };

  constructor(desk: CalcomDesk) {
    this.#desk = desk;
    this.#action = new ActionController(desk.pane);
    this.#form = new FormController(desk.pane, () => ({ account_name: '', api_key: '' }));
    desk.pane.addController(this);
    desk.pane.follow(this);
  }

  /** Whether something was typed that isn't sent. */
  get isDirty(): boolean {
    return this.#form.isDirty || this.#key.isThere;
  }

  get #words(): ChangingWords {
    return this.#desk.locale().sibling(changingEn);
  }

  /** `level` is that of the form's heading. */
  render(level: number) {
    const { t } = this.#words;
    const { isPending } = this.#action;
    const error = this.#error;
    return html`<section class="part">
      ${subheading(level, t('connectHeading'))}
      <form class="stack" novalidate autocomplete="off" @input=${this.#take} @submit=${this.#submit}>
        ${textField({
          name: 'account_name',
          label: t('name'),
          value: this.#form.text('account_name'),
          help: t('nameHelp'),
          objection: this.#sayObjection('account_name'),
        })}
        ${keyField({
          name: 'api_key',
          label: t('key'),
          help: t('keyHelp'),
          below: html`<p class="help warn" role="status">${this.#key.isUnusual ? t('keyUnusual') : ''}</p>`,
          objection: this.#sayObjection('api_key'),
        })}
        ${error ? html`<p class="error" role="alert">${error}</p>` : nothing}
        <div class="row">
          <button class="primary" part="button button-primary" aria-disabled=${isPending}>${t('connect')}</button>
          <span class="help" role="status">${isPending ? t('connecting') : ''}</span>
        </div>
      </form>
    </section>`;
  }

  #sayObjection(field: string): string | undefined {
    const objection = this.#form.objection(field);
    const word = `invalid.${objection?.reason}`;
    return this.#words.has(word) ? this.#words.t(word) : this.#desk.sayObjection(objection);
  }

  /** What went wrong with the attempt as a whole, and what is true now. */
  get #error(): string | undefined {
    const { error, wasCancelled } = this.#action;
    const { objectionCount, unplaced } = this.#form;
    if (wasCancelled) return this.#desk.shared().t('notAllowed');
    if (!error || (objectionCount && !unplaced.length)) return undefined;
    const words = this.#words;
    const own = `connect.${error.code}`;
    const reason = words.has(own) ? words.t(own) : this.#desk.say(error);
    const isInDoubt = error.isAnswerLost && this.#desk.isInDoubt();
    return [reason, ...unplaced, words.t(isInDoubt ? 'perhapsConnected' : 'notConnected')].join(' ');
  }

  get #input(): HTMLInputElement | null {
    return this.#desk.pane.renderRoot.querySelector<HTMLInputElement>('[name=api_key]');
  }

  readonly #take = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    if (name !== 'api_key') this.#form.take(event);
    else {
      const typed = value.trim();
      this.#key = { isThere: !!typed, isUnusual: !usualStart.startsWith(typed.slice(0, usualStart.length)) };
      this.#form.touch(event);
    }
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { pane } = this.#desk;
    const workspace = this.#desk.workspace();
    if (!workspace || this.#action.isPending) return;
    const name = this.#form.text('account_name').trim();
    const account = { api_key: this.#input?.value.trim() ?? '', account_name: name || undefined };
    const sent = this.#form.edits;
    this.#action.reset();
    const org_id = await workspace.organizationId();
    if (!this.#form.check(newCalcomAccount, { org_id, ...account })) return this.#desk.focusFirstInvalid();
    this.#desk.tell('');
    const detail = name ? { name } : {};
    const run = this.#action.run({ before: 'agni-before-connect-integration', detail }, () =>
      connectAccount(workspace, account),
    );
    const isConnected = await run.finally(() => this.#forgetKey());
    const { state, error } = this.#action;
    if (isConnected && state.status === 'done') {
      const { id, name: known } = state.result;
      this.#form.accept(sent);
      this.#desk.tell(known ? this.#words.t('connected', { name: known }) : this.#words.t('connectedUnnamed'));
      emit(pane, 'agni-integration-connected', known ? { id, name: known } : { id });
    }
    if (!error) return;
    if (error.status === 403) this.#desk.recheck();
    if (error.code === 'INVALID_REQUEST') this.#form.object(new Map([['api_key', { reason: 'refused' }]]));
    else this.#form.refuse(error);
    await this.#desk.focusFirstInvalid();
  };

  readonly #forgetKey = (): void => {
    const input = this.#input;
    if (input) input.value = '';
    this.#key = { isThere: false, isUnusual: false };
    this.#desk.pane.requestUpdate();
  };

  hostConnected(): void {
    window.addEventListener('pagehide', this.#forgetKey);
    document.addEventListener('freeze', this.#forgetKey);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#forgetKey);
    document.removeEventListener('freeze', this.#forgetKey);
    this.#forgetKey();
  }

  attach(): void {
    this.#forgetKey();
  }

  forget(): void {
    this.reset();
  }

  /** Discards what was typed. */
  reset(): void {
    this.#form.reset();
    this.#forgetKey();
  }
}

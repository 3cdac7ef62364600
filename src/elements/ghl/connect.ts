import { html, nothing, type ReactiveController } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import { failureMessage } from '../../context/approval.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import { emit } from '../../events.js';
import type { Locale } from '../../locales/locale.js';
import { ghlAuthorizeUrl } from '../../resources/ghl.js';
import { listen } from '../../ui/listen.js';
import { notice } from '../../ui/notice.js';
import { type Consent, type ConsentEvent, consentMessage, nextConsent } from './consent.js';
import { dialogsEn } from './dialogs.en.js';
import type { GhlContext } from './ghl-context.js';

/** Milliseconds between two reads of the status (docs/contract.md 10.3). */
const pollIntervalMs = 2_000;

const name = 'GoHighLevel';

/**
 * Connects GoHighLevel: loads the consent page in a window and polls the status until GoHighLevel is connected. Only
 * the status counts: `closed` of a window is wrong under another page's opener policy, and messages can be forged.
 */
export class GhlConnect implements SessionObserver, ReactiveController {
  readonly #context: GhlContext;
  /** The result is the address of the consent page. */
  readonly #action: ActionController<string>;
  #consent: Consent = { status: 'none' };
  #opened: Window | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts attempts, so that a read for a former attempt has no effect. */
  #attempt = 0;

  constructor(context: GhlContext) {
    this.#context = context;
    this.#action = new ActionController(context.pane);
    context.pane.addController(this);
    listen(context.pane, window, ['focus'], () => this.#comeBack());
    context.pane.addSessionObserver(this);
  }

  /** Whether an attempt is under way. */
  get isBusy(): boolean {
    return this.#action.isPending || this.#consent.status === 'waiting';
  }

  /** Loads the consent page in the window that the click opened. Without a window, a link is shown. */
  async start(opened: Window | null): Promise<void> {
    const session = this.#context.session();
    this.stop();
    this.#action.reset();
    this.#context.announce('');
    let isAllowed = false;
    try {
      isAllowed =
        !!session &&
        (await this.#action.run({ before: 'agni-before-connect-integration', detail: { name } }, () =>
          ghlAuthorizeUrl(session, this.#context.startUrl()),
        ));
    } finally {
      if (!isAllowed) opened?.close();
    }
    const { state } = this.#action;
    if (!isAllowed || state.status !== 'done') return;
    if (opened && !opened.closed) {
      opened.opener = null; // so that the consent page can't navigate this page
      opened.location.replace(state.result);
      this.#opened = opened;
    }
    this.#dispatch({ type: 'started', address: state.result, hasWindow: !!this.#opened, now: Date.now() });
    this.#timer = setTimeout(this.#poll, pollIntervalMs);
  }

  render() {
    const { t } = this.#words;
    const { shared } = this.#context;
    const { failure } = this.#action;
    if (failure) {
      const words = failureMessage(
        failure,
        shared(),
        (error) => `${this.#context.errorMessage(error)} ${t('notStarted')}`,
      );
      return notice(words, nothing, 'alert');
    }
    const consent = this.#consent;
    if (consent.status === 'none') return nothing;
    const ways =
      consent.status === 'waiting'
        ? html`<a class="button secondary" part="button" href=${consent.address} target="_blank" rel="noopener">${t('open')}</a>
            <button class="quiet" part="button" @click=${this.#giveUp}>${t('stopWaiting')}</button>`
        : html`<button class="secondary" part="button" @click=${this.#checkAgain}>${t('checkAgain')}</button>
            <button class="quiet" part="button" @click=${this.#context.connect}>${shared().t('tryAgain')}</button>`;
    return notice(t(consentMessage(consent)), html`<div class="row">${ways}</div>`, 'alert');
  }

  get #words(): Locale<typeof dialogsEn> {
    return this.#context.locale().sibling(dialogsEn);
  }

  #dispatch(event: ConsentEvent): void {
    this.#consent = nextConsent(this.#consent, event);
    this.#context.pane.requestUpdate();
  }

  readonly #poll = async (): Promise<void> => {
    this.#dispatch({ type: 'timePassed', now: Date.now() });
    if (!(await this.#check())) return;
    // An opener policy can make a window look closed, so `closed` only changes the message.
    if (this.#opened?.closed) this.#dispatch({ type: 'returned', isKnown: !this.#context.isStale() });
    this.#timer = setTimeout(this.#poll, pollIntervalMs);
  };

  /** Reads the status, unless the pane is hidden. Resolves with whether the same attempt still waits. */
  async #check(): Promise<boolean> {
    if (this.#consent.status !== 'waiting') return false;
    const attempt = this.#attempt;
    if (this.#context.pane.checkVisibility()) await this.#context.check();
    return attempt === this.#attempt;
  }

  /** Reads the status when the user returns to this page. */
  async #comeBack(): Promise<void> {
    const isShown = this.#context.pane.checkVisibility();
    if (isShown && (await this.#check())) this.#dispatch({ type: 'returned', isKnown: !this.#context.isStale() });
  }

  readonly #giveUp = async (): Promise<void> => {
    this.stop();
    this.#context.announce(this.#words.t('stopped'));
    await this.#context.focusAction();
  };

  readonly #checkAgain = async (): Promise<void> => {
    await this.#context.check();
    if (this.#consent.status === 'unfinished') this.#context.announce(this.#words.t('stillNot'));
  };

  /** Any read of the status may show that GoHighLevel is connected, also a read that focus or another pane caused. */
  hostUpdate(): void {
    if (this.#consent.status !== 'none' && this.#context.isLive()) void this.#becomeConnected();
  }

  async #becomeConnected(): Promise<void> {
    const { pane } = this.#context;
    const hadFocus = !!pane.shadowRoot?.activeElement;
    this.stop();
    this.#action.reset();
    this.#context.announce(this.#words.t('connected'));
    await pane.updateComplete;
    emit(pane, 'agni-integration-connected', { name });
    if (hadFocus) await this.#context.focusAction();
  }

  /** Stops waiting, without a message. */
  readonly stop = (): void => {
    this.#attempt++;
    clearTimeout(this.#timer);
    this.#opened = undefined;
    this.#dispatch({ type: 'stopped' });
  };

  onSessionChange(): void {
    this.stop();
  }

  onSignedOut(): void {
    this.stop();
  }

  hostDisconnected(): void {
    this.stop();
  }
}

import { html, nothing, type ReactiveController } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import { emit } from '../../events.js';
import type { Locale } from '../../locales/locale.js';
import { ghlAuthorizeUrl } from '../../resources/ghl.js';
import { notice } from '../../ui/notice.js';
import { dialogsEn } from './dialogs.en.js';
import type { GhlContext } from './ghl-context.js';

/** Milliseconds between two reads of the status, and after which the pane stops reading it (docs/contract.md 10.3). */
const pollIntervalMs = 2_000;
const pollTimeoutMs = 120_000;

const name = 'GoHighLevel';

/** A consent that the user gives in another window, which reports nothing back. */
interface Waiting {
  readonly address: string;
  /** `undefined` if the browser blocked the window. */
  readonly opened: Window | undefined;
  readonly until: number;
}

/**
 * Connects GoHighLevel: sends a window to the consent page and polls the status until it says connected. Only the status
 * counts: `closed` of a window is wrong under other pages' opener policies, and messages can be forged.
 */
export class GhlConnect implements SessionObserver, ReactiveController {
  readonly #context: GhlContext;
  /** Its result is the address of the consent page. */
  readonly #action: ActionController<string>;
  #waiting: Waiting | undefined;
  /** The user seems to be back and the status is still not connected: consent was denied, left, or is under way. */
  #isBack = false;
  #isUnfinished = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: GhlContext) {
    this.#context = context;
    this.#action = new ActionController(context.pane);
    context.pane.addController(this);
    context.pane.addSessionObserver(this);
  }

  /** Whether an attempt is under way. */
  get isBusy(): boolean {
    return this.#action.isPending || !!this.#waiting;
  }

  /** Sends a window that was opened in the click to the consent page. Without a window, a link is shown. */
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
    const isOpen = !!opened && !opened.closed;
    if (isOpen) {
      opened.opener = null; // so that the other page can't navigate this one
      opened.location.replace(state.result);
    }
    this.#wait({ address: state.result, opened: isOpen ? opened : undefined, until: Date.now() + pollTimeoutMs });
  }

  render() {
    const { t } = this.#words;
    const { shared } = this.#context;
    const { error, wasCancelled } = this.#action;
    if (wasCancelled) return notice(shared().t('notAllowed'), nothing, 'alert');
    if (error) return notice(`${this.#context.errorMessage(error)} ${t('notStarted')}`, nothing, 'alert');
    if (this.#waiting) {
      const { opened, address } = this.#waiting;
      const before = opened ? 'waiting' : 'blocked';
      return notice(
        t(this.#isBack ? 'notYet' : before),
        html`<div class="row">
          <a class="button secondary" part="button" href=${address} target="_blank" rel="noopener">${t('open')}</a>
          <button class="quiet" part="button" @click=${this.#giveUp}>${t('stopWaiting')}</button>
        </div>`,
        'alert',
      );
    }
    if (!this.#isUnfinished) return nothing;
    return notice(
      t('unfinished'),
      html`<div class="row">
        <button class="secondary" part="button" @click=${this.#checkAgain}>${t('checkAgain')}</button>
        <button class="quiet" part="button" @click=${this.#context.connect}>${shared().t('tryAgain')}</button>
      </div>`,
      'alert',
    );
  }

  get #words(): Locale<typeof dialogsEn> {
    return this.#context.locale().sibling(dialogsEn);
  }

  #wait(waiting: Waiting): void {
    this.#waiting = waiting;
    this.#context.pane.requestUpdate();
    const poll = async () => {
      if (this.#waiting !== waiting) return;
      if (Date.now() >= waiting.until) return this.#becomeUnfinished();
      // A hidden pane is not read; it is again once it is shown.
      if (this.#context.pane.checkVisibility()) await this.#context.check();
      if (this.#waiting !== waiting) return;
      // An opener policy can make a window look closed, so this only changes the message.
      if (waiting.opened?.closed) this.#becomeBack();
      this.#timer = setTimeout(poll, pollIntervalMs);
    };
    this.#timer = setTimeout(poll, pollIntervalMs);
  }

  /** Reads the status when the user looks at this page again. */
  readonly #comeBack = async (): Promise<void> => {
    const waiting = this.#waiting;
    if (!waiting || !this.#context.pane.checkVisibility()) return;
    await this.#context.check();
    if (this.#waiting === waiting) this.#becomeBack();
  };

  #becomeBack(): void {
    if (this.#context.isStale()) return;
    this.#isBack = true;
    this.#context.pane.requestUpdate();
  }

  #becomeUnfinished(): void {
    this.stop();
    this.#isUnfinished = true;
    this.#context.pane.requestUpdate();
  }

  readonly #giveUp = async (): Promise<void> => {
    this.stop();
    this.#context.announce(this.#words.t('stopped'));
    await this.#context.focusAction();
  };

  readonly #checkAgain = async (): Promise<void> => {
    await this.#context.check();
    if (this.#isUnfinished) this.#context.announce(this.#words.t('stillNot'));
  };

  /** Any read of the status may say that it is connected, also one that focus or another pane caused. */
  hostUpdate(): void {
    if ((this.#waiting || this.#isUnfinished) && this.#context.isLive()) void this.#becomeConnected();
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

  /** Stops waiting, silently. */
  readonly stop = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
    this.#isBack = false;
    this.#isUnfinished = false;
    this.#context.pane.requestUpdate();
  };

  onSessionChange(): void {
    this.stop();
  }

  onSignedOut(): void {
    this.stop();
  }

  hostConnected(): void {
    window.addEventListener('focus', this.#comeBack);
  }

  hostDisconnected(): void {
    window.removeEventListener('focus', this.#comeBack);
    this.stop();
  }
}

import { html, nothing, type ReactiveController } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import { emit } from '../../events.js';
import type { Locale } from '../../locales/locale.js';
import { ghlAuthorizeUrl } from '../../resources/ghl.js';
import { notice } from '../../ui/notice.js';
import { dialogsEn } from './dialogs.en.js';
import type { GhlContext } from './ghl-context.js';

/**
 * Milliseconds between two looks at whether it's connected by now, and after which nobody looks any more
 * (docs/contract.md 10.3).
 */
const step = 2_000;
const patience = 120_000;

const name = 'GoHighLevel';

/** A consent that is given elsewhere, in a window whose end nobody hears of. */
interface Waiting {
  readonly address: string;
  /** None where the browser opened none. */
  readonly opened: Window | undefined;
  readonly until: number;
}

/**
 * Connects GoHighLevel: sends a window to its consent, and asks the status route until that says so. Nothing else is
 * believed: neither what the window says of itself, which other pages' policies make lie, nor any message it sends.
 */
export class GhlConnecting implements SessionObserver, ReactiveController {
  readonly #context: GhlContext;
  /** Done with the address of the consent. */
  readonly #action: ActionController<string>;
  #waiting: Waiting | undefined;
  /** Somebody came back, by all signs, and it's still not connected: they denied it, left it, or it's on its way. */
  #isBack = false;
  #isUnfinished = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: GhlContext) {
    this.#context = context;
    this.#action = new ActionController(context.pane);
    context.pane.addController(this);
    context.pane.follow(this);
  }

  /** Whether something is under way that makes another attempt pointless. */
  get isBusy(): boolean {
    return this.#action.isPending || !!this.#waiting;
  }

  /** Sends a window that was opened in the click on to the consent; without one there is a link to press. */
  async start(opened: Window | null): Promise<void> {
    const session = this.#context.session();
    this.stop();
    this.#action.reset();
    this.#context.report('');
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
      opened.opener = null; // wherever it goes, it can't lead this page anywhere
      opened.location.replace(state.result);
    }
    this.#wait({ address: state.result, opened: isOpen ? opened : undefined, until: Date.now() + patience });
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
    const look = async () => {
      if (this.#waiting !== waiting) return;
      if (Date.now() >= waiting.until) return this.#becomeUnfinished();
      // Nobody sees a pane that is put away; it looks again as soon as it's back.
      if (this.#context.pane.checkVisibility()) await this.#context.check();
      if (this.#waiting !== waiting) return;
      // Another page's policy can make a window look closed, so this ends nothing; it only says more.
      if (waiting.opened?.closed) this.#becomeBack();
      this.#timer = setTimeout(look, step);
    };
    this.#timer = setTimeout(look, step);
  }

  /** Somebody who looks at this page again is told how it stands now, once that's known. */
  readonly #comeBack = async (): Promise<void> => {
    const waiting = this.#waiting;
    if (!waiting || !this.#context.pane.checkVisibility()) return;
    await this.#context.check();
    if (this.#waiting === waiting) this.#becomeBack();
  };

  #becomeBack(): void {
    if (this.#context.isInDoubt()) return;
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
    this.#context.report(this.#words.t('stopped'));
    await this.#context.focusAction();
  };

  readonly #checkAgain = async (): Promise<void> => {
    await this.#context.check();
    if (this.#isUnfinished) this.#context.announce(this.#words.t('stillNot'));
  };

  /** The status route may say it after any look at it, also one that focus or another pane asked for. */
  hostUpdate(): void {
    if ((this.#waiting || this.#isUnfinished) && this.#context.isLive()) void this.#becomeConnected();
  }

  async #becomeConnected(): Promise<void> {
    const { pane } = this.#context;
    const hadFocus = !!pane.shadowRoot?.activeElement;
    this.stop();
    this.#action.reset();
    this.#context.report(this.#words.t('connected'));
    await pane.updateComplete;
    emit(pane, 'agni-integration-connected', { name });
    if (hadFocus) await this.#context.focusAction();
  }

  /** Waits no longer, and has nothing to say of it. */
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

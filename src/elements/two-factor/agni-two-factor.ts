import { css, html, nothing } from 'lit';
import { ResourceController } from '../../context/resource-controller.js';
import type { TwoFactor } from '../../contract/two-factor.js';
import { twoFactorResource } from '../../resources/two-factor.js';
import { base } from '../../theme/base.js';
import { checks } from '../../theme/checks.js';
import { controls } from '../../theme/controls.js';
import { lists } from '../../theme/lists.js';
import { badge } from '../../ui/badge.js';
import { icon, warning } from '../../ui/icon.js';
import { notice } from '../../ui/notice.js';
import { day } from '../../ui/time.js';
import { AgniPane } from '../base/agni-pane.js';
import { LazyPart } from '../base/lazy-part.js';
import { en } from './en.js';
import type { TwoFactorContext } from './two-factor-context.js';

/** With this many recovery codes or fewer left, the pane shows a warning. */
const fewCodes = 2;

/**
 * Shows whether two-factor authentication is on for the signed-in user, turns it on and off, and replaces its recovery
 * codes. Setup key and recovery codes exist only while their dialog is open.
 * @element agni-two-factor
 * @fires agni-before-enable-two-factor - about to start the setup; cancelable
 * @fires agni-before-disable-two-factor - about to turn it off; cancelable
 * @fires agni-before-replace-recovery-codes - about to replace the codes; cancelable
 * @fires agni-two-factor-enabled - two-factor authentication is on
 * @fires agni-two-factor-disabled - two-factor authentication is off
 * @fires agni-recovery-codes-replaced - the former recovery codes no longer work
 * @csspart list - the frame of the authenticator app, and of recovery codes
 * @csspart row - the authenticator app
 * @csspart badge - on or off
 */
export class AgniTwoFactor extends AgniPane<typeof en> {
  static override styles = [
    base,
    controls,
    checks,
    lists,
    css`
      .skeleton {
        --_wide: 4.64em;
        --_narrow: 7.6em;
      }
      .list > [part='row'] {
        padding-block: calc(3 * var(--_space));
      }
      .list .actions {
        flex: 0 1 auto; /* long labels wrap in a narrow pane */
      }
      .list .enabling {
        margin-inline: 0;
      }
    `,
  ];

  protected readonly words = { prefix: 'twoFactor', table: en };

  readonly #current = new ResourceController(this, (session) => session.use(twoFactorResource).current);
  protected override readonly needs = [this.#current];
  #note = '';
  readonly #dialogs = new LazyPart(
    this,
    async () => {
      const { TwoFactorDialogs, dialogsStyles } = await import('./dialogs.lazy.js');
      this.adopt(...dialogsStyles);
      return new TwoFactorDialogs(this.context);
    },
    () => this.state === 'ready',
  );

  constructor() {
    super();
    this.addSessionObserver({ onSessionChange: () => this.#setNote('') });
  }

  override get dirty(): boolean {
    return !!this.#dialogs.part?.isDirty;
  }

  protected override renderContent() {
    const current = this.#current.value;
    if (!current) return nothing;
    const { t } = this.locale;
    return html`
      ${this.renderLazyFailure(this.#dialogs)}
      ${this.#note ? notice(this.#note, nothing, 'alert') : nothing} ${this.#renderShortage(current)}
      <div class="list" part="list">
        <div part="row">
          <div>
            <p class="title">
              <span class="name">${t('app')}</span>
              ${badge(t(current.enabled ? 'on' : 'off'), current.enabled ? 'success' : '')}
            </p>
            <p class="facts">${this.#renderFacts(current)}</p>
          </div>
          ${this.#renderActions(current)}
        </div>
      </div>
    `;
  }

  protected override renderDialogs() {
    return this.#dialogs.part?.render() ?? nothing;
  }

  #renderFacts({ enabled, enabled_at: since, recovery_codes_remaining: count, pending }: TwoFactor) {
    const { t, fill, lang } = this.locale;
    if (!enabled) return t(pending ? 'begun' : 'offFacts');
    const facts = [
      since && fill('since', { date: day(since, lang) }),
      count !== undefined && t('codesLeft', { count }),
    ].filter(Boolean);
    return facts.map((fact, index) => (index ? [' · ', fact] : fact));
  }

  #renderShortage({ enabled, recovery_codes_remaining: count }: TwoFactor) {
    if (!enabled || count === undefined || count > fewCodes) return nothing;
    const words = count ? this.locale.t('codesLow', { count }) : this.locale.t('codesOut');
    return html`<div class="notice" part="notice">${icon(warning, 'warn')}<p>${words}</p></div>`;
  }

  #renderActions({ enabled }: TwoFactor) {
    const { t } = this.locale;
    const offers = (name: string) => this.session?.client.offers(name);
    const can = (...names: string[]) => !this.readonly && names.every(offers);
    const limit = this.readonly ? this.shared.t('readonly') : this.shared.t('error.UNAVAILABLE');
    const fact = (text: string) => html`<p class="facts">${text}</p>`;
    if (!enabled) {
      if (this.me.value?.auth_provider === 'google') return fact(t('elsewhere'));
      if (!can('setUpTwoFactor', 'verifyTwoFactor')) return fact(limit);
      return html`<div class="actions enabling">
        <button class="primary" part="button button-primary" @click=${this.#open('enable')}>${t('enable')}</button>
      </div>`;
    }
    const codes = can('replaceRecoveryCodes');
    const off = can('disableTwoFactor');
    if (!codes && !off) return fact(limit);
    return html`<div class="row actions">
      ${
        codes
          ? html`<button class="quiet" part="button" @click=${this.#open('replaceCodes')}>${t('replaceCodes')}</button>`
          : nothing
      }
      ${
        off
          ? html`<button class="quiet danger" part="button button-danger" @click=${this.#open('disable')}>
              ${t('disable')}
            </button>`
          : nothing
      }
    </div>`;
  }

  #open(purpose: 'enable' | 'disable' | 'replaceCodes') {
    return async () => {
      this.#setNote('');
      (await this.#dialogs.load())?.open(purpose);
    };
  }

  readonly #setNote = (text: string): void => {
    this.#note = text;
    this.requestUpdate();
  };

  protected override get context(): TwoFactorContext {
    return {
      ...super.context,
      me: () => this.me.value,
      current: () => (this.#current.isStale ? undefined : this.#current.value),
      note: this.#setNote,
      focusAction: async () => {
        await this.updateComplete;
        const action = this.renderRoot.querySelector<HTMLElement>('.actions button');
        if (action) action.focus();
        else this.focus();
      },
    };
  }

  override reset(): void {
    this.#dialogs.part?.reset();
    super.reset();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-two-factor': AgniTwoFactor;
  }
}

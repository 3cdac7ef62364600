import { html, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../../theme/base.js';
import { facts } from '../../theme/facts.js';
import { lists } from '../../theme/lists.js';
import { icon, type Outline } from '../../ui/icon.js';
import { isPlainClick } from '../../ui/plain-click.js';
import { AgniPane } from '../base/agni-pane.js';
import { ChildPanes, exportedParts } from '../base/child-panes.js';
import { serviceViewStyles } from '../base/connection.js';
import { pageUrl } from '../base/page-url.js';
import { styles } from './agni-integrations.styles.js';
import { en } from './en.js';
import { calcomCard, ghlCard, type ServiceId } from './service-card.js';

const chevronRight: Outline = 'm6 4 4 4-4 4';

/**
 * The services that agents book in: a card for each, and a view of one service, which is `<agni-ghl>` or `<agni-calcom>`.
 * A service that can't be shown does not affect the other one.
 * @element agni-integrations
 * @slot card - further cards, in the same frame, after the kit's own
 * @csspart badge - the state of a connection
 * @csspart link - the link back to the cards
 */
export class AgniIntegrations extends AgniPane<typeof en> {
  static override styles = [base, lists, facts, ...serviceViewStyles, styles];

  /** The service whose view is open; empty for the cards. */
  @property({ reflect: true }) view: ServiceId | '' = '';

  protected readonly words = { prefix: 'integrations', table: en, parts: ['agni-ghl', 'agni-calcom'] };
  protected override readonly skeletonCount = 2;

  protected override readonly childPanes = new ChildPanes(this, '.view:defined');
  /** The service whose view was open last. */
  #former: ServiceId | '' = '';
  readonly #cards = [ghlCard(this), calcomCard(this)];

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!isService(this.view)) this.view = '';
    this.#former = changed.get('view') || this.#former;
    for (const card of this.#cards) card.update();
  }

  protected override renderHeading(): unknown {
    if (!this.view) return super.renderHeading();
    const leave = (event: MouseEvent) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      this.#open('');
    };
    return html`<nav class="path" aria-label=${this.locale.t('path')}>
      <a part="link" href=${pageUrl('integrations')} @click=${leave}>${this.locale.t('heading')}</a>
      ${icon(chevronRight)} <span>${this.locale.t(this.view)}</span>
    </nav>`;
  }

  protected override renderContent() {
    return html`<div @agni-ready=${this.childPanes.absorb} @agni-dirty-change=${this.childPanes.absorb}>
      ${this.view ? this.#renderView() : this.#renderCards()}
    </div>`;
  }

  #renderCards() {
    return html`<div class="cards">
      ${this.#cards.map((card) =>
        card.render({
          level: this.childHeadingLevel,
          locale: this.locale,
          errorMessage: (error) => this.errorMessage(error),
          tryAgain: (load) => this.renderTryAgain(load),
          manage: () => this.#open(card.id),
        }),
      )}
      <slot name="card"></slot>
    </div>`;
  }

  #renderView() {
    const { readonly, headingLevel: level } = this;
    return this.view === 'ghl'
      ? html`<agni-ghl class="view" exportparts=${exportedParts} heading-level=${level} ?readonly=${readonly}></agni-ghl>`
      : html`<agni-calcom class="view" exportparts=${exportedParts} heading-level=${level} ?readonly=${readonly}></agni-calcom>`;
  }

  /** Opens a view that the user requested, and fires `agni-view-change`, so that the hub changes the address. */
  #open(view: ServiceId | ''): void {
    this.show(view);
    this.dispatchEvent(new CustomEvent('agni-view-change', { bubbles: true, detail: { view } }));
  }

  /** Opens the view of a service, or the cards if `view` is empty, and moves focus there. `false`: unknown view. */
  override show(view: string): boolean {
    if (view && !isService(view)) return false;
    this.view = view as ServiceId | '';
    void this.updateComplete.then(() => {
      const [open] = this.childPanes.all;
      const manage = this.renderRoot.querySelector<HTMLElement>(`[data-manage="${this.#former}"]`);
      (open ?? manage ?? this).focus();
    });
    return true;
  }

  override readonly refresh = async (): Promise<void> => {
    this.hostContext?.resume();
    const cards = this.view ? [] : this.#cards.map((card) => card.refresh());
    await Promise.all([this.me.refetch(), this.childPanes.refresh(), ...cards]);
  };
}

function isService(view: string): view is ServiceId {
  return view === 'ghl' || view === 'calcom';
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-integrations': AgniIntegrations;
  }
}

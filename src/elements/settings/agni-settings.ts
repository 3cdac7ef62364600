import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../../theme/base.js';
import { heading } from '../../ui/heading.js';
import { notice } from '../../ui/notice.js';
import { skeleton } from '../../ui/skeleton.js';
import { AgniElement } from '../base/agni-element.js';
import { ChildPanes } from '../base/child-panes.js';
import { pageUrl } from '../base/page-url.js';
import type { Pane, PaneState } from '../base/pane.js';
import { PaneEvents } from '../base/pane-events.js';
import { PasswordChangeTarget } from '../base/password-change-target.js';
import type { PaneId } from '../panes.js';
import { failedPane } from './absent-pane.js';
import { styles } from './agni-settings.styles.js';
import { CheckUpDisclosure } from './check-up-disclosure.js';
import { en } from './en.js';
import { HostPanes } from './host-panes.js';
import type { HubContext } from './hub-context.js';
import { HubRouter } from './hub-router.js';
import { navigation } from './navigation.js';
import { listItems, type NavigationItem, paneIds } from './navigation-items.js';
import { PaneLoader } from './pane-loader.js';
import { SearchButton } from './search-button.js';

/**
 * All settings in one element: a navigation, a search, and one pane at a time, each loaded when it is first opened. Panes
 * that were opened keep their input.
 * @element agni-settings
 * @slot field:<id> - a field of the host's own in the form of the pane `organization` or `profile`
 * @slot pane:<id> - a pane of the host's own, listed by its `label` or `aria-label`
 * @fires agni-navigate - the user goes to another pane; cancelable, for a host that routes itself
 * @csspart nav - the navigation
 * @csspart nav-item - the link to a pane
 * @csspart nav-item-current - the link to the open pane
 */
export class AgniSettings extends AgniElement<typeof en> implements Pane {
  static override styles = [base, styles];

  /**
   * Functions that load and register the elements of panes, by tag; the package's entry for the hub sets them.
   * @internal
   */
  static loaders: Readonly<Record<string, () => Promise<unknown>>> = {};

  /** Id of the open pane; by default the first one listed. */
  @property({ reflect: true }) pane: PaneId | (string & {}) = '';
  /** Ids of the panes, in order, separated by spaces. */
  @property() panes: string = paneIds.join(' ');
  /** `hash` keeps the open pane in the page's address, after `#`. */
  @property() routing: 'none' | 'hash' = 'none';

  /** Fields that are not shown, separated by spaces, each after its pane: `organization/website profile/last-name`. */
  @property() hide = '';

  /** Returns the address of a pane in the host's router, for links that open in a new tab; otherwise `#` and the pane's id. */
  @property({ attribute: false }) href: ((pane: string) => string) | undefined;

  protected readonly words = { prefix: 'settings', table: en };

  readonly #events = new PaneEvents(this, this.attachInternals());
  readonly #children = new ChildPanes(this, '.panes > [exportparts]');
  readonly #loading = new PaneLoader(this, (tag) => AgniSettings.loaders[tag]);
  readonly #hostPanes = new HostPanes(this);
  readonly #router = new HubRouter(this, { ids: () => this.#items.map(({ id }) => id), target: () => this.#target });
  #items: readonly NavigationItem[] = [];
  #isMenuOpen = false;
  readonly #search = new SearchButton(this.#hubContext);
  readonly #checkUp = new CheckUpDisclosure(this.#hubContext);

  get #hubContext(): HubContext {
    return {
      ...this.context,
      items: () => this.#items,
      hide: () => this.hide,
      adopt: (...styles) => this.adopt(...styles),
      lazyFailure: (part) => this.renderLazyFailure(part),
      load: (tag) => AgniSettings.loaders[tag]?.(),
      go: (pane, place) => this.#go(pane, place),
    };
  }

  /** @internal */
  get awaitedPane(): string | undefined {
    return this.#router.awaited;
  }

  /** The state of the open pane. */
  get state(): PaneState {
    const current = this.#current;
    if (!current) return this.hasUpdated ? 'unavailable' : 'loading';
    if (!current.tag) return 'ready';
    if (this.#loading.hasFailed(current.tag)) return 'error';
    return this.#loading.element(current.tag)?.state ?? 'loading';
  }

  /** Whether a visited pane has unsaved input. */
  get dirty(): boolean {
    return this.#children.areDirty;
  }

  get #current(): NavigationItem | undefined {
    return this.#items.find(({ id }) => id === this.pane);
  }

  constructor() {
    super();
    // Other panes link to the form that changes the password, even before the form's pane was opened.
    const register = () => (this.#canChangePassword ? this.hostContext?.registerPasswordChangeTarget : undefined);
    new PasswordChangeTarget(this, register, () => this.#go('security'), true);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#items = listItems(String(this.panes ?? paneIds).split(/[\s,]+/), this.#hostPanes.items, {
      offers: (operation) => this.session?.client.offers(operation) ?? true,
      knows: this.#loading.knows,
      label: (id) => this.locale.t(`pane.${id}` as keyof typeof en),
    });
    this.#router.update(changed);
    const { readonly, hide, childHeadingLevel: headingLevel } = this;
    this.#loading.show(this.#current, { readonly, hide, headingLevel });
  }

  #isListed(id: string): boolean {
    return this.#items.some((item) => item.id === id);
  }

  get #canChangePassword(): boolean {
    return !this.readonly && this.#isListed('security') && !!this.session?.client.offers('changePassword');
  }

  protected override render(): TemplateResult {
    return this.renderFrame(html`
      <div class="hub">
        <div class="side">
          ${this.noHeading ? nothing : heading(this.headingLevel, this.locale.t('heading'))}
          ${this.#search.render()} ${this.#renderNavigation()} ${this.#checkUp.render()}
        </div>
        <div
          class="panes"
          @agni-ready=${this.#children.absorb}
          @agni-dirty-change=${this.#children.absorb}
          @agni-load-error=${() => this.requestUpdate()}
          @agni-view-change=${this.#router.changeView}
          @agni-navigate=${this.#goForPane}
        >
          ${this.#checkUp.renderFindings()}${this.#loading.elements}${this.#hostPanes.render(this.pane)}${this.#renderAbsence()}
        </div>
      </div>
      ${this.#search.renderDialog()}
      <p class="message" part="message" role="status">${this.loadingMessage.text([], this.shared)}</p>
    `);
  }

  #renderNavigation() {
    return navigation(
      {
        items: this.#items,
        current: this.#current,
        isOpen: this.#isMenuOpen,
        isUnsaved: ({ tag }) => !!tag && !!this.#loading.element(tag)?.dirty,
        toggle: () => {
          this.#isMenuOpen = !this.#isMenuOpen;
          this.requestUpdate();
        },
        prefetch: ({ tag }) => tag && this.#loading.prefetch(tag),
        go: ({ id }) => this.#go(id),
        href: this.href ?? pageUrl,
      },
      this.locale,
    );
  }

  /** Replaces a pane whose element is missing: a skeleton while the element loads, or the error. */
  #renderAbsence() {
    const { tag, id, label } = this.#current ?? {};
    if (!id) return notice(this.shared.t('error.UNAVAILABLE'));
    if (!tag || this.#loading.element(tag)) return nothing;
    if (!this.#loading.hasFailed(tag)) return skeleton();
    const reason = this.shared.t(navigator.onLine ? 'failed' : 'error.OFFLINE');
    const tryAgain = this.renderTryAgain(() => {
      this.#router.lead(id);
      this.#loading.retry();
    });
    return failedPane(label, this.childHeadingLevel, reason, tryAgain);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#router.updated(changed);
    if (this.state === 'ready') this.#checkUp.loadWhenIdle();
    // The open pane reports its own errors.
    this.#events.report();
  }

  get #target(): Pane | HTMLElement | undefined {
    const { tag } = this.#current ?? {};
    if (tag) return this.#loading.element(tag);
    return this.renderRoot.querySelector<HTMLElement>('section:not([hidden])') ?? undefined;
  }

  #go(id: string, place?: string): void {
    this.#isMenuOpen = false;
    this.#router.go(id, place);
  }

  /** Opens the pane that another pane requests: the users pane requests `invite-user`. */
  readonly #goForPane = (event: CustomEvent<{ pane: string }>): void => {
    const { pane } = event.detail;
    if (!this.#isListed(pane)) return;
    event.stopPropagation(); // the hub fires its own
    this.#go(pane);
  };

  /** Opens the search over all panes and their fields. */
  readonly search = (): Promise<void> => this.#search.open();

  /** Refetches the data of the visited panes. */
  readonly refresh = async (): Promise<void> => {
    this.hostContext?.resume();
    await Promise.all([this.me.refetch(), this.#children.refresh()]);
  };

  /** Moves focus to a place in the open pane; returns whether there is one. */
  show(place: string): boolean {
    return this.#children.all.some((pane) => !pane.hidden && pane.show(place));
  }

  /** Moves focus to the open pane, as soon as it is loaded. */
  override focus(options?: FocusOptions): void {
    const target = this.#target;
    if (target) target.focus(options);
    else super.focus(options);
    if (!target) this.#router.lead(this.pane);
  }

  /** Discards unsaved input in every visited pane. */
  reset(): void {
    this.#children.reset();
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-settings': AgniSettings;
  }
}

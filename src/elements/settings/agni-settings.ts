import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../../theme/base.js';
import { heading } from '../../ui/heading.js';
import { chevronDown, icon } from '../../ui/icon.js';
import { notice } from '../../ui/notice.js';
import { AgniElement } from '../base/agni-element.js';
import { ChildPanes, exportedParts } from '../base/child-panes.js';
import { LazyPart } from '../base/lazy-part.js';
import type { Pane, PaneState } from '../base/pane.js';
import { PaneEvents } from '../base/pane-events.js';
import { PasswordChangeTarget } from '../base/password-change-target.js';
import { styles } from './agni-settings.styles.js';
import { en } from './en.js';
import { HostPanes } from './host-panes.js';
import { navigation } from './navigation.js';
import { type NavigationItem, offeredPane, paneIds } from './navigation-items.js';
import { hashId, pageUrl } from './page-hash.js';
import { PaneLoader } from './pane-loader.js';

/**
 * All settings in one element: a navigation and one pane at a time, each loaded when it's first opened. Panes that were
 * visited keep what was typed into them.
 * @element agni-settings
 * @slot pane:<id> - a pane of the host's own, listed by its `label`
 * @fires {CustomEvent<{ pane: string }>} agni-navigate - somebody goes to another pane; cancelable, for a host that goes there its own way
 * @csspart nav - the navigation
 * @csspart nav-item - the way to one pane
 * @csspart table - a table
 * @csspart cell - a cell of a table
 */
export class AgniSettings extends AgniElement<typeof en> implements Pane {
  static override styles = [base, styles];

  /** Where the element of each pane comes from, by tag. */
  static loaders: Readonly<Record<string, () => Promise<unknown>>> = {};

  /** Id of the open pane; the first one listed unless it says otherwise. */
  @property({ reflect: true }) pane = '';
  /** Ids of the panes, in order, separated by spaces. */
  @property() panes = paneIds.join(' ');
  /** `hash` keeps the open pane in the page's address, after `#`. */
  @property() routing: 'none' | 'hash' = 'none';

  protected readonly words = { prefix: 'settings', table: en };

  readonly #events = new PaneEvents(this, this.attachInternals());
  readonly #parts = new ChildPanes(this, '.panes > [exportparts]');
  readonly #loading = new PaneLoader(this, (tag) => AgniSettings.loaders[tag]);
  readonly #hostPanes = new HostPanes(this);
  readonly #passwordChangeTarget = new PasswordChangeTarget(() => void this.#go('security'), true);
  #entries: readonly NavigationItem[] = [];
  #isMenuOpen = false;
  /** Where somebody is on the way to: they are led on once it's open. */
  #destination: { readonly id: string; readonly from: Element | null } | undefined;
  /** A pane that isn't listed yet, wanted by name: it opens once it is, unless another one is chosen first. */
  #awaited: string | undefined;
  /** The pane that the host had set when routing began: an address without a hash opens it. */
  #initialPane = '';
  #isCheckUpOpen = false;
  readonly #checkUp = new LazyPart(this, async () => {
    const { CheckUp, checkUpStyles } = await import('./check-up.lazy.js');
    this.adopt(checkUpStyles);
    return new CheckUp({
      ...this.context,
      isOpen: () => this.#isCheckUpOpen,
      labelOf: (pane) => this.#entries.find(({ id }) => id === pane)?.label,
      go: (pane) => void this.#go(pane),
    });
  });
  readonly #leaving = new LazyPart(this, async () => {
    const { LeaveDialog, leaveDialogStyles } = await import('./leave-dialog.lazy.js');
    for (const sheet of leaveDialogStyles) this.adopt(sheet);
    return new LeaveDialog(this.context);
  });

  /** That of the open pane. */
  get state(): PaneState {
    const entry = this.#current;
    if (!entry) return this.hasUpdated ? 'unavailable' : 'loading';
    if (!entry.tag) return 'ready';
    if (this.#loading.hasFailed(entry.tag)) return 'error';
    return this.#paneOf(entry)?.state ?? 'loading';
  }

  get dirty(): boolean {
    return this.#parts.areDirty;
  }

  get #current(): NavigationItem | undefined {
    return this.#entries.find(({ id }) => id === this.pane);
  }

  #paneOf({ tag }: NavigationItem): Pane | undefined {
    return tag === undefined ? undefined : this.#loading.element(tag);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#registerPasswordChangeTarget();
    window.addEventListener('hashchange', this.#followHash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#registerPasswordChangeTarget();
    window.removeEventListener('hashchange', this.#followHash);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#entries = this.#list();
    if (changed.has('routing')) this.#initialPane = this.pane;
    if (changed.has('routing') && this.routing === 'hash' && hashId()) this.#openNamed(hashId());
    else if (changed.has('pane')) this.#openNamed(this.pane);
    else if (this.#awaited !== undefined) this.#openNamed(this.#awaited);
    if (!this.#isListed(this.pane)) this.pane = this.#defaultPane;
    this.#registerPasswordChangeTarget();
    const { tag } = this.#current ?? {};
    if (tag) this.#loading.open(tag);
    for (const pane of this.#loading.elements) {
      pane.toggleAttribute('hidden', pane.localName !== tag);
      pane.toggleAttribute('readonly', this.readonly);
      pane.setAttribute('heading-level', String(this.childHeadingLevel));
      pane.setAttribute('exportparts', exportedParts);
    }
  }

  /** Opens a pane by its name, as soon as it's listed. */
  #openNamed(name: string): void {
    const isListed = this.#isListed(name);
    this.#awaited = isListed ? undefined : name;
    if (isListed) this.pane = name;
  }

  /** What an address without a hash opens. */
  get #defaultPane(): string {
    return this.#isListed(this.#initialPane) ? this.#initialPane : (this.#entries[0]?.id ?? '');
  }

  /** What is listed: of the kit what the host left on, and its own where it says or else at the end. */
  #list(): NavigationItem[] {
    const { t } = this.locale;
    const offers = (operation: string) => this.session?.client.offers(operation) ?? true;
    const own = this.#hostPanes.entries;
    const entryOf = (id: string): NavigationItem | undefined => {
      if (own.has(id)) return own.get(id);
      const pane = offeredPane(id, offers);
      if (!pane || !this.#loading.knows(pane.tag)) return undefined;
      return { ...pane, label: t(`pane.${id}` as keyof typeof en) };
    };
    const ids = new Set([...this.panes.split(/\s+/), ...own.keys()]);
    return [...ids].flatMap((id) => entryOf(id) ?? []);
  }

  #isListed(id: string): boolean {
    return this.#entries.some((entry) => entry.id === id);
  }

  /** Leads to where the password is changed from every pane, also before that one was ever opened. */
  #registerPasswordChangeTarget(): void {
    const isThere = this.isConnected && !this.readonly && this.#isListed('security');
    const isUsable = isThere && this.session?.client.offers('changePassword');
    this.#passwordChangeTarget.update(isUsable ? this.hostContext?.registerPasswordChangeTarget : undefined);
  }

  protected override render(): TemplateResult {
    const { t } = this.locale;
    return this.renderFrame(html`
      <div class="hub">
        <div class="side">
          ${this.noHeading ? nothing : heading(this.headingLevel, t('heading'))} ${this.#renderNavigation()}
          ${this.#renderCheckUp()}
        </div>
        <div
          class="panes"
          @agni-ready=${this.#parts.absorb}
          @agni-dirty-change=${this.#noteEdit}
          @agni-load-error=${this.#rerender}
        >
          ${this.#loading.elements}${this.#renderHostPanes()}${this.#renderAbsence()}
        </div>
      </div>
      ${this.#leaving.part?.render()}
    `);
  }

  #renderNavigation() {
    return navigation(
      {
        entries: this.#entries,
        current: this.#current,
        isOpen: this.#isMenuOpen,
        isUnsaved: (entry) => !!this.#paneOf(entry)?.dirty,
        groupLabel: (group) => this.locale.t(`group.${group}` as keyof typeof en),
        toggle: () => this.#openMenu(!this.#isMenuOpen),
        intend: ({ tag }) => tag && this.#loading.prefetch(tag),
        go: ({ id }) => void this.#go(id),
      },
      this.locale,
    );
  }

  #renderCheckUp() {
    return html`<div class="check-up">
      <button part="button" aria-expanded=${this.#isCheckUpOpen} @click=${this.#toggleCheckUp}>
        ${icon(chevronDown, 'open')} ${this.locale.t('checkUp')}
      </button>
      ${this.#isCheckUpOpen ? this.#renderFindings() : nothing}
    </div>`;
  }

  #renderFindings() {
    const { part, hasFailed, load } = this.#checkUp;
    const { t } = this.shared;
    if (part) return part.render();
    if (!hasFailed) return html`<p class="muted">${t('loading')}</p>`;
    const tryAgain = html`<button class="secondary" part="button" @click=${load}>${t('tryAgain')}</button>`;
    return notice(t('failed'), tryAgain, 'alert');
  }

  #renderHostPanes() {
    return [...this.#hostPanes.entries.values()].map(
      ({ id, label }) => html`<section aria-label=${label} tabindex="-1" ?hidden=${id !== this.pane}>
        <slot name="pane:${id}"></slot>
      </section>`,
    );
  }

  /** What stands in the place of a pane that isn't there. */
  #renderAbsence() {
    const { tag, id } = this.#current ?? {};
    if (!id) return notice(this.shared.t('error.UNAVAILABLE'));
    if (!tag || this.#loading.element(tag)) return nothing;
    if (!this.#loading.hasFailed(tag))
      return html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`;
    const retry = () => {
      this.#lead(id);
      this.#loading.retry(tag);
    };
    return notice(
      this.locale.t('notLoaded'),
      html`<button class="secondary" part="button" @click=${retry}>${this.shared.t('tryAgain')}</button>`,
      'alert',
    );
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // The address never names another pane than the one that is open; what it names besides panes is the page's.
    const former = changed.get('pane');
    if (former !== undefined && this.routing === 'hash' && (hashId() || this.#defaultPane) !== this.pane) {
      if (this.#isListed(hashId() || former)) history.replaceState(history.state, '', pageUrl(this.pane));
    }
    this.#arrive();
    // The open pane reports its own errors.
    this.#events.report({ state: this.state, dirty: this.dirty, loadError: undefined, sources: [] });
  }

  protected override onSessionReplaced(): void {
    this.#events.restart();
  }

  /** Leads somebody to the heading of the pane they went to, unless they went on elsewhere while it was loaded. */
  #arrive(): void {
    const target = this.#target;
    if (!target || this.#destination?.id !== this.pane) return;
    const { from } = this.#destination;
    this.#destination = undefined;
    const arrive = () => {
      const now = focused();
      if (now === from || now === document.body) target.focus();
    };
    if ('updateComplete' in target) void target.updateComplete.then(arrive);
    else arrive();
  }

  get #target(): Pane | HTMLElement | undefined {
    const entry = this.#current;
    if (entry?.tag) return this.#paneOf(entry);
    return this.renderRoot.querySelector<HTMLElement>('section:not([hidden])') ?? undefined;
  }

  /** Goes to a pane because somebody wants to, if their unsaved changes and the host let them. */
  async #go(id: string): Promise<void> {
    if (id !== this.pane) {
      if (!(await this.#mayLeave())) return;
      if (this.#hostLets(id)) {
        if (this.routing === 'hash') location.href = pageUrl(id);
        this.pane = id;
      }
    }
    this.#lead(id);
  }

  #lead(id: string): void {
    this.#destination = { id, from: focused() };
    this.#openMenu(false);
  }

  /** Asks what becomes of unsaved changes; they are kept where the question can't be loaded. */
  async #mayLeave(): Promise<boolean> {
    const current = this.#current;
    const pane = current && this.#paneOf(current);
    if (!current || !pane?.dirty) return true;
    const leaving = await this.#leaving.load();
    const choice = leaving ? await leaving.ask(current.label) : 'keep';
    if (choice === 'discard') pane.reset();
    return choice !== 'stay';
  }

  /** Answers whether the host lets the hub go there by itself. */
  #hostLets(pane: string): boolean {
    const event = { bubbles: true, composed: true, cancelable: true, detail: { pane } };
    return this.dispatchEvent(new CustomEvent('agni-navigate', event));
  }

  /** Follows the address without a question: what was typed is kept. */
  readonly #followHash = (): void => {
    const name = hashId() || this.#defaultPane;
    if (this.routing !== 'hash' || name === this.pane || !this.#isListed(name)) return;
    const current = this.#current && this.#paneOf(this.#current);
    // A secret on screen holds its pane open: its dialog says what has to be done first.
    if (!current?.holdsSecret && this.#hostLets(name)) {
      this.pane = name;
      this.#lead(name);
    } else {
      history.replaceState(history.state, '', pageUrl(this.pane));
    }
  };

  #openMenu(isOpen: boolean): void {
    this.#isMenuOpen = isOpen;
    this.requestUpdate();
  }

  readonly #rerender = (): void => this.requestUpdate();

  readonly #noteEdit = (event: Event): void => {
    this.#parts.absorb(event);
    if (this.dirty) void this.#leaving.load();
  };

  readonly #toggleCheckUp = (): void => {
    this.#isCheckUpOpen = !this.#isCheckUpOpen;
    this.requestUpdate();
    if (this.#isCheckUpOpen) void this.#checkUp.load();
  };

  /** Reads what the visited panes show again. */
  readonly refresh = async (): Promise<void> => {
    this.hostContext?.resume();
    await Promise.all([this.me.refetch(), this.#parts.refresh()]);
  };

  /** Leads a reader to the open pane, as soon as it's there. */
  override focus(options?: FocusOptions): void {
    const target = this.#target;
    if (target) {
      target.focus(options);
    } else {
      super.focus(options);
      this.#lead(this.pane);
    }
  }

  /** Discards what was typed and not saved, in every visited pane. */
  reset(): void {
    this.#parts.reset();
    this.requestUpdate();
  }
}

/** What has the focus, through every shadow root. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-settings': AgniSettings;
  }
}

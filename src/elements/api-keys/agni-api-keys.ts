import { html, nothing, type PropertyValues } from 'lit';
import { ResourceController } from '../../context/resource-controller.js';
import type { ApiKey } from '../../contract/api-keys.js';
import { apiKeysResource } from '../../resources/api-keys.js';
import { organizationResource } from '../../resources/organization.js';
import { base } from '../../theme/base.js';
import { controls } from '../../theme/controls.js';
import { rows } from '../../theme/rows.js';
import { tables } from '../../theme/tables.js';
import { icon, warning } from '../../ui/icon.js';
import { MinuteController } from '../../ui/time.js';
import { AgniPane } from '../base/agni-pane.js';
import { LazyPart } from '../base/lazy-part.js';
import { styles } from './agni-api-keys.styles.js';
import type { ApiKeysContext } from './api-keys-context.js';
import { en } from './en.js';
import { allKeys, KeyList, reviews } from './key-list.js';
import { successions } from './successions.js';

/**
 * Lists the organization's API keys, and lets owners and admins create, replace and delete them. A new secret is kept
 * only while its dialog is open.
 * @element agni-api-keys
 * @fires agni-before-create-api-key - about to create a key; cancelable
 * @fires agni-before-delete-api-key - about to delete a key; cancelable
 * @fires agni-api-key-created - the server has stored a new key
 * @fires agni-api-key-deleted - a key is gone from the server
 * @csspart table - the table of keys
 * @csspart cell - a cell of the table
 * @csspart row - one key
 * @csspart badge - the state of a key; an active key has no badge
 * @csspart menu - the menu of a key
 * @csspart menu-item - an action in the menu
 */
export class AgniApiKeys extends AgniPane<typeof en> {
  static override styles = [base, controls, rows, tables, styles];

  protected readonly words = { prefix: 'apiKeys', table: en };
  protected override readonly skeletonCount = 2;

  readonly #keys = new ResourceController(this, (session) => session.use(apiKeysResource).list);
  readonly #organization = new ResourceController(this, (session) => session.use(organizationResource).current);
  readonly #creators = new ResourceController(this, (session) => {
    return this.#dialogs.part && session.use(this.#dialogs.part.keyCreatorsResource).names;
  });
  protected override readonly needs = [this.#keys];
  readonly #list = new KeyList(this);
  #isAdviceOpen = false;
  readonly #dialogs = new LazyPart(
    this,
    async () => {
      const [{ ApiKeyDialogs, dialogsStyles }, { keyCreatorsResource }] = await Promise.all([
        import('./dialogs.lazy.js'),
        import('../../resources/key-creators.js'),
      ]);
      this.adopt(...dialogsStyles);
      return { keyCreatorsResource, dialogs: new ApiKeyDialogs(this.context) };
    },
    () => this.state === 'ready',
  );

  constructor() {
    super();
    new MinuteController(this, () => {
      // While a key is being replaced, its last use is kept up to date: the user waits until the key is no longer used.
      if (successions(this.#all).size) void this.#keys.refetch();
    });
    const showAll = () => this.#list.show(allKeys);
    let former: unknown;
    this.addSessionObserver({
      onSessionChange: (session) => {
        if (former) showAll(); // before the first session, an address may have set a filter
        former = session;
      },
      onSignedOut: showAll,
    });
  }

  override get dirty(): boolean {
    return !!this.#dialogs.part?.dialogs.isDirty;
  }

  protected override get denial(): string {
    if (!this.can('api_keys:read')) return this.locale.t('error.FORBIDDEN');
    return this.#organization.value?.can_use_api === false ? this.locale.t('error.API_ACCESS_DISABLED') : '';
  }

  get #all(): readonly ApiKey[] {
    return this.#keys.value ?? [];
  }

  get #canCreate(): boolean {
    return !this.readonly && this.can('api_keys:create') && !!this.session?.client.offers('createApiKey');
  }

  get #canDelete(): boolean {
    return !this.readonly && this.can('api_keys:delete') && !!this.session?.client.offers('deleteApiKey');
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#creators.update();
  }

  protected override renderAction() {
    // Without keys, the button is in the middle of the pane.
    return this.#canCreate && this.#all.length ? this.#renderNewKey() : nothing;
  }

  #renderNewKey() {
    return html`<button class="primary" part="button button-primary" data-first @click=${this.#create}>
      ${this.locale.t('newKey')}
    </button>`;
  }

  protected override renderContent() {
    const { t } = this.locale;
    const all = this.#all;
    return html`
      ${this.renderLazyFailure(this.#dialogs)}
      ${all.length ? this.#renderList(all) : this.#renderEmpty()}
      ${this.#limits.map((limit) => html`<p class="muted limit">${limit}</p>`)}
      <div class="notice" part="notice">
        ${icon(warning, 'warn')}
        <p>
          ${t('leak')}
          <button class="link" part="button link" aria-expanded=${this.#isAdviceOpen} @click=${this.#toggleAdvice}>
            ${t('afterLeak')}
          </button>
        </p>
        ${this.#isAdviceOpen ? this.#dialogs.part?.dialogs.renderAdvice() : nothing}
      </div>
    `;
  }

  protected override renderDialogs() {
    return this.#dialogs.part?.dialogs.render() ?? nothing;
  }

  #renderEmpty() {
    const { t } = this.locale;
    return html`<div class="empty" part="empty">
      <p>${t('empty')}</p>
      ${this.#canCreate ? this.#renderNewKey() : nothing}
      <a href="https://docs.ravan.ai/guides/api-keys">${t('docs')}</a>
    </div>`;
  }

  #renderList(all: readonly ApiKey[]) {
    const successors = successions(all);
    const rowOf = (key: ApiKey) => ({
      creator: this.#creatorOf(key),
      note: this.#dialogs.part?.dialogs.renderReplacement(key, successors.get(key.id)),
      openMenu: async (button: HTMLButtonElement) => (await this.#dialogs.load())?.dialogs.openMenu(button, key),
    });
    return this.#list.render(all, rowOf, this.#dialogs.part?.dialogs, this.locale, this.shared);
  }

  /** Why keys can't be created or deleted here, in sentences. */
  get #limits(): string[] {
    const { t } = this.locale;
    if (this.readonly) return [this.shared.t('readonly')];
    const limits: string[] = [];
    if (!this.can('api_keys:create')) limits.push(t('mayNotCreate'));
    else if (!this.#canCreate) limits.push(t('creatingOff'));
    if (!this.can('api_keys:delete')) limits.push(t('mayNotDelete'));
    else if (!this.#canDelete) limits.push(t('deletingOff'));
    return limits;
  }

  #creatorOf({ created_by: id }: ApiKey): string | undefined {
    if (!id) return undefined;
    return id === this.me.value?.id ? this.locale.t('you') : this.#creators.value?.get(id);
  }

  readonly #create = async () => (await this.#dialogs.load())?.dialogs.create();

  readonly #toggleAdvice = (): void => {
    this.#isAdviceOpen = !this.#isAdviceOpen;
    this.requestUpdate();
    void this.#dialogs.load();
  };

  protected override get context(): ApiKeysContext {
    return {
      ...super.context,
      keys: () => this.#all,
      isStale: () => this.#keys.isStale,
      creatorOf: (key) => this.#creatorOf(key),
      canCreate: () => this.state === 'ready' && this.#canCreate,
      canDelete: () => this.state === 'ready' && this.#canDelete,
      recheck: () => this.refresh(),
    };
  }

  /** As in every pane. `unending`, `never-used` and `unused` set the filter to which the security check-up links. */
  override show(place: string): boolean {
    const filter = reviews.find((review) => review === place);
    if (!filter) return super.show(place);
    this.#list.show({ ...allKeys, filter });
    void this.#focusFilter();
    return true;
  }

  /** Focuses the filter, unless the user moved focus while the filter was loading. */
  async #focusFilter(): Promise<void> {
    const root = this.getRootNode() as Document;
    const { activeElement } = root;
    await this.#dialogs.load();
    await this.updateComplete;
    if (root.activeElement !== activeElement) return;
    (this.renderRoot.querySelector<HTMLElement>('[name=filter]') ?? this).focus();
  }

  /** Shows all keys again, and discards what was typed. */
  override reset(): void {
    this.#list.show(allKeys);
    this.#dialogs.part?.dialogs.reset();
    super.reset();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-api-keys': AgniApiKeys;
  }
}

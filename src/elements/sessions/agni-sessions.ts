import { html, nothing } from 'lit';
import { ResourceController } from '../../context/resource-controller.js';
import type { Session } from '../../contract/sessions.js';
import { sessionsResource } from '../../resources/sessions.js';
import { base } from '../../theme/base.js';
import { controls } from '../../theme/controls.js';
import { lists } from '../../theme/lists.js';
import { keyedRows } from '../../ui/keyed-rows.js';
import { notice } from '../../ui/notice.js';
import { pageOf, pager } from '../../ui/pager.js';
import { MinuteController } from '../../ui/time.js';
import { AgniPane } from '../base/agni-pane.js';
import { LazyPart } from '../base/lazy-part.js';
import { styles } from './agni-sessions.styles.js';
import { en } from './en.js';
import { byDevice, deviceName, isNewTo, sessionNames } from './session-device.js';
import { sessionRow } from './session-row.js';
import type { SessionsContext } from './sessions-context.js';

/**
 * Lists the sessions of the signed-in user, revokes one or all of the others, and signs out of the current one. IP
 * addresses are in the page only once the user shows them.
 * @element agni-sessions
 * @fires agni-before-revoke-session - about to revoke other sessions; cancelable
 * @fires agni-session-revoked - one other session is revoked, or with `all` every other one
 * @fires agni-sign-out - about to end the current session; a host with its own
 *   sign-out cancels it
 * @csspart list - the list of sessions
 * @csspart row - one session
 * @csspart badge - a label of a session, such as "This device"
 */
export class AgniSessions extends AgniPane<typeof en> {
  static override styles = [base, controls, lists, styles];

  protected readonly words = { prefix: 'sessions', table: en };

  readonly #sessions = new ResourceController(this, (apiSession) => apiSession.use(sessionsResource).list);
  protected override readonly needs = [this.#sessions];
  #page = 0;
  readonly #shownAddresses = new Set<string>();
  readonly #actions = new LazyPart(
    this,
    async () => {
      const [{ SessionDialogs, dialogsStyles }, { SignOut }] = await Promise.all([
        import('./dialogs.lazy.js'),
        import('./sign-out.js'),
      ]);
      this.adopt(...dialogsStyles);
      return { dialogs: new SessionDialogs(this.context), signOut: new SignOut(this.context) };
    },
    () => this.state === 'ready',
  );

  constructor() {
    super();
    new MinuteController(this);
    this.addSessionObserver({ onSessionChange: () => this.reset(), onSignedOut: () => this.reset() });
  }

  get #all(): readonly Session[] {
    return this.#sessions.value ?? [];
  }

  get #others(): readonly Session[] {
    return this.#all.filter(({ is_current }) => !is_current);
  }

  #can(operation: string): boolean {
    return !this.readonly && !!this.session?.client.offers(operation);
  }

  protected override renderAction() {
    if (!this.#others.length || !this.#can('revokeOtherSessions')) return nothing;
    return html`<button class="secondary" part="button" @click=${this.#revokeOthers}>
      ${this.locale.t('revokeOthers')}
    </button>`;
  }

  protected override renderContent() {
    const { t } = this.locale;
    const all = this.#all;
    const error = this.#actions.part?.signOut.error;
    return html`
      ${this.renderLazyFailure(this.#actions)}
      ${error ? notice(error, nothing, 'alert') : nothing}
      ${all.length ? this.#renderList(all) : html`<p class="muted">${t('empty')}</p>`}
      ${all.length && !this.#others.length ? html`<p class="muted">${t('alone')}</p>` : nothing}
      ${this.#limit ? html`<p class="muted limit">${this.#limit}</p>` : nothing}
    `;
  }

  protected override renderDialogs() {
    return this.#actions.part?.dialogs.render() ?? nothing;
  }

  #renderList(all: readonly Session[]) {
    const { start, end } = pageOf(this.#page, all.length);
    const current = all.find(({ is_current }) => is_current);
    const groups = byDevice(all, this.locale);
    const names = sessionNames(all, this.locale);
    /** Number of sessions of the device, for its first row; 0 for its other rows. */
    const countOf = (session: Session) => groups.find(([first]) => first === session)?.length ?? 0;
    const content = (session: Session) =>
      sessionRow(
        session,
        {
          name: names.get(session.id) ?? '',
          isNew: isNewTo(current, session),
          count: countOf(session),
          isAddressShown: this.#shownAddresses.has(session.id),
          toggleAddress: () => this.#toggleAddress(session),
          revoke: this.#revokeOf(session),
          isSigningOut: session.is_current && !!this.#actions.part?.signOut.isPending,
        },
        this.locale,
      );
    const rows = {
      items: groups.flat().slice(start, end),
      key: ({ id }: Session) => id,
      content,
      className: (session: Session) => (countOf(session) ? '' : 'further'),
    };
    return html`
      <ul class="list" part="list" role="list" aria-label=${this.locale.t('list')} ${keyedRows('li', rows)}></ul>
      ${pager(this.shared, this.#page, all.length, this.#turn)}
    `;
  }

  /** Returns the action that ends a session: sign out, or revoke another session; `undefined` if not possible here. */
  #revokeOf(session: Session): (() => void) | undefined {
    if (!session.is_current) {
      return this.#can('revokeSession') ? async () => (await this.#actions.load())?.dialogs.open(session) : undefined;
    }
    return this.#can('logout') ? async () => (await this.#actions.load())?.signOut.run(session) : undefined;
  }

  readonly #revokeOthers = async () => (await this.#actions.load())?.dialogs.open('others');

  /** Why sessions can't be revoked here; empty if they can. */
  get #limit(): string {
    if (this.readonly) return this.shared.t('readonly');
    return this.#others.length && !this.#can('revokeSession') ? this.locale.t('revokingOff') : '';
  }

  #toggleAddress(session: Session): void {
    const { t } = this.locale;
    const shown = this.#shownAddresses;
    const device = this.#nameOf(session);
    if (!shown.delete(session.id)) shown.add(session.id);
    const address = shown.has(session.id) ? session.ip_address : undefined;
    this.announce(address ? t('addressOf', { device, address }) : t('addressHidden', { device }));
  }

  #nameOf(session: Session): string {
    return sessionNames(this.#all, this.locale).get(session.id) ?? deviceName(session, this.locale);
  }

  readonly #turn = (page: number): void => {
    this.#page = page;
    this.requestUpdate();
  };

  protected override get context(): SessionsContext {
    return {
      ...super.context,
      nameOf: (session) => this.#nameOf(session),
      others: () => this.#others,
      canRevoke: () => this.state === 'ready' && !this.readonly,
      isStale: () => this.#sessions.isStale,
      signedOut: () => this.hostContext?.signOut(),
    };
  }

  override reset(): void {
    this.#shownAddresses.clear();
    this.#actions.part?.dialogs.reset();
    this.#page = 0;
    super.reset();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-sessions': AgniSessions;
  }
}

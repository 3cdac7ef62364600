import { html, nothing } from 'lit';
import type { User } from '../../contract/me.js';
import type { Locale } from '../../locales/locale.js';
import type { AssignableRole } from '../../resources/user-mutations.js';
import { fullName } from '../../resources/user-names.js';
import { dialogs } from '../../theme/dialogs.js';
import { facts } from '../../theme/facts.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { ChangeRole } from './change-role.js';
import { dialogsEn } from './dialogs.en.js';
import { dialogsStyles as ownStyles } from './dialogs.styles.js';
import { PendingInvitations } from './pending-invitations.js';
import { createUserRemoval } from './remove-user.js';
import { RolesAndSeats } from './roles-and-seats.js';
import { UserExport } from './user-export.js';
import type { UsersContext } from './users-context.js';

/** Words that come after the table. */
export type DialogsWords = Locale<typeof dialogsEn>;

/** Looks of what comes after the table. */
export const dialogsStyles = [facts, dialogs, ownStyles];

/** Everything of the users pane except the table. Loaded lazily, once the table is shown. */
export class UserDialogs {
  readonly pending: PendingInvitations;
  readonly #context: UsersContext;
  readonly #rolesAndSeats: RolesAndSeats;
  readonly #roleChange: ChangeRole;
  readonly #removal: ReturnType<typeof createUserRemoval>;
  readonly #export: UserExport;
  #words: { of: unknown; words: DialogsWords } | undefined;

  constructor(context: UsersContext) {
    const words = () => this.#currentWords;
    this.#context = context;
    this.#rolesAndSeats = new RolesAndSeats(context);
    this.#roleChange = new ChangeRole(context, this.#rolesAndSeats, words);
    this.#removal = createUserRemoval(context, this.#rolesAndSeats, words);
    this.#export = new UserExport(context, words);
    this.pending = new PendingInvitations(context);
  }

  get #currentWords(): DialogsWords {
    const locale = this.#context.locale();
    if (this.#words?.of !== locale) this.#words = { of: locale, words: locale.sibling(dialogsEn) };
    return this.#words.words;
  }

  /** The roles there are. */
  get roles(): readonly string[] {
    return this.#rolesAndSeats.roles.map(({ id }) => id);
  }

  get owners() {
    return this.#rolesAndSeats.owners;
  }

  changeRole(user: User, proposed?: AssignableRole): void {
    this.#roleChange.open(user, proposed);
  }

  remove(user: User): void {
    this.#removal.open(user);
  }

  /** The open dialog, if there is one. */
  render() {
    return [this.#roleChange.render(), this.#removal.render(), this.pending.renderDialogs()];
  }

  renderAction() {
    return this.#export.render();
  }

  /** How many seats are used, and how many there are, as far as known. */
  renderSeats() {
    const { seats: used, mostSeats: most } = this.#rolesAndSeats;
    if (used === undefined) return nothing;
    const { t } = this.#currentWords;
    if (most === undefined) return html`<p class="muted seats">${t('seats', { count: used })}</p>`;
    const isFull = used >= most;
    return html`<p class="seats ${isFull ? 'warn' : 'muted'}">${t(isFull ? 'seatsFull' : 'seatsOf', { used, most })}</p>`;
  }

  /** What each role may do. */
  renderRoles() {
    const { t } = this.#currentWords;
    return html`<details class="roles">
      <summary>${t('roles')}</summary>
      <dl class="stack">
        ${this.#rolesAndSeats.roles.map(
          ({ id, description, permissions }) => html`<div>
            <dt><bdi translate="no">${id}</bdi></dt>
            <dd>
              ${description ? html`<p>${description}</p>` : nothing}
              <ul class="chips" role="list">
                ${permissions.map((permission) => html`<li class="badge" part="badge"><bdi translate="no">${permission}</bdi></li>`)}
              </ul>
            </dd>
          </div>`,
        )}
      </dl>
    </details>`;
  }

  /** Users who could become an owner, so that the last owner can be removed; for owners who may change roles. */
  renderSuccessors() {
    const { successors } = this.#rolesAndSeats;
    if (!successors.length || this.#context.me()?.role !== 'OWNER' || !this.#context.canChangeRoles()) return nothing;
    const { t } = this.#currentWords;
    return html`${t('successors')}
    ${successors.map(
      (user, index) => html`${index ? ' · ' : nothing}<button
          class="link"
          part="button"
          @click=${() => this.changeRole(user, 'OWNER')}
        >
          ${bidiIsolate(fullName(user))}
        </button>`,
    )}`;
  }

  /** Closes what is open. */
  reset(): void {
    this.#roleChange.reset();
    this.#removal.reset();
    this.pending.reset();
  }
}

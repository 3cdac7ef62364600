import { html, nothing } from 'lit';
import type { User } from '../../contract/me.js';
import type { Locale } from '../../locales/locale.js';
import { fullName } from '../../resources/people.js';
import type { AssignableRole } from '../../resources/user-change.js';
import { dialogs } from '../../theme/dialogs.js';
import { facts } from '../../theme/facts.js';
import { trueOrder } from '../../ui/true-order.js';
import { editingEn } from './editing-en.js';
import { PendingInvitations } from './pending-invitations.js';
import { Removal } from './removal.js';
import { RoleChange } from './role-change.js';
import { Team } from './team.js';
import type { UserDesk } from './user-desk.js';
import { editingStyles as ownStyles } from './user-editing.styles.js';
import { UserExport } from './user-export.js';

/** Words that come after the table. */
export type EditingWords = Locale<typeof editingEn>;

/** Looks of what comes after the table. */
export const editingStyles = [facts, dialogs, ownStyles];

/** Everything about people but the table: loaded on demand, once there is something to see. */
export class UserEditing {
  readonly pending: PendingInvitations;
  readonly #desk: UserDesk;
  readonly #team: Team;
  readonly #roleChange: RoleChange;
  readonly #removal: Removal;
  readonly #export: UserExport;
  #words: { of: unknown; words: EditingWords } | undefined;

  constructor(desk: UserDesk) {
    const words = () => this.#currentWords;
    this.#desk = desk;
    this.#team = new Team(desk);
    this.#roleChange = new RoleChange(desk, this.#team, words);
    this.#removal = new Removal(desk, this.#team, words);
    this.#export = new UserExport(desk, words);
    this.pending = new PendingInvitations(desk);
  }

  get #currentWords(): EditingWords {
    const locale = this.#desk.locale();
    if (this.#words?.of !== locale) this.#words = { of: locale, words: locale.sibling(editingEn) };
    return this.#words.words;
  }

  /** The roles there are. */
  get roles(): readonly string[] {
    return this.#team.roles.map(({ id }) => id);
  }

  get owners() {
    return this.#team.owners;
  }

  changeRole(person: User, proposed?: AssignableRole): void {
    this.#roleChange.open(person, proposed);
  }

  remove(person: User): void {
    this.#removal.open(person);
  }

  /** Whatever dialog is open. */
  render() {
    return [this.#roleChange.render(), this.#removal.render(), this.pending.renderDialogs()];
  }

  renderAction() {
    return this.#export.render();
  }

  /** How many seats are used, of how many there are, as far as that's known. */
  renderSeats() {
    const { seats: used, mostSeats: most } = this.#team;
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
        ${this.#team.roles.map(
          ({ id, description, permissions }) => html`<div>
            <dt><bdi>${id}</bdi></dt>
            <dd>
              ${description ? html`<p>${description}</p>` : nothing}
              <ul class="chips" role="list">
                ${permissions.map((permission) => html`<li class="badge" part="badge"><bdi>${permission}</bdi></li>`)}
              </ul>
            </dd>
          </div>`,
        )}
      </dl>
    </details>`;
  }

  /** Who could become an owner, so that the last one could go, with the way to it where the signed-in person may. */
  renderSuccessors() {
    const { successors } = this.#team;
    if (!successors.length || this.#desk.me()?.role !== 'OWNER' || !this.#desk.canChangeRoles()) return nothing;
    const { t } = this.#currentWords;
    return html`${t('successors')}
    ${successors.map(
      (person, index) => html`${index ? ' · ' : nothing}<button
          class="link"
          part="button"
          @click=${() => this.changeRole(person, 'OWNER')}
        >
          ${trueOrder(fullName(person))}
        </button>`,
    )}`;
  }

  /** Closes what is open. */
  reset(): void {
    this.#roleChange.attach();
    this.#removal.attach();
    this.pending.reset();
  }
}

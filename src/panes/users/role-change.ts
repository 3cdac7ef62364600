import { html, nothing } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import { FormController } from '../../context/form-controller.js';
import type { Follower } from '../../context/resource-controller.js';
import type { User } from '../../contract/me.js';
import { emit } from '../../events.js';
import { fullName } from '../../resources/people.js';
import { type AssignableRole, changeRole } from '../../resources/user-change.js';
import { confirmation } from '../../ui/confirmation.js';
import { dialog } from '../../ui/dialog.js';
import { selectField } from '../../ui/field.js';
import { trueOrder } from '../../ui/true-order.js';
import type { KnownRole, Team } from './team.js';
import type { UserDesk } from './user-desk.js';
import type { EditingWords } from './user-editing.js';

/** The select's name; the table is filtered by one named `role`. */
const field = 'new-role';

/** Gives a person another role, after saying what that gives them and takes from them. */
export class RoleChange implements Follower {
  readonly #desk: UserDesk;
  readonly #team: Team;
  readonly #words: () => EditingWords;
  readonly #action: ActionController<User>;
  readonly #form: FormController;
  #subject: { readonly person: User; readonly row: number } | undefined;

  constructor(desk: UserDesk, team: Team, words: () => EditingWords) {
    this.#desk = desk;
    this.#team = team;
    this.#words = words;
    this.#action = new ActionController(desk.pane);
    this.#form = new FormController(desk.pane, () => ({ [field]: this.#person?.role ?? '' }));
    desk.pane.follow(this);
  }

  /** The person as they are known now; somebody else may have changed them since the dialog was opened. */
  get #person(): User | undefined {
    return this.#subject && (this.#desk.current(this.#subject.person) ?? this.#subject.person);
  }

  /** Opens the dialog, with a role chosen where one is proposed. */
  open(person: User, proposed?: AssignableRole): void {
    if (this.#action.isPending) return;
    this.#action.reset();
    this.#subject = { person, row: this.#desk.rowOf(person) };
    this.#form.reset();
    if (proposed) this.#form.put(field, proposed);
    this.#desk.pane.requestUpdate();
  }

  render() {
    const person = this.#person;
    if (!person || !this.#desk.canChangeRoles()) return nothing; // the right may go while the dialog is open
    const words = this.#words();
    const { t } = words;
    const { isPending } = this.#action;
    const chosen = this.#team.role(this.#form.text(field));
    const objection = this.#form.objection(field);
    return dialog({
      heading: t('changeHeading'),
      isGuarded: isPending,
      closed: this.#closed,
      content: html`
        <div class="subject">
          <p><strong>${trueOrder(fullName(person))}</strong></p>
          <p class="facts">${trueOrder(person.email)}</p>
        </div>
        <form class="stack" novalidate @input=${this.#form.take} @submit=${this.#submit}>
          ${selectField({
            name: field,
            label: t('newRole'),
            value: chosen.id,
            options: this.#options(person.role).map((id) => ({ value: id, text: id })),
            help: chosen.description,
            objection: objection && t('sameRole'),
          })}
          <div class="effect" role="status">${chosen.id === person.role ? nothing : this.#renderEffect(person, chosen)}</div>
          ${confirmation({
            error: this.#error,
            status: isPending ? t('changing') : '',
            isPending,
            cancel: this.#desk.shared().t('cancel'),
            confirm: t('confirmChange'),
            isDangerous: false,
          })}
        </form>
      `,
    });
  }

  /** The roles this person may be given by the signed-in one, and the one they have. */
  #options(current: string): string[] {
    const isAdmin = this.#desk.me()?.role === 'ADMIN'; // only an owner makes an owner
    const assignable = this.#team.roles.filter(({ id, isAssignable }) => isAssignable && !(isAdmin && id === 'OWNER'));
    return [...new Set([...assignable.map(({ id }) => id), current])];
  }

  /** What changes by it: permissions by their names, then what names don't tell. */
  #renderEffect(person: User, chosen: KnownRole) {
    const { t } = this.#words();
    const before = new Set([...this.#team.role(person.role).permissions, ...ownership(person.role, t)]);
    const after = new Set([...chosen.permissions, ...ownership(chosen.id, t)]);
    const list = (heading: string, some: string[], look: string) =>
      some.length
        ? html`<div>
            <p class="help">${heading}</p>
            <ul class="chips" role="list" aria-label=${heading}>
              ${some.map((permission) => html`<li class="badge ${look}" part="badge"><bdi>${permission}</bdi></li>`)}
            </ul>
          </div>`
        : nothing;
    return html`
      ${list(
        t('gains'),
        [...after].filter((one) => !before.has(one)),
        'good',
      )}
      ${list(
        t('loses'),
        [...before].filter((one) => !after.has(one)),
        'warn',
      )}
      <p>${this.#consequence(person, chosen)} ${t('atOnce')}</p>
    `;
  }

  #consequence(person: User, chosen: KnownRole) {
    const { t, fill } = this.#words();
    const isMe = person.id === this.#desk.me()?.id;
    const owners = this.#team.owners;
    if (chosen.id === 'OWNER') return t('promotes');
    if (person.role !== 'OWNER') return isMe && chosen.id === 'MEMBER' ? t('lowersSelf') : nothing;
    const others = owners?.people.filter(({ id }) => id !== person.id) ?? [];
    const leavesOne =
      owners?.total === 2 && person.status !== 'DISABLED'
        ? others[0]
          ? fill('leavesOneNamed', { name: trueOrder(fullName(others[0])) })
          : t('leavesOne')
        : nothing;
    return [leavesOne, ' ', isMe ? t('demotesSelf') : nothing];
  }

  get #error(): string | undefined {
    const { error, wasCancelled } = this.#action;
    if (wasCancelled && !this.#form.objectionCount) return this.#desk.shared().t('notAllowed');
    if (!error) return undefined;
    const words = this.#words();
    const key = `error.${error.code}`;
    const said = words.has(key) ? words.t(key) : this.#desk.say(error);
    const { state } = this.#desk.list()?.page ?? {};
    const isInDoubt = error.isAnswerLost && state?.status === 'ready' && state.error;
    return `${said} ${words.t(isInDoubt ? 'perhapsChanged' : 'notChanged')}`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { pane } = this.#desk;
    const list = this.#desk.list();
    const person = this.#person;
    const row = this.#subject?.row ?? 0;
    if (!list || !person || this.#action.isPending) return;
    const role = this.#form.text(field);
    if (role === person.role) {
      this.#form.object(new Map([[field, { reason: 'same' }]]));
      return this.#desk.focusFirstInvalid();
    }
    const detail = { id: person.id, name: fullName(person), email: person.email, role };
    const isChanged = await this.#action.run({ before: 'agni-before-change-user-role', detail }, () =>
      changeRole(list, person, role as AssignableRole),
    );
    const { error } = this.#action;
    // The select goes back to what the server says.
    if (error && !error.isAnswerLost) this.#form.reset();
    if (error?.status === 403) {
      await this.#desk.recheck();
      if (!this.#desk.canChangeRoles()) this.#closed();
    }
    if (!isChanged) return;
    pane.renderRoot.querySelector('dialog')?.close();
    this.#closed();
    this.#desk.announce(this.#words().t('changed', { name: detail.name, role }));
    emit(pane, 'agni-user-role-changed', detail);
    await this.#desk.focusRow(Math.max(0, this.#desk.rowOf(person) < 0 ? row : this.#desk.rowOf(person)));
  };

  readonly #closed = (): void => {
    this.#subject = undefined;
    this.#form.reset();
  };

  attach(): void {
    this.#closed();
  }

  forget(): void {
    this.#closed();
  }
}

/** What owners may beside their permissions, which may be those of admins. */
function ownership(role: string, t: EditingWords['t']): string[] {
  return role === 'OWNER' ? [t('ownersToo')] : [];
}

import { html, nothing } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import type { User } from '../../contract/me.js';
import { emit } from '../../events.js';
import { type AssignableRole, changeUserRole } from '../../resources/user-mutations.js';
import { fullName } from '../../resources/user-names.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { confirmation } from '../../ui/confirmation.js';
import { dialog } from '../../ui/dialog.js';
import { selectField } from '../../ui/field.js';
import { FormController } from '../base/form-controller.js';
import type { DialogsWords } from './dialogs.lazy.js';
import type { KnownRole, RolesAndSeats } from './roles-and-seats.js';
import type { UsersContext } from './users-context.js';

/** The select's name; the table is filtered by one named `role`. */
const field = 'new-role';

/** Gives a person another role, after saying what that gives them and takes from them. */
export class ChangeRole implements SessionObserver {
  readonly #context: UsersContext;
  readonly #rolesAndSeats: RolesAndSeats;
  readonly #words: () => DialogsWords;
  readonly #action: ActionController<User>;
  readonly #form: FormController;
  #subject: { readonly user: User; readonly row: number } | undefined;

  constructor(context: UsersContext, rolesAndSeats: RolesAndSeats, words: () => DialogsWords) {
    this.#context = context;
    this.#rolesAndSeats = rolesAndSeats;
    this.#words = words;
    this.#action = new ActionController(context.pane);
    this.#form = new FormController(context.pane, () => ({ [field]: this.#user?.role ?? '' }));
    context.pane.follow(this);
  }

  /** The person as they are known now; somebody else may have changed them since the dialog was opened. */
  get #user(): User | undefined {
    return this.#subject && (this.#context.current(this.#subject.user) ?? this.#subject.user);
  }

  /** Opens the dialog, with a role chosen where one is proposed. */
  open(user: User, proposed?: AssignableRole): void {
    if (this.#action.isPending) return;
    this.#action.reset();
    this.#subject = { user, row: this.#context.rowOf(user) };
    this.#form.reset();
    if (proposed) this.#form.put(field, proposed);
    this.#context.pane.requestUpdate();
  }

  render() {
    const user = this.#user;
    if (!user || !this.#context.canChangeRoles()) return nothing; // the right may go while the dialog is open
    const words = this.#words();
    const { t } = words;
    const { isPending } = this.#action;
    const chosen = this.#rolesAndSeats.role(this.#form.text(field));
    const fieldError = this.#form.fieldError(field);
    return dialog({
      heading: t('changeHeading'),
      isGuarded: isPending,
      closed: this.#closed,
      content: html`
        <div class="subject">
          <p><strong>${bidiIsolate(fullName(user))}</strong></p>
          <p class="facts">${bidiIsolate(user.email)}</p>
        </div>
        <form class="stack" novalidate @input=${this.#form.take} @submit=${this.#submit}>
          ${selectField({
            name: field,
            label: t('newRole'),
            value: chosen.id,
            options: this.#options(user.role).map((id) => ({ value: id, text: id })),
            help: chosen.description,
            fieldError: fieldError && t('sameRole'),
          })}
          <div class="effect" role="status">${chosen.id === user.role ? nothing : this.#renderEffect(user, chosen)}</div>
          ${confirmation({
            error: this.#error,
            status: isPending ? t('changing') : '',
            isPending,
            cancel: this.#context.shared().t('cancel'),
            confirm: t('confirmChange'),
            isDangerous: false,
          })}
        </form>
      `,
    });
  }

  /** The roles this person may be given by the signed-in one, and the one they have. */
  #options(current: string): string[] {
    const isAdmin = this.#context.me()?.role === 'ADMIN'; // only an owner makes an owner
    const assignable = this.#rolesAndSeats.roles.filter(
      ({ id, isAssignable }) => isAssignable && !(isAdmin && id === 'OWNER'),
    );
    return [...new Set([...assignable.map(({ id }) => id), current])];
  }

  /** What changes by it: permissions by their names, then what names don't tell. */
  #renderEffect(user: User, chosen: KnownRole) {
    const { t } = this.#words();
    const before = new Set([...this.#rolesAndSeats.role(user.role).permissions, ...ownership(user.role, t)]);
    const after = new Set([...chosen.permissions, ...ownership(chosen.id, t)]);
    const list = (heading: string, some: string[], look: string) =>
      some.length
        ? html`<div>
            <p class="help">${heading}</p>
            <ul class="chips" role="list" aria-label=${heading}>
              ${some.map((permission) => html`<li class="badge ${look}" part="badge"><bdi translate="no">${permission}</bdi></li>`)}
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
      <p>${this.#consequence(user, chosen)} ${t('atOnce')}</p>
    `;
  }

  #consequence(user: User, chosen: KnownRole) {
    const { t, fill } = this.#words();
    const isMe = user.id === this.#context.me()?.id;
    const owners = this.#rolesAndSeats.owners;
    if (chosen.id === 'OWNER') return t('promotes');
    if (user.role !== 'OWNER') return isMe && chosen.id === 'MEMBER' ? t('lowersSelf') : nothing;
    const others = owners?.filter(({ id }) => id !== user.id) ?? [];
    const leavesOne =
      owners?.length === 2 && user.status !== 'DISABLED'
        ? others[0]
          ? fill('leavesOneNamed', { name: bidiIsolate(fullName(others[0])) })
          : t('leavesOne')
        : nothing;
    return [leavesOne, ' ', isMe ? t('demotesSelf') : nothing];
  }

  get #error(): string | undefined {
    const { error, wasCancelled } = this.#action;
    if (wasCancelled && !this.#form.errorCount) return this.#context.shared().t('notAllowed');
    if (!error) return undefined;
    const words = this.#words();
    const key = `error.${error.code}`;
    const said = words.has(key) ? words.t(key) : this.#context.errorMessage(error);
    const isInDoubt = error.isAnswerLost && this.#context.list()?.page.isStale;
    return `${said} ${words.t(isInDoubt ? 'perhapsChanged' : 'notChanged')}`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { pane } = this.#context;
    const list = this.#context.list();
    const user = this.#user;
    const row = this.#subject?.row ?? 0;
    if (!list || !user || this.#action.isPending) return;
    const role = this.#form.text(field);
    if (role === user.role) {
      this.#form.object(new Map([[field, { reason: 'same' }]]));
      return this.#context.focusFirstInvalid();
    }
    const detail = { id: user.id, name: fullName(user), email: user.email, role };
    const isChanged = await this.#action.run({ before: 'agni-before-change-user-role', detail }, () =>
      changeUserRole(list, user, role as AssignableRole),
    );
    const { error } = this.#action;
    // The select goes back to what the server says.
    if (error && !error.isAnswerLost) this.#form.reset();
    if (error?.status === 403) {
      await this.#context.recheck();
      if (!this.#context.canChangeRoles()) this.#closed();
    }
    if (!isChanged) return;
    pane.renderRoot.querySelector('dialog')?.close();
    this.#closed();
    this.#context.announce(this.#words().t('changed', { name: detail.name, role }));
    emit(pane, 'agni-user-role-changed', detail);
    await this.#context.focusRow(Math.max(0, this.#context.rowOf(user) < 0 ? row : this.#context.rowOf(user)));
  };

  readonly #closed = (): void => {
    this.#subject = undefined;
    this.#form.reset();
  };

  onSessionChange(): void {
    this.#closed();
  }

  onSignedOut(): void {
    this.#closed();
  }
}

/** What owners may beside their permissions, which may be those of admins. */
function ownership(role: string, t: DialogsWords['t']): string[] {
  return role === 'OWNER' ? [t('ownersToo')] : [];
}

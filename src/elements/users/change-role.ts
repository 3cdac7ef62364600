import { html, nothing } from 'lit';
import type { User } from '../../contract/me.js';
import { fullName } from '../../resources/full-name.js';
import { type AssignableRole, changeUserRole } from '../../resources/user-mutations.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { selectField } from '../../ui/field.js';
import { ConfirmAction } from '../base/confirm-action.js';
import { detailOf } from '../base/invitation-resend.js';
import { focusRow, rowOf } from '../base/row-focus.js';
import type { DialogsWords } from './dialogs.lazy.js';
import type { DialogsContext } from './dialogs-context.js';
import type { KnownRole, RolesAndSeats } from './roles-and-seats.js';

/** Name of the dialog's select. The table has a filter named `role`. */
const field = 'new-role';

/** A user, and the role chosen in the dialog. */
interface RoleChange {
  readonly user: User;
  readonly role: string;
}

/** Changes the role of a user, after the dialog listed the permissions that the user gains and loses. */
export class ChangeRole {
  readonly #context: DialogsContext;
  readonly #rolesAndSeats: RolesAndSeats;
  readonly #words: () => DialogsWords;
  readonly #action: ConfirmAction<RoleChange, 'agni-user-role-changed'>;

  constructor(context: DialogsContext, rolesAndSeats: RolesAndSeats, words: () => DialogsWords) {
    this.#context = context;
    this.#rolesAndSeats = rolesAndSeats;
    this.#words = words;
    this.#action = new ConfirmAction(context, {
      events: {
        before: 'agni-before-change-user-role',
        after: 'agni-user-role-changed',
        detail: ({ user, role }) => ({ ...detailOf(user), role }),
      },
      run: async (_session, { user, role }) => {
        const list = context.list();
        if (list) await changeUserRole(list, user, role as AssignableRole);
      },
      isAllowed: () => context.canChangeRoles(),
      isStale: () => context.isStale(),
      recheck: () => context.recheck(),
      fields: ({ user }) => ({ [field]: this.#current(user).role }),
      latest: ({ user }, form) => ({ user: this.#current(user), role: form.text(field) }),
      rowOf: ({ user }) => rowOf(context.pane, user),
      // A sorted list may show the user elsewhere now; a filtered one may not show the user any more.
      closed: (row, { user }) => {
        const current = rowOf(context.pane, user);
        return focusRow(context.pane, current < 0 ? row : current);
      },
      message: ({ user, role }) => words().t('changed', { name: fullName(user), role }),
      render: (change, form) => this.#view(change, !!form.fieldError(field)),
    });
  }

  /** Opens the dialog, with a role chosen where one is proposed. */
  open(user: User, proposed?: AssignableRole): void {
    this.#action.open({ user, role: user.role }, proposed && { [field]: proposed });
  }

  /** The dialog, while it is open. */
  render() {
    return this.#action.render();
  }

  /** Closes the dialog. */
  reset(): void {
    this.#action.reset();
  }

  #current(user: User): User {
    return this.#context.current(user) ?? user;
  }

  #view({ user, role }: RoleChange, isSame: boolean) {
    const { t } = this.#words();
    const chosen = this.#rolesAndSeats.role(role);
    return {
      heading: t('changeHeading'),
      consequence: html`<strong>${bidiIsolate(fullName(user))}</strong><br />
        <span class="facts">${bidiIsolate(user.email)}</span>`,
      form: html`${selectField({
        name: field,
        label: t('newRole'),
        value: role,
        options: this.#options(user.role).map((id) => ({ value: id, text: id })),
        help: this.#rolesAndSeats.describe(chosen),
        fieldError: isSame ? t('sameRole') : undefined,
      })}
      <div class="effect" role="status">${role === user.role ? nothing : this.#renderEffect(user, chosen)}</div>`,
      validate: () => new Map(role === user.role ? [[field, { reason: 'same' }]] : []),
      confirm: t('confirmChange'),
      isDangerous: false,
      pending: t('changing'),
      words: this.#words(),
      notDone: t('notChanged'),
      perhapsDone: t('perhapsChanged'),
    };
  }

  /** The roles that the signed-in user may give, and the current role of the user in the dialog. */
  #options(current: string): string[] {
    const isAdmin = this.#context.me()?.role === 'ADMIN'; // only an owner makes an owner
    const assignable = this.#rolesAndSeats.roles.filter(
      ({ id, isAssignable }) => isAssignable && !(isAdmin && id === 'OWNER'),
    );
    return [...new Set([...assignable.map(({ id }) => id), current])];
  }

  /** The effect of the change: permissions gained and lost, then consequences that the permissions don't show. */
  #renderEffect(user: User, chosen: KnownRole) {
    const { t } = this.#words();
    const before = new Set([...this.#rolesAndSeats.role(user.role).permissions, ...ownership(user.role, t)]);
    const after = new Set([...chosen.permissions, ...ownership(chosen.id, t)]);
    const list = (heading: string, some: string[], look: string) =>
      some.length
        ? html`<div>
            <p class="help">${heading}</p>
            <ul class="chips" role="list" aria-label=${heading}>
              ${some.map((permission) => html`<li class="badge ${look}" part=${look === 'good' ? 'badge badge-success' : 'badge badge-warning'}><bdi translate="no">${permission}</bdi></li>`)}
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
      <p>${this.#consequence(user, chosen)} ${t('takesEffect')}</p>
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
}

/** The right of owners that is not a permission: owners may have the same permissions as admins. */
function ownership(role: string, t: DialogsWords['t']): string[] {
  return role === 'OWNER' ? [t('ownersToo')] : [];
}

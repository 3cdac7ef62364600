import { html, nothing } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import type { User } from '../../contract/me.js';
import { looksTheSame } from '../../contract/visible-text.js';
import { emit } from '../../events.js';
import { removeUser } from '../../resources/user-mutations.js';
import { fullName } from '../../resources/user-names.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { confirmation } from '../../ui/confirmation.js';
import { dialog } from '../../ui/dialog.js';
import { agoText, exactTime } from '../../ui/relative-time.js';
import { typedConfirmation } from '../../ui/typed-confirmation.js';
import { FormController } from '../base/form-controller.js';
import type { DialogsWords } from './dialogs.lazy.js';
import type { RolesAndSeats } from './roles-and-seats.js';
import type { UsersContext } from './users-context.js';

/** Takes a person's access away, after a question that says what that means; an owner's only after their name was typed. */
export class RemoveUser implements SessionObserver {
  readonly #context: UsersContext;
  readonly #rolesAndSeats: RolesAndSeats;
  readonly #words: () => DialogsWords;
  readonly #action: ActionController<void>;
  readonly #form: FormController;
  #subject: { readonly user: User; readonly row: number } | undefined;

  constructor(context: UsersContext, rolesAndSeats: RolesAndSeats, words: () => DialogsWords) {
    this.#context = context;
    this.#rolesAndSeats = rolesAndSeats;
    this.#words = words;
    this.#action = new ActionController(context.pane);
    this.#form = new FormController(context.pane, () => ({ confirmation: '' }));
    context.pane.follow(this);
  }

  /** The person as they are known now: they may have become an owner since the dialog was opened. */
  get #user(): User | undefined {
    return this.#subject && (this.#context.current(this.#subject.user) ?? this.#subject.user);
  }

  open(user: User): void {
    if (this.#action.isPending) return;
    this.#action.reset();
    this.#form.reset();
    this.#subject = { user, row: this.#context.rowOf(user) };
    this.#context.pane.requestUpdate();
  }

  render() {
    const user = this.#user;
    if (!user || !this.#context.canRemove()) return nothing; // the right may go while the dialog is open
    const { t, fill, lang } = this.#words();
    const { isPending } = this.#action;
    const name = bidiIsolate(fullName(user));
    const login = user.last_login_at;
    return dialog({
      heading: fill('removeHeading', { name }),
      isGuarded: isPending,
      closed: this.#closed,
      content: html`
        <p>${t('removeEffect')}</p>
        <div class="subject">
          <p class="facts">${bidiIsolate(user.email)} · <bdi translate="no">${user.role}</bdi></p>
          <p class="facts">
            ${login ? fill('removeLast', { when: exactTime(login, agoText(login, lang), lang) }) : t('removeNever')}
          </p>
          ${this.#leavesOne(user) ? html`<p class="warn">${t('leavesOne')}</p>` : nothing}
        </div>
        ${user.role === 'OWNER' ? this.#renderTyped(name) : this.#renderConfirmation()}
      `,
    });
  }

  #leavesOne({ role, status }: User): boolean {
    return role === 'OWNER' && status !== 'DISABLED' && this.#rolesAndSeats.owners?.length === 2;
  }

  #renderTyped(name: unknown) {
    const { t, fill } = this.#words();
    const shared = this.#context.shared();
    const { isPending } = this.#action;
    const fieldError = this.#form.fieldError('confirmation');
    return typedConfirmation({
      label: t('confirmName'),
      help: fill('confirmHelp', { name }),
      typed: this.#form.text('confirmation'),
      fieldError: fieldError && t('invalid.mismatch'),
      error: this.#error,
      status: isPending ? t('removing') : fieldError ? shared.t('attention', { count: 1 }) : '',
      isPending,
      cancel: shared.t('cancel'),
      confirm: t('confirmRemove'),
      take: this.#form.take,
      submit: this.#submit,
    });
  }

  #renderConfirmation() {
    const { t } = this.#words();
    const { isPending } = this.#action;
    return confirmation({
      error: this.#error,
      status: isPending ? t('removing') : '',
      isPending,
      cancel: this.#context.shared().t('cancel'),
      confirm: t('confirmRemove'),
      isDangerous: true,
      act: this.#submit,
    });
  }

  get #error(): string | undefined {
    const { error, wasCancelled } = this.#action;
    if (wasCancelled && !this.#form.errorCount) return this.#context.shared().t('notAllowed');
    if (!error) return undefined;
    const words = this.#words();
    const key = `error.${error.code}`;
    const said = words.has(key) ? words.t(key) : this.#context.errorMessage(error);
    const isInDoubt = error.isAnswerLost && this.#context.list()?.page.isStale;
    return `${said} ${words.t(isInDoubt ? 'perhapsRemoved' : 'notRemoved')}`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { pane } = this.#context;
    const list = this.#context.list();
    const user = this.#user;
    const row = this.#subject?.row ?? 0;
    if (!list || !user || this.#action.isPending) return;
    const name = fullName(user);
    if (user.role === 'OWNER' && !looksTheSame(name, this.#form.text('confirmation'))) {
      this.#form.object(new Map([['confirmation', { reason: 'mismatch' }]]));
      return this.#context.focusFirstInvalid();
    }
    const detail = { id: user.id, name, email: user.email, role: user.role };
    const isRemoved = await this.#action.run({ before: 'agni-before-remove-user', detail }, () =>
      removeUser(list, user),
    );
    if (this.#action.error?.status === 403) {
      await this.#context.recheck();
      if (!this.#context.canRemove()) this.#closed();
    }
    if (!isRemoved) return;
    pane.renderRoot.querySelector('dialog')?.close();
    this.#closed();
    this.#context.announce(this.#words().t('removed', { name }));
    emit(pane, 'agni-user-removed', detail);
    await this.#context.focusRow(row);
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

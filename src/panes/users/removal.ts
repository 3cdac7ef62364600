import { html, nothing } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import { FormController } from '../../context/form-controller.js';
import type { Follower } from '../../context/resource-controller.js';
import type { User } from '../../contract/me.js';
import { emit } from '../../events.js';
import { fullName } from '../../resources/people.js';
import { removePerson } from '../../resources/user-change.js';
import { confirmation } from '../../ui/confirmation.js';
import { dialog } from '../../ui/dialog.js';
import { trueOrder } from '../../ui/true-order.js';
import { isTyped, typedConfirmation } from '../../ui/typed-confirmation.js';
import { agoText, exactTime } from '../../ui/when.js';
import type { Team } from './team.js';
import type { UserDesk } from './user-desk.js';
import type { EditingWords } from './user-editing.js';

/** Takes a person's access away, after a question that says what that means; an owner's only after their name was typed. */
export class Removal implements Follower {
  readonly #desk: UserDesk;
  readonly #team: Team;
  readonly #words: () => EditingWords;
  readonly #action: ActionController<void>;
  readonly #form: FormController;
  #subject: { readonly person: User; readonly row: number } | undefined;

  constructor(desk: UserDesk, team: Team, words: () => EditingWords) {
    this.#desk = desk;
    this.#team = team;
    this.#words = words;
    this.#action = new ActionController(desk.pane);
    this.#form = new FormController(desk.pane, () => ({ confirmation: '' }));
    desk.pane.follow(this);
  }

  /** The person as they are known now: they may have become an owner since the dialog was opened. */
  get #person(): User | undefined {
    return this.#subject && (this.#desk.current(this.#subject.person) ?? this.#subject.person);
  }

  open(person: User): void {
    if (this.#action.isPending) return;
    this.#action.reset();
    this.#form.reset();
    this.#subject = { person, row: this.#desk.rowOf(person) };
    this.#desk.pane.requestUpdate();
  }

  render() {
    const person = this.#person;
    if (!person || !this.#desk.canRemove()) return nothing; // the right may go while the dialog is open
    const { t, fill, lang } = this.#words();
    const { isPending } = this.#action;
    const name = trueOrder(fullName(person));
    const login = person.last_login_at;
    return dialog({
      heading: fill('removeHeading', { name }),
      isGuarded: isPending,
      closed: this.#closed,
      content: html`
        <p>${t('removeEffect')}</p>
        <div class="subject">
          <p class="facts">${trueOrder(person.email)} · <bdi>${person.role}</bdi></p>
          <p class="facts">
            ${login ? fill('removeLast', { when: exactTime(login, agoText(login, lang), lang) }) : t('removeNever')}
          </p>
          ${this.#leavesOne(person) ? html`<p class="warn">${t('leavesOne')}</p>` : nothing}
        </div>
        ${person.role === 'OWNER' ? this.#renderTyped(name) : this.#renderConfirmation()}
      `,
    });
  }

  #leavesOne({ role, status }: User): boolean {
    return role === 'OWNER' && status !== 'DISABLED' && this.#team.owners?.total === 2;
  }

  #renderTyped(name: unknown) {
    const { t, fill } = this.#words();
    const shared = this.#desk.shared();
    const { isPending } = this.#action;
    const objection = this.#form.objection('confirmation');
    return typedConfirmation({
      label: t('confirmName'),
      help: fill('confirmHelp', { name }),
      typed: this.#form.text('confirmation'),
      objection: objection && t('invalid.mismatch'),
      error: this.#error,
      status: isPending ? t('removing') : objection ? shared.t('attention', { count: 1 }) : '',
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
      cancel: this.#desk.shared().t('cancel'),
      confirm: t('confirmRemove'),
      isDangerous: true,
      act: this.#submit,
    });
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
    return `${said} ${words.t(isInDoubt ? 'perhapsRemoved' : 'notRemoved')}`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { pane } = this.#desk;
    const list = this.#desk.list();
    const person = this.#person;
    const row = this.#subject?.row ?? 0;
    if (!list || !person || this.#action.isPending) return;
    const name = fullName(person);
    if (person.role === 'OWNER' && !isTyped(name, this.#form.text('confirmation'))) {
      this.#form.object(new Map([['confirmation', { reason: 'mismatch' }]]));
      return this.#desk.focusFirstInvalid();
    }
    const detail = { id: person.id, name, email: person.email, role: person.role };
    const isRemoved = await this.#action.run({ before: 'agni-before-remove-user', detail }, () =>
      removePerson(list, person),
    );
    if (this.#action.error?.status === 403) {
      await this.#desk.recheck();
      if (!this.#desk.canRemove()) this.#closed();
    }
    if (!isRemoved) return;
    pane.renderRoot.querySelector('dialog')?.close();
    this.#closed();
    this.#desk.announce(this.#words().t('removed', { name }));
    emit(pane, 'agni-user-removed', detail);
    await this.#desk.focusRow(row);
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

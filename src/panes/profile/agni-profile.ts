import { html, nothing, type PropertyValues } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import { FormController } from '../../context/form-controller.js';
import type { User } from '../../contract/me.js';
import { emit, type PersonDetail } from '../../events.js';
import { fullName } from '../../resources/people.js';
import { base } from '../../theme/base.js';
import { controls } from '../../theme/controls.js';
import { textField } from '../../ui/field.js';
import { MinuteController } from '../../ui/minute-controller.js';
import { saveBar } from '../../ui/save-bar.js';
import { AgniPane } from '../pane.js';
import { styles } from './agni-profile.styles.js';
import { en } from './en.js';
import { permissionList, personCard, signInFacts } from './profile-facts.js';

type Editing = typeof import('./profile-editing.js');

/**
 * Shows the signed-in person with role, permissions and how they sign in, and lets them change their own name. A saved
 * name shows at once wherever the person is shown. Only what was changed is sent.
 * @element agni-profile
 * @fires {CustomEvent<PersonDetail & Holdable>} agni-before-update-profile - about to save; cancelable
 * @fires {CustomEvent<PersonDetail>} agni-profile-updated - the server has saved the change
 * @csspart list - how somebody signs in, and the permissions
 * @csspart row - one of these facts
 * @csspart badge - a permission
 */
export class AgniProfile extends AgniPane<typeof en> {
  static override styles = [base, controls, styles];

  protected readonly words = { prefix: 'profile', table: en };

  protected readonly needs = []; // the signed-in person is what every pane needs anyway
  readonly #form = new FormController(this, () => {
    const { first_name = '', last_name = '' } = this.me.value ?? {};
    return { first_name, last_name };
  });
  readonly #save = new ActionController<User>(this);
  // What only saving needs is fetched once there is something to see.
  #rest: Promise<Editing | undefined> | undefined;
  #isRestMissing = false;
  #isUnchanged = false;

  constructor() {
    super();
    new MinuteController(this, () => undefined);
  }

  override get dirty(): boolean {
    return this.#form.isDirty;
  }

  /** Why nothing can be changed; empty if it can. */
  get #readonlyReason(): string {
    if (this.readonly) return this.shared.t('readonly');
    return this.workspace?.client.offers('updateCurrentUser') ? '' : this.shared.t('error.UNAVAILABLE');
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.dirty) this.#isUnchanged = false;
    if (this.state === 'ready' && !this.#readonlyReason) void this.#loadRest();
  }

  protected override renderContent() {
    const { value: person } = this.me;
    if (!person) return nothing;
    const { t, lang } = this.locale;
    const emailHelp = t(person.auth_provider === 'google' ? 'emailHelpGoogle' : 'emailHelp');
    return html`
      <form class="stack" novalidate @input=${this.#form.take} @submit=${this.#submit}>
        ${personCard(person, lang)} ${signInFacts(person, this.locale)}
        ${textField({ name: 'role', label: t('role'), value: person.role, help: t('roleHelp'), readonly: true })}
        ${permissionList(person, this.locale)}
        ${textField({
          name: 'email',
          label: t('email'),
          value: person.email,
          help: emailHelp,
          autocomplete: 'email',
          readonly: true,
        })}
        <div class="pair">
          ${this.#renderName('first_name', t('firstName'), 'given-name')}
          ${this.#renderName('last_name', t('lastName'), 'family-name')}
        </div>
        ${this.#renderEnd()}
      </form>
    `;
  }

  #renderName(name: 'first_name' | 'last_name', label: string, autocomplete: string) {
    return textField({
      ...{ name, label, autocomplete },
      value: this.#form.text(name),
      objection: this.sayObjection(this.#form.objection(name)),
      readonly: !!this.#readonlyReason,
    });
  }

  #renderEnd() {
    if (this.#readonlyReason) return html`<p class="muted">${this.#readonlyReason}</p>`;
    return saveBar(
      this.shared,
      {
        isDirty: this.dirty,
        isPending: this.#save.isPending,
        isSaved: this.#save.state.status !== 'idle',
        isUnchanged: this.#isUnchanged,
        objectionCount: this.#form.objectionCount,
        error: this.#saveError,
      },
      this.#discard,
    );
  }

  /** What went wrong beside what stands at the fields, and whether anything was saved. */
  get #saveError(): string | undefined {
    const { t } = this.shared;
    if (this.#isRestMissing) return `${t('failed')} ${t('notSaved')}`;
    const { error } = this.#save;
    if (!error || !this.dirty || (this.#form.objectionCount && !this.#form.unplaced.length)) return undefined;
    const { state } = this.me;
    const isInDoubt = error.isAnswerLost && state.status === 'ready' && state.error;
    return [this.say(error), ...this.#form.unplaced, t(isInDoubt ? 'perhapsSaved' : 'notSaved')].join(' ');
  }

  /** Fetches what only saving needs. */
  #loadRest(): Promise<Editing | undefined> {
    this.#rest ??= import('./profile-editing.js').catch(() => {
      this.#rest = undefined; // a bad connection: the next rendering tries again, and saving says so
      return undefined;
    });
    return this.#rest;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#readonlyReason || this.#save.isPending) return;
    this.#isUnchanged = !this.dirty;
    this.requestUpdate();
    if (this.#isUnchanged) return;
    const editing = await this.#loadRest();
    this.#isRestMissing = !editing;
    this.requestUpdate();
    if (!editing) return;
    const body = Object.fromEntries([...this.#form.edits].map(([field, text]) => [field, text.trim()]));
    if (this.#form.check(editing.profileChange, body)) await this.#send(editing, body);
    else await this.focusFirstInvalid();
  };

  async #send(editing: Editing, body: Record<string, string>): Promise<void> {
    const { workspace } = this;
    const { value: person } = this.me;
    if (!workspace || !person) return;
    const sent = this.#form.edits;
    const isSaved = await this.#save.run({ before: 'agni-before-update-profile', detail: detailOf(person) }, () =>
      editing.saveProfile(workspace, body),
    );
    if (isSaved) {
      this.#form.accept(sent);
      emit(this, 'agni-profile-updated', detailOf(this.me.value ?? person));
    }
    const { error } = this.#save;
    if (!error) return;
    this.#form.refuse(error);
    await this.focusFirstInvalid();
  }

  readonly #discard = (): void => {
    this.reset();
    this.announce(this.shared.t('discarded'));
  };

  override reset(): void {
    this.#isUnchanged = false;
    this.#isRestMissing = false;
    this.#form.reset();
    this.#save.reset();
  }
}

function detailOf(person: User): PersonDetail {
  return { id: person.id, name: fullName(person), email: person.email, role: person.role };
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-profile': AgniProfile;
  }
}

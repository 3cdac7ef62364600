import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { ProfileChange } from '../../contract/profile-change.js';
import { avatars } from '../../theme/avatars.js';
import { base } from '../../theme/base.js';
import { controls } from '../../theme/controls.js';
import { facts } from '../../theme/facts.js';
import { forms } from '../../theme/forms.js';
import { frames } from '../../theme/frames.js';
import { names } from '../../theme/rows.js';
import { type Field, textField } from '../../ui/field.js';
import { saveBar } from '../../ui/save-bar.js';
import { MinuteController } from '../../ui/time.js';
import { AgniPane } from '../base/agni-pane.js';
import { FormController } from '../base/form-controller.js';
import { type HiddenFields, shownTexts } from '../base/hidden-fields.js';
import { LazyPart } from '../base/lazy-part.js';
import { permissionStyles } from '../base/permission-list.js';
import { styles } from './agni-profile.styles.js';
import { en } from './en.js';
import { userCard, userFacts } from './profile-facts.js';

/** Keys of the labels of the editable fields, by field. */
export const labels = { first_name: 'firstName', last_name: 'lastName' } satisfies Record<
  keyof ProfileChange,
  keyof typeof en
>;

/**
 * Shows the signed-in user with role, permissions and sign-in method, and lets users change their own profile. A
 * saved name shows immediately wherever the user is shown. Only changed fields are sent.
 * @element agni-profile
 * @fires agni-before-update-profile - about to save changes of the profile; cancelable
 * @fires agni-profile-updated - the server has saved changes of the profile
 * @slot field - a field of the host's own at the end of the form; changes of its controls are saved by a listener of the before-event
 * @csspart list - the facts, and the permissions
 * @csspart row - one of these facts
 * @csspart badge - a permission
 */
export class AgniProfile extends AgniPane<typeof en> {
  static override styles = [base, avatars, controls, facts, forms, frames, permissionStyles, names, styles];

  /** Names of fields that are not shown, separated by spaces: `first-name`, `last-name`. */
  @property() hide: HiddenFields<typeof labels> = '';

  protected readonly words = { prefix: 'profile', table: en, labels };
  protected override readonly skeletonCount = 2;

  protected override readonly needs = []; // every pane needs the signed-in user anyway
  readonly #form = new FormController(this, () => {
    const { first_name = '', last_name = '' } = this.me.value ?? {};
    return shownTexts({ first_name, last_name }, this.hide, this.words);
  });
  readonly #saving = new LazyPart(
    this,
    async () => {
      const { profileSaving, saveBars } = await import('./profile-form.lazy.js');
      this.adopt(saveBars);
      return profileSaving(this.context, this.#form, this.me);
    },
    () => this.state === 'ready' && !this.#readonlyReason,
  );

  constructor() {
    super();
    new MinuteController(this);
  }

  override get dirty(): boolean {
    return this.#form.isDirty;
  }

  /** Why nothing can be changed; empty if it can. */
  get #readonlyReason(): string {
    if (this.readonly) return this.shared.t('readonly');
    return this.session?.client.offers('updateCurrentUser') ? '' : this.shared.t('error.UNAVAILABLE');
  }

  protected override renderContent() {
    const { value: user } = this.me;
    if (!user) return nothing;
    const { readerLang } = this.locale;
    return html`
      <form class="stack" novalidate @input=${this.#form.take} @submit=${this.#submit}>
        <div class="card">${userCard(user, readerLang)} ${userFacts(user, this.locale, this.shared)}</div>
        <div class="card">
          <div class="pair">
            ${this.#renderTextField('first_name', { autocomplete: 'given-name', isRequired: true })}
            ${this.#renderTextField('last_name', { autocomplete: 'family-name' })}
            <slot name="field"></slot>
          </div>
        </div>
        ${this.#renderEnd()}
      </form>
    `;
  }

  #renderTextField(name: keyof typeof labels, how: Pick<Field, 'autocomplete' | 'isRequired'>) {
    if (!this.#form.has(name)) return nothing;
    return textField({
      ...how,
      name,
      label: this.locale.t(labels[name]),
      optional: how.isRequired ? '' : this.shared.t('optional'),
      value: this.#form.text(name),
      fieldError: this.fieldErrorMessage(this.#form.fieldError(name)),
      readonly: !!this.#readonlyReason,
    });
  }

  #renderEnd() {
    if (this.#readonlyReason) return html`<p class="muted">${this.#readonlyReason}</p>`;
    return saveBar(
      this.shared,
      { isDirty: this.dirty, hasLoadFailed: this.#saving.hasFailed, ...this.#saving.part?.state },
      this.#discard,
    );
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const saving = await this.#saving.load();
    if (!this.#readonlyReason) await saving?.submit();
  };

  readonly #discard = (): void => {
    this.reset();
    this.announce(this.shared.t('discarded'));
  };

  override reset(): void {
    this.#form.reset();
    this.#saving.part?.reset();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-profile': AgniProfile;
  }
}

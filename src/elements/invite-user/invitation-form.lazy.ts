import { AgniError } from '../../client/error.js';
import { ActionController } from '../../context/action-controller.js';
import { type Failure, failureMessage } from '../../context/approval.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import { type Invitation, newInvitation } from '../../contract/invitations.js';
import { emit } from '../../events.js';
import { fullName } from '../../resources/full-name.js';
import { inviteUser } from '../../resources/invitations.js';
import { dateText } from '../../ui/time-text.js';
import { isFocusElsewhere } from '../base/focus-elsewhere.js';
import { focusFirstInvalid } from '../base/focus-first-invalid.js';
import type { FieldError } from '../base/form-controller.js';
import { checkForm, refuseForm } from '../base/form-errors.js';
import { detailOf } from '../base/invitation-resend.js';
import { readOneAddress } from './address-list.js';
import { AddressNote } from './address-note.js';
import { invitationErrorMessage } from './invitation-errors.js';
import { invitationFormEn } from './invitation-form.en.js';
import type { InvitationFormWords, InviteContext } from './invite-context.js';
import { KnownAddresses } from './known-addresses.js';
import { mailPreview } from './mail-preview.js';

/** Sends one invitation from the pane's form. Before that, compares the typed address with known ones. */
export class InvitationForm implements SessionObserver {
  readonly #context: InviteContext;
  readonly #action: ActionController<Invitation>;
  readonly addresses: KnownAddresses;
  readonly #note: AddressNote;
  /** The address that was sent last. */
  #sentEmail = '';
  /** The finding about the address that was sent last. It is shown below the field until there is an answer. */
  #sentFinding: ReturnType<KnownAddresses['findingOf']>;

  constructor(context: InviteContext) {
    this.#context = context;
    this.#action = new ActionController(context.pane);
    this.addresses = new KnownAddresses(context);
    this.#note = new AddressNote(
      context,
      () => this.words,
      async (sent) => {
        context.form.reset();
        await this.#finish('resent', sent);
      },
    );
    context.pane.addSessionObserver(this);
  }

  get words(): InvitationFormWords {
    return this.#context.locale().sibling(invitationFormEn);
  }

  get isPending(): boolean {
    return this.#action.isPending;
  }

  /** The address in the email field, even if it is part of a longer text that was pasted. */
  get #email(): string {
    const typed = this.#context.form.text('email').trim();
    return readOneAddress(typed)?.email ?? typed;
  }

  /** Splits `Nia Okafor <nia@northwind.example>` into the fields of the form. A name that was typed stays. */
  #splitEmail(): void {
    const { form } = this.#context;
    const typed = form.text('email');
    const invitee = readOneAddress(typed);
    if (!invitee || invitee.email === typed.trim()) return;
    form.put('email', invitee.email);
    if (!invitee.first_name || form.text('first_name').trim() || form.text('last_name').trim()) return;
    form.put('first_name', invitee.first_name);
    form.put('last_name', invitee.last_name);
  }

  /** Compares the address that was just typed with the users of the server. */
  compareEmail(): void {
    this.#splitEmail();
    this.addresses.readUserAt(this.#email);
  }

  /** The finding about the address, below its field. */
  renderNote() {
    const finding = this.isPending ? this.#sentFinding : this.addresses.findingOf(this.#email);
    const reason = this.#context.form.fieldError('email')?.reason;
    return this.#note.render(finding, finding?.kind === 'outside' && reason === 'domain');
  }

  renderPreview() {
    const { form } = this.#context;
    const me = this.#context.me();
    return mailPreview(
      {
        name: form.text('first_name').trim(),
        email: this.#email,
        role: this.#context.roles().length ? form.text('role') : 'MEMBER',
        inviter: me ? fullName(me) : '',
        organization: this.#context.organization()?.name ?? '',
      },
      this.words,
    );
  }

  renderDialog() {
    return this.#note.renderDialog();
  }

  /** The error message of a field. */
  fieldErrorMessage(fieldError: FieldError | undefined): unknown {
    const { error } = this.#action;
    if (fieldError?.reason === 'here') return this.words.t('isHere');
    if (fieldError?.reason === 'domain') return error && this.errorMessage(error, this.#sentEmail);
    return this.words.find(`invalid.${fieldError?.reason}`) ?? this.#context.fieldErrorMessage(fieldError);
  }

  /** The error message of the form, unless the fields show their errors. */
  get error(): unknown {
    const { form, shared } = this.#context;
    if (form.isExplained) return undefined;
    return failureMessage(this.#action.failure, shared(), (error): unknown => {
      const end = this.words.t(this.isInDoubt(error) ? 'perhapsSent' : 'notSent');
      // The conflict is not about the address in the field, because the user typed another one meanwhile.
      const reason = error.code === 'CONFLICT' ? '' : this.errorMessage(error, this.#sentEmail);
      return [reason, ' ', form.unplaced.map((sentence) => `${sentence} `), end];
    });
  }

  /** The message for an error of an invitation to `email`. */
  errorMessage(error: AgniError, email = ''): unknown {
    return invitationErrorMessage(error, email, this.#context, this.words);
  }

  /** Whether it is unknown if the invitation was sent: the answer was lost, and the invitations could not be read. */
  isInDoubt(error: AgniError): boolean {
    return error.isAnswerLost && !this.addresses.isCurrent;
  }

  async submit(): Promise<void> {
    const { pane, form } = this.#context;
    const session = this.#context.session();
    if (!session || this.isPending) return;
    this.#note.reset();
    this.#context.announce('');
    this.#splitEmail();
    const role = this.#context.roles().find((one) => one === form.text('role'));
    const texts = {
      email: form.text('email').trim(),
      first_name: form.text('first_name').trim(),
      last_name: form.text('last_name').trim(),
      ...(role ? { role } : {}),
    };
    if (!checkForm(form, newInvitation, texts)) return focusFirstInvalid(this.#context.pane);
    const body = newInvitation.parse(texts);
    const sent = form.edits;
    this.#sentEmail = texts.email;
    this.#sentFinding = this.addresses.findingOf(texts.email);
    const detail = { name: fullName(body), email: texts.email, ...(role ? { role } : {}) };
    await this.#action.run({ before: 'agni-before-send-invitation', detail }, async () => {
      const invitation = await inviteUser(session, body);
      form.accept(sent, false); // before a render that would show the new invitation as a finding
      return invitation;
    });
    const { state, failure } = this.#action;
    if (failure) await this.#showFailure(failure, sent);
    if (state.status !== 'done') return;
    emit(pane, 'agni-invitation-sent', { ...detail, ...detailOf(state.result) });
    await this.#finish(state.result.expires_at ? 'sentUntil' : 'sent', state.result);
  }

  /** Announces the invitation that was sent, and moves focus to the empty form, unless the user has left the pane. */
  async #finish(key: 'sent' | 'sentUntil' | 'resent', { email, expires_at }: Invitation): Promise<void> {
    const { t, lang } = this.words;
    this.#context.announce(t(key, { email, date: dateText(expires_at ?? '', lang) }));
    if (!isFocusElsewhere(this.#context.pane)) await this.#context.focusEmail();
  }

  async #showFailure(failure: Failure, sent: ReadonlyMap<string, string>): Promise<void> {
    const { form } = this.#context;
    const { status = 0, code = '' } = failure instanceof AgniError ? failure : {};
    if (status === 403 || code === 'EMAIL_DOMAIN_NOT_ALLOWED') this.#context.recheck();
    if (code === 'MEMBER_LIMIT_REACHED') this.addresses.refetchSeats();
    this.compareEmail();
    const reason = { CONFLICT: 'here', EMAIL_DOMAIN_NOT_ALLOWED: 'domain' }[code];
    if (reason) form.setErrors(new Map([['email', { reason }]]), [], sent);
    else refuseForm(form, failure, sent);
    await focusFirstInvalid(this.#context.pane);
  }

  /** Forgets the result of the last invitation. */
  reset(): void {
    this.#action.reset();
    this.#note.reset();
    this.addresses.readUserAt('');
  }

  onSessionChange(): void {
    this.reset();
  }

  onSignedOut(): void {
    this.reset();
  }
}

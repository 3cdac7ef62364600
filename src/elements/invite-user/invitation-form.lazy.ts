import { html, nothing } from 'lit';
import type { AgniError } from '../../client/error.js';
import { ActionController } from '../../context/action-controller.js';
import { ResourceController, type SessionObserver } from '../../context/resource-controller.js';
import { domainOf } from '../../contract/email-addresses.js';
import { type Invitation, newInvitation } from '../../contract/invitations.js';
import { isObject } from '../../contract/json.js';
import { emit } from '../../events.js';
import { allUsersResource } from '../../resources/all-users.js';
import { addressKey, invitationsResource, inviteUser, isExpired, recountSeats } from '../../resources/invitations.js';
import { usageResource } from '../../resources/usage.js';
import { fullName } from '../../resources/user-names.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { dateText } from '../../ui/time.js';
import type { FieldError } from '../base/form-controller.js';
import { detailOf, InvitationResend } from '../base/invitation-resend.js';
import { readOneAddress } from './address-list.js';
import { type Finding, findingOf, type Known } from './address-parser.js';
import { createDomainAddition } from './domain-addition.js';
import { invitationFormEn } from './invitation-form.en.js';
import type { InvitationFormWords, InviteContext } from './invite-context.js';
import { mailPreview } from './mail-preview.js';

/** Sends one invitation from the pane's form, and says beforehand what is known of the address. */
export class InvitationForm implements SessionObserver {
  readonly #context: InviteContext;
  readonly #action: ActionController<Invitation>;
  readonly #resending: InvitationResend;
  readonly #addition: ReturnType<typeof createDomainAddition>;
  readonly #open: ResourceController<readonly Invitation[]>;
  readonly #seats: ResourceController<number | undefined>;
  readonly #user;
  #lookedUp = '';
  #byAddress: { of: readonly Invitation[]; map: ReadonlyMap<string, Invitation> } | undefined;
  #words: { of: unknown; words: InvitationFormWords } | undefined;

  constructor(context: InviteContext) {
    const { pane } = context;
    this.#context = context;
    this.#action = new ActionController(pane);
    this.#resending = new InvitationResend(pane, context.session);
    this.#addition = createDomainAddition(context, () => this.words);
    this.#open = new ResourceController(pane, (session) => session.use(invitationsResource).open);
    this.#seats = new ResourceController(pane, (session) => session.use(usageResource).seats);
    this.#user = new ResourceController(pane, (session) => {
      return this.#lookedUp ? session.use(allUsersResource).at(this.#lookedUp) : undefined;
    });
    // The pane is in its workspace already.
    for (const source of [this.#open, this.#seats, this.#user]) source.onSessionChange(context.session());
    pane.addSessionObserver(this);
  }

  get words(): InvitationFormWords {
    const locale = this.#context.locale();
    if (this.#words?.of !== locale) this.#words = { of: locale, words: locale.sibling(invitationFormEn) };
    return this.#words.words;
  }

  get isPending(): boolean {
    return this.#action.isPending;
  }

  /** Seats in use and seats in all, where both are known. */
  get seats(): { readonly used: number; readonly count: number } | undefined {
    const { value: used } = this.#seats;
    const count = this.#context.organization()?.max_members;
    return used === undefined || count === undefined ? undefined : { used, count };
  }

  /** What there is to compare addresses with. */
  get known(): Known {
    const { value: open } = this.#open;
    if (open !== this.#byAddress?.of) {
      this.#byAddress = open && { of: open, map: new Map(open.map((one) => [addressKey(one.email), one])) };
    }
    return {
      me: this.#context.me(),
      user: this.#user.value,
      invitations: this.#byAddress?.map,
      domains: this.#context.organization()?.allowed_email_domains,
    };
  }

  get #finding(): Finding | undefined {
    const email = this.#email;
    return findingOf(email, this.known, email !== this.#lookedUp);
  }

  /** The address in the form, also while it stands in a longer text that was pasted. */
  get #email(): string {
    const typed = this.#context.form.text('email').trim();
    return readOneAddress(typed)?.email ?? typed;
  }

  /** Takes `Nia Okafor <nia@northwind.example>` apart into the fields of the form. Names that were typed stay. */
  #understandEmail(): void {
    const { form } = this.#context;
    const typed = form.text('email');
    const invitee = readOneAddress(typed);
    if (!invitee || invitee.email === typed.trim()) return;
    form.put('email', invitee.email);
    if (!invitee.first_name || form.text('first_name').trim() || form.text('last_name').trim()) return;
    form.put('first_name', invitee.first_name);
    form.put('last_name', invitee.last_name);
  }

  /** Looks who has the address that was just typed. */
  lookUp(): void {
    this.#understandEmail();
    const email = this.#email;
    this.#lookedUp = newInvitation.shape.email.safeParse(email).success ? email : '';
    this.#user.update();
    this.#context.pane.requestUpdate();
  }

  /** What is known of the address, below its field, with a way on. */
  renderNote() {
    const finding = this.#finding;
    const fieldError = this.#context.form.fieldError('email')?.reason;
    // The server's refusal says it already.
    const isSaid = finding?.kind === 'outside' && fieldError === 'domain';
    return html`<div class="note">
      <p class="warn" role="status">${finding && !isSaid ? this.#say(finding) : nothing}</p>
      ${finding?.kind === 'outside' && this.#context.canAddDomain() ? this.#renderAddition(finding.domain) : nothing}
      ${finding?.kind === 'invited' && this.#context.canResend() ? this.#renderResend(finding.invitation) : nothing}
    </div>`;
  }

  #say(finding: Finding): unknown {
    const { t, fill, lang } = this.words;
    switch (finding.kind) {
      case 'you':
        return t('isYou');
      case 'member':
        return fill('isMember', { name: bidiIsolate(fullName(finding.user)) });
      case 'invited': {
        const { invitation } = finding;
        const name = bidiIsolate(fullName(invitation));
        const date = dateText(invitation.created_at ?? '', lang);
        return isExpired(invitation) ? fill('isExpired', { name }) : fill('isInvited', { name, date });
      }
      case 'outside':
        return fill('domainOutside', { domain: bidiIsolate(finding.domain), domains: listOf(finding.domains) });
    }
  }

  #renderAddition(domain: string) {
    const open = () => this.#addition.open(domain);
    return html`<button class="secondary" part="button" type="button" @click=${open}>${this.words.t('addDomain')}</button>`;
  }

  #renderResend(invitation: Invitation) {
    const { t } = this.words;
    const { isPending, error, wasCancelled } = this.#resending;
    const count = this.#resending.secondsLeft(invitation);
    const word = isPending ? t('resending') : count ? t('again', { count }) : t('resend');
    const reason = wasCancelled ? this.#context.shared().t('notAllowed') : error && this.#context.errorMessage(error);
    const resend = () => void this.#resend(invitation);
    return html`
      <button class="secondary" part="button" type="button" aria-disabled=${isPending || count > 0} @click=${resend}>
        <span>${word}<span class="hidden"> ${bidiIsolate(fullName(invitation))}</span></span>
      </button>
      ${reason ? html`<p class="error" role="alert">${reason} ${t('notResent')}</p>` : nothing}
    `;
  }

  async #resend(invitation: Invitation): Promise<void> {
    this.#context.announce('');
    const sent = await this.#resending.run(invitation);
    if (this.#resending.error?.status === 403) this.#context.recheck();
    if (!sent) return;
    this.#context.form.reset();
    await this.#conclude('resent', sent);
  }

  /** Announces what was sent, and focuses the empty form. */
  async #conclude(key: 'sent' | 'sentUntil' | 'resent', { email, expires_at }: Invitation): Promise<void> {
    const { t, lang } = this.words;
    this.#context.announce(`${t(key, { email, date: dateText(expires_at ?? '', lang) })} ${t('next')}`);
    await this.#context.focusEmail();
  }

  renderPreview() {
    const { form } = this.#context;
    const me = this.#context.me();
    return mailPreview(
      {
        name: form.text('first_name').trim(), // as the mail greets
        email: this.#email,
        role: this.#context.roles().length ? form.text('role') : 'MEMBER',
        inviter: me ? fullName(me) : '',
        organization: this.#context.organization()?.name ?? '',
      },
      this.words,
    );
  }

  renderDialog() {
    return this.#addition.render();
  }

  /** Why a field was refused, in words. */
  fieldErrorMessage(fieldError: FieldError | undefined): unknown {
    const words = this.words;
    if (fieldError?.reason === 'here') return words.t('isHere');
    if (fieldError?.reason === 'domain') return this.#action.error && this.sayRefusal(this.#action.error, this.#email);
    const key = `invalid.${fieldError?.reason}`;
    return words.has(key) ? words.t(key) : this.#context.fieldErrorMessage(fieldError);
  }

  /** What went wrong beside what stands at the fields. */
  get error(): unknown {
    const { error } = this.#action;
    const { form } = this.#context;
    if (this.#action.wasCancelled) return this.#context.shared().t('notAllowed');
    if (!error || form.isExplained) return undefined;
    const end = this.words.t(this.isInDoubt(error) ? 'perhapsSent' : 'notSent');
    return [this.sayRefusal(error, ''), ' ', form.unplaced.map((reason) => `${reason} `), end];
  }

  /** Why an address was not invited, in words. */
  sayRefusal(error: AgniError, email: string): unknown {
    const { t, fill } = this.words;
    const organization = this.#context.organization();
    switch (error.code) {
      case 'BAD_GATEWAY':
        return t('error.BAD_GATEWAY');
      case 'CONFLICT':
        return t('isHere');
      case 'MEMBER_LIMIT_REACHED': {
        const count = limitOf(error) ?? organization?.max_members;
        return count === undefined ? t('limitReached') : t('error.MEMBER_LIMIT_REACHED', { count });
      }
      case 'EMAIL_DOMAIN_NOT_ALLOWED': {
        const domains = allowedBy(error) ?? organization?.allowed_email_domains ?? [];
        return fill('domainOutside', { domain: bidiIsolate(domainOf(email.trim())), domains: listOf(domains) });
      }
      default:
        return this.#context.errorMessage(error);
    }
  }

  /** Whether nobody knows if something was sent after all: the answer was lost, and so was the look at what is true. */
  isInDoubt(error: AgniError): boolean {
    const { state } = this.#open;
    return error.isAnswerLost && (state.status !== 'ready' || state.isStale);
  }

  async submit(): Promise<void> {
    const { pane, form } = this.#context;
    const session = this.#context.session();
    if (!session || this.isPending) return;
    this.#resending.reset();
    this.#context.announce('');
    this.#understandEmail();
    const [email = '', first_name = '', last_name = ''] = ['email', 'first_name', 'last_name'].map((field) =>
      form.text(field).trim(),
    );
    const role = this.#context.roles().find((one) => one === form.text('role'));
    const parsed = { email, first_name, last_name, ...(role ? { role } : {}) };
    if (!form.check(newInvitation, parsed)) return this.#context.focusFirstInvalid();
    const body = newInvitation.parse(parsed);
    const sent = form.edits;
    const detail = { name: fullName(body), email, ...(role ? { role } : {}) };
    const isSent = await this.#action.run({ before: 'agni-before-send-invitation', detail }, () =>
      inviteUser(session, body),
    );
    const { state, error } = this.#action;
    if (isSent && state.status === 'done') {
      form.accept(sent);
      recountSeats(session);
      emit(pane, 'agni-invitation-sent', { ...detail, ...detailOf(state.result) });
      await this.#conclude(state.result.expires_at ? 'sentUntil' : 'sent', state.result);
    }
    if (error) await this.#refused(error);
  }

  async #refused(error: AgniError): Promise<void> {
    const { form } = this.#context;
    if (error.status === 403 || error.code === 'EMAIL_DOMAIN_NOT_ALLOWED') this.#context.recheck();
    if (error.code === 'MEMBER_LIMIT_REACHED') void this.#seats.refetch();
    this.lookUp();
    const reason = { CONFLICT: 'here', EMAIL_DOMAIN_NOT_ALLOWED: 'domain' }[error.code];
    if (reason) form.object(new Map([['email', { reason }]]));
    else form.refuse(error);
    await this.#context.focusFirstInvalid();
  }

  /** Discards what came of it. */
  reset(): void {
    this.#action.reset();
    this.#resending.reset();
    this.#lookedUp = '';
    this.#user.update();
  }

  onSessionChange(): void {
    this.reset();
  }

  onSignedOut(): void {
    this.reset();
  }
}

/** Domains in one line, each by itself whatever it's made of. */
function listOf(domains: readonly string[]) {
  return domains.map((domain, index) => [index ? ', ' : '', bidiIsolate(domain)]);
}

/** The domains that a refusal names as allowed. */
function allowedBy(error: AgniError | undefined): string[] | undefined {
  const domains = isObject(error?.details) ? error.details.allowed_email_domains : undefined;
  return Array.isArray(domains) ? domains.filter((name): name is string => typeof name === 'string') : undefined;
}

/** The limit that a refusal names. */
function limitOf(error: AgniError): number | undefined {
  const limit = isObject(error.details) ? Number(error.details.max_members) : Number.NaN;
  return Number.isInteger(limit) ? limit : undefined;
}

import { html, nothing } from 'lit';
import type { AgniError } from '../../client/error.js';
import { ActionController } from '../../context/action-controller.js';
import type { Objection } from '../../context/form-controller.js';
import { type Follower, ResourceController } from '../../context/resource-controller.js';
import { domainOf } from '../../contract/email-addresses.js';
import { type Invitation, newInvitation } from '../../contract/invitations.js';
import { isObject } from '../../contract/json.js';
import { emit } from '../../events.js';
import { recount, sendInvitation } from '../../resources/invitation-change.js';
import { addressKey, invitationsResource, isExpired } from '../../resources/invitations.js';
import { membersResource } from '../../resources/members.js';
import { fullName } from '../../resources/people.js';
import { usageResource } from '../../resources/usage.js';
import { dateText } from '../../ui/date.js';
import { trueOrder } from '../../ui/true-order.js';
import { detailOf, Resending } from '../resending.js';
import { type Finding, findingOf, type Known } from './address-finding.js';
import { DomainAddition } from './domain-addition.js';
import type { InviteDesk, InvitingWords } from './invite-desk.js';
import { invitingEn } from './inviting-en.js';
import { mailPreview } from './mail-preview.js';

/** What came of the last attempt, for as long as nobody begins another. */
interface Outcome {
  readonly kind: 'sent' | 'resent';
  readonly invitation: Invitation;
}

/** Sends one invitation from the pane's form, and says beforehand what is known of the address. */
export class Sending implements Follower {
  readonly #desk: InviteDesk;
  readonly #action: ActionController<Invitation>;
  readonly #resending: Resending;
  readonly #addition: DomainAddition;
  readonly #open: ResourceController<readonly Invitation[]>;
  readonly #seats: ResourceController<number | undefined>;
  readonly #member;
  #lookedUp = '';
  #byAddress: { of: readonly Invitation[]; map: ReadonlyMap<string, Invitation> } | undefined;
  #outcome: Outcome | undefined;
  #words: { of: unknown; words: InvitingWords } | undefined;

  constructor(desk: InviteDesk) {
    const { pane } = desk;
    this.#desk = desk;
    this.#action = new ActionController(pane);
    this.#resending = new Resending(pane, desk.workspace);
    this.#addition = new DomainAddition(desk, () => this.words);
    this.#open = new ResourceController(pane, (workspace) => workspace.use(invitationsResource).open);
    this.#seats = new ResourceController(pane, (workspace) => workspace.use(usageResource).seats);
    this.#member = new ResourceController(pane, (workspace) => {
      return this.#lookedUp ? workspace.use(membersResource).at(this.#lookedUp) : undefined;
    });
    // The pane is in its workspace already.
    for (const source of [this.#open, this.#seats, this.#member]) source.attach(desk.workspace());
    pane.follow(this);
  }

  get words(): InvitingWords {
    const locale = this.#desk.locale();
    if (this.#words?.of !== locale) this.#words = { of: locale, words: locale.sibling(invitingEn) };
    return this.#words.words;
  }

  get isPending(): boolean {
    return this.#action.isPending;
  }

  /** Seats in use and seats in all, where both are known. */
  get seats(): { readonly used: number; readonly count: number } | undefined {
    const { value: used } = this.#seats;
    const count = this.#desk.organization()?.max_members;
    return used === undefined || count === undefined ? undefined : { used, count };
  }

  /** What there is to compare addresses with. */
  get known(): Known {
    const { value: open } = this.#open;
    if (open !== this.#byAddress?.of) {
      this.#byAddress = open && { of: open, map: new Map(open.map((one) => [addressKey(one.email), one])) };
    }
    return {
      me: this.#desk.me(),
      member: this.#member.value,
      invitations: this.#byAddress?.map,
      domains: this.#desk.organization()?.allowed_email_domains,
    };
  }

  get #finding(): Finding | undefined {
    const email = this.#desk.form.text('email');
    return findingOf(email, this.known, email.trim() !== this.#lookedUp);
  }

  /** Looks who has the address that was just typed. */
  lookUp(): void {
    const email = this.#desk.form.text('email').trim();
    this.#lookedUp = newInvitation.shape.email.safeParse(email).success ? email : '';
    this.#member.update();
    this.#desk.pane.requestUpdate();
  }

  /** What is known of the address, below its field, with a way on. */
  renderNote() {
    const finding = this.#finding;
    const objection = this.#desk.form.objection('email')?.reason;
    // The server's refusal says it already.
    const isSaid = finding?.kind === 'outside' && objection === 'domain';
    return html`<div class="note">
      <p class="warn" role="status">${finding && !isSaid ? this.#say(finding) : nothing}</p>
      ${finding?.kind === 'outside' && this.#desk.canAddDomain() ? this.#renderAddition(finding.domain) : nothing}
      ${finding?.kind === 'invited' && this.#desk.canResend() ? this.#renderResend(finding.invitation) : nothing}
    </div>`;
  }

  #say(finding: Finding): unknown {
    const { t, fill, lang } = this.words;
    switch (finding.kind) {
      case 'you':
        return t('isYou');
      case 'member':
        return fill('isMember', { name: trueOrder(fullName(finding.person)) });
      case 'invited': {
        const { invitation } = finding;
        const name = trueOrder(fullName(invitation));
        const date = dateText(invitation.created_at ?? '', lang);
        return isExpired(invitation) ? fill('isExpired', { name }) : fill('isInvited', { name, date });
      }
      case 'outside':
        return fill('domainOutside', { domain: trueOrder(finding.domain), domains: listOf(finding.domains) });
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
    const reason = wasCancelled ? this.#desk.shared().t('notAllowed') : error && this.#desk.say(error);
    const resend = () => void this.#resend(invitation);
    return html`
      <button class="secondary" part="button" type="button" aria-disabled=${isPending || count > 0} @click=${resend}>
        <span>${word}<span class="hidden"> ${trueOrder(fullName(invitation))}</span></span>
      </button>
      ${reason ? html`<p class="error" role="alert">${reason} ${t('notResent')}</p>` : nothing}
    `;
  }

  async #resend(invitation: Invitation): Promise<void> {
    const sent = await this.#resending.run(invitation);
    if (this.#resending.error?.status === 403) this.#desk.recheck();
    if (!sent) return;
    this.#desk.form.reset();
    await this.#conclude({ kind: 'resent', invitation: sent });
  }

  async #conclude(outcome: Outcome): Promise<void> {
    this.#outcome = outcome;
    await this.#desk.focusEmail();
  }

  /** Says what was sent, once it was. */
  renderOutcome() {
    const { t, fill, lang } = this.words;
    const outcome = this.#outcome;
    if (!outcome) return nothing;
    const { email, expires_at } = outcome.invitation;
    const values = { email: trueOrder(email), date: dateText(expires_at ?? '', lang) };
    const sentence = outcome.kind === 'resent' ? 'resent' : expires_at ? 'sentUntil' : 'sent';
    return html`<div class="notice" part="notice">
      <p><span class="good" aria-hidden="true">✓</span> ${fill(sentence, values)} ${t('next')}</p>
    </div>`;
  }

  renderPreview() {
    const { form } = this.#desk;
    const me = this.#desk.me();
    return mailPreview(
      {
        name: [form.text('first_name'), form.text('last_name')].join(' ').trim(),
        email: form.text('email').trim(),
        role: this.#desk.roles().length ? form.text('role') : 'MEMBER',
        inviter: me ? fullName(me) : '',
        organization: this.#desk.organization()?.name ?? '',
      },
      this.words,
    );
  }

  renderDialog() {
    return this.#addition.render();
  }

  /** Why a field was refused, in words. */
  sayObjection(objection: Objection | undefined): unknown {
    const words = this.words;
    if (objection?.reason === 'here') return words.t('isHere');
    if (objection?.reason === 'domain')
      return this.#action.error && this.sayRefusal(this.#action.error, this.#desk.form.text('email'));
    const key = `invalid.${objection?.reason}`;
    return words.has(key) ? words.t(key) : this.#desk.sayObjection(objection);
  }

  /** What went wrong beside what stands at the fields. */
  get error(): unknown {
    const { error } = this.#action;
    const { form } = this.#desk;
    if (this.#action.wasCancelled) return this.#desk.shared().t('notAllowed');
    if (!error || (form.objectionCount && !form.unplaced.length)) return undefined;
    const end = this.words.t(this.isInDoubt(error) ? 'perhapsSent' : 'notSent');
    return [this.sayRefusal(error, ''), ' ', form.unplaced.map((reason) => `${reason} `), end];
  }

  /** Why an address was not invited, in words. */
  sayRefusal(error: AgniError, email: string): unknown {
    const { t, fill } = this.words;
    const organization = this.#desk.organization();
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
        return fill('domainOutside', { domain: trueOrder(domainOf(email.trim())), domains: listOf(domains) });
      }
      default:
        return this.#desk.say(error);
    }
  }

  /** Whether nobody knows if something was sent after all: the answer was lost, and so was the look at what is true. */
  isInDoubt(error: AgniError): boolean {
    const { state } = this.#open;
    return error.isAnswerLost && (state.status !== 'ready' || !!state.error);
  }

  async submit(): Promise<void> {
    const { pane, form } = this.#desk;
    const workspace = this.#desk.workspace();
    if (!workspace || this.isPending) return;
    this.#resending.reset();
    this.#outcome = undefined;
    const [email = '', first_name = '', last_name = ''] = ['email', 'first_name', 'last_name'].map((field) =>
      form.text(field).trim(),
    );
    const role = this.#desk.roles().find((one) => one === form.text('role'));
    const parsed = { email, first_name, last_name, ...(role ? { role } : {}) };
    if (!form.check(newInvitation, parsed)) return this.#desk.focusFirstInvalid();
    const body = newInvitation.parse(parsed);
    const sent = form.edits;
    const detail = { name: fullName(body), email, ...(role ? { role } : {}) };
    const isSent = await this.#action.run({ before: 'agni-before-send-invitation', detail }, () =>
      sendInvitation(workspace, body),
    );
    const { state, error } = this.#action;
    if (isSent && state.status === 'done') {
      form.accept(sent);
      recount(workspace);
      emit(pane, 'agni-invitation-sent', { ...detail, ...detailOf(state.result) });
      await this.#conclude({ kind: 'sent', invitation: state.result });
    }
    if (error) await this.#refused(error);
  }

  async #refused(error: AgniError): Promise<void> {
    const { form } = this.#desk;
    if (error.status === 403 || error.code === 'EMAIL_DOMAIN_NOT_ALLOWED') this.#desk.recheck();
    if (error.code === 'MEMBER_LIMIT_REACHED') void this.#seats.load();
    this.lookUp();
    const reason = { CONFLICT: 'here', EMAIL_DOMAIN_NOT_ALLOWED: 'domain' }[error.code];
    if (reason) form.object(new Map([['email', { reason }]]));
    else form.refuse(error);
    await this.#desk.focusFirstInvalid();
  }

  /** Discards what came of it. */
  reset(): void {
    this.#action.reset();
    this.#resending.reset();
    this.#outcome = undefined;
    this.#lookedUp = '';
    this.#member.update();
  }

  attach(): void {
    this.reset();
  }

  forget(): void {
    this.reset();
  }
}

/** Domains in one line, each by itself whatever it's made of. */
function listOf(domains: readonly string[]) {
  return domains.map((domain, index) => [index ? ', ' : '', trueOrder(domain)]);
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

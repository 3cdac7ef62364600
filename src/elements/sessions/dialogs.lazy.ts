import { html, nothing } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import type { Session } from '../../contract/sessions.js';
import { emit, type SessionDetail } from '../../events.js';
import type { Locale } from '../../locales/locale.js';
import { revokeOtherSessions, revokeSession } from '../../resources/sessions.js';
import { dialogs } from '../../theme/dialogs.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { confirmation } from '../../ui/confirmation.js';
import { dialog } from '../../ui/dialog.js';
import { dialogsEn } from './dialogs.en.js';
import { deviceName, wasActiveToday } from './session-device.js';
import { joined, sessionFacts } from './session-row.js';
import type { SessionsContext } from './sessions-context.js';

/** Looks of what is loaded with the dialogs. */
export const dialogsStyles = [dialogs];

/** One session with the row it's in, or all but this one. */
type Subject = { readonly session: Session; readonly row: number } | 'others';

/** Ends other sessions, one or all of them, after a question that says which. */
export class SessionDialogs implements SessionObserver {
  readonly #context: SessionsContext;
  /** Done with how many were ended, where that's known. */
  readonly #action: ActionController<number | undefined>;
  #subject: Subject | undefined;
  #words: { of: unknown; words: Locale<typeof dialogsEn> } | undefined;

  constructor(context: SessionsContext) {
    this.#context = context;
    this.#action = new ActionController(context.pane);
    context.pane.follow(this);
  }

  get #locale(): Locale<typeof dialogsEn> {
    const locale = this.#context.locale();
    if (this.#words?.of !== locale) this.#words = { of: locale, words: locale.sibling(dialogsEn) };
    return this.#words.words;
  }

  /** Asks whether to end a session. */
  open(session: Session): void {
    this.#ask({ session, row: this.#context.rowOf(session) });
  }

  /** Asks whether to end all but this one. */
  openAll(): void {
    this.#ask('others');
  }

  #ask(subject: Subject): void {
    if (this.#action.isPending) return;
    this.#action.reset();
    this.#context.report('');
    this.#subject = subject;
    this.#context.pane.requestUpdate();
  }

  render() {
    const subject = this.#subject;
    if (!subject) return nothing;
    const { t, fill } = this.#locale;
    const words = this.#context.locale();
    const isAll = subject === 'others';
    const count = this.#context.others().length;
    const error = this.#error;
    return dialog({
      heading: isAll
        ? words.t('revokeOthers')
        : fill('revokeHeading', { device: bidiIsolate(deviceName(subject.session, words)) }),
      isGuarded: this.#action.isPending,
      closed: this.#closed,
      content: html`
        <p>${isAll ? t('revokeOthersEffect', { count }) : t('revokeEffect')}</p>
        ${this.#renderFacts(subject)}
        ${confirmation({
          error,
          isPending: this.#action.isPending,
          cancel: this.#context.shared().t('cancel'),
          confirm: words.t(isAll ? 'revokeOthers' : 'revoke'),
          isDangerous: true,
          act: this.#confirm,
        })}
      `,
    });
  }

  /** Of which session it is, or of the last one in use, so that nobody ends what they still need. */
  #renderFacts(subject: Subject) {
    const { t } = this.#locale;
    const words = this.#context.locale();
    const session = subject === 'others' ? lastUsed(this.#context.others()) : this.#current(subject.session);
    if (!session) return nothing;
    return html`<div class="subject">
      ${
        subject === 'others'
          ? html`<p class="facts">${t('latest')}</p>
              <p><strong>${bidiIsolate(deviceName(session, words))}</strong></p>`
          : nothing
      }
      <p class="facts">${joined(sessionFacts(session, words))}</p>
      ${wasActiveToday(session) ? html`<p class="facts">${t('activeToday')}</p>` : nothing}
    </div>`;
  }

  /** The session as it's known now; it may have been in use since the dialog was opened. */
  #current(session: Session): Session {
    return this.#context.others().find(({ id }) => id === session.id) ?? session;
  }

  get #error(): string | undefined {
    const { error, wasCancelled } = this.#action;
    if (wasCancelled) return this.#context.shared().t('notAllowed');
    if (!error) return undefined;
    const words = this.#locale;
    const key = `error.${error.code}`;
    const said = words.has(key) ? words.t(key) : this.#context.errorMessage(error);
    return `${said} ${words.t(error.isAnswerLost && this.#context.isListInDoubt() ? 'perhapsRevoked' : 'notRevoked')}`;
  }

  readonly #confirm = async (): Promise<void> => {
    const { pane } = this.#context;
    const apiSession = this.#context.session();
    const subject = this.#subject;
    if (!apiSession || !subject || this.#action.isPending) return;
    const device = subject === 'others' ? '' : deviceName(subject.session, this.#context.locale());
    const detail: SessionDetail = subject === 'others' ? { all: true } : { id: subject.session.id, name: device };
    const isEnded = await this.#action.run({ before: 'agni-before-revoke-session', detail }, async () => {
      if (subject === 'others') return revokeOtherSessions(apiSession);
      await revokeSession(apiSession, subject.session.id);
      return 1;
    });
    if (!isEnded) return;
    pane.renderRoot.querySelector('dialog')?.close();
    this.#closed();
    this.#context.report(subject === 'others' ? this.#outcome : this.#locale.t('revoked', { device }));
    emit(pane, 'agni-session-revoked', detail);
    await this.#context.focusRow(subject === 'others' ? -1 : subject.row);
  };

  /** How many others were ended. */
  get #outcome(): string {
    const { state } = this.#action;
    const count = state.status === 'done' ? state.result : undefined;
    return count === undefined ? this.#locale.t('revokedUncounted') : this.#locale.t('revokedOthers', { count });
  }

  readonly #closed = (): void => {
    this.#subject = undefined;
    this.#context.pane.requestUpdate();
  };

  onSessionChange(): void {
    this.#closed();
  }

  onSignedOut(): void {
    this.#closed();
  }
}

/** The session that was active last; one that doesn't say when comes after all others. */
function lastUsed(sessions: readonly Session[]): Session | undefined {
  const moment = ({ last_active_at }: Session) => Date.parse(last_active_at ?? '') || 0;
  return [...sessions].sort((a, b) => moment(b) - moment(a))[0];
}

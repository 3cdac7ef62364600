import { html, nothing } from 'lit';
import type { Session } from '../../contract/sessions.js';
import type { Locale } from '../../locales/locale.js';
import { revokeOtherSessions, revokeSession } from '../../resources/sessions.js';
import { dialogs } from '../../theme/dialogs.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { ConfirmAction } from '../base/confirm-action.js';
import { focusRow, rowOf } from '../base/row-focus.js';
import { dialogsEn } from './dialogs.en.js';
import { deviceName, wasActiveToday } from './session-device.js';
import { joinFacts, sessionFacts } from './session-row.js';
import type { SessionsContext } from './sessions-context.js';

/** Styles that are loaded with the dialogs. */
export const dialogsStyles = [dialogs];

/** One session, or all sessions except the current one. */
type Subject = Session | 'others';

/** Revokes one other session, or all. The result is the number of revoked sessions; `undefined` if unknown. */
export class SessionDialogs {
  readonly #context: SessionsContext;
  readonly #revocation: ConfirmAction<Subject, 'agni-session-revoked', number | undefined>;

  constructor(context: SessionsContext) {
    this.#context = context;
    this.#revocation = new ConfirmAction(context, {
      events: {
        before: 'agni-before-revoke-session',
        after: 'agni-session-revoked',
        detail: (subject) =>
          subject === 'others' ? { all: true } : { id: subject.id, name: deviceName(subject, context.locale()) },
      },
      run: async (apiSession, subject) => {
        if (subject === 'others') return revokeOtherSessions(apiSession);
        await revokeSession(apiSession, subject.id);
        return 1;
      },
      isAllowed: () => context.canRevoke(),
      isStale: () => context.isStale(),
      latest: (subject) => (subject === 'others' ? subject : this.#current(subject)),
      rowOf: (subject) => (subject === 'others' ? -1 : rowOf(context.pane, subject)),
      closed: (row) => focusRow(context.pane, row),
      message: (subject, count) => {
        const { t } = this.#locale;
        if (subject !== 'others') return t('revoked', { device: this.#context.nameOf(subject) });
        return count === undefined ? t('revokedUncounted') : t('revokedOthers', { count });
      },
      render: (subject) => this.#view(subject),
    });
  }

  get #locale(): Locale<typeof dialogsEn> {
    return this.#context.locale().sibling(dialogsEn);
  }

  /** Asks whether to revoke a session, or all except the current one. */
  open(subject: Subject): void {
    this.#revocation.open(subject);
  }

  /** The dialog, while it is open. */
  render() {
    return this.#revocation.render();
  }

  /** Closes the dialog. */
  reset(): void {
    this.#revocation.reset();
  }

  #view(subject: Subject) {
    const { t, fill } = this.#locale;
    const words = this.#context.locale();
    const isAll = subject === 'others';
    return {
      heading: isAll
        ? words.t('revokeOthers')
        : fill('revokeHeading', { device: bidiIsolate(this.#context.nameOf(subject)) }),
      consequence: isAll ? t('revokeOthersEffect', { count: this.#context.others().length }) : t('revokeEffect'),
      facts: this.#renderFacts(subject),
      confirm: words.t(isAll ? 'revokeOthers' : 'revoke'),
      words: this.#locale,
      notDone: t('notRevoked'),
      perhapsDone: t('perhapsRevoked'),
    };
  }

  /** Facts about the session, or about the most recently used one of all, so that the user recognizes the device. */
  #renderFacts(subject: Subject) {
    const { t } = this.#locale;
    const session = subject === 'others' ? lastUsed(this.#context.others()) : subject;
    if (!session) return nothing;
    return html`<div class="subject">
      ${
        subject === 'others'
          ? html`<p class="facts">${t('latest')}</p>
              <p><strong>${bidiIsolate(this.#context.nameOf(session))}</strong></p>`
          : nothing
      }
      <p class="facts">${joinFacts(sessionFacts(session, this.#context.locale()))}</p>
      ${wasActiveToday(session) ? html`<p class="facts">${t('activeToday')}</p>` : nothing}
    </div>`;
  }

  /** The session as it is known now; it may have been used since the dialog was opened. */
  #current(session: Session): Session {
    return this.#context.others().find(({ id }) => id === session.id) ?? session;
  }
}

/** The session that was used last; sessions without that date come after all others. */
function lastUsed(sessions: readonly Session[]): Session | undefined {
  const moment = ({ last_active_at }: Session) => Date.parse(last_active_at ?? '') || 0;
  return [...sessions].sort((a, b) => moment(b) - moment(a))[0];
}

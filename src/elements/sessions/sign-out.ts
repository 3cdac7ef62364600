import { ActionController } from '../../context/action-controller.js';
import type { Session } from '../../contract/sessions.js';
import { logout } from '../../resources/sessions.js';
import { deviceName } from './session-device.js';
import type { SessionsContext } from './sessions-context.js';

/** Ends the session of this page, unless the host has its own way to do that. */
export class SignOut {
  readonly #context: SessionsContext;
  readonly #action: ActionController<void>;

  constructor(context: SessionsContext) {
    this.#context = context;
    this.#action = new ActionController(context.pane);
  }

  get isPending(): boolean {
    return this.#action.isPending;
  }

  /** Why somebody who wanted to leave is still here; empty if they aren't, or didn't. */
  get error(): string {
    const { error } = this.#action;
    if (!error) return '';
    const { t } = this.#context.locale();
    return `${this.#context.errorMessage(error)} ${t(error.isAnswerLost ? 'perhapsSignedOut' : 'stillSignedIn')}`;
  }

  async run(session: Session): Promise<void> {
    const apiSession = this.#context.session();
    if (!apiSession) return;
    const detail = { id: session.id, name: deviceName(session, this.#context.locale()) };
    const isOver = await this.#action.run({ before: 'agni-sign-out', detail }, () => logout(apiSession));
    if (isOver) this.#context.signedOut();
  }
}

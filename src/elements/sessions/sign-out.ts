import { ActionController } from '../../context/action-controller.js';
import type { Session } from '../../contract/sessions.js';
import { logout } from '../../resources/sessions.js';
import { deviceName } from './session-device.js';
import type { SessionsContext } from './sessions-context.js';

/** Ends the current session, unless the host cancels `agni-sign-out` and signs out itself. */
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

  /** Why signing out failed; empty if it did not fail. A host that signs out by itself cancels without a message. */
  get error(): string {
    const { error, failure } = this.#action;
    if (!error) return failure?.message ?? '';
    const { t } = this.#context.locale();
    return `${this.#context.errorMessage(error)} ${t(error.isAnswerLost ? 'perhapsSignedOut' : 'stillSignedIn')}`;
  }

  /** Signs out. */
  async run(session: Session): Promise<void> {
    const apiSession = this.#context.session();
    if (!apiSession) return;
    const detail = { id: session.id, name: deviceName(session, this.#context.locale()) };
    const isOver = await this.#action.run({ before: 'agni-sign-out', detail }, () => logout(apiSession));
    if (isOver) this.#context.signedOut();
  }
}

import { ActionController } from '../../context/action-controller.js';
import type { Session } from '../../contract/sessions.js';
import { endOwnSession } from '../../resources/session-change.js';
import type { SessionDesk } from './session-desk.js';
import { deviceName } from './session-device.js';

/** Ends the session of this page, unless the host has its own way to do that. */
export class SignOut {
  readonly #desk: SessionDesk;
  readonly #action: ActionController<void>;

  constructor(desk: SessionDesk) {
    this.#desk = desk;
    this.#action = new ActionController(desk.pane);
  }

  get isPending(): boolean {
    return this.#action.isPending;
  }

  /** Why somebody who wanted to leave is still here; empty if they aren't, or didn't. */
  get error(): string {
    const { error } = this.#action;
    if (!error) return '';
    const { t } = this.#desk.locale();
    return `${this.#desk.say(error)} ${t(error.isAnswerLost ? 'perhapsSignedOut' : 'stillSignedIn')}`;
  }

  async run(session: Session): Promise<void> {
    const workspace = this.#desk.workspace();
    if (!workspace) return;
    const detail = { id: session.id, name: deviceName(session, this.#desk.locale()) };
    const isOver = await this.#action.run({ before: 'agni-sign-out', detail }, () => endOwnSession(workspace));
    if (isOver) this.#desk.signedOut();
  }
}

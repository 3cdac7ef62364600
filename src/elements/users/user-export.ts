import { html } from 'lit';
import { AgniError } from '../../client/error.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import type { User } from '../../contract/me.js';
import { capabilitiesOf } from '../../contract/roles.js';
import { listUsers } from '../../contract/users.js';
import { emit, failureOf } from '../../events.js';
import { fetchAllPages } from '../../resources/fetch-all-pages.js';
import type { UserList } from '../../resources/users.js';
import { saveFile } from '../../ui/save-file.js';
import { csv } from './csv.js';
import type { DialogsWords } from './dialogs.lazy.js';
import { columns } from './user-row.js';
import type { UsersContext } from './users-context.js';

/** Hands the people who are looked for over as a file: all of them, however many pages that are. */
export class UserExport implements SessionObserver {
  readonly #context: UsersContext;
  readonly #words: () => DialogsWords;
  #running: AbortController | undefined;
  /** How it stands or went, in words. */
  #said = '';

  constructor(context: UsersContext, words: () => DialogsWords) {
    this.#context = context;
    this.#words = words;
    context.pane.addSessionObserver(this);
    context.pane.addController({ hostDisconnected: () => this.#end('') });
  }

  render() {
    const { t } = this.#words();
    return html`<span class="export">
      <button class="secondary" part="button" @click=${this.#running ? this.#stop : this.#run}>
        ${t(this.#running ? 'stopExport' : 'export')}
      </button>
      <span class="help" role="status">${this.#said}</span>
    </span>`;
  }

  readonly #run = async (): Promise<void> => {
    const list = this.#context.list();
    if (!list) return;
    const running = new AbortController();
    const { t } = this.#words();
    this.#running = running;
    this.#say(t('exporting', { count: 0 }));
    try {
      const users = await this.#read(list, running.signal);
      running.signal.throwIfAborted();
      const { release, isUncertain } = saveFile(t('fileName'), csv(this.#table(users)));
      setTimeout(release); // the click has taken it by then
      this.#end(t('exported', { count: users.length }) + (isUncertain ? ` ${t('exportUncertain')}` : ''));
    } catch (error) {
      if (running.signal.aborted) return;
      if (!(error instanceof AgniError)) throw error;
      emit(this.#context.pane, 'agni-error', failureOf(error));
      this.#end(`${this.#context.errorMessage(error)} ${t('notExported')}`);
    }
  };

  #read({ session, filter }: UserList, signal: AbortSignal): Promise<User[]> {
    const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
    let count = 0;
    return fetchAllPages(async (query) => {
      const page = await session.client.call(listUsers, { query: { ...query, ...asked } }, { signal });
      count += page.items.length;
      this.#say(this.#words().t('exporting', { count }));
      return page;
    });
  }

  /** What the table shows, in the words of its columns. */
  #table(users: readonly User[]): string[][] {
    const { t } = this.#context.locale();
    const row = (user: User) => [
      [user.first_name, user.last_name].filter(Boolean).join(' '),
      user.email,
      user.role,
      (user.permissions ?? [...capabilitiesOf(user)]).join(' '),
      user.status ?? '',
      user.two_factor_enabled === undefined ? '' : t(user.two_factor_enabled ? 'on' : 'off'),
      user.last_login_at ?? '',
    ];
    return [columns.map((column) => t(column)), ...users.map(row)];
  }

  readonly #stop = (): void => this.#end(this.#words().t('exportStopped'));

  #end(said: string): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#say(said);
  }

  #say(text: string): void {
    this.#said = text;
    this.#context.pane.requestUpdate();
  }

  onSessionChange(): void {
    this.#end('');
  }

  onSignedOut(): void {
    this.#end('');
  }
}

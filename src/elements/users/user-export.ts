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
import type { UsersContext } from './users-context.js';

/** Saves all users that match the filter as a CSV file, however many pages that are. */
export class UserExport implements SessionObserver {
  readonly #context: UsersContext;
  readonly #words: () => DialogsWords;
  #running: AbortController | undefined;

  constructor(context: UsersContext, words: () => DialogsWords) {
    this.#context = context;
    this.#words = words;
    context.pane.addSessionObserver(this);
  }

  get isRunning(): boolean {
    return !!this.#running;
  }

  /** Starts the export, or stops the one that runs. */
  toggle(): void {
    if (this.#running) this.#end(this.#words().t('exportStopped'));
    else void this.#run();
  }

  async #run(): Promise<void> {
    const list = this.#context.list();
    if (!list) return;
    const running = new AbortController();
    const { t } = this.#words();
    this.#running = running;
    this.#context.announce(t('exporting', { count: 0 }));
    try {
      const users = await this.#read(list, running.signal);
      running.signal.throwIfAborted();
      const { release, isUncertain } = saveFile(t('fileName'), csv(this.#table(users)));
      setTimeout(release); // the browser has started the download by then
      this.#end(t('exported', { count: users.length }) + (isUncertain ? ` ${t('exportUncertain')}` : ''));
    } catch (error) {
      if (running.signal.aborted) return;
      if (!(error instanceof AgniError)) throw error;
      emit(this.#context.pane, 'agni-error', failureOf(error));
      this.#end(`${this.#context.errorMessage(error)} ${t('notExported')}`);
    }
  }

  #read({ session, filter }: UserList, signal: AbortSignal): Promise<User[]> {
    const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
    let count = 0;
    return fetchAllPages(async (query) => {
      const page = await session.client.call(listUsers, { query: { ...query, ...asked } }, { signal });
      count += page.items.length;
      this.#context.announce(this.#words().t('exporting', { count }));
      return page;
    });
  }

  #table(users: readonly User[]): string[][] {
    const { t } = this.#words();
    const { t: column } = this.#context.locale();
    const head = [t('name'), t('email'), column('role'), t('permissions'), column('status')];
    const row = (user: User) => [
      [user.first_name, user.last_name].filter(Boolean).join(' '),
      user.email,
      user.role,
      (user.permissions ?? [...capabilitiesOf(user)]).join(' '),
      user.status ?? '',
      user.two_factor_enabled === undefined ? '' : column(user.two_factor_enabled ? 'on' : 'off'),
      user.last_login_at ?? '',
    ];
    return [[...head, column('twoFactor'), column('lastLogin')], ...users.map(row)];
  }

  #stop(): void {
    this.#running?.abort();
    this.#running = undefined;
  }

  #end(message: string): void {
    this.#stop();
    this.#context.announce(message);
  }

  onRemoved(): void {
    if (this.#running) this.#end('');
  }

  onSessionChange(): void {
    this.#stop();
  }

  onSignedOut(): void {
    this.#stop();
  }
}

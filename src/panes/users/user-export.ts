import { html } from 'lit';
import { AgniError } from '../../client/error.js';
import type { Follower } from '../../context/resource-controller.js';
import type { User } from '../../contract/me.js';
import { capabilitiesOf } from '../../contract/roles.js';
import { listUsers } from '../../contract/users.js';
import { emit, failureOf } from '../../events.js';
import type { UserList } from '../../resources/users.js';
import { wholeList } from '../../resources/whole-list.js';
import { saveFile } from '../../ui/save-file.js';
import { csv } from './csv.js';
import { columns } from './member-row.js';
import type { UserDesk } from './user-desk.js';
import type { EditingWords } from './user-editing.js';

/** Hands the people who are looked for over as a file: all of them, however many pages that are. */
export class UserExport implements Follower {
  readonly #desk: UserDesk;
  readonly #words: () => EditingWords;
  #running: AbortController | undefined;
  /** How it stands or went, in words. */
  #said = '';

  constructor(desk: UserDesk, words: () => EditingWords) {
    this.#desk = desk;
    this.#words = words;
    desk.pane.follow(this);
    desk.pane.addController({ hostDisconnected: () => this.#end('') });
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
    const list = this.#desk.list();
    if (!list) return;
    const running = new AbortController();
    const { t } = this.#words();
    this.#running = running;
    this.#say(t('exporting', { count: 0 }));
    try {
      const people = await this.#read(list, running.signal);
      running.signal.throwIfAborted();
      const letGo = saveFile(t('fileName'), csv(this.#table(people)));
      setTimeout(letGo); // the click has taken it by then
      this.#end(t('exported', { count: people.length }));
    } catch (error) {
      if (running.signal.aborted) return;
      if (!(error instanceof AgniError)) throw error;
      emit(this.#desk.pane, 'agni-error', failureOf(error));
      this.#end(`${this.#desk.say(error)} ${t('notExported')}`);
    }
  };

  #read({ workspace, filter }: UserList, signal: AbortSignal): Promise<User[]> {
    const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
    let count = 0;
    return wholeList(async (query) => {
      const page = await workspace.client.call(listUsers, { query: { ...query, ...asked } }, { signal });
      count += page.items.length;
      this.#say(this.#words().t('exporting', { count }));
      return page;
    });
  }

  /** What the table shows, in the words of its columns. */
  #table(people: readonly User[]): string[][] {
    const { t } = this.#desk.locale();
    const row = (person: User) => [
      [person.first_name, person.last_name].filter(Boolean).join(' '),
      person.email,
      person.role,
      (person.permissions ?? [...capabilitiesOf(person)]).join(' '),
      person.status ?? '',
      person.two_factor_enabled === undefined ? '' : t(person.two_factor_enabled ? 'on' : 'off'),
      person.last_login_at ?? '',
    ];
    return [columns.map((column) => t(column)), ...people.map(row)];
  }

  readonly #stop = (): void => this.#end(this.#words().t('exportStopped'));

  #end(said: string): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#say(said);
  }

  #say(text: string): void {
    this.#said = text;
    this.#desk.pane.requestUpdate();
  }

  attach(): void {
    this.#end('');
  }

  forget(): void {
    this.#end('');
  }
}

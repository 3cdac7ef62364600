import { AgniError } from 'agni-settings';
import { type Agent, listAgents } from 'agni-settings/contract';
import { byId } from './by-id.js';
import type { Session } from './session.js';

/** The product's own views: agents and calls. */
export class Dashboard {
  readonly #session: Session;
  readonly #screen = byId('dashboard', HTMLElement);
  readonly #list = byId('agents', HTMLElement);
  readonly #status = byId('agents-status', HTMLElement);
  readonly #retry = byId('agents-retry', HTMLButtonElement);

  constructor(session: Session) {
    this.#session = session;
    this.#retry.addEventListener('click', () => this.#load());
  }

  /** Shows the sections that belong to a view. */
  show(view: string, title: string): void {
    for (const section of this.#screen.querySelectorAll<HTMLElement>('[data-view]')) {
      section.hidden = !section.dataset.view?.split(' ').includes(view);
    }
    this.#heading.textContent = title;
    this.#screen.hidden = false;
    void this.#load();
  }

  hide(): void {
    this.#screen.hidden = true;
  }

  /** Removes the data of the signed-in user. */
  clear(): void {
    this.#list.replaceChildren();
    this.#showStatus('');
  }

  focus(): void {
    this.#heading.focus();
  }

  get #heading(): HTMLElement {
    return this.#screen.querySelector('h1') as HTMLElement;
  }

  async #load(): Promise<void> {
    try {
      const { items } = await this.#session.client.call(listAgents, {});
      this.#list.replaceChildren(...items.map(row));
      this.#showStatus(items.length ? '' : 'There are no agents yet.');
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return; // signed out meanwhile
      if (!(error instanceof AgniError)) throw error;
      this.#showStatus('The agents could not be loaded.', true);
    }
  }

  #showStatus(text: string, canRetry = false): void {
    this.#status.textContent = text;
    this.#status.hidden = !text;
    this.#retry.hidden = !canRetry;
  }
}

function row({ agent_name = 'Agent without a name', status }: Agent): HTMLElement {
  const name = document.createElement('bdi');
  name.textContent = agent_name;
  const badge = document.createElement('span');
  const isActive = status === 'ACTIVE';
  badge.className = isActive ? 'badge good' : 'badge';
  badge.textContent = isActive ? 'Answering' : 'Paused';
  const item = document.createElement('li');
  item.append(name, ' ', badge);
  return item;
}
